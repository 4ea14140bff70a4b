import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import { hookName, launchHooks } from '../changes/launch-hook.js';
import { type AlarmChoice, chooseAlarms } from '../group/alarms.js';
import type { Group } from '../heart/observation.js';
import { isRefresh, type Plan } from '../heart/plan.js';
import type { Release } from '../heart/release.js';
import { pastBootAllowance, statedBootAllowance } from './boot-allowance.js';

/** How many alarms AWS's own engine watches (Auto Scaling API, AlarmSpecification). */
const mostAlarms = 10;

/**
 * A plan with what only AWS can say, as it then stands in the ledger: which alarms are watched, and how long a machine may
 * boot where the plan does not say it; the deadline is longer than what good machines have needed. `history` is the group's, newest first.
 * @throws {Failure} for alarms that cannot be watched, or not all of them.
 */
export async function completePlan(
  aws: Aws,
  group: Group,
  plan: Plan,
  alarms: AlarmChoice | undefined,
  history: readonly Release[],
): Promise<Plan> {
  const past = plan.bootAllowance === undefined ? pastBootAllowance(history) : undefined;
  const { bootAllowance = past ?? (await statedBy(aws, group)) } = plan;
  const watched = alarms ? await chooseAlarms(aws, plan.alarms, alarms) : plan.alarms;
  if (isRefresh(plan.strategy) && watched.length > mostAlarms) {
    throw new Failure(
      `AWS watches at most ${mostAlarms} alarms for the strategy "${plan.strategy}", and "alarms" and "alarm-tags" come to ${watched.length}: ` +
        `${watched.join(', ')}. Give fewer, or take the strategy "rolling".`,
    );
  }
  // Machines that are known to need so long do not stand still meanwhile.
  const progressDeadline = Math.max(plan.progressDeadline, Math.round(1.25 * (past ?? 0)));
  return { ...plan, alarms: watched, progressDeadline, ...(bootAllowance !== undefined && { bootAllowance }) };
}

/** A launch hook of the owner holds machines before their grace period begins, and nothing says for how long it does rightly. */
async function statedBy(aws: Aws, group: Group): Promise<number | undefined> {
  const stated = statedBootAllowance(group);
  if (stated === undefined) return undefined;
  const hooks = await launchHooks(aws, group.name);
  return hooks.every((name) => name === hookName) ? stated : undefined;
}
