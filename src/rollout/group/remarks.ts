import type { Group, GroupView } from '../heart/observation.js';

/** What whoever deploys to a group should know of it: what is left alone, and what the group itself would not notice. */
export interface Remarks {
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}

export function remarksOn({ group, machines }: GroupView): Remarks {
  const standby = machines.filter(({ stage, isKept }) => stage === 'aside' && !isKept).map(({ id }) => id);
  const notes = standby.length > 0 ? [`Left alone, for somebody has put them in standby: ${standby.join(', ')}`] : [];
  return { notes, warnings: isBlind(group) ? [blindness(group)] : [] };
}

/** The group is behind a load balancer, and does not listen to it (Auto Scaling user guide, "Health checks"). */
function isBlind({ trafficSources, healthChecks }: Group): boolean {
  return trafficSources.length > 0 && healthChecks.every((check) => check === 'EC2' || check === 'EBS');
}

function blindness({ name, healthChecks, trafficSources }: Group): string {
  const isLattice = trafficSources.every(({ type }) => type === 'vpc-lattice');
  return (
    `Group "${name}" has health check type ${healthChecks.join(',')}, though it is behind a load balancer: a machine that runs ` +
    'but no longer answers is never replaced. This rollout asks the load balancer all the same. Set the type to ' +
    `${isLattice ? 'VPC_LATTICE' : 'ELB'} for the time after it.`
  );
}
