import type { AwsError } from '../world/aws-error.js';
import type { WorldClock } from '../world/clock.js';
import type { Call, Interceptor, ServiceName } from '../world/world.js';
import { throttleOf } from './fault-rule.js';

/** How many tokens a bucket holds, and how many come back each second. */
interface Allowance {
  readonly capacity: number;
  readonly perSecond: number;
  /** What the bucket is for, where several actions share it. */
  readonly name?: string;
}

/** What is left out has no known limit. */
interface ServiceAllowances {
  readonly reads?: Allowance;
  readonly changes?: Allowance;
  /** EC2 counts each action by itself, the others all reads and all changes together. */
  readonly perAction?: boolean;
  /** Actions with a bucket of another size. */
  readonly actions?: Readonly<Record<string, Allowance>>;
}

const allow = (capacity: number, perSecond: number): Allowance => ({ capacity, perSecond });

const parameterReads: Allowance = { ...allow(40, 40), name: 'parameter reads' };

/**
 * EC2: EC2 developer guide, "Request throttling for the Amazon EC2 API". Elastic Load Balancing: its user guide, "Request
 * throttling for the Elastic Load Balancing API", which has numbers for reads only. Auto Scaling publishes none: what
 * stands here is a model, made careful by what people meet at a few calls a second.
 *
 * Systems Manager: AWS General Reference, "Systems Manager endpoints and quotas" (Parameter Store: 40 reads of parameters
 * a second, of all three kinds together); what AWS Support says of PutParameter (3 a second: github-aws-runners/
 * terraform-aws-github-runner, issue 2944). CloudWatch: its user guide, "CloudWatch service quotas" (9 DescribeAlarms a
 * second). How many of these may come at once is not said: no more than in a second. Of commands nothing is published.
 */
const allowances: Partial<Readonly<Record<ServiceName, ServiceAllowances>>> = {
  ec2: {
    reads: allow(100, 20),
    changes: allow(50, 5),
    perAction: true,
    actions: {
      CopyImage: allow(100, 1),
      CreateLaunchTemplateVersion: allow(100, 5),
      ModifyLaunchTemplate: allow(100, 5),
      CreateTags: allow(100, 10),
      DeleteTags: allow(100, 10),
      CreateSnapshot: allow(100, 5),
      DeleteSnapshot: allow(100, 5),
      DeregisterImage: allow(100, 5),
      ModifyImageAttribute: allow(100, 5),
    },
  },
  elasticloadbalancing: { reads: allow(40, 10), changes: allow(10, 2) },
  autoscaling: { reads: allow(20, 5), changes: allow(10, 2) },
  ssm: {
    perAction: true,
    actions: {
      GetParameter: parameterReads,
      GetParameters: parameterReads,
      GetParametersByPath: parameterReads,
      PutParameter: allow(3, 3),
    },
  },
  monitoring: { perAction: true, actions: { DescribeAlarms: allow(9, 9) } },
};

/** EC2's reads that have a smaller bucket for calls without a filter and without pages (the same page of its guide). */
const costlyWhenUnbounded = new Set([
  'DescribeInstances',
  'DescribeInstanceStatus',
  'DescribeNetworkInterfaces',
  'DescribeSecurityGroups',
  'DescribeSnapshots',
  'DescribeSpotInstanceRequests',
  'DescribeVolumes',
]);

const unbounded = allow(50, 10);

/** EC2 calls that also cost a token for each machine (the same page, "Resource rate limiting"). */
const machineAllowances: Readonly<Record<string, Allowance>> = {
  RunInstances: allow(1000, 2),
  StartInstances: allow(1000, 2),
  StopInstances: allow(1000, 20),
  TerminateInstances: allow(1000, 20),
};

/**
 * AWS's token buckets, one set for each region: who asks too often is told to slow down, and nothing is done. Push it to
 * `world.interceptors`.
 */
export class ThrottleBuckets implements Interceptor {
  readonly #clock: Pick<WorldClock, 'now'>;
  readonly #buckets = new Map<string, TokenBucket>();
  /** The calls that were refused, in order. */
  readonly throttled: Call[] = [];

  constructor(clock: Pick<WorldClock, 'now'>) {
    this.#clock = clock;
  }

  before(call: Call): void {
    const now = this.#clock.now();
    const takes = costsOf(call).map(({ name, allowance, tokens }) => ({
      bucket: this.#bucket(`${call.region} ${call.service} ${name}`, allowance, now),
      tokens,
    }));
    if (takes.every(({ bucket, tokens }) => bucket.level(now) >= tokens)) {
      for (const { bucket, tokens } of takes) bucket.take(tokens, now);
      return;
    }
    this.throttled.push(call);
    throw throttleOf(call.service) as AwsError;
  }

  /** How empty each bucket ever was: tokens left, by region, service and what it is for. */
  get lowest(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#buckets].map(([name, { lowest }]) => [name, lowest]));
  }

  #bucket(name: string, allowance: Allowance, now: number): TokenBucket {
    const bucket = this.#buckets.get(name) ?? new TokenBucket(allowance, now);
    this.#buckets.set(name, bucket);
    return bucket;
  }
}

interface Cost {
  /** What the bucket is for. */
  readonly name: string;
  readonly allowance: Allowance;
  readonly tokens: number;
}

function costsOf(call: Call): Cost[] {
  const limits = allowances[call.service];
  if (!limits) return [];
  const machines = call.service === 'ec2' ? machineAllowances[call.operation] : undefined;
  const ofCall = costOfCall(call, limits);
  if (!machines) return ofCall;
  return [...ofCall, { name: `${call.operation} machines`, allowance: machines, tokens: machinesIn(call.input) }];
}

function costOfCall(
  { operation, input }: Call,
  { reads, changes, perAction, actions = {} }: ServiceAllowances,
): Cost[] {
  const isRead = /^(Describe|Get|List)/.test(operation);
  const usual = isRead ? reads : changes;
  const isUnbounded = Object.values(input).every((value) => value === undefined);
  if (perAction && isUnbounded && costlyWhenUnbounded.has(operation)) {
    return [{ name: `${operation} unbounded`, allowance: unbounded, tokens: 1 }];
  }
  const allowance = (perAction ? actions[operation] : undefined) ?? usual;
  if (!allowance) return [];
  const own = perAction ? operation : isRead ? 'reads' : 'changes';
  return [{ name: allowance.name ?? own, allowance, tokens: 1 }];
}

function machinesIn(input: { readonly InstanceIds?: readonly string[]; readonly MaxCount?: number }): number {
  return input.InstanceIds?.length ?? input.MaxCount ?? 1;
}

/** Full at first; refilled evenly. */
class TokenBucket {
  readonly #allowance: Allowance;
  #tokens: number;
  #at: number;
  lowest: number;

  constructor(allowance: Allowance, now: number) {
    this.#allowance = allowance;
    this.#tokens = allowance.capacity;
    this.#at = now;
    this.lowest = allowance.capacity;
  }

  level(now: number): number {
    const { capacity, perSecond } = this.#allowance;
    this.#tokens = Math.min(capacity, this.#tokens + ((now - this.#at) / 1000) * perSecond);
    this.#at = now;
    return this.#tokens;
  }

  take(tokens: number, now: number): void {
    this.#tokens = this.level(now) - tokens;
    this.lowest = Math.min(this.lowest, this.#tokens);
  }
}
