import type { Aws } from '../../platform/aws.js';
import type { Clock } from '../../platform/clock.js';
import type { GroupView } from '../heart/observation.js';
import type { Plan } from '../heart/plan.js';
import { Ledger } from '../ledger/ledger.js';
import { forecast } from './forecast.js';
import { portray } from './portrait.js';

/** Of larger groups, rehearsals would take longer than a rollout should wait for them. */
const largest = 100;

/** Enough for a figure in the middle. */
const rehearsals = 3;

/**
 * How long a rollout that is about to begin is going to take, in milliseconds; undefined for a large or an empty group,
 * and where it waits for a person.
 */
export async function predict(aws: Aws, clock: Clock, view: GroupView, plan: Plan): Promise<number | undefined> {
  const { desired } = view.group;
  if (desired === 0 || desired > largest || plan.pauseAfter !== undefined) return undefined;
  const portrait = await portray(aws, clock, new Ledger(aws, view.group.name), view);
  return (await forecast(portrait, plan, 'next', rehearsals)).duration.typical;
}
