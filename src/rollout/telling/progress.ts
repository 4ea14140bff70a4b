import { runs } from '../heart/matching.js';
import type { Machine, Observation } from '../heart/observation.js';
import { goalOf } from '../heart/waves.js';

/** Where a rollout stands, in one line: the same line while nothing has changed. */
export function describeProgress({ group, machines, release }: Observation): string {
  // Nothing goes back while it is on hold.
  const goal = release.direction === 'hold' ? release.to : goalOf(release);
  const [fresh, stale] = partition(machines, (machine) => runs(machine, goal));
  const parts = [
    count(fresh, 'healthy', ({ healthy }) => healthy),
    count(fresh, 'starting', ({ healthy, stage }) => !healthy && stage !== 'leaving' && stage !== 'aside'),
    count(stale, release.direction === 'back' ? 'new' : 'old', ({ stage }) => stage !== 'leaving' && stage !== 'aside'),
    count(machines, 'leaving', ({ stage }) => stage === 'leaving'),
  ];
  const verb = { forward: 'to', back: 'back to', hold: 'on hold on its way to' }[release.direction];
  return `${group.name} ${verb} ${goal.imageId}: ${parts.filter(Boolean).join(', ') || 'no machines'} (desired ${group.desired})`;
}

function count(machines: readonly Machine[], word: string, matches: (machine: Machine) => boolean): string {
  const number = machines.filter(matches).length;
  return number > 0 ? `${number} ${word}` : '';
}

function partition(machines: readonly Machine[], matches: (machine: Machine) => boolean): [Machine[], Machine[]] {
  return [machines.filter(matches), machines.filter((machine) => !matches(machine))];
}
