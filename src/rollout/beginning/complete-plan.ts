import type { Aws } from '../../platform/aws.js';
import { type AlarmChoice, chooseAlarms } from '../group/alarms.js';
import type { Group } from '../heart/observation.js';
import type { Plan } from '../heart/plan.js';
import type { Release } from '../heart/release.js';
import { pastBootAllowance, statedBootAllowance } from './boot-allowance.js';

/**
 * A plan with what only AWS can say, as it then stands in the ledger: which alarms are watched, and how long a machine may
 * boot where the plan does not say it. `history` is the group's, newest first.
 * @throws {Failure} for alarms that cannot be watched.
 */
export async function completePlan(
  aws: Aws,
  group: Group,
  plan: Plan,
  alarms: AlarmChoice | undefined,
  history: readonly Release[],
): Promise<Plan> {
  const { bootAllowance = pastBootAllowance(history) ?? statedBootAllowance(group) } = plan;
  return {
    ...plan,
    ...(alarms && { alarms: await chooseAlarms(aws, plan.alarms, alarms) }),
    ...(bootAllowance !== undefined && { bootAllowance }),
  };
}
