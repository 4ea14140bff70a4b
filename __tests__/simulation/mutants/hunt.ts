import { SeededRandom } from '../../../sandbox/world/random.js';
import { scenarioOf } from '../draw.js';
import { cancels, crashes, failures, holdUps, smallest, staleReads } from '../enumerate.js';
import type { InvariantName } from '../invariants/invariants.js';
import { kindNames } from '../kinds.js';
import { matrix } from '../matrix.js';
import { allOccasions } from '../occasions.js';
import type { play } from '../play.js';
import type { Scenario } from '../scenario.js';
import type { StrategyName } from '../strategies.js';
import type { Mutant } from './mutant.js';

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

interface Story {
  readonly scenario: Scenario;
  /** How it must end, where that is known. */
  readonly outcome?: string;
}

/** A campaign of its own, so that what is hunted with is not what the heart was tried with before. */
const campaign = 4_711;

/** How many stories a mutant has to survive. */
const most = 2_000;

/** Whose calls are struck: each has steps of its own. */
const struck: readonly StrategyName[] = ['rolling', 'canary', 'blue-green, kept', 'rolling behind a gate'];

/** Parts of the proof, each in an order that shows much of it soon. */
async function* parts(): AsyncGenerator<readonly Story[]> {
  yield allOccasions();
  yield shuffled(matrix());
  yield Array.from({ length: most }, (_, number) => ({ scenario: scenarioOf(campaign, number) }));
  for (const all of [crashes, holdUps, cancels, staleReads, failures]) {
    const stories: Story[] = [];
    for (const strategy of struck) {
      for (const image of ['good', 'broken at start'] as const) {
        for await (const scenario of all(smallest(strategy, image))) stories.push({ scenario });
      }
    }
    yield shuffled(stories);
  }
  const ofKinds = kindNames.flatMap((kind) =>
    struck.flatMap((strategy) => [
      { scenario: { ...smallest(strategy), kind }, outcome: 'succeeded' },
      { scenario: { ...smallest(strategy, 'broken at start'), kind }, outcome: 'rolled-back' },
    ]),
  );
  yield shuffled(ofKinds);
}

/** One story of each part in turn, so that most mutants are found among the first few dozen. */
async function inTurns(): Promise<readonly Story[]> {
  const all: (readonly Story[])[] = [];
  for await (const part of parts()) all.push(part);
  const turns = Array.from({ length: most }, (_, turn) => all.flatMap((part) => part[turn] ?? []));
  return turns.flat().slice(0, most);
}

let stories: Promise<readonly Story[]> | undefined;

function shuffled(all: readonly Story[]): readonly Story[] {
  const random = new SeededRandom(campaign);
  return all
    .map((story) => ({ story, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ story }) => story);
}

/**
 * Plays on the mistaken heart until something is wrong that is not wrong with the unharmed one.
 * @returns undefined when nothing was noticed: the mutant has survived.
 */
export async function hunt(
  { breaks }: Pick<Mutant, 'breaks'>,
  playMistaken: typeof play,
  playUnharmed: typeof play,
): Promise<Catch | undefined> {
  stories ??= inTurns();
  for (const [index, story] of (await stories).entries()) {
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
