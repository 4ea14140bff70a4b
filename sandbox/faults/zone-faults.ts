import type { Cancel } from '../world/clock.js';
import type { Shortage } from '../world/ec2/capacity.js';
import { defineFault, type FaultSite, groupOf, inService, pick, whole } from './world-fault.js';

interface ZoneFor {
  readonly zone: string;
  readonly seconds: number;
}

const drawZone = (random: FaultSite['random'], site: FaultSite): ZoneFor => ({
  zone: pick(zonesOf(site), random),
  seconds: whole(120, 900, random),
});

/** EC2 has no machines left in a zone (EC2 user guide, "Insufficient instance capacity"). */
export const noCapacityInZone = defineFault<ZoneFor>({
  draw: drawZone,
  says: ({ zone, seconds }) => `EC2 has no capacity in ${zone} for ${seconds} s`,
  lasts: ({ seconds }) => seconds,
  strike: (site, { zone }) => lack(site, { availabilityZone: zone }),
});

/** EC2 has no machines left of the type that the group's newest machine has, in any zone. */
export const noCapacityForType = defineFault<{ seconds: number }>({
  draw: (random) => ({ seconds: whole(120, 900, random) }),
  says: ({ seconds }) => `EC2 has no capacity for the group's instance type, in any zone, for ${seconds} s`,
  lasts: ({ seconds }) => seconds,
  strike: (site) => {
    const newest = [...(groupOf(site)?.members.values() ?? [])].at(-1);
    return lack(site, { instanceType: newest?.instance.instanceType });
  },
});

/** A zone is cut off: its machines do not answer, and none can be launched in it. */
export const zoneLoss = defineFault<ZoneFor>({
  costsRequests: true,
  draw: drawZone,
  says: ({ zone, seconds }) => `${zone} is cut off for ${seconds} s: nothing in it answers, nothing launches in it`,
  lasts: ({ seconds }) => seconds,
  strike: (site, { zone }) => {
    const { machines, region } = site;
    const endShortage = lack(site, { availabilityZone: zone });
    const lost = new Set<string>();
    let isOver = false;
    const cutOff = (id: string) => {
      if (isOver || region.ec2.instances.get(id)?.availabilityZone !== zone || !machines.isAnswering(id)) return;
      lost.add(id);
      machines.setAnswering(id, false);
    };
    for (const id of region.ec2.instances.keys()) cutOff(id);
    // What was on its way there comes up all the same, and is cut off as well.
    machines.onAnswerChange((id) => region.world.clock.schedule(0, () => cutOff(id)));
    return () => {
      endShortage();
      isOver = true;
      for (const id of lost) if (region.ec2.instances.get(id)?.state === 'running') machines.setAnswering(id, true);
    };
  },
});

/**
 * A zone loses its machines while EC2 has no others in it. Once it has, the group evens out its zones: it launches
 * before it terminates (Auto Scaling user guide, "Rebalancing activities").
 */
export const zoneRebalance = defineFault<ZoneFor>({
  costsRequests: true,
  draw: drawZone,
  says: ({ zone, seconds }) =>
    `the machines in ${zone} die and cannot be replaced there for ${seconds} s; then AZRebalance has work`,
  lasts: ({ seconds }) => seconds,
  strike: (site, { zone }) => {
    const code = 'Server.InternalError';
    const message = `${code}: An internal error occurred`;
    const dying = inZone(site, zone);
    const end = lack(site, { availabilityZone: zone });
    for (const id of dying) site.region.ec2.terminate(id, { code, message });
    return end;
  },
});

/**
 * The load balancers' checks all fail while requests get through: every target is unhealthy, so all get requests
 * (Application Load Balancers guide, "Target group health": fail-open).
 */
export const loadBalancerBlind = defineFault<{ seconds: number }>({
  // Fail-open sends requests to machines, too, that have not booted.
  costsRequests: true,
  draw: (random) => ({ seconds: whole(20, 300, random) }),
  says: ({ seconds }) => `all health checks of the load balancer fail for ${seconds} s, though requests get through`,
  lasts: ({ seconds }) => seconds,
  strike: (site) => {
    const { loadBalancing } = site.region;
    const groups = [...(groupOf(site)?.targetGroupArns ?? [])].flatMap(
      (arn) => loadBalancing.targetGroups.get(arn) ?? [],
    );
    for (const group of groups) loadBalancing.setBlind(group, true);
    return () => {
      for (const group of groups) loadBalancing.setBlind(group, false);
    };
  },
});

function lack({ region }: FaultSite, shortage: Shortage): Cancel {
  region.ec2.shortages.add(shortage);
  return () => {
    region.ec2.shortages.delete(shortage);
  };
}

function zonesOf(site: FaultSite): string[] {
  const subnets = groupOf(site)?.subnetIds ?? [];
  return [...new Set(subnets.map((id) => site.region.ec2.availabilityZoneOf(id)))];
}

function inZone(site: FaultSite, zone: string): string[] {
  const { instances } = site.region.ec2;
  return inService(site).filter((id) => instances.get(id)?.availabilityZone === zone);
}
