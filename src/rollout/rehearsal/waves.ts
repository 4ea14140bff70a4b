import type { Call, World } from '../../../sandbox/world/world.js';
import { isRefresh, type Plan } from '../heart/plan.js';
import type { Release } from '../heart/release.js';
import { waveTarget } from '../heart/waves.js';
import { isLine } from '../ledger/ledger.js';

/** One wave of a rehearsed rollout. Milliseconds since the rollout began. */
export interface Wave {
  /** How many machines it replaces. Across two groups: the machines' worth of requests that it shifts, not rounded. */
  readonly machines: number;
  readonly begins: number;
  /** When all its machines serve, where it soaks after that. */
  readonly serves?: number;
  /** When it is done; undefined when it did not get that far. */
  readonly ends?: number;
}

/** What a release looked like after a write into the ledger. */
export interface Entry {
  /** Milliseconds since the rollout began. */
  readonly at: number;
  readonly release: Release;
}

/** Keeps all that is written into a world's ledger from now on. */
export function keepEntries(world: World): readonly Entry[] {
  const entries: Entry[] = [];
  const beginning = world.clock.now();
  const after = ({ operation, input }: Call, output: object) => {
    const { Name = '', Value = '' } = input as { readonly Name?: string; readonly Value?: string };
    if (operation === 'PutParameter' && isLine(Name)) {
      entries.push({ at: world.clock.now() - beginning, release: JSON.parse(Value) as Release });
    }
    return output;
  };
  world.interceptors.push({ after });
  return entries;
}

/** The waves as the ledger tells them, up to the one that did not come to its end. */
export function wavesOf(entries: readonly Entry[], plan: Plan, size: number): readonly Wave[] {
  if (isRefresh(plan.strategy)) return refreshOf(entries, size);
  if (plan.strategy === 'two-group') return shiftsOf(entries, plan, size);
  const waves: Wave[] = [];
  let begins = 0;
  let replaced = 0;
  for (let done = 0; replaced < size; done++) {
    const target = waveTarget(plan, done, size);
    // In a small group a wave may add nothing (10 % of 4, after 1): then it is none.
    if (target <= replaced && done < plan.waves.length) continue;
    const serves = entries.find(({ release }) => release.soak?.wave === done)?.at;
    const ends = entries.find(({ release }) => release.wavesDone > done || release.outcome === 'succeeded')?.at;
    waves.push({
      machines: target - replaced,
      begins,
      ...(serves !== undefined && { serves }),
      ...(ends !== undefined && { ends }),
    });
    if (ends === undefined || target <= replaced) break;
    begins = ends;
    replaced = target;
  }
  return waves;
}

/** Shares of requests are parts of a hundred, which no surge bounds. */
function shiftsOf(entries: readonly Entry[], plan: Plan, size: number): readonly Wave[] {
  const parts = 100;
  const shares: Plan = { ...plan, strategy: 'rolling', maxSurge: { percent: 100 }, maxUnavailable: { machines: 0 } };
  return wavesOf(entries, shares, parts).map((wave) => ({ ...wave, machines: (wave.machines * size) / parts }));
}

/** AWS's own engine has no waves of ours: all is one. */
function refreshOf(entries: readonly Entry[], size: number): readonly Wave[] {
  const ends = entries.find(({ release }) => release.outcome === 'succeeded')?.at;
  return size > 0 ? [{ machines: size, begins: 0, ...(ends !== undefined && { ends }) }] : [];
}
