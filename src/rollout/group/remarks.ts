import type { Group, GroupView } from '../heart/observation.js';
import { isRefresh, type Strategy } from '../heart/plan.js';

/** What whoever deploys to a group should know of it: what is left alone, and what the group itself would not notice. */
export interface Remarks {
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}

export function remarksOn({ group, machines }: GroupView, strategy: Strategy): Remarks {
  const standby = machines.filter(({ stage, isKept }) => stage === 'aside' && !isKept).map(({ id }) => id);
  const notes = standby.length > 0 ? [`Left alone, for somebody has put them in standby: ${standby.join(', ')}`] : [];
  return { notes, warnings: isBlind(group) ? [blindness(group, strategy)] : [] };
}

/** The group is behind a load balancer, and does not listen to it (Auto Scaling user guide, "Health checks"). */
function isBlind({ trafficSources, healthChecks }: Group): boolean {
  return trafficSources.length > 0 && healthChecks.every((check) => check === 'EC2' || check === 'EBS');
}

function blindness({ name, healthChecks, trafficSources }: Group, strategy: Strategy): string {
  const isLattice = trafficSources.every(({ type }) => type === 'vpc-lattice');
  return (
    `Group "${name}" has health check type ${healthChecks.join(',')}, though it is behind a load balancer: a machine that runs ` +
    `but no longer answers is never replaced. ${whoAsks(strategy)} Set the type to ` +
    `${isLattice ? 'VPC_LATTICE' : 'ELB'} for the time after it.`
  );
}

/** No refresh begins in such a group, but one that has begun may be carried on in it. */
function whoAsks(strategy: Strategy): string {
  return isRefresh(strategy)
    ? "Nor does AWS's own engine, which carries this rollout out, ask the load balancer: it counts new machines that get no requests."
    : 'This rollout asks the load balancer all the same.';
}
