import type { Plan } from '../heart/plan.js';
import type { Release } from '../heart/release.js';

/** What stands in the ledger as the step has said it, by the inputs that say it. */
const saidBy: Readonly<Partial<Record<keyof Plan, string>>> = {
  strategy: 'strategy',
  waves: 'waves',
  maxSurge: 'max-surge',
  maxUnavailable: 'max-unavailable',
  raiseMax: 'raise-max',
  minReady: 'min-ready',
  soak: 'soak',
  gate: 'the gate',
  onFailure: 'on-failure',
  keepPrevious: 'keep-previous',
  pauseAfter: 'pause-after',
  suspend: 'suspend',
  pollInterval: 'poll-interval',
};

/**
 * What a step has asked for that a release which it carries on does not do: that goes by the plan that it began with.
 * @returns a sentence; undefined where nothing is left out.
 */
export function remarkOnPlan(
  asked: Plan,
  { continues, plan }: Pick<Release, 'continues' | 'plan'>,
): string | undefined {
  if (continues === undefined) return undefined;
  const isOther = (name: keyof Plan) => JSON.stringify(asked[name]) !== JSON.stringify(plan[name]);
  const unused = [
    ...Object.entries(saidBy).flatMap(([name, input]) => (isOther(name as keyof Plan) ? [input] : [])),
    ...(asked.bootAllowance !== undefined && isOther('bootAllowance') ? ['boot-allowance'] : []),
    // A rollout makes it longer by itself, and finds alarms by their tags.
    ...(asked.progressDeadline > plan.progressDeadline ? ['progress-deadline'] : []),
    ...(asked.alarms.some((alarm) => !plan.alarms.includes(alarm)) ? ['alarms'] : []),
  ];
  if (unused.length === 0) return undefined;
  return (
    `Release ${continues} is carried on by the plan that it began with; not used of this step: ${unused.join(', ')}. ` +
    'To roll out by that, cancel this, take back what is unfinished with "command: abort", and deploy again.'
  );
}
