import {
  type Amount,
  amount,
  duration,
  flag,
  groupName,
  isZero,
  lines,
  millisecondsIn,
  oneOf,
  pairs,
  positiveDuration,
  text,
  wholeNumber,
} from '../platform/input-types.js';
import { type Field, type InputsOf, isGiven, optional, Refusal, type Rule, withDefault } from '../platform/inputs.js';
import { type Gate, isRefresh, type Plan, type Strategy } from '../rollout/heart/plan.js';
import type { PairNames } from '../rollout/two-group/find-sides.js';

/** The inputs that make a plan. Those without a default take the strategy's. */
export const planInputs = {
  strategy: withDefault(
    'rolling',
    oneOf('rolling', 'canary', 'blue-green', 'two-group', 'instance-refresh', 'replace-root-volume'),
  ),
  'other-group': optional(groupName),
  'listener-rule': optional(listenerRule),
  waves: optional(waves),
  'max-surge': optional(amount),
  'max-unavailable': withDefault('0', amount),
  'raise-max': withDefault('true', flag),
  'min-ready': withDefault('30s', duration),
  soak: optional(duration),
  'gate-command': optional(command),
  'gate-path': optional(path),
  'gate-port': withDefault('80', wholeNumber(1, 65_535)),
  'gate-timeout': withDefault('5m', upTo('48h', 172_800_000, '5m')),
  'release-command': optional(command),
  alarms: optional(lines),
  'alarm-tags': optional(pairs),
  'accept-alarms': withDefault('false', flag),
  'boot-allowance': optional(positiveDuration),
  'progress-deadline': withDefault('10m', duration),
  'on-failure': withDefault('roll-back', oneOf('roll-back', 'hold')),
  'keep-previous': optional(duration),
  'pause-after': optional(wholeNumber(1, 20)),
  'pause-expiry': withDefault('24h', pauseExpiry),
  suspend: withDefault('AZRebalance', processes),
  'accept-weights': withDefault('false', flag),
  'poll-interval': withDefault('10s', upTo('2m', 120_000, '10s')),
};

export type PlanInputs = InputsOf<typeof planInputs>;

type PairFields = Pick<typeof planInputs, 'strategy' | 'other-group' | 'listener-rule'> & {
  readonly group: Field<string>;
};

const quarter = { percent: 25 };
const whole = { percent: 100 };

/** What a strategy's name stands for; each number can be given by hand. */
export const presets: Readonly<Record<Strategy, Pick<Plan, 'waves' | 'maxSurge' | 'soak' | 'keepPrevious'>>> = {
  rolling: {
    waves: [quarter, { percent: 50 }, { percent: 75 }, whole],
    maxSurge: quarter,
    soak: 0,
    keepPrevious: 0,
  },
  canary: {
    waves: [{ machines: 1 }, { percent: 10 }, { percent: 50 }, whole],
    maxSurge: quarter,
    soak: 300_000,
    keepPrevious: 0,
  },
  'blue-green': { waves: [whole], maxSurge: whole, soak: 300_000, keepPrevious: 1_800_000 },
  'two-group': { waves: [{ percent: 10 }, { percent: 50 }, whole], maxSurge: whole, soak: 300_000, keepPrevious: 0 },
  'instance-refresh': { waves: [whole], maxSurge: quarter, soak: 0, keepPrevious: 0 },
  'replace-root-volume': { waves: [whole], maxSurge: { machines: 0 }, soak: 0, keepPrevious: 0 },
};

export function planOf(values: PlanInputs): Plan {
  const preset = presets[values.strategy];
  const bootAllowance = values['boot-allowance'];
  const releaseCommand = values['release-command'];
  const pauseAfter = values['pause-after'];
  return {
    strategy: values.strategy satisfies Strategy,
    waves: values.waves ?? preset.waves,
    maxSurge: values['max-surge'] ?? preset.maxSurge,
    maxUnavailable: values['max-unavailable'],
    raiseMax: values['raise-max'],
    minReady: values['min-ready'],
    soak: values.soak ?? preset.soak,
    gate: gateOf(values),
    ...(releaseCommand !== undefined && { releaseCommand }),
    alarms: values.alarms ?? [],
    ...(bootAllowance !== undefined && { bootAllowance }),
    progressDeadline: values['progress-deadline'],
    onFailure: values['on-failure'],
    keepPrevious: values['keep-previous'] ?? preset.keepPrevious,
    ...(pauseAfter !== undefined && { pauseAfter, pauseExpiry: values['pause-expiry'] }),
    suspend: values.suspend,
    ...(values['accept-weights'] && { acceptsWeights: true }),
    pollInterval: values['poll-interval'],
  };
}

/** Whether a step says anything of how machines are replaced; nothing is said by what repeats a default. */
export function saysHow(values: PlanInputs): boolean {
  return Object.entries<Field<unknown>>(planInputs).some(([name, field]) =>
    isGiven(field, values[name as keyof PlanInputs]),
  );
}

/**
 * The two groups of a deployment between two groups, in any order, and the rule that shares requests out; undefined where
 * the ledger has to tell.
 */
export function pairOf({ strategy, group, ...values }: PlanInputs & { readonly group: string }): PairNames | undefined {
  const { 'other-group': other, 'listener-rule': rule } = values;
  if (strategy !== 'two-group' || other === undefined || rule === undefined) return undefined;
  return { groups: [group, other], rule };
}

function gateOf(values: PlanInputs): Gate {
  const timeout = values['gate-timeout'];
  const command = values['gate-command'];
  const path = values['gate-path'];
  if (command !== undefined) return { kind: 'command', command, timeout };
  if (path !== undefined) return { kind: 'path', path, port: values['gate-port'], timeout };
  return { kind: 'none' };
}

type Deadlines = Pick<typeof planInputs, 'progress-deadline' | 'min-ready' | 'boot-allowance'>;

/** Rules: a machine has time to boot, and to become ready. */
export const deadlineOutlasts: readonly Rule<Deadlines>[] = (['min-ready', 'boot-allowance'] as const).map(
  (input) => (values) => {
    const { 'progress-deadline': deadline, [input]: time } = values;
    if (deadline === undefined || time === undefined || deadline > time) return undefined;
    return {
      input: 'progress-deadline',
      found: `${deadline / 1000}s`,
      allowed: `more than ${input} (${time / 1000}s)`,
      remedy: `Give machines more time, or shorten ${input}.`,
    };
  },
);

/**
 * A rule: two groups need two names, and what shares requests out between them. What goes on with a rollout, or takes it back,
 * finds them in the ledger.
 */
export const pairIsWhole: Rule<PairFields> = (values) => {
  if (values.strategy !== 'two-group') return undefined;
  const { command = 'deploy' } = values as { readonly command?: string };
  const needed = command === 'deploy' ? (['other-group', 'listener-rule'] as const) : [];
  const missing = needed.find((name) => values[name] === undefined);
  const isSame = values.group !== undefined && values['other-group'] === values.group;
  if (missing === undefined && !isSame) return undefined;
  const found = missing === undefined ? `"${values.group}", as in "group"` : 'nothing';
  return {
    input: missing ?? 'other-group',
    found: `${found}, with strategy: two-group`,
    allowed: 'two groups, and the ARN of the listener rule that forwards to the target groups of both',
    remedy: 'Give "group", "other-group" and "listener-rule".',
  };
};

/** A rule: a machine that gets another root volume serves nobody meanwhile. */
export const someMayRest: Rule<Pick<typeof planInputs, 'strategy' | 'max-unavailable'>> = (values) => {
  const amount = values['max-unavailable'];
  const isNone = amount !== undefined && isZero(amount);
  if (values.strategy !== 'replace-root-volume' || !isNone) return undefined;
  return {
    input: 'max-unavailable',
    found: '0, with strategy: replace-root-volume',
    allowed: 'at least one machine, for each is out of service while its root volume is replaced',
    remedy: 'Write max-unavailable: 1, or strategy: rolling, which has others serve meanwhile.',
  };
};

/** A rule: one gate at most. */
export const oneGate: Rule<Pick<typeof planInputs, 'gate-command' | 'gate-path'>> = (values) => {
  if (values['gate-command'] === undefined || values['gate-path'] === undefined) return undefined;
  return {
    input: 'gate-path',
    found: values['gate-path'],
    allowed: 'either gate-command or gate-path',
    remedy: 'Leave one out, or ask the path from your command.',
  };
};

/** A rule: the wave to pause after has another one after it, for else nobody would ever be asked. */
export const pauseIsReached: Rule<Pick<typeof planInputs, 'pause-after' | 'waves' | 'strategy'>> = (values) => {
  const { 'pause-after': pauseAfter, strategy = 'rolling' } = values;
  const { length } = values.waves ?? presets[strategy].waves;
  if (pauseAfter === undefined || pauseAfter < length || isRefresh(strategy)) return undefined;
  return {
    input: 'pause-after',
    found: `${pauseAfter}, with ${length} ${length === 1 ? 'wave' : 'waves'}`,
    allowed: 'the number of a wave that others follow; the first is 1',
    remedy: 'Write a smaller number, or give more waves, for example waves: 1, 100%, and pause-after: 1.',
  };
};

/** What says something only beside others, one of which is enough. */
const details = [
  ['gate-port', ['gate-path']],
  ['gate-timeout', ['gate-command', 'gate-path']],
  ['accept-alarms', ['alarms', 'alarm-tags']],
  ['pause-expiry', ['pause-after']],
] as const;

/** Rules: what would be ignored is not given. */
export const detailsHaveOwners: readonly Rule<typeof planInputs>[] = details.map(([input, owners]) => (values) => {
  if (!isGiven<unknown>(planInputs[input], values[input])) return undefined;
  // A refused one was given, too: to ask for it as well would mislead.
  if (owners.some((owner) => !(owner in values) || values[owner] !== undefined)) return undefined;
  const names = owners.map((owner) => `"${owner}"`).join(' or ');
  return {
    input,
    found: `a value, without ${names}`,
    allowed: `${planInputs[input].default}, or any value beside ${names}, which it says more about`,
    remedy: `Give ${names}, or leave it out.`,
  };
});

/** A rule: what is kept comes back beside what serves, on the way back and by an undo, for which the maximum is raised. */
export const keptMayReturn: Rule<Pick<typeof planInputs, 'strategy' | 'raise-max' | 'keep-previous'>> = (values) => {
  const {
    strategy = 'rolling',
    'raise-max': raiseMax,
    'keep-previous': keep = presets[strategy].keepPrevious,
  } = values;
  if (raiseMax !== false || keep === 0 || strategy === 'two-group' || isRefresh(strategy)) return undefined;
  const keeps =
    values['keep-previous'] === undefined ? `strategy: ${strategy}, which keeps` : 'keep-previous, which keeps';
  return {
    input: 'raise-max',
    found: `false, with ${keeps} replaced machines`,
    allowed: 'true while any are kept, for they come back beside those that serve',
    remedy: 'Write keep-previous: 0s, or let the maximum be raised for that moment.',
  };
};

/** A rule: something may be there beside the others, or missing. */
export const someMayMove: Rule<Pick<typeof planInputs, 'max-surge' | 'max-unavailable'>> = (values) => {
  const { 'max-surge': surge, 'max-unavailable': unavailable } = values;
  if (!surge || !unavailable || !isZero(surge) || !isZero(unavailable)) return undefined;
  return {
    input: 'max-surge',
    found: '0, with max-unavailable: 0',
    allowed: 'at least one machine in one of the two, for else none could be replaced',
    remedy: 'Write max-unavailable: 1 to replace machines in place, or leave max-surge out.',
  };
};

/**
 * `1, 10%, 50%, 100%`: how many machines run the new image after each wave, each more than the one before. What share so many
 * machines are, only the group's size tells.
 */
function waves(value: string): readonly Amount[] {
  const amounts = value.split(',').map((part) => amount(part.trim()));
  const last = amounts.at(-1);
  const remedy = 'Write for example 1, 10%, 50%, 100%.';
  if (!last || !('percent' in last) || last.percent !== 100) throw new Refusal('a list that ends with 100%', remedy);
  const shares = amounts.flatMap((one) => ('percent' in one ? one.percent : []));
  const counts = amounts.flatMap((one) => ('machines' in one ? one.machines : []));
  if ([shares, counts].every(isRising)) return amounts;
  throw new Refusal('a list in which each wave is larger than the one before, and the first not 0', remedy);
}

function isRising(amounts: readonly number[]): boolean {
  return amounts.every((one, at) => one > (amounts[at - 1] ?? 0));
}

/**
 * A length of time that is not nothing, and not too long: a run that looks too rarely gives no sign of life in time, and no
 * script runs for longer than two days (Systems Manager, AWS-RunShellScript).
 */
function upTo(words: string, longest: number, example: string): (value: string) => number {
  return (value) => {
    const milliseconds = millisecondsIn(value);
    if (milliseconds > 0 && milliseconds <= longest) return milliseconds;
    throw new Refusal(`a number with a unit (s, m or h), from 1s to ${words}`, `Write for example ${example}.`);
  };
}

/** How long a pause may wait: long enough for somebody to see it. */
function pauseExpiry(value: string): number {
  const milliseconds = duration(value);
  if (milliseconds >= 60_000) return milliseconds;
  throw new Refusal('from 1m to 576h (24 days)', 'Write for example 24h.');
}

/** The ARN of a rule of an Application Load Balancer's listener (ELBv2 API, Rule). */
function listenerRule(value: string): string {
  if (/^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\d{12}:listener-rule\/app(\/[\w-]+){4}$/.test(value))
    return value;
  throw new Refusal(
    'the ARN of a listener rule of an Application Load Balancer',
    'Look it up with "aws elbv2 describe-rules"; it has listener-rule/app in it.',
  );
}

/** It stands in the ledger with everything else, in 4 KB (SSM API, PutParameter). */
function command(value: string): string {
  if (value.length <= 1000) return text(value);
  throw new Refusal('up to 1000 characters', 'Put a longer script on the image, and call it here.');
}

function path(value: string): string {
  if (/^\/[\x21-\x7e]{0,255}$/.test(value)) return value;
  throw new Refusal('a path: a slash, then up to 255 printable characters', 'Write for example /health.');
}

/** Auto Scaling user guide, "Suspend and resume processes": those that a rollout can do without. */
const restable = ['AZRebalance', 'AlarmNotification', 'ScheduledActions', 'ReplaceUnhealthy', 'InstanceRefresh'];

function processes(value: string): readonly string[] {
  const names = value.split(/[\s,]+/).filter((name) => name !== '' && name !== 'none');
  if (names.every((name) => restable.includes(name))) return names;
  throw new Refusal(
    `none, or some of ${restable.join(', ')}`,
    'Launch, Terminate, HealthCheck and AddToLoadBalancer are what a rollout lives by.',
  );
}
