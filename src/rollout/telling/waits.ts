import { isFull } from '../group/room.js';
import { type Fleet, fleetOf } from '../heart/fleet.js';
import type { Machine, Observation } from '../heart/observation.js';
import { holdsMachines } from '../heart/waves.js';
import { asOneWave } from '../instance-refresh/as-one-wave.js';
import { isActive, isGoingBack } from '../instance-refresh/refresh-status.js';
import { isoTime } from '../ledger/lease.js';

/** Something that a rollout waits for. */
export interface Wait {
  /** Tells it from others. */
  readonly kind: string;
  /** One line for the log. */
  readonly line: string;
  /** When it is over, in milliseconds since the epoch: at the latest, or, if it is `sure`, just then. */
  readonly until?: number;
  readonly sure?: true;
}

/** What a rollout waits for that has nothing to do at this moment; never nothing. */
export function waitsIn(observation: Observation): readonly Wait[] {
  const fleet = fleetOf(observation);
  const ofRule = rule(observation);
  if (ofRule) return [ofRule];
  const found = [
    soak(observation, fleet),
    minReady(observation, fleet),
    refresh(observation),
    command(observation),
    gate(observation, fleet),
    boot(observation, fleet),
    capacity(observation, fleet),
    room(observation),
  ].filter((wait) => wait !== undefined);
  return found.length > 0 ? found : [leaving(observation) ?? settling];
}

/** Where AWS is slow to show what was done, or another process may be at work on the same group. */
const settling: Wait = { kind: 'settling', line: 'Waiting: AWS does not show yet that everything asked for is done' };

/** Between two groups nothing else is done meanwhile. */
function rule({ pair, release }: Observation): Wait | undefined {
  if (pair?.withoutRuleSince === undefined) return undefined;
  const until = pair.withoutRuleSince + release.plan.progressDeadline;
  return openWait(
    'rule',
    until,
    `listener rule ${pair.sides.rule} to forward to a target group again (progress-deadline)`,
  );
}

function soak({ now, release: { plan, soak, wavesDone, direction } }: Observation, { fresh, ready }: Fleet) {
  const until = (soak?.since ?? 0) + plan.soak;
  if (direction !== 'forward' || soak?.wave !== wavesDone || until <= now || ready.length < fresh.length)
    return undefined;
  const wave = Math.min(wavesDone + 1, plan.waves.length);
  return sureWait('soak', until, `wave ${wave} of ${plan.waves.length} serves users (soak, ${secondsOf(plan.soak)})`);
}

function minReady({ release: { plan } }: Observation, { fresh, ready }: Fleet): Wait | undefined {
  const unready = fresh.filter(({ healthySince }) => healthySince !== undefined).length - ready.length;
  if (unready <= 0) return undefined;
  const last = Math.max(...fresh.map(({ healthySince = 0 }) => healthySince));
  return sureWait(
    'min-ready',
    last + plan.minReady,
    `${unready} new to stay healthy (min-ready, ${secondsOf(plan.minReady)})`,
  );
}

function refresh(observation: Observation): Wait | undefined {
  const { refresh: found, release } = observation;
  if (!found || !isActive(found)) return undefined;
  const { status, percent } = found;
  const kind = `refresh ${status}`;
  const stands = `instance refresh ${status}, ${percent} %`;
  if (release.direction === 'forward' || !isGoingBack(found))
    return { kind, line: `Waiting: AWS replaces the machines (${stands})` };
  const what = `AWS to take the new machines back (${stands}; progress-deadline)`;
  return openWait(kind, deadlineOf(observation), what);
}

function command({ command: state, release: { plan } }: Observation): Wait | undefined {
  if (state !== 'running') return undefined;
  const line = `Waiting: the release command runs, for ${secondsOf(plan.progressDeadline)} at most (progress-deadline)`;
  return { kind: 'command', line };
}

function gate({ release: { plan } }: Observation, { fresh }: Fleet): Wait | undefined {
  const asked = fresh.filter(({ check }) => check?.state === 'running');
  if (asked.length === 0 || plan.gate.kind === 'none') return undefined;
  const line = `Waiting: the gate is asked on ${named(asked)}, for ${secondsOf(plan.gate.timeout)} at most (gate-timeout)`;
  return { kind: 'gate', line };
}

/** As {@link judge} has it: one healthy machine among the new ones says that the image is no silent failure. */
function boot(observation: Observation, { fresh }: Fleet): Wait | undefined {
  const { release, patience } = observation;
  const asked = ({ check, isReleased }: Machine) => check !== undefined && check.state !== 'unreachable' && !isReleased;
  const booting = fresh.filter((machine) => machine.unhealthySince !== undefined && !asked(machine));
  if (booting.length === 0) return undefined;
  const isJudged = release.direction === 'forward' && !fresh.some(({ healthy }) => healthy);
  const late = booting.map(
    ({ unhealthySince = 0, hasServed }) => unhealthySince + (hasServed ? patience.relapse : patience.boot),
  );
  const deadline = deadlineOf(observation);
  const allowed = isJudged ? Math.min(...late) : Number.POSITIVE_INFINITY;
  const [until, why] = allowed < deadline ? [allowed, 'boot-allowance'] : [deadline, 'progress-deadline'];
  const isAwaited = holdsMachines(release) && booting.some(({ check }) => check?.state === 'unreachable');
  const what = isAwaited ? 'to answer to Systems Manager' : 'to become healthy';
  return openWait('boot', until, `${named(booting)} ${what} (${why})`);
}

function capacity(observation: Observation, { fresh, stale }: Fleet): Wait | undefined {
  const { group, release } = observation;
  const launches = Object.values(release.surge?.launches?.zones ?? {}).reduce((sum, machines) => sum + machines, 0);
  const missing = group.desired - fresh.length - stale.length + launches;
  if (missing <= 0) return undefined;
  const { short = [] } = release.surge ?? {};
  const none = short.length > 0 ? `; it has none in ${short.join(', ')}` : '';
  const why = group.suspended.includes('Launch') ? '; Launch is suspended' : none;
  return openWait('capacity', deadlineOf(observation), `AWS to launch ${missing} more${why} (progress-deadline)`);
}

function room(observation: Observation): Wait | undefined {
  if (!isFull(observation)) return undefined;
  const what = `room in the group, whose maximum of ${observation.group.max} is not raised for surge (progress-deadline)`;
  return openWait('room', deadlineOf(observation), what);
}

function leaving({ machines }: Observation): Wait | undefined {
  const found = machines.filter(({ stage }) => stage === 'leaving');
  if (found.length === 0) return undefined;
  return { kind: 'leaving', line: `Waiting: ${named(found)} to finish the requests in flight and leave` };
}

function deadlineOf(observation: Observation): number {
  return observation.lastProgress + asOneWave(observation).release.plan.progressDeadline;
}

function sureWait(kind: string, until: number, what: string): Wait {
  return { kind, until, sure: true, line: `Waiting until ${isoTime(until)}: ${what}` };
}

function openWait(kind: string, until: number, what: string): Wait {
  return { kind, until, line: `Waiting, until ${isoTime(until)} at the latest: ${what}` };
}

function named([first, ...others]: readonly Machine[]): string {
  return others.length === 0 ? `${first?.id}` : `${first?.id} and ${others.length} more`;
}

function secondsOf(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
