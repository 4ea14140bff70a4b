import { AwsError } from '../world/aws-error.js';

/** Something that goes wrong with chosen API calls. */
export interface FaultRule {
  /** The service's name in a signature's scope, such as `ec2`; any by default. */
  readonly service?: string;
  /** The operation; `*` stands for anything, as in `Describe*`. Any by default. */
  readonly operation?: string;
  /** The first matching call that it strikes, counted from 1. Strikes once unless `times` says otherwise. */
  readonly nth?: number;
  /** How likely it strikes a matching call, from 0 to 1. Always by default. */
  readonly probability?: number;
  /** How often it strikes at most. Without end by default, once with `nth`. */
  readonly times?: number;
  /**
   * What the caller gets: `throttle` (in the service's own words), `reset` (the connection breaks), `empty` (a 200 with
   * nothing in it), or an error by its code. Left out: the call is only late.
   */
  readonly error?: string;
  /** The error's HTTP status; 400 by default. */
  readonly status?: number;
  readonly message?: string;
  /** Whether the call has had its effect when it fails. `before` by default. */
  readonly when?: 'before' | 'after';
  /** Milliseconds that the call takes longer. */
  readonly latency?: number;
}

/** How each service says that it is asked too often: EC2 with a 503, the others with a 400, each with a code of its own. */
const throttles: Readonly<Record<string, AwsError>> = {
  ec2: new AwsError('RequestLimitExceeded', 'Request limit exceeded.', 503),
  autoscaling: new AwsError('Throttling', 'Rate exceeded'),
  cloudformation: new AwsError('Throttling', 'Rate exceeded'),
  codedeploy: new AwsError('ThrottlingException', 'Rate exceeded'),
  elasticloadbalancing: new AwsError('ThrottlingException', 'Rate exceeded'),
  'elasticloadbalancing-classic': new AwsError('Throttling', 'Rate exceeded'),
  monitoring: new AwsError('Throttling', 'Rate exceeded'),
  ssm: new AwsError('ThrottlingException', 'Rate exceeded'),
  sts: new AwsError('Throttling', 'Rate exceeded'),
  'vpc-lattice': new AwsError('ThrottlingException', 'Rate exceeded', 429),
};

/** What a service answers who asks it too often. */
export function throttleOf(service: string): AwsError | undefined {
  return throttles[service];
}

/** The error that a rule makes a call of this service fail with; undefined for rules that let it succeed. */
export function errorOf(rule: FaultRule, service: string): AwsError | undefined {
  if (rule.error === undefined || rule.error === 'empty') return undefined;
  if (rule.error === 'reset') return new AwsError('ECONNRESET', 'socket hang up', 500);
  const throttle = rule.error === 'throttle' ? throttleOf(service) : undefined;
  if (throttle) return new AwsError(throttle.code, rule.message ?? throttle.message, throttle.status);
  return new AwsError(rule.error, rule.message ?? 'A fault that the sandbox was asked for', rule.status ?? 400);
}

const fields: Readonly<Record<keyof FaultRule, (value: unknown) => boolean>> = {
  service: isText,
  operation: isText,
  nth: (value) => Number.isInteger(value) && Number(value) >= 1,
  probability: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  times: (value) => Number.isInteger(value) && Number(value) >= 1,
  error: isText,
  status: (value) => Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599,
  message: isText,
  when: (value) => value === 'before' || value === 'after',
  latency: (value) => typeof value === 'number' && value >= 0,
};

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/**
 * Reads a rule that came from outside.
 * @throws {TypeError} that names the first field that is wrong.
 */
export function readFaultRule(value: unknown): FaultRule {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('A fault is a JSON object');
  const checks = new Map(Object.entries(fields));
  for (const [name, field] of Object.entries(value)) {
    const check = checks.get(name);
    if (!check) throw new TypeError(`A fault has no "${name}"; it has ${Object.keys(fields).join(', ')}`);
    if (!check(field)) throw new TypeError(`A fault's "${name}" cannot be ${JSON.stringify(field)}`);
  }
  if (!('error' in value) && !('latency' in value)) throw new TypeError('A fault needs an "error" or a "latency"');
  return value as FaultRule;
}
