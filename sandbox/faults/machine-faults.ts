import type { Cancel } from '../world/clock.js';
import { defineFault, type FaultSite, groupOf, inService, pick, whole } from './world-fault.js';

/** Machines boot, but take much longer than they use to. */
export const slowBoots = defineFault<{ factor: number; seconds: number }>({
  draw: (random) => ({ factor: whole(2, 5, random), seconds: whole(300, 1800, random) }),
  says: ({ factor, seconds }) => `machines that boot in the next ${seconds} s take ${factor} times as long`,
  lasts: ({ seconds }) => seconds,
  strike: ({ machines, region }, { factor }) =>
    machines.alter((_instance, behaviour) => {
      const [shortest, longest] = behaviour.boot ?? region.world.profile.boot;
      return { ...behaviour, boot: [shortest * factor, longest * factor] };
    }),
});

/** The next machines run as EC2 sees it, but never answer. */
export const deadMachines = defineFault<{ machines: number }>({
  draw: (random) => ({ machines: whole(1, 2, random) }),
  says: ({ machines }) => `the next ${machines} machine(s) that boot never answer`,
  strike: (site, { machines }) => {
    let left = machines;
    const end: Cancel = site.machines.alter((_instance, behaviour) => {
      if (--left <= 0) end();
      return { ...behaviour, answers: 'never' };
    });
    return end;
  },
});

/** Machines in service die under way (EC2 user guide, "Instance termination": Server.InternalError). */
export const machineDeath = defineFault<{ machines: number }>({
  costsRequests: true,
  draw: (random) => ({ machines: whole(1, 2, random) }),
  says: ({ machines }) => `${machines} machine(s) in service die`,
  strike: (site, { machines }) => {
    const code = 'Server.InternalError';
    for (const id of victims(site, machines)) {
      site.region.ec2.terminate(id, { code, message: `${code}: An internal error occurred` });
    }
    return undefined;
  },
});

/** One machine answers and does not, by turns. */
export const flappingHealth = defineFault<{ times: number; seconds: number }>({
  costsRequests: true,
  draw: (random) => ({ times: whole(2, 6, random), seconds: whole(8, 40, random) }),
  says: ({ times, seconds }) => `a machine in service stops to answer for ${seconds} s, ${times} times`,
  lasts: ({ times, seconds }) => 2 * times * seconds,
  strike: (site, { seconds }) => {
    const [id] = victims(site, 1);
    if (id === undefined || !site.machines.isAnswering(id)) return undefined;
    const { clock } = site.region.world;
    let next: Cancel = () => undefined;
    const turn = (answers: boolean) => {
      site.machines.setAnswering(id, answers);
      next = clock.schedule(seconds * 1000, () => turn(!answers));
    };
    turn(false);
    return () => {
      next();
      site.machines.setAnswering(id, true);
    };
  },
});

/** EC2 takes Spot Instances back (EC2 user guide, "Spot Instance interruptions"). */
export const spotReclaim = defineFault<{ machines: number }>({
  costsRequests: true,
  applies: (site) => spotMembers(site).length > 0,
  draw: (random) => ({ machines: whole(1, 3, random) }),
  says: ({ machines }) => `EC2 reclaims ${machines} Spot Instance(s), two minutes after it has said so`,
  strike: (site, { machines }) => {
    const { clock } = site.region.world;
    const reclaimed = spotMembers(site).slice(0, machines);
    for (const id of reclaimed) site.region.record('instance', id, 'EC2 Spot Instance Interruption Warning');
    const code = 'Server.SpotInstanceTermination';
    return clock.schedule(120_000, () => {
      for (const id of reclaimed) {
        site.region.ec2.terminate(id, { code, message: `${code}: Spot instance termination` });
      }
    });
  },
});

function spotMembers(site: FaultSite): string[] {
  return inService(site).filter((id) => groupOf(site)?.members.get(id)?.instance.spot);
}

/** Some of those in service, never one twice. */
function victims(site: FaultSite, count: number): string[] {
  const left = inService(site);
  const chosen: string[] = [];
  while (chosen.length < count && left.length > 0) {
    const id = pick(left, site.random);
    left.splice(left.indexOf(id), 1);
    chosen.push(id);
  }
  return chosen;
}
