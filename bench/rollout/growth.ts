import { rounded } from '../measure.js';
import { table } from '../table.js';
import { type Contestant, rivals } from './contestants.js';
import { middleOf, type Run, race } from './race.js';
import { ofOtherKinds, strategies } from './strategies.js';

export interface GrowthSettings {
  readonly sizes: readonly number[];
  readonly seeds: number;
  /** Nobody else is measured. */
  readonly oursAlone: boolean;
}

/** By contestant, by the group's size. */
export type GrowthFigures = Readonly<Record<string, Readonly<Record<string, ReturnType<typeof summary>>>>>;

/** A good image, rolled out to groups from small to large, by everybody. */
export async function growth({ sizes, seeds, oursAlone }: GrowthSettings): Promise<GrowthFigures> {
  const figures: Record<string, Record<string, ReturnType<typeof summary>>> = {};
  for (const machines of sizes) {
    const results = new Map<Contestant, Run>();
    for (const contestant of [...strategies, ...ofOtherKinds, ...(oursAlone ? [] : rivals)]) {
      if (machines > (contestant.largest ?? Number.POSITIVE_INFINITY)) continue;
      const runs: Run[] = [];
      for (let seed = 1; seed <= seedsFor(machines, seeds); seed++) runs.push(await race(contestant, machines, seed));
      results.set(contestant, middleOf(runs));
    }
    console.log(tableFor(machines, results));
    for (const [{ name }, run] of results) {
      figures[name] = { ...figures[name], [machines]: summary(run, ourBest(results)) };
    }
  }
  return figures;
}

/** Large groups hold enough machines to even out by themselves. */
function seedsFor(machines: number, seeds: number): number {
  return machines >= 1_000 ? 1 : machines >= 100 ? Math.min(3, seeds) : seeds;
}

function ourBest(results: ReadonlyMap<Contestant, Run>): number {
  const ours = [...results].filter(([{ plan }, { succeeded }]) => plan && succeeded);
  return Math.min(...ours.map(([, { seconds }]) => seconds));
}

function summary(run: Run, best: number) {
  return {
    seconds: Math.round(run.seconds),
    limit: Math.round(run.limit),
    overLimit: ratio(run.seconds / run.limit),
    overLimitWithoutReaction: ratio(run.seconds / run.limitWithoutReaction),
    overOurs: ratio(run.seconds / best),
    calls: run.calls,
    throttled: run.throttled,
    failedRequests: rounded(run.failedRequests),
    lowestServing: Math.round(run.lowestServing),
    extraMachineMinutes: Math.round(run.extraMachineMinutes),
    realSeconds: rounded(run.real),
    ...(!run.succeeded && { says: run.says }),
  };
}

function ratio(value: number): number {
  return Math.round(value * 100) / 100;
}

function tableFor(machines: number, results: ReadonlyMap<Contestant, Run>): string {
  const best = ourBest(results);
  const rows = [...results].map(([{ name }, run]) => {
    const figures = summary(run, best);
    return [
      run.succeeded ? name : `${name} (failed: ${run.says.slice(0, 60)})`,
      String(figures.seconds),
      String(figures.limit),
      figures.overLimit.toFixed(2),
      figures.overLimitWithoutReaction.toFixed(2),
      figures.overOurs.toFixed(2),
      String(figures.calls),
      String(figures.throttled),
      String(figures.failedRequests),
      `${figures.lowestServing} %`,
      String(figures.extraMachineMinutes),
      run.real.toFixed(1),
    ];
  });
  const head = [
    'seconds',
    'limit',
    'over limit',
    'without reaction',
    'over ours',
    'calls',
    'throttled',
    'failed requests',
  ];
  return table([`${machines} machines`, ...head, 'served at least', 'extra machine-min', 'real s'], rows);
}
