import type { Aws } from '../../platform/aws.js';
import { refuseWhenAborted } from '../../platform/cancellation.js';
import type { Clock } from '../../platform/clock.js';
import { Failure } from '../../platform/failure.js';
import type { Fence } from '../../platform/fence.js';
import type { Workflow } from '../../platform/workflow.js';
import { completePlan } from '../beginning/complete-plan.js';
import { requireFeasible } from '../beginning/preflight.js';
import { planToPoint } from '../beginning/repoint.js';
import { launchedInstead, replacedToo } from '../changes/launched-instead.js';
import { liveAmong, plannedSource, runningSource } from '../changes/template.js';
import { isToBeMadeUpFor } from '../gate/left-out.js';
import type { AlarmChoice } from '../group/alarms.js';
import { requireNoOtherLock } from '../group/other-locks.js';
import type { LaunchSource, TemplateVersion } from '../heart/launch-source.js';
import { versionsOf } from '../heart/matching.js';
import type { GroupView } from '../heart/observation.js';
import type { Plan } from '../heart/plan.js';
import type { Claimant, Release } from '../heart/release.js';
import { requireNoFollowers } from '../image/followers.js';
import { requireFit } from '../image/image-fit.js';
import { hasOurMax, isSettledBefore, oldestRead } from '../size/size.js';
import type { FoundSides } from '../two-group/find-sides.js';
import { requireNoOtherRules } from '../two-group/other-rules.js';
import { carryOn, claimedAt, takeBack, turnBack } from './carry-on.js';
import { otherLedger, unfinishedIn } from './find-ledger.js';
import { isoTime, lease } from './lease.js';
import type { Ledger } from './ledger.js';
import { predecessorOf } from './predecessor.js';

/** What a claim is made with. */
export interface Claiming {
  readonly ledger: Ledger;
  readonly fence: Fence;
  readonly clock: Pick<Clock, 'now'>;
  readonly cancellation: AbortSignal;
  readonly claimant: Claimant;
  /** Whether the process of an earlier run is known to be gone, so that nobody needs to wait for its lease. */
  readonly isGone: (earlier: Claimant) => Promise<boolean>;
  /** Called with the number before it is claimed, so that a clean-up knows what to look for even after a kill. */
  readonly onNumber: (number: number) => void;
  readonly tell: (line: string) => void;
}

/** What is to be rolled out, and where. */
export interface Wish {
  readonly aws: Aws;
  readonly view: GroupView;
  /** Of two groups: which they are, and the one that serves; `view` is the idle one then. */
  readonly pair?: Pick<FoundSides, 'sides' | 'blue' | 'isOpen'> | undefined;
  readonly imageId: string;
  readonly plan: Plan;
  readonly alarms?: AlarmChoice | undefined;
  /** What a rollout to the group may be like, or to `idle` from the one that serves; it must not throw. */
  readonly predict?: ((serving: GroupView, idle?: GroupView) => Promise<Release['predicted']>) | undefined;
  /** Even if every machine runs the image already. */
  readonly force: boolean;
  /** The groups that are rolled out with this one. */
  readonly together?: Release['together'] | undefined;
  /** The release that this one undoes, and the version to go back to where that is still there. */
  readonly undo?: { readonly undoes: number; readonly to?: LaunchSource | undefined } | undefined;
}

/** What stands in the ledger after a claim. */
export type Claim =
  /** The group runs the image already, and nothing is left to be put right: nothing was written. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'own'; readonly release: Release }
  /** What a dead run left; to be ended before anything of one's own can begin. */
  | { readonly kind: 'rescue'; readonly release: Release };

/**
 * Writes the next release into the ledger, before anything is changed. What a dead run left to the same goal is carried
 * on with what that run found; anything else is taken back first. `history` is older than all that was looked at for the wish,
 * so whoever has changed anything since, has claimed the number that this run wants.
 * @throws {Failure} when the group is in the hands of another, living rollout, or waits for a person.
 */
export async function claim(history: readonly Release[], wish: Wish, claiming: Claiming): Promise<Claim> {
  const [newest] = history;
  const { pair, aws, view } = wish;
  const groups = pair ? [pair.sides.blue.group, pair.sides.green.group] : [view.group.name];
  const other = otherLedger(aws, claiming.ledger, groups);
  const elsewhere = other && (await unfinishedIn(other, groups));
  if (elsewhere) throw await refusalElsewhere(elsewhere, claiming);
  const claimed =
    newest && isOpen(newest, wish) ? await adopt(newest, wish, claiming) : await begin(history, wish, claiming);
  if (claimed.kind !== 'unchanged') await take(claimed.release, claiming);
  if (pair && other && other.elsewhere !== claiming.ledger.group) await other.referTo(claiming.ledger.group);
  return claimed;
}

/** Who a step is, from the context of its workflow. */
export function claimantOf(workflow: Workflow): Claimant {
  const { repository, runId, runAttempt, job, runnerName, runnerEnvironment, actor, sha, runUrl } = workflow;
  return { repository, runId, runAttempt, job, runnerName, runnerEnvironment, actor, commit: sha, runUrl };
}

/** Writes a release into the ledger: from then on the group is this run's, for a lease. @throws {Cancelled} before it is begun. */
export async function take(release: Release, { ledger, fence, cancellation, onNumber }: Claiming): Promise<Release> {
  // Here nothing has been written, so a clean-up has nothing to look for.
  refuseWhenAborted(cancellation);
  onNumber(release.number);
  await ledger.claim(release);
  fence.renew(release.heartbeatAt);
  return release;
}

/** @throws {Failure} when somebody works on an unfinished release, or it waits for a person. */
export async function requireAbandoned(unfinished: Release, claiming: Claiming): Promise<void> {
  if (await isAbandoned(unfinished, claiming)) return;
  throw refusal(unfinished);
}

/** Whether nobody works on an unfinished release any more. */
export async function isAbandoned(unfinished: Release, { clock, isGone }: Claiming): Promise<boolean> {
  const { rests, heartbeatAt, claimant } = unfinished;
  if (rests?.kind === 'interrupted') return true;
  if (rests?.kind === 'paused') return clock.now() >= rests.until;
  return clock.now() - heartbeatAt >= lease.staleAfter || (await isGone(claimant));
}

/** The same of a rollout that stands in the ledger of another group. One that was left unfinished is not adopted from there. */
async function refusalElsewhere(unfinished: Release, claiming: Claiming): Promise<Failure> {
  if (!(await isAbandoned(unfinished, claiming))) return refusal(unfinished);
  const { number, group, sides } = unfinished;
  const where = sides ? `between groups "${sides.blue.group}" and "${sides.green.group}"` : `to group "${group}"`;
  return new Failure(
    `A rollout ${where} was left unfinished (release ${number}). End it first, with "command: repair" and "group: ${group}".`,
  );
}

/** Who has the group, since when, and what to do about it. */
export function refusal(release: Release): Failure {
  const { group, number, to, claimant, heartbeatAt, rests, direction } = release;
  const { actor, runUrl } = claimant;
  const since = `since ${isoTime(claimedAt(release))} (${runUrl})`;
  const rollout = `The rollout of ${to.imageId} to group "${group}"`;
  if (rests?.kind === 'paused') {
    return new Failure(
      `${rollout} by ${actor} ${since} is paused until ${isoTime(rests.until)} (release ${number}). ` +
        'Go on with "command: resume", or take it back with "command: abort"; then deploy again.',
    );
  }
  const turned = { back: 'is being taken back', hold: 'is being put on hold' };
  const what =
    direction === 'forward'
      ? `Group "${group}" is being rolled out to ${to.imageId} by ${actor} ${since}. Wait for it to end, or cancel it.`
      : `${rollout} ${turned[direction]}: ${actor} has been at it ${since}. Wait for it to end.`;
  const minutes = lease.staleAfter / 60_000;
  return new Failure(
    `${what} If its runner is dead: ${minutes} minutes after its last sign of life (${isoTime(heartbeatAt)}) the next run takes over.`,
  );
}

/** Whether something is to be ended before a rollout can begin. Two groups that share requests out are never left so. */
function isOpen({ outcome }: Release, { pair }: Wish): boolean {
  return outcome === undefined || (outcome === 'needs-attention' && pair?.isOpen === true);
}

async function adopt(unfinished: Release, wish: Wish, claiming: Claiming): Promise<Claim> {
  const { imageId, plan, view, pair } = wish;
  const { direction, to, rests, isUndo, retiresKept, outcome, group, sides } = unfinished;
  const { claimant, clock } = claiming;
  if (outcome === undefined) await requireAbandoned(unfinished, claiming);
  await requireNoOtherLocks(wish, claiming, unfinished);
  if (outcome !== undefined) return { kind: 'rescue', release: turnBack(unfinished, claimant, clock.now()) };
  const isSamePlace = group === view.group.name && (sides === undefined) === (pair === undefined);
  const isSameGoal = isSamePlace && to.imageId === imageId && unfinished.plan.releaseCommand === plan.releaseCommand;
  const isOfItsOwn = isUndo || retiresKept || rests?.kind === 'paused';
  if (direction === 'forward' && isSameGoal && !isOfItsOwn) {
    return { kind: 'own', release: carryOn(unfinished, claimant, clock.now()) };
  }
  return { kind: 'rescue', release: takeBack(unfinished, claimant, clock.now()) };
}

/** Of two groups neither is to be in other hands. */
async function requireNoOtherLocks({ aws, view, pair }: Wish, { tell }: Claiming, own?: Release): Promise<void> {
  for (const { group } of pair ? [pair.blue, view] : [view]) await requireNoOtherLock(aws, group, tell, own);
}

/** @throws {Failure} when the groups are in other hands, serve others as well, or do not allow the plan. */
async function requireFree(wish: Wish, claiming: Claiming): Promise<void> {
  const { aws, view, pair, plan } = wish;
  await requireNoOtherLocks(wish, claiming);
  if (pair) await requireNoOtherRules(aws, pair.sides);
  for (const { group } of pair ? [pair.blue, view] : [view]) requireFeasible(group, plan);
}

async function begin(history: readonly Release[], wish: Wish, claiming: Claiming): Promise<Claim> {
  const { claimant, clock } = claiming;
  const { aws, view, pair, imageId, force, predict, undo, together } = wish;
  const [newest] = history;
  const { from: running, instanceTypes } = await runningSource(aws, view);
  const isDue = force || isLeft(newest, view) || isToBeMadeUpFor(history, imageId, wish.plan);
  if (runsAlready(wish, running) && !isDue) {
    const instead = pair ? undefined : await launchedInstead(aws, view, running);
    return instead === undefined
      ? { kind: 'unchanged' }
      : beginToPoint(newest, wish, claiming, { from: running, instead });
  }
  await requireFree(wish, claiming);
  const plan = await completePlan(aws, view.group, wish.plan, wish.alarms, history);
  await requireFit(aws, imageId, instanceTypes);
  await requireNoFollowers(aws, view.group);
  const number = (newest?.number ?? 0) + 1;
  // Machines that stay, with another root volume, stay on their version, too.
  const keepsMachines = plan.strategy === 'replace-root-volume';
  const from = await goesBackTo(history, wish, claiming, running);
  const planned = keepsMachines ? { ...from, imageId } : plannedSource(from, imageId, view.group.name, number);
  const to = undo?.to ?? planned;
  const predicted = await (pair ? predict?.(pair.blue, view) : predict?.(view));
  const release = firstOf(newest, { view, from, to, plan, claimant, now: clock.now() });
  const also = {
    ...(pair && { sides: pair.sides }),
    ...(undo && { undoes: undo.undoes }),
    ...(together && { together }),
    ...(predicted !== undefined && { predicted }),
  };
  return { kind: 'own', release: { ...release, ...also } };
}

/** What the way back leads to; where that is not what runs, it is said. */
async function goesBackTo(
  history: readonly Release[],
  { aws, view, pair, plan }: Wish,
  { tell }: Claiming,
  running: LaunchSource,
): Promise<LaunchSource> {
  const [newest] = history;
  if (pair || plan.strategy === 'replace-root-volume' || !isLeft(newest, view)) return running;
  const from = await predecessorOf(aws, history, running);
  if (from !== running) {
    const { name } = view.group;
    tell(
      `Release ${newest?.number} has left "${name}" on ${running.imageId}: the way back leads past it to ${from.imageId}`,
    );
  }
  return from;
}

function runsAlready({ pair, view, imageId }: Wish, from: LaunchSource): boolean {
  const live = liveAmong((pair?.blue ?? view).machines);
  const isSource = pair ? live.length > 0 : from.imageId === imageId;
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
  await requireFree({ ...wish, plan }, claiming);
  const makesVersions = versionsOf<TemplateVersion>(from).some(({ isFloating }) => isFloating);
  if (makesVersions) await requireNoFollowers(wish.aws, view.group);
  const too = replacedToo(view, from);
  tell(`Every machine of "${view.group.name}" runs ${imageId}, but the group launches ${instead}${too}`);
  const release = firstOf(newest, { view, from, to: from, plan, claimant, now: clock.now() });
  return { kind: 'own', release: { ...release, ...(together && { together }) } };
}

/** Whether the newest release was left to a person: the group may launch what is gone, or have surge that nobody needs. */
function isLeft(newest: Release | undefined, { group }: GroupView): boolean {
  return newest?.outcome === 'needs-attention' && newest.group === group.name;
}

/** Of a release that is over: of its last change of size a read may not tell yet, so that what was surge looks like the size. */
function surgeLeftBy(newest: Release | undefined, view: GroupView, now: number): Release['surge'] {
  if (newest?.surge === undefined || isLeft(newest, view)) return newest?.surge;
  const isLate = newest.group === view.group.name && !isSettledBefore(newest.surge, now - oldestRead);
  return isLate ? newest.surge : undefined;
}

/** What a release of one's own begins with. */
export interface Beginning extends Pick<Release, 'from' | 'to' | 'plan' | 'claimant'> {
  readonly view: GroupView;
  readonly now: number;
}

/** A release of one's own, after the newest one in the ledger. What that one left to a person, surge and all, it inherits. */
export function firstOf(newest: Release | undefined, { view, now, ...beginning }: Beginning): Release {
  const { group } = view;
  const left = surgeLeftBy(newest, view, now);
  const isMaxLeft = newest && left && hasOurMax({ group, release: { ...newest, surge: left }, now });
  return {
    ...beginning,
    number: (newest?.number ?? 0) + 1,
    group: group.name,
    startedAt: now,
    heartbeatAt: now,
    baseline: { desired: group.desired, max: isMaxLeft ? newest.baseline.max : group.max },
    suspended: [],
    ...(left && { surge: left }),
    ...(newest?.refresh && { refresh: { id: newest.refresh.id, kind: 'earlier' } }),
    wavesDone: 0,
    direction: 'forward',
  };
}
