import { connect } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import { Fence } from '../../platform/fence.js';
import { Deployment, type Ending } from '../deployment.js';
import { lease } from '../ledger/lease.js';
import type { Figures } from '../telling/meter.js';
import { Door } from './door.js';
import { buildLikeness, type Likeness } from './likeness.js';
import type { Reduced } from './reduced.js';
import { silentStep } from './silent-step.js';
import { goneBy, type Moment, machineMinutesAbove, timelineOf, until } from './timeline.js';
import { keepEntries, type Wave, wavesOf } from './waves.js';

/** What is to be rehearsed, and with which seed. */
export interface RehearsalOrder extends Reduced {
  readonly imageId: string;
  readonly seed: number;
  /** Of virtual time; ten if left out. */
  readonly days?: number;
}

/** How one rehearsal went. */
export interface Rehearsal {
  readonly outcome: Ending;
  readonly reason: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly waves: readonly Wave[];
  readonly timeline: readonly Moment[];
  /** The most machines that there were at a time. */
  readonly peak: number;
  readonly leastServing: number;
  readonly extraMachineMinutes: number;
  readonly calls: { readonly reads: number; readonly changes: number };
  /** What the run has measured itself, as a real one does. */
  readonly seen: Figures | undefined;
}

/** A rollout that takes more days is not worth waiting for. */
const longest = 10;
const day = 24 * 3_600_000;

/** How long the machines that leave are watched after the end: as long as a target group lets them drain. */
const aftermath = 3_600_000;

/**
 * Lets the engine itself roll the image out to the likeness of a group, on a virtual clock.
 * @throws {Failure} when that does not end within so many days of virtual time.
 */
export async function rehearse({ days = longest, ...order }: RehearsalOrder): Promise<Rehearsal> {
  const { portrait, plan, factor, imageId, seed } = order;
  const likeness = buildLikeness(portrait, imageId, seed);
  const { clock, random, region, world, pair } = likeness;
  const door = new Door({ world, region, clock, random: random.fork('calls'), weight: factor });
  const fence = new Fence(clock, lease.lasts / 2);
  const aws = connect({ region, clock, random: random.fork('retry'), fence, attach: door.attach });
  // It comes in a file of its own, which a virtual clock does not wait for; a dry run that carries on has not needed it yet.
  await aws.codeDeploy();
  const beginning = clock.now();
  const entries = keepEntries(world);
  const deployment = new Deployment({
    step: silentStep(clock, random),
    aws,
    fence,
    group: portrait.name,
    plan,
    // What is rehearsed begins, though the machines may run that image already.
    force: true,
    ...(pair && { pair }),
  });
  const work = deployment.run({ imageId: likeness.imageId }, () => undefined);
  const { outcome, reason: told, cause: said = told, seen } = await runFor(clock, work, days);
  const duration = clock.now() - beginning;
  // A schedule may have changed it meanwhile.
  const groups = [...world.region(region).autoScaling.groups.values()];
  // Of two groups the idle one may be kept as large as the one that serves.
  const finalSize = Math.max(...groups.map(({ desired }) => desired));
  clock.advance(aftermath);
  const events = timelineOf(world.log.events, beginning, portrait.targetGroups.length);
  const waves = wavesOf(entries, plan, portrait.desired);
  const reason = likeness.inReality(said);
  const span = { size: portrait.desired, finalSize, duration, keepPrevious: plan.keepPrevious };
  return { outcome, reason, duration, waves, seen, calls: door.calls, ...measure(events, span) };
}

/** @throws {Failure} when it is not over by then. */
function runFor<End>(clock: Likeness['clock'], work: Promise<End>, days: number): Promise<End> {
  const until = clock.now() + days * day;
  return clock.run(work, days * day).catch((error: unknown) => {
    if (clock.now() <= until) throw error;
    const span = `${days} ${days === 1 ? 'day' : 'days'}`;
    throw new Failure(`This rollout takes more than ${span}, so there is no forecast of it. Shorten its soaks.`);
  });
}

export interface Span {
  readonly size: number;
  readonly finalSize: number;
  /** Milliseconds. */
  readonly duration: number;
  readonly keepPrevious: number;
}

/** @param span what the moments are measured against. */
export function measure(moments: readonly Moment[], { size, finalSize, duration, keepPrevious }: Span) {
  // What is kept for an undo is still there at the end; it goes when its time is over.
  const atEnd = until(moments, duration).at(-1)?.machines ?? 0;
  const kept = keepPrevious > 0 ? Math.max(0, atEnd - finalSize) : 0;
  const end = kept > 0 ? duration : goneBy(moments, finalSize, duration);
  const timeline = until(moments, end);
  return {
    timeline,
    peak: Math.max(0, ...timeline.map(({ machines }) => machines)),
    leastServing: Math.min(size, ...until(moments, duration).map(({ serving }) => serving)),
    extraMachineMinutes: machineMinutesAbove(timeline, size, end) + (kept * keepPrevious) / 60_000,
  };
}
