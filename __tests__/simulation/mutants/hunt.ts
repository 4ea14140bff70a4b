import type { InvariantName } from '../invariants/invariants.js';
import type { play } from '../play.js';
import type { Scenario } from '../scenario.js';
import type { Mutant } from './mutant.js';
import { type Story, storiesWith } from './stories.js';

interface Wrong {
  /** `outcome` when a story ended otherwise than it must. */
  readonly invariant: InvariantName | 'outcome';
  readonly what: string;
}

/** What the proof noticed first. */
export interface Catch extends Wrong {
  readonly scenario: Scenario;
  /** How many stories it took. */
  readonly after: number;
}

/**
 * Plays on the mistaken heart until something is wrong that is not wrong with the unharmed one.
 * @returns undefined when nothing was noticed: the mutant has survived.
 */
export async function hunt(
  { breaks, needs }: Pick<Mutant, 'breaks' | 'needs'>,
  playMistaken: typeof play,
  playUnharmed: typeof play,
): Promise<Catch | undefined> {
  for (const [index, story] of (await storiesWith(needs)).entries()) {
    const found = (await wrongIn(story, playMistaken)).find(({ invariant }) => invariant === (breaks ?? invariant));
    if (!found || (await wrongIn(story, playUnharmed)).length > 0) continue;
    return { ...found, scenario: story.scenario, after: index + 1 };
  }
  return undefined;
}

/** All that is wrong in one story. */
async function wrongIn({ scenario, outcome }: Story, playOn: typeof play): Promise<readonly Wrong[]> {
  const verdict = await playOn(scenario);
  if (outcome === undefined || outcome === verdict.outcome) return verdict.violations;
  return [...verdict.violations, { invariant: 'outcome', what: `${verdict.outcome} instead of ${outcome}` }];
}
