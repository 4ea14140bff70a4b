import { numberOption, numbersOption, refuseUnknownOptions, textOption } from './measure.js';
import { type BadImageFigures, badImage } from './rollout/bad-image.js';
import { refreshByDefault } from './rollout/contestants.js';
import { type GrowthFigures, growth } from './rollout/growth.js';
import { bounds, keeping, loops, ofOtherKinds, strategies } from './rollout/strategies.js';
import { deadRunner, scaleOut } from './rollout/trouble.js';
import { type UndoFigures, undo } from './rollout/undo.js';

const sizes = [3, 10, 30, 100, 1_000, 10_000];

/**
 * What the tables are to show. `overLimit` is of our own loop, `engineOverLimit` of AWS's, which we only watch; `undo` is in
 * seconds, where the predecessor was kept.
 */
const targets = { overLimit: bounds.loop, engineOverLimit: bounds.engine, soonerThanRefresh: 10, undo: 30 } as const;

interface Figures {
  growth?: GrowthFigures;
  'bad-image'?: BadImageFigures;
  undo?: UndoFigures;
}

/** Whole rollouts in simulated worlds, ours beside what a user would pick instead. */
export async function rollout(given: readonly string[]): Promise<object> {
  refuseUnknownOptions(given, ['largest', 'sizes', 'whose', 'seeds', 'table']);
  const largest = numberOption(given, 'largest', 10_000);
  const seeds = numberOption(given, 'seeds', 7);
  const whose = textOption(given, 'whose', 'all');
  if (whose !== 'all' && whose !== 'ours') throw new Error(`--whose knows all and ours, not "${whose}".`);
  const chosen = numbersOption(given, 'sizes', sizes).filter((size) => size <= largest);
  const tables = {
    growth: () => growth({ sizes: chosen, seeds, oursAlone: whose === 'ours' }),
    'bad-image': () => badImage(seeds),
    undo: () => undo(seeds),
    'dead-runner': () => deadRunner(),
    'scale-out': () => scaleOut(),
  };
  const names = Object.keys(tables);
  const asked = textOption(given, 'table', names.join(',')).split(',');
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--table knows ${names.join(', ')}, not "${unknown}".`);
  const figures: Figures & Record<string, object> = {};
  for (const [name, measure] of Object.entries(tables)) if (asked.includes(name)) figures[name] = await measure();
  return { bench: 'rollout', ...figures, ...summaryOf(figures) };
}

/** The figures that have a target, and whether all of them are met. */
function summaryOf({ growth: grown = {}, 'bad-image': bad = {}, undo: undone }: Figures) {
  const own = [...strategies, ...ofOtherKinds].map(({ name, bound = 1 }) => ({ bound, runs: runsOf(grown, name) }));
  const all = own.flatMap(({ runs }) => runs);
  const worst = (of: number) =>
    Math.max(0, ...own.filter(({ bound }) => bound === of).flatMap(({ runs }) => runs.map((run) => run.overLimit)));
  const [worstOverLimit, worstEngineOverLimit] = [worst(bounds.loop), worst(bounds.engine)];
  const throttled = all.reduce((sum, run) => sum + run.throttled, 0);
  const failedRequests = all.reduce((sum, run) => sum + run.failedRequests, 0);
  const leastSooner = Math.min(...Object.values(bad).flatMap(soonerThanRefresh));
  const undoSeconds = undone?.[keeping.name]?.back ?? 0;
  const met = [
    worstOverLimit <= targets.overLimit && worstEngineOverLimit <= targets.engineOverLimit,
    all.every(({ says }) => says === undefined) && throttled === 0 && failedRequests === 0,
    leastSooner >= targets.soonerThanRefresh,
    undoSeconds < targets.undo,
  ].every(Boolean);
  const sooner = Number.isFinite(leastSooner) && { leastSooner: Math.round(leastSooner * 10) / 10 };
  return { worstOverLimit, worstEngineOverLimit, throttled, failedRequests, ...sooner, undoSeconds, targets, met };
}

function runsOf(figures: GrowthFigures, name: string) {
  return Object.values(figures[name] ?? {});
}

/** How many times as long an instance refresh took to catch an image, for each of our loops. */
function soonerThanRefresh(falls: BadImageFigures[string]): number[] {
  const refresh = falls[refreshByDefault.name]?.caught ?? Number.POSITIVE_INFINITY;
  return loops.map(({ name }) => refresh / (falls[name]?.caught ?? Number.POSITIVE_INFINITY));
}
