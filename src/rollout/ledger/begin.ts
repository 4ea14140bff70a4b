import { completePlan } from '../beginning/complete-plan.js';
import { requireFeasible } from '../beginning/preflight.js';
import { planToPoint } from '../beginning/repoint.js';
import { launchedInstead, replacedToo } from '../changes/launched-instead.js';
import { liveAmong, runningSource } from '../changes/running-source.js';
import { plannedSource } from '../changes/template.js';
import { toBeMadeUpFor } from '../gate/left-out.js';
import { requireNoOtherLock } from '../group/other-locks.js';
import type { LaunchSource, TemplateVersion } from '../heart/launch-source.js';
import { versionsOf } from '../heart/matching.js';
import type { Plan } from '../heart/plan.js';
import type { Release } from '../heart/release.js';
import { requireNoFollowers } from '../image/followers.js';
import { requireFit } from '../image/image-fit.js';
import { requireReplaceableRoots } from '../image/root-volumes.js';
import { requireNoOtherRules } from '../two-group/other-rules.js';
import { requireNoOtherTargets } from '../two-group/other-targets.js';
import { requireTimeForSticky } from '../two-group/stickiness.js';
import { firstOf, isLeft } from './first-of.js';
import { beforeUnproven, predecessorOf } from './predecessor.js';
import type { Claim, Claiming, Wish } from './wish.js';

/**
 * What a run begins of its own: nothing where the group runs the image already; only what it launches, where that alone is wrong.
 * @throws {Failure} when the group is in other hands, or allows neither the plan nor the image.
 */
export async function begin(history: readonly Release[], wish: Wish, claiming: Claiming): Promise<Claim> {
  const { claimant, clock, tell } = claiming;
  const { aws, view, pair, imageId, force, predict, undo, together } = wish;
  const [newest] = history;
  const { from: running, instanceTypes } = await runningSource(aws, view);
  const isDue = force || isLeft(newest, view) || toBeMadeUpFor(history, imageId, wish.plan);
  if (runsAlready(wish, running) && !isDue) {
    const instead = pair ? undefined : await launchedInstead(aws, view, running);
    return instead === undefined
      ? { kind: 'unchanged' }
      : beginToPoint(newest, wish, claiming, { from: running, instead });
  }
  await requireFree(wish, claiming, running);
  const plan = await completePlan(aws, view.group, wish.plan, wish.alarms, history);
  tellDeadline(plan, wish, tell);
  await requireFit(aws, imageId, instanceTypes);
  await requireNoFollowers(aws, view.group);
  const number = (newest?.number ?? 0) + 1;
  // Machines that stay, with another root volume, stay on their version, too.
  const keepsMachines = plan.strategy === 'replace-root-volume';
  const from = await goesBackTo(history, wish, claiming, running);
  const planned = keepsMachines ? withImage(from, imageId) : plannedSource(from, imageId, view.group.name, number);
  const to = undo?.to ?? planned;
  const predicted = await (pair ? predict?.(plan, pair.blue, view) : predict?.(plan, view));
  const release = firstOf(newest, { view, from, to, plan, claimant, now: clock.now() });
  const also = {
    ...(pair && { sides: pair.sides }),
    ...(undo && { undoes: undo.undoes }),
    ...(together && { together }),
    ...(predicted !== undefined && { predicted }),
  };
  return { kind: 'own', release: { ...release, ...also } };
}

/** A deadline that is longer than it was asked to be is said, and one that is over long before a machine has to be healthy. */
function tellDeadline({ bootAllowance = 0, progressDeadline }: Plan, { plan }: Wish, tell: Claiming['tell']): void {
  const [boot, deadline] = [bootAllowance, progressDeadline].map((time) => `${Math.round(time / 1000)} s`);
  if (progressDeadline > plan.progressDeadline) {
    tell(
      `By past releases a machine of this group may boot for ${boot}, so progress-deadline is ${deadline} this time`,
    );
  } else if (bootAllowance > 1.25 * progressDeadline) {
    tell(
      `By the group's health check grace period a machine may boot for ${boot}, but progress-deadline is over after ${deadline}. Give a longer one if good machines need it.`,
    );
  }
}

/** The same versions: the image is named by the policy's overrides, each of them. */
function withImage(from: LaunchSource, imageId: string): LaunchSource {
  const others = from.others?.map((other) => ({ ...other, imageId }));
  return { ...from, imageId, ...(others && { others }) };
}

/** What the way back leads to; where that is not what runs, it is said. */
async function goesBackTo(
  history: readonly Release[],
  { aws, view, pair, plan, imageId }: Wish,
  { tell }: Claiming,
  running: LaunchSource,
): Promise<LaunchSource> {
  if (pair || plan.strategy === 'replace-root-volume') return running;
  const isHeld = isLeft(history[0], view);
  if (!isHeld && !toBeMadeUpFor(history, imageId, plan)) return running;
  const from = await (isHeld ? predecessorOf : beforeUnproven)(aws, history, running);
  if (from === running) return running;
  const { name } = view.group;
  const why = isHeld
    ? `Release ${history[0]?.number} has left "${name}" on ${running.imageId}`
    : `No release has proven ${running.imageId}, which "${name}" runs`;
  tell(`${why}: the way back leads past it to ${from.imageId}`);
  return from;
}

/** The next machine would run it as well, whichever of the group's templates it comes from. */
function runsAlready({ pair, view, imageId }: Wish, from: LaunchSource): boolean {
  const live = liveAmong((pair?.blue ?? view).machines);
  const isLaunched = versionsOf<TemplateVersion>(from).every((version) => version.imageId === imageId);
  const isSource = pair ? live.length > 0 : isLaunched;
  return isSource && live.every((machine) => machine.imageId === imageId);
}

interface Elsewhere {
  /** What the machines run. */
  readonly from: LaunchSource;
  /** What the group launches instead, in words. */
  readonly instead: string;
}

/** The machines run the image, but the next one would not: only what the group launches is put right. */
async function beginToPoint(
  newest: Release | undefined,
  wish: Wish,
  claiming: Claiming,
  { from, instead }: Elsewhere,
): Promise<Claim> {
  const { view, imageId, together } = wish;
  const { claimant, clock, tell } = claiming;
  const plan = planToPoint(wish.plan);
  await requireFree({ ...wish, plan }, claiming, from);
  const makesVersions = versionsOf<TemplateVersion>(from).some(({ isFloating }) => isFloating);
  if (makesVersions) await requireNoFollowers(wish.aws, view.group);
  const too = replacedToo(view, from);
  tell(`Every machine of "${view.group.name}" runs ${imageId}, but the group launches ${instead}${too}`);
  const release = firstOf(newest, { view, from, to: from, plan, claimant, now: clock.now() });
  return { kind: 'own', release: { ...release, ...(together && { together }) } };
}

/** @throws {Failure} when the groups are in other hands, serve others as well, or do not allow the plan. */
async function requireFree(wish: Wish, claiming: Claiming, running: LaunchSource): Promise<void> {
  const { aws, view, pair, plan, undo, imageId } = wish;
  await requireNoOtherLocks(wish, claiming);
  if (pair) await requireNoOtherTargets(aws, pair.sides);
  if (pair) await requireNoOtherRules(aws, pair.sides);
  // Who undoes wants users off that image, cookies or not.
  if (pair && !undo) await requireTimeForSticky(aws, pair.sides, plan);
  for (const { group } of pair ? [pair.blue, view] : [view]) requireFeasible(group, plan);
  if (plan.strategy === 'replace-root-volume') await requireReplaceableRoots(aws, view, running, imageId);
}

/** Of two groups neither is to be in other hands. */
export async function requireNoOtherLocks({ aws, view, pair }: Wish, { tell }: Claiming, own?: Release): Promise<void> {
  for (const { group } of pair ? [pair.blue, view] : [view]) await requireNoOtherLock(aws, group, tell, own);
}
