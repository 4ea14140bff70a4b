import { SeededRandom } from '../../../sandbox/world/random.js';
import { scenarioOf } from '../draw.js';
import { cancels, crashes, failures, holdUps, smallest, staleReads } from '../enumerate.js';
import { kindNames } from '../kinds.js';
import { matrix } from '../matrix.js';
import { allOccasions } from '../occasions.js';
import type { Scenario } from '../scenario.js';
import type { StrategyName } from '../strategies.js';

/** What mutants are hunted with. */
export interface Story {
  readonly scenario: Scenario;
  /** How it must end, where that is known. */
  readonly outcome?: string;
}

/** What every story is to have. */
export type Needs = Partial<Scenario>;

/** A campaign of its own, so that what is hunted with is not what the heart was tried with before. */
const campaign = 4_711;

/** How many stories a mutant has to survive at most, and how many of them are of chance. */
const most = 2_000;
const seeds = 400;

/** Whose calls are struck: each has steps of its own. */
const struck: readonly StrategyName[] = ['rolling', 'canary', 'blue-green, kept', 'rolling behind a gate'];

const known = new Map<string, Promise<readonly Story[]>>();

/** Stories of each part of the proof in turn, so that most mutants are found among the first few dozen. */
export function storiesWith(needs?: Needs): Promise<readonly Story[]> {
  const name = JSON.stringify(needs ?? {});
  const stories = known.get(name) ?? inTurns(needs);
  known.set(name, stories);
  return stories;
}

async function inTurns(needs?: Needs): Promise<readonly Story[]> {
  const bases = needs ? [basedOn(needs)] : struck.flatMap((strategy) => [smallest(strategy), broken(strategy)]);
  const cells = matrix().filter(({ scenario }) => hasAll(scenario, needs));
  const parts: (readonly Story[])[] = [shuffled(cells), ...(needs ? [] : [shuffled(ofKinds())])];
  parts.push(
    Array.from({ length: seeds }, (_, number) => ({ scenario: { ...scenarioOf(campaign, number), ...needs } })),
  );
  for (const all of [crashes, holdUps, cancels, staleReads, failures]) parts.push(shuffled(await strike(bases, all)));
  const turns = Array.from({ length: most }, (_, turn) => parts.flatMap((part) => part[turn] ?? []));
  return [...(needs ? [] : allOccasions()), ...turns.flat()].slice(0, most);
}

function hasAll(scenario: Scenario, needs: Needs = {}): boolean {
  return Object.entries(needs).every(([name, value]) => scenario[name as keyof Scenario] === value);
}

function broken(strategy: StrategyName): Scenario {
  return smallest(strategy, 'broken at start');
}

function basedOn(needs: Needs): Scenario {
  const base = smallest(needs.strategy ?? 'rolling');
  return { ...base, ...needs, plan: { ...base.plan, ...needs.plan } };
}

/** The ways in which calls can be struck, from all of these. */
async function strike(bases: readonly Scenario[], all: typeof crashes): Promise<readonly Story[]> {
  const stories: Story[] = [];
  for (const base of bases) {
    for await (const scenario of all(base)) stories.push({ scenario });
  }
  return stories;
}

function ofKinds(): readonly Story[] {
  return kindNames.flatMap((kind) =>
    struck.flatMap((strategy) => [
      { scenario: { ...smallest(strategy), kind }, outcome: 'succeeded' },
      { scenario: { ...broken(strategy), kind }, outcome: 'rolled-back' },
    ]),
  );
}

function shuffled(all: readonly Story[]): readonly Story[] {
  const random = new SeededRandom(campaign);
  return all
    .map((story) => ({ story, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ story }) => story);
}
