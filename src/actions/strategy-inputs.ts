import { type Field, isGiven, type Rule } from '../platform/inputs.js';
import { isRefresh, type Strategy } from '../rollout/heart/plan.js';
import {
  deadlineOutlasts,
  detailsHaveOwners,
  keptMayReturn,
  oneGate,
  pairIsWhole,
  pauseIsReached,
  planInputs,
  someMayMove,
  someMayRest,
} from './plan-inputs.js';

/** What a strategy makes of an input. */
export type Treatment =
  /** As its description says; `as` where it takes another shape. */
  | { readonly kind: 'used'; readonly as?: string }
  /** Given as anything but its default, it is refused. */
  | { readonly kind: 'refused'; readonly because: string; readonly remedy: string; readonly refuses: Refuses };

/** Whether a value, which is not the default, is one of those that are refused. */
type Refuses = (value: unknown) => boolean;

export type StrategyInput = Exclude<keyof typeof planInputs, 'strategy'>;

type Treatments = Readonly<Record<StrategyInput, Treatment>>;

const used: Treatment = { kind: 'used' };
const as = (shape: string): Treatment => ({ kind: 'used', as: shape });

function refused(because: string, remedy: string, refuses: Refuses = () => true): Treatment {
  return { kind: 'refused', because, remedy, refuses };
}

const oneGroup = refused('it replaces the machines of one group', 'Leave it out, or write strategy: two-group.');

/** The loop of our own: it uses whatever there is. */
const ownLoop: Treatments = {
  'other-group': oneGroup,
  'listener-rule': oneGroup,
  waves: used,
  'max-surge': used,
  'max-unavailable': used,
  'raise-max': used,
  'min-ready': used,
  soak: used,
  'gate-command': used,
  'gate-path': used,
  'gate-port': used,
  'gate-timeout': used,
  'release-command': used,
  alarms: used,
  'alarm-tags': used,
  'accept-alarms': used,
  'boot-allowance': used,
  'progress-deadline': used,
  'on-failure': used,
  'keep-previous': used,
  'pause-after': used,
  'pause-expiry': used,
  suspend: used,
  'accept-weights': used,
  'poll-interval': used,
};

const twoGroup: Treatments = {
  ...ownLoop,
  'other-group': used,
  'listener-rule': used,
  waves: as('shares of the requests, of a hundred'),
  'max-surge': refused('the idle group becomes as large as the serving one at once', 'Leave it out.'),
  'max-unavailable': refused(
    'the serving group keeps all of its machines until requests have left it',
    'Leave it out.',
  ),
  'raise-max': refused('the idle group takes over the sizes of the serving one, its maximum too', 'Leave it out.'),
  soak: as('the time after each shift of requests'),
  'on-failure': as('`hold` keeps the weights as they are'),
  'keep-previous': as('the other group keeps its machines, in service and without requests'),
  suspend: refused('its processes stay as they are in both groups', 'Leave it out.', isSome),
  'accept-weights': refused('two groups are compared machine by machine', 'Leave it out, or write strategy: rolling.'),
};

const noPause = refused(
  'AWS waits at a checkpoint for a time, not for a person',
  'Give waves and a soak, or write strategy: canary.',
);

/** AWS's own engine: the plan in the words of its API (Auto Scaling API, RefreshPreferences). */
const refresh: Treatments = {
  ...ownLoop,
  waves: as('`CheckpointPercentages`, a soak apart (`CheckpointDelay`)'),
  'max-surge': as('`MaxHealthyPercentage`, rounded up to a whole percent of the group'),
  'max-unavailable': as('`MinHealthyPercentage`, rounded up; less than one percent is refused'),
  'raise-max': refused(
    'AWS decides by itself how to make room for the surge',
    'Write max-surge: 0 and max-unavailable: 1.',
  ),
  'min-ready': as('`InstanceWarmup`, in whole seconds'),
  soak: as('`CheckpointDelay` and `BakeTime` (48 hours at most)'),
  alarms: as('`AlarmSpecification` (10 at most), and watched by the step as well'),
  'progress-deadline': as('the same, and a `soak` longer for each checkpoint that AWS has reached, one at least'),
  'on-failure': refused(
    'AWS takes back a refresh that fails (AutoRollback)',
    'Leave it out, or write strategy: rolling.',
  ),
  'keep-previous': refused(
    'AWS terminates what it replaces',
    'Leave it out, or write strategy: blue-green.',
    (value) => value !== 0,
  ),
  'pause-after': noPause,
  'pause-expiry': noPause,
  suspend: refused(
    'AWS replaces no machine while its process InstanceRefresh rests',
    'Leave InstanceRefresh out.',
    (value) => Array.isArray(value) && value.includes('InstanceRefresh'),
  ),
};

/** AWS would hold such a machine in a launch hook (Auto Scaling user guide, "Use lifecycle hooks with replace root volume"); we have not built that. */
const noGate = refused('a machine that stays is not held until it is asked, so far', 'Leave it out, and give alarms.');

/** The same engine, which leaves each machine where it is and exchanges its root volume. */
const rootVolume: Treatments = {
  ...refresh,
  'max-surge': refused('each machine stays, and gets another root volume', 'Leave it out, and give max-unavailable.'),
  'raise-max': refused('no machine comes beside the others', 'Leave it out.'),
  'gate-command': noGate,
  'gate-path': noGate,
  'gate-port': noGate,
  'gate-timeout': noGate,
  'release-command': refused('no machine is there before others serve', 'Leave it out, or write strategy: rolling.'),
};

function isSome(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** What each strategy makes of each input. The table in docs/strategies.md is made of it. */
export const treatments: Readonly<Record<Strategy, Treatments>> = {
  rolling: ownLoop,
  canary: ownLoop,
  'blue-green': ownLoop,
  'two-group': twoGroup,
  'instance-refresh': refresh,
  'replace-root-volume': rootVolume,
};

export const strategyInputs = Object.keys(ownLoop) as StrategyInput[];

/** A rule for each input: it is not given where the strategy has no use for it. */
const inputsFitStrategy: readonly Rule<typeof planInputs>[] = strategyInputs.map((input) => (values) => {
  const treatment = values.strategy && treatments[values.strategy][input];
  const isOfUse = treatment?.kind !== 'refused' || !isGiven<unknown>(planInputs[input], values[input]);
  if (isOfUse || !treatment.refuses(values[input])) return undefined;
  return {
    input,
    found: `a value, with strategy: ${values.strategy}`,
    allowed: `${planInputs[input].default || 'nothing'} for this strategy: ${treatment.because}`,
    remedy: treatment.remedy,
  };
});

/** Auto Scaling API, RefreshPreferences: "BakeTime" and "CheckpointDelay". Milliseconds. */
const longestRest = 172_800_000;

/** A rule: AWS waits as long as it is to. */
const soakFitsRefresh: Rule<Pick<typeof planInputs, 'strategy' | 'soak'>> = ({ strategy, soak = 0 }) => {
  if (!strategy || !isRefresh(strategy) || soak <= longestRest) return undefined;
  return {
    input: 'soak',
    found: `${soak / 1000}s, with strategy: ${strategy}`,
    allowed: 'up to 48h for this strategy: AWS waits no longer, at a checkpoint or at the end',
    remedy: 'Write soak: 48h or less, or strategy: rolling.',
  };
};

/** What must hold between the inputs of a plan. */
export const planRules: readonly Rule<typeof planInputs & { readonly group: Field<string> }>[] = [
  ...deadlineOutlasts,
  oneGate,
  pairIsWhole,
  pauseIsReached,
  soakFitsRefresh,
  someMayRest,
  ...inputsFitStrategy,
  ...detailsHaveOwners,
  someMayMove,
  keptMayReturn,
];
