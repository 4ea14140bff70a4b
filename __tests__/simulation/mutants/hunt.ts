import { scenarioOf } from '../draw.js';
import { cancels, crashes, failures, holdUps, smallest, staleReads } from '../enumerate.js';
import { matrix } from '../matrix.js';
import type { play } from '../play.js';
import type { Scenario } from '../scenario.js';
import type { StrategyName } from '../strategies.js';

/** What the proof noticed first. */
export interface Catch {
  /** `outcome` when a cell of the matrix ended otherwise than it must. */
  readonly invariant: string;
  readonly what: string;
  readonly scenario: Scenario;
  /** How many stories it took. */
  readonly after: number;
}

interface Story {
  readonly scenario: Scenario;
  /** How it must end, where that is known. */
  readonly outcome?: string;
}

/** A campaign of its own, so that what is hunted with is not what the heart was tried with before. */
const campaign = 4_711;

/** How many seeds of chance a mutant has to survive. */
const seeds = 400;

/** More machines than one call may name, and than a throttle bucket has room for. */
const large: Scenario = { seed: 9, strategy: 'blue-green', machines: 40, maxSize: 100 };

/** What is only tried on a small group: few stories, each with another call struck. */
async function* strikes(): AsyncGenerator<Scenario> {
  const strategies: readonly StrategyName[] = ['rolling', 'canary', 'blue-green, kept', 'rolling behind a gate'];
  for (const all of [crashes, holdUps, cancels, staleReads, failures]) {
    for (const strategy of strategies) yield* all(smallest(strategy));
  }
}

/** A part of the proof, the most telling stories first. */
async function* stories(): AsyncGenerator<Story> {
  yield* matrix();
  yield { scenario: large, outcome: 'succeeded' };
  for (let number = 0; number < seeds; number++) yield { scenario: scenarioOf(campaign, number) };
  for await (const scenario of strikes()) yield { scenario };
}

/**
 * Plays on the mistaken heart until something is wrong that is not wrong with the unharmed one.
 * @returns undefined when nothing was noticed: the mutant has survived.
 */
export async function hunt(playMistaken: typeof play, playUnharmed: typeof play): Promise<Catch | undefined> {
  let after = 0;
  for await (const story of stories()) {
    after++;
    const found = await wrongIn(story, playMistaken);
    if (found && !(await wrongIn(story, playUnharmed))) return { ...found, scenario: story.scenario, after };
  }
  return undefined;
}

/** What is wrong in one story; undefined when nothing is. */
async function wrongIn({ scenario, outcome }: Story, playOn: typeof play) {
  const verdict = await playOn(scenario);
  if (verdict.violations[0]) return verdict.violations[0];
  if (outcome === undefined || outcome === verdict.outcome) return undefined;
  return { invariant: 'outcome', what: `${verdict.outcome} instead of ${outcome}` };
}
