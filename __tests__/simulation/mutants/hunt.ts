import { scenarioOf } from '../draw.js';
import { cancels, crashes, failures, holdUps, smallest, staleReads } from '../enumerate.js';
import { matrix } from '../matrix.js';
import { play } from '../play.js';
import type { Scenario } from '../scenario.js';
import type { StrategyName } from '../strategies.js';

/** What the proof noticed first. */
export interface Catch {
  readonly invariant: string;
  readonly what: string;
  readonly scenario: Scenario;
  /** How the story should have ended, where that is known. */
  readonly expected: string | undefined;
  /** How many stories it took. */
  readonly after: number;
}

/** A campaign of its own, so that what is hunted with is not what the heart was tried with before. */
const campaign = 4_711;

/** More machines than one call may name, and than a throttle bucket has room for. */
const large: Scenario = { seed: 9, strategy: 'blue-green', machines: 40, maxSize: 100 };

/** What is only tried on a small group: few stories, each with another call struck. */
async function* strikes(): AsyncGenerator<Scenario> {
  const strategies: readonly StrategyName[] = ['rolling', 'canary', 'blue-green, kept', 'rolling behind a gate'];
  for (const all of [crashes, holdUps, cancels, staleReads, failures]) {
    for (const strategy of strategies) yield* all(smallest(strategy));
  }
}

/** A fast part of the proof, the most telling stories first. */
async function* stories(seeds: number): AsyncGenerator<{ scenario: Scenario; outcome?: string }> {
  for (const cell of matrix()) yield cell;
  yield { scenario: large, outcome: 'succeeded' };
  for (let number = 0; number < seeds; number++) yield { scenario: scenarioOf(campaign, number) };
  for await (const scenario of strikes()) yield { scenario };
}

/** Whether a story stopped for real input, which no virtual clock waits for: the SDK reads files before its first calls. */
function isCold(error: unknown): boolean {
  return String(error).includes('deadlock: work waits');
}

/** How often a story is begun again while the process warms up. */
const beginnings = 10;

/** Loads what is loaded only when it is needed, and plays one story before any counts. */
export async function warmUp(): Promise<void> {
  await Promise.all([
    import('@aws-sdk/client-cloudformation'),
    import('@aws-sdk/client-codedeploy'),
    import('@aws-sdk/client-elastic-load-balancing'),
    import('@aws-sdk/client-vpc-lattice'),
  ]);
  await strike(smallest('rolling'), undefined);
}

/** Plays until something is wrong. @returns undefined when nothing was noticed: the mutant has survived. */
export async function hunt(seeds: number): Promise<Catch | undefined> {
  await warmUp();
  let after = 0;
  for await (const { scenario, outcome } of stories(seeds)) {
    after++;
    const found = await strike(scenario, outcome);
    if (found) return { ...found, scenario, expected: outcome, after };
  }
  return undefined;
}

/** What is wrong in one story; undefined when nothing is. */
export async function strike(scenario: Scenario, expected: string | undefined) {
  for (let beginning = 1; ; beginning++) {
    try {
      const { violations, outcome } = await play(scenario);
      if (violations[0]) return violations[0];
      if (expected === undefined || expected === outcome) return undefined;
      return { invariant: 'outcome', what: `${outcome} instead of ${expected}` };
    } catch (error) {
      if (!isCold(error)) return { invariant: 'crash', what: String(error) };
      if (beginning === beginnings) return undefined;
    }
  }
}
