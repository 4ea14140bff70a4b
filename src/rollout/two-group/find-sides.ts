import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import type { Observer } from '../group/observe.js';
import type { GroupView } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import type { Side, Sides, Weights } from '../heart/sides.js';
import { oldestRead } from '../size/size.js';
import { findWeights, readWeights } from './sides.js';

/** The two groups as a workflow names them, in any order, and the rule that shares requests out between them. */
export interface PairNames {
  readonly groups: readonly [string, string];
  readonly rule: string;
}

/** Which group serves, which is idle, and the serving one's machines. */
export interface FoundSides {
  readonly sides: Sides;
  readonly blue: GroupView;
  readonly green: GroupView;
  /** The newest release has not ended, or waits for a person, with requests where it left them. */
  readonly isOpen?: boolean;
}

/** The two groups of a release, as a workflow would name them. */
export function namesOf({ rule, blue, green }: Sides): PairNames {
  return { groups: [blue.group, green.group], rule };
}

/**
 * Finds out which of the two groups serves: the one whose target group has all of the rule's weight. While the newest
 * release shares requests out the rule does not tell, but its ledger does: `history`, newest first, at `now`.
 * @throws {Failure} when both do, or none, or a group has not exactly one target group of its own.
 */
export async function findSides(
  aws: Aws,
  observer: Observer,
  { groups, rule }: PairNames,
  { history, now }: { readonly history: readonly Release[]; readonly now: number },
): Promise<FoundSides> {
  const [one, other] = await Promise.all([observer.look(groups[0]), observer.look(groups[1])]);
  const open = await openSides(aws, groups, history[0]);
  if (open) {
    const isFirst = open.blue.group === one.group.name;
    return { sides: open, blue: isFirst ? one : other, green: isFirst ? other : one, isOpen: true };
  }
  const [first, second] = [sideOf(one), sideOf(other)];
  if (first.targetGroup === second.targetGroup) {
    throw new Failure(
      `Groups "${first.group}" and "${second.group}" share the target group ${first.targetGroup}, so no rule can tell them apart. Give each its own.`,
    );
  }
  const weights = await readWeights(aws, { rule, blue: first, green: second });
  const isServing = [(weights.blue ?? 0) > 0, (weights.green ?? 0) > 0];
  if (isServing[0] === isServing[1]) {
    const found = isServing[0] ? 'both get requests' : 'neither gets any request';
    throw new Failure(
      `Of groups "${first.group}" and "${second.group}" ${found} by listener rule ${rule}. Give one of them all of the weight first.`,
    );
  }
  if (isServing[0]) {
    const known = asLeft(weights, first, history[0], now);
    const sides = { rule, blue: first, green: idleSide(second, history, now), weights: known, imageId: imageOf(one) };
    return { sides, blue: one, green: other };
  }
  const swapped = asLeft({ blue: weights.green, green: weights.blue }, second, history[0], now);
  const sides = { rule, blue: second, green: idleSide(first, history, now), weights: swapped, imageId: imageOf(other) };
  return { sides, blue: other, green: one };
}

/**
 * Those of a release that has not ended; or that waits for a person who has not given one group all requests by hand, by its own
 * rule, or by another one once that is gone.
 */
async function openSides(aws: Aws, groups: readonly string[], newest: Release | undefined): Promise<Sides | undefined> {
  const { sides, outcome } = newest ?? {};
  if (!sides || (outcome !== undefined && outcome !== 'needs-attention')) return undefined;
  const known = [sides.blue.group, sides.green.group];
  if (known.every((group) => groups.includes(group))) {
    const isLeft = outcome === undefined || ((await findWeights(aws, sides))?.blue ?? 0) > 0;
    return isLeft ? sides : undefined;
  }
  throw new Failure(
    `A rollout between groups "${known.join('" and "')}" has not ended (release ${newest?.number}). Give these two, or end it with "command: abort".`,
  );
}

/** What was read may be from before a release that has just gone back took green out of the rule again: its ledger tells. */
function asLeft(found: Weights, blue: Side, newest: Release | undefined, now: number): Weights {
  const { sides } = newest ?? {};
  return newest && wentBack(newest) && isFresh(newest, now) && sides?.blue.group === blue.group ? sides.weights : found;
}

function wentBack({ outcome }: Release): boolean {
  return outcome === 'rolled-back' || outcome === 'aborted';
}

/** Whether it has ended so lately that a read may be from before that. */
function isFresh({ endedAt = Number.NEGATIVE_INFINITY }: Release, now: number): boolean {
  return now - endedAt < oldestRead;
}

/** For whoever reads the history: the image of the group's machines, or of the first, if they differ. */
function imageOf({ machines }: GroupView): string {
  return machines.find(({ healthy }) => healthy)?.imageId ?? machines[0]?.imageId ?? '';
}

function sideOf({ group }: GroupView): Side {
  const { name, min, max, desired, trafficSources } = group;
  const [source, ...others] = trafficSources;
  if (source?.type !== 'elbv2' || others.length > 0) {
    const found = trafficSources.map(({ type, id }) => `${id} (${type})`).join(' and ') || 'none';
    throw new Failure(
      `Group "${name}" gets requests from ${found}. A listener rule shifts only those of one target group: give each of the two groups one, and no other traffic source.`,
    );
  }
  return { group: name, targetGroup: source.id, sizes: { min, max, desired } };
}

/**
 * What is as large as it was for an undo, or because its release was left to a person, or may be read so because that has only just
 * ended, is to be idle like the other was before. Releases to one of the two alone change nothing of that.
 */
function idleSide(idle: Side, history: readonly Release[], now: number): Side {
  const last = history.find((release) => release.sides);
  if (!last?.sides) return idle;
  const { sides, keptUntil, outcome } = last;
  const isLeft = outcome === 'needs-attention';
  const isBlueLarge = isLeft || keptUntil !== undefined || (outcome === 'succeeded' && isFresh(last, now));
  const isGreenLarge = isLeft || (wentBack(last) && isFresh(last, now));
  const isLarge =
    (idle.group === sides.blue.group && isBlueLarge) || (idle.group === sides.green.group && isGreenLarge);
  return isLarge ? { ...idle, sizes: sides.green.sizes } : idle;
}
