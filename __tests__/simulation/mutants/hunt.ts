import { scenarioOf } from '../draw.js';
import { crashes, failures, smallest, staleReads } from '../enumerate.js';
import { matrix } from '../matrix.js';
import { play } from '../play.js';
import type { Scenario } from '../scenario.js';
import type { StrategyName } from '../strategies.js';

/** What the proof noticed first. */
export interface Catch {
  readonly invariant: string;
  readonly what: string;
  readonly scenario: Scenario;
  /** How many stories it took. */
  readonly after: number;
}

/** A campaign of its own, so that what is hunted with is not what the heart was tried with before. */
const campaign = 4_711;

/** A fast part of the proof, the most telling stories first. */
async function* stories(seeds: number): AsyncGenerator<{ scenario: Scenario; outcome?: string }> {
  for (const cell of matrix()) yield cell;
  for (let number = 0; number < seeds / 2; number++) yield { scenario: scenarioOf(campaign, number) };
  const strategies: readonly StrategyName[] = ['canary', 'blue-green, kept', 'rolling behind a gate'];
  for (const strategy of strategies) {
    for (const all of [crashes, staleReads, failures]) {
      for await (const scenario of all(smallest(strategy))) yield { scenario };
    }
  }
  for (let number = Math.ceil(seeds / 2); number < seeds; number++) yield { scenario: scenarioOf(campaign, number) };
}

/** Plays until something is wrong. @returns undefined when nothing was noticed: the mutant has survived. */
export async function hunt(seeds: number): Promise<Catch | undefined> {
  let after = 0;
  for await (const { scenario, outcome } of stories(seeds)) {
    after++;
    const found = await strike(scenario, outcome);
    if (found) return { ...found, scenario, after };
  }
  return undefined;
}

async function strike(scenario: Scenario, expected: string | undefined) {
  try {
    const { violations, outcome } = await play(scenario);
    if (violations[0]) return violations[0];
    if (expected === undefined || expected === outcome) return undefined;
    return { invariant: 'outcome', what: `${outcome} instead of ${expected}` };
  } catch (error) {
    return { invariant: 'crash', what: String(error) };
  }
}
