import type { Ending } from '../deployment.js';
import type { Plan } from '../heart/plan.js';
import { allowanceFor } from '../heart/waves.js';
import { assumedBoot } from './boot-times.js';
import type { Portrait } from './portrait.js';
import { reduced } from './reduced.js';
import { type Rehearsal, type RehearsalOrder, rehearse } from './rehearsal.js';
import { inStretches, type Moment } from './timeline.js';
import type { Wave } from './waves.js';

/** What a rollout is going to be like, as rehearsals had it. All times in milliseconds; the `plan` output as JSON. */
export interface Forecast {
  readonly group: string;
  /** How many machines the group is meant to have. */
  readonly size: number;
  /** The plan never lets fewer serve. */
  readonly floor: number;
  readonly strategy: Plan['strategy'];
  readonly surge: number;
  readonly unavailable: number;
  readonly soak: number;
  readonly minReady: number;
  readonly rehearsals: number;
  /** How the rehearsals ended, each end once, and why where it is none that was asked for. */
  readonly outcomes: readonly { readonly outcome: Ending; readonly times: number; readonly reason?: string }[];
  readonly duration: { readonly typical: number; readonly slow: number };
  /** Of the typical rehearsal. */
  readonly waves: readonly Wave[];
  /** Of the typical rehearsal, in stretches: the most machines, and the fewest that served, since the moment before. */
  readonly timeline: readonly Moment[];
  /** Over all rehearsals. */
  readonly peak: number;
  readonly leastServing: number;
  /** What the extra machines cost, in machine-minutes. */
  readonly extraMachineMinutes: number;
  readonly calls: { readonly reads: number; readonly changes: number };
  /** What is left out or taken for granted, a sentence each. */
  readonly notes: readonly string[];
}

/** Enough for a picture and a table, few enough for both to be read. */
const stretchesTold = 24;

/** Up to here a rehearsal takes about a second. */
const largestRehearsed = 1_000;

/** Of a larger group one rehearsal must do: it takes longer, and its many machines even out the differences. */
const largeGroup = 300;

/** Some rehearsals, and the one in the middle and the slowest of them. */
interface Rehearsed {
  readonly runs: readonly Rehearsal[];
  readonly typical: Rehearsal;
  readonly slow: Rehearsal;
  /** How many real machines each machine stands for. */
  readonly factor: number;
}

/** Rehearses a rollout so many times, with so many machines at most. */
export async function rehearsed(
  { portrait, plan, ...order }: Omit<RehearsalOrder, 'factor' | 'seed'>,
  times: number,
  largest: number,
): Promise<Rehearsed> {
  // An approval takes as long as a person likes; and nobody can tell whether an alarm will go off.
  const { pauseAfter: _, ...rehearsable } = { ...plan, alarms: [] };
  const small = reduced(portrait, rehearsable, largest);
  const runs: Rehearsal[] = [];
  for (let seed = 1; seed <= times; seed++) runs.push(await rehearse({ ...order, ...small, seed }));
  const byDuration = [...runs].sort((one, other) => one.duration - other.duration);
  const typical = byDuration[runs.length >> 1] as Rehearsal;
  return { runs, typical, slow: byDuration.at(-1) as Rehearsal, factor: small.factor };
}

/** Rehearses a rollout so many times, each time with other times for its machines, and tells what they have in common. */
export async function forecast(
  portrait: Portrait,
  plan: Plan,
  imageId: string,
  rehearsals = portrait.desired > largeGroup ? 1 : 5,
): Promise<Forecast> {
  const { runs, typical, slow, factor } = await rehearsed({ portrait, plan, imageId }, rehearsals, largestRehearsed);
  const { surge, unavailable } = allowanceFor(plan, portrait.desired);
  const floor = portrait.desired - unavailable;
  const leastServing = Math.round(factor * Math.min(...runs.map((run) => run.leastServing)));
  return {
    group: portrait.name,
    size: portrait.desired,
    floor,
    ...{ surge, unavailable },
    ...{ strategy: plan.strategy, soak: plan.soak, minReady: plan.minReady },
    rehearsals,
    outcomes: outcomesOf(runs),
    duration: { typical: typical.duration, slow: slow.duration },
    ...enlarged(typical, factor),
    peak: Math.round(factor * Math.max(...runs.map(({ peak }) => peak))),
    leastServing,
    notes: [
      ...portrait.notes,
      ...(leastServing < floor ? [notOurs] : []),
      ...bootNotes(portrait),
      ...dueNotes(portrait, slow.duration),
      ...notesOn(plan, factor),
    ],
  };
}

const notOurs =
  'Fewer serve than the plan allows where AWS itself takes machines away: it evens out zones, or a schedule shrinks the group.';

/** What a rehearsal tells of machines, for as many as there really are. */
function enlarged({ waves, timeline, duration, extraMachineMinutes, calls }: Rehearsal, factor: number) {
  const all = (machines: number) => Math.round(machines * factor);
  const shown = Math.max(duration, timeline.at(-1)?.at ?? 0);
  return {
    waves: waves.map((wave) => ({ ...wave, machines: Math.round(100 * wave.machines * factor) / 100 })),
    timeline: inStretches(timeline, shown, stretchesTold).map(({ at, machines, serving }) => {
      return { at, machines: all(machines), serving: all(serving) };
    }),
    extraMachineMinutes: all(extraMachineMinutes),
    calls: { reads: calls.reads, changes: all(calls.changes) },
  };
}

function outcomesOf(runs: readonly Rehearsal[]): Forecast['outcomes'] {
  const ends = new Map<Ending, { times: number; readonly reason?: string }>();
  for (const { outcome, reason } of runs) {
    // What is told of a good end has times in it, of the rehearsal's own clock.
    const isGood = outcome === 'succeeded' || outcome === 'unproven';
    const end = ends.get(outcome) ?? { times: 0, ...(!isGood && { reason }) };
    ends.set(outcome, { ...end, times: end.times + 1 });
  }
  return [...ends].map(([outcome, end]) => ({ outcome, ...end }));
}

function bootNotes(portrait: Portrait): readonly string[] {
  if (portrait.pace.boots) return [];
  const [shortest, longest] = assumedBoot(portrait).map((time) => Math.round(time / 1000));
  return [
    `No release of this group tells yet how fast its machines are well: ${shortest} to ${longest} s are assumed.`,
  ];
}

function dueNotes({ appointments }: Portrait, duration: number): readonly string[] {
  return appointments
    .filter((appointment) => appointment.in < duration)
    .map(({ name }) => `The scheduled action "${name}" comes due meanwhile; machines that it adds count as extra.`);
}

function notesOn(plan: Plan, factor: number): readonly string[] {
  const { pauseAfter } = plan;
  return [
    ...(factor > 1 ? [`One simulated machine stands for ${factor.toFixed(1)} real ones.`] : []),
    ...(pauseAfter !== undefined ? [`The pause after wave ${pauseAfter} is left out of all times.`] : []),
    ...(plan.keepPrevious > 0 ? ['The predecessors kept for an undo are billed, and are part of the cost.'] : []),
    ...(plan.alarms.length > 0 ? ['No alarm goes off in a rehearsal.'] : []),
    ...(plan.gate.kind === 'none' ? [] : ['The gate is taken to pass within 1 to 5 s of being asked.']),
    ...(plan.releaseCommand === undefined ? [] : ['The release command is taken to last 1 to 5 s.']),
    'The new image is taken to be as good as the old one, and to become healthy as fast.',
  ];
}
