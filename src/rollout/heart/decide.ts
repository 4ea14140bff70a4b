import { type Fleet, fleetOf, isComplete, isLaunching, provenVersion } from './fleet.js';
import { judge } from './judge.js';
import type { TemplateVersion } from './launch-source.js';
import { isMade, versionsOf } from './matching.js';
import type { Move, MoveOf } from './move.js';
import type { Observation } from './observation.js';
import type { Release } from './release.js';
import { replace, restore, surge, trim } from './replace.js';
import { launchFrom, letGo, renewWarm, restoreMax, settle } from './settle.js';
import { goalOf, isPausing, isProven, isProving, waveTarget } from './waves.js';

/**
 * Decides the next move of a rollout from one look at AWS. Pure: the same observation gives the same move, so any
 * runner that starts at any point goes on rightly.
 */
export function decide(observation: Observation): Move {
  const { release } = observation;
  const fleet = fleetOf(observation);
  const verdict = observation.standstill ?? judge(observation, fleet);
  if (verdict?.outcome) return settle(observation, fleet) ?? { kind: 'end', changes: verdict };
  if (verdict) return { kind: 'note', changes: verdict, say: verdict.reason };
  const rests = isPausing(release) && fleet.stale.length > 0 && isComplete(observation, fleet);
  return rests ? (settle(observation, fleet) ?? pause(observation)) : advance(observation, fleet);
}

function advance(observation: Observation, fleet: Fleet): Move {
  const { release } = observation;
  const launched = isLaunching(observation, fleet) ? goalOf(release) : provenVersion(observation);
  return (
    prepare(observation, fleet) ??
    announce(observation, fleet) ??
    launchFrom(observation, fleet, launched) ??
    renewWarm(observation, launched) ??
    (release.surge?.launches ? { kind: 'launch' } : undefined) ??
    letGo(observation, fleet) ??
    restore(observation, fleet) ??
    replace(observation, fleet) ??
    trim(observation, fleet) ??
    surge(observation, fleet) ??
    (isComplete(observation, fleet) ? endWave(observation, fleet) : { kind: 'wait' })
  );
}

/** Before any machine is touched: the processes rest, and the versions to launch exist, numbered and with their images. */
export function prepare({ group, release }: Observation, { stale }: Fleet): Move | undefined {
  const processes = release.plan.suspend.filter((process) => !group.suspended.includes(process));
  const mustRest = release.direction === 'forward' && stale.length > 0 && processes.length > 0;
  if (mustRest) return { kind: 'suspend', processes };
  const isFloating = versionsOf<TemplateVersion>(release.from).some((version) => version.isFloating);
  if (isMade(goalOf(release)) && !isFloating) return undefined;
  // A group that follows a template would launch whatever version is made next.
  if (group.isFollowing) return { kind: 'point-at', version: release.from };
  return { kind: isFloating ? 'pin-version' : 'create-version' };
}

/** What an unproven version is launched for is written down before the group points at it, so that it does so for moments. */
function announce(observation: Observation, fleet: Fleet): Move | undefined {
  const { release, launchesByName } = observation;
  const isDue = isProving(release) && launchesByName && !release.surge?.launches;
  return isDue ? surge(observation, fleet) : undefined;
}

/** The machines of a wave serve: they soak, then the next wave begins, or everything ends. */
function endWave(observation: Observation, fleet: Fleet): Move {
  const { release } = observation;
  const { stale, size, target } = fleet;
  if (release.direction !== 'forward' || size === 0) return finish(observation, fleet);
  const soaking = soakWave(observation);
  // Between two waves nobody needs room for the surge that has gone.
  if (soaking) return restoreMax(observation) ?? soaking;
  if (isProven(release) && stale.length === 0) return finish(observation, fleet);
  // In a small group some of a plan's waves come to the same machines: the next one is the next that is larger.
  let wave = release.wavesDone + 1;
  while (wave < release.plan.waves.length && waveTarget(release.plan, wave, size) <= target) wave++;
  const isLast = stale.length === 0 && release.soak !== undefined;
  return { kind: 'note', changes: { wavesDone: wave, ...(isLast && { soak: { ...release.soak, wave } }) } };
}

/** What begins or goes on with the wave's time under traffic; undefined when that has passed. */
export function soakWave({ now, release: { plan, soak, wavesDone } }: Observation): Move | undefined {
  if (plan.soak === 0) return undefined;
  if (soak?.wave !== wavesDone) return { kind: 'note', changes: { soak: { wave: wavesDone, since: now } } };
  return now - soak.since < plan.soak ? { kind: 'wait' } : undefined;
}

/** A person has so long to say how it goes on; then `repair` takes it back. */
export function pause({ now, release: { plan } }: Observation, changes: Partial<Release> = {}): MoveOf<'rest'> {
  const rests = { kind: 'paused', until: now + (plan.pauseExpiry ?? 24 * 3_600_000) } as const;
  return { kind: 'rest', changes: { ...changes, rests, suspended: [] }, say: 'Paused.' };
}

/** Every machine runs the goal: the settings are put back, it ends. */
function finish(observation: Observation, fleet: Fleet): Move {
  const { now, machines, release } = observation;
  const { plan, direction, backOutcome = 'rolled-back' } = release;
  const settling = settle(observation, fleet);
  if (settling) return settling;
  if (direction !== 'forward') return { kind: 'end', changes: { outcome: backOutcome } };
  const keeps = plan.keepPrevious > 0 && machines.some(({ isKept }) => isKept);
  const outcome = fleet.size === 0 ? 'unproven' : 'succeeded';
  return { kind: 'end', changes: { outcome, ...(keeps && { keptUntil: now + plan.keepPrevious }) } };
}
