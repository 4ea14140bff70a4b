import type { Aws } from '../platform/aws.js';
import type { Log } from '../platform/step.js';
import { remarksOnLaunched } from './changes/launched-instead.js';
import { remarksOn } from './group/remarks.js';
import type { GroupView } from './heart/observation.js';
import type { Plan } from './heart/plan.js';
import type { Release } from './heart/release.js';
import { remarksOnWayBack } from './image/way-back.js';
import { remarkOnPlan } from './ledger/kept-plan.js';
import { remarksOnPolicies } from './two-group/bound-policies.js';

/** What a release was claimed for, and what it follows. */
interface Before {
  readonly plan: Plan;
  /** What is in ALARM already is left out, rather than refused. */
  readonly acceptsAlarm: boolean;
  readonly newest: Release | undefined;
}

/** Tells what whoever rolls out should know of a group, its release and what the step has asked for, before the first change. */
export async function tellForeword(
  aws: Aws,
  log: Log,
  { view, release }: { readonly view: GroupView; readonly release: Release },
  { plan, acceptsAlarm, newest }: Before,
): Promise<void> {
  const { notes, warnings } = remarksOn(view, release.plan.strategy);
  const policies = release.sides ? await remarksOnPolicies(aws, release.sides) : [];
  const leftOut = await remarksOnLaunched(aws, view, release, newest);
  const unused = remarkOnPlan({ ...plan, ...(acceptsAlarm && { alarms: [] }) }, release);
  if (unused !== undefined) log.warning(unused, 'Earlier plan');
  for (const remark of await remarksOnWayBack(aws, release)) log.warning(remark, 'Way back');
  for (const remark of leftOut) log.warning(remark, 'Launch template');
  for (const remark of policies) log.warning(remark, 'Scaling policies');
  for (const note of notes) log.info(note);
  for (const warning of warnings) log.warning(warning, 'Health checks');
}
