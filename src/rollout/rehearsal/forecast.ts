import type { Ending } from '../deployment.js';
import type { Plan } from '../heart/plan.js';
import { allowanceFor } from '../heart/waves.js';
import { assumedBoot } from './boot-times.js';
import type { Portrait } from './portrait.js';
import { reduced } from './reduced.js';
import { type Rehearsal, rehearse } from './rehearsal.js';
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
  /** How the rehearsals ended, each end once. */
  readonly outcomes: readonly { readonly outcome: Ending; readonly times: number; readonly reason: string }[];
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

/** Of a larger group one rehearsal must do: it takes longer, and its many machines even out the differences. */
const largeGroup = 300;

/** Rehearses a rollout so many times, each time with other times for its machines, and tells what they have in common. */
export async function forecast(
  portrait: Portrait,
  plan: Plan,
  imageId: string,
  rehearsals = portrait.desired > largeGroup ? 1 : 5,
): Promise<Forecast> {
  // An approval takes as long as a person likes; and nobody can tell whether an alarm will go off.
  const { pauseAfter, ...rehearsable } = { ...plan, alarms: [] };
  const small = reduced(portrait, rehearsable);
  const runs: Rehearsal[] = [];
  for (let seed = 1; seed <= rehearsals; seed++) runs.push(await rehearse({ ...small, imageId, seed }));
  const byDuration = [...runs].sort((one, other) => one.duration - other.duration);
  const typical = byDuration[runs.length >> 1] as Rehearsal;
  const slow = byDuration.at(-1) as Rehearsal;
  const { surge, unavailable } = allowanceFor(plan, portrait.desired);
  const floor = portrait.desired - unavailable;
  const leastServing = Math.round(small.factor * Math.min(...runs.map((run) => run.leastServing)));
  return {
    group: portrait.name,
    size: portrait.desired,
    floor,
    ...{ surge, unavailable },
    ...{ strategy: plan.strategy, soak: plan.soak, minReady: plan.minReady },
    rehearsals,
    outcomes: outcomesOf(runs),
    duration: { typical: typical.duration, slow: slow.duration },
    ...enlarged(typical, small.factor),
    peak: Math.round(small.factor * Math.max(...runs.map(({ peak }) => peak))),
    leastServing,
    notes: [
      ...portrait.notes,
      ...(leastServing < floor ? [notOurs] : []),
      ...bootNotes(portrait),
      ...dueNotes(portrait, slow.duration),
      ...notesOn(plan, pauseAfter, small.factor),
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
  const ends = new Map<Ending, { times: number; readonly reason: string }>();
  for (const { outcome, reason } of runs) {
    const end = ends.get(outcome) ?? { times: 0, reason };
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

function notesOn(plan: Plan, pauseAfter: number | undefined, factor: number): readonly string[] {
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
