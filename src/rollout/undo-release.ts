import type { Aws } from '../platform/aws.js';
import { Failure } from '../platform/failure.js';
import { isSameRun, type RunIdentity } from '../platform/workflow-run.js';
import { runningSource } from './changes/running-source.js';
import { imageOf, isThere } from './changes/template.js';
import { ofAddedTemplate } from './group/added-template.js';
import { isConfiguration, type LaunchSource, type TemplateVersion } from './heart/launch-source.js';
import { isMade, runs, versionsOf } from './heart/matching.js';
import type { GroupView, Machine } from './heart/observation.js';
import type { Plan } from './heart/plan.js';
import type { Release } from './heart/release.js';
import { newestTo } from './ledger/find-ledger.js';
import { firstOf } from './ledger/first-of.js';
import { hasFailed } from './ledger/undo-target.js';
import type { Claiming } from './ledger/wish.js';
import { hasUndone } from './telling/explain.js';
import type { FoundSides } from './two-group/find-sides.js';
import { imageBefore } from './two-group/sides.js';

/** What an undo works with, and where it tells which way it goes. */
interface UndoTools {
  readonly aws: Aws;
  readonly tell: (line: string) => void;
}

/**
 * A release that takes seconds, where what ran before the newest one is kept: the machines in standby, or the other one of two groups.
 * @returns undefined where nothing is kept, or only what has failed, or what the group could not be made to launch any more.
 */
export async function quickUndo(
  { aws, tell }: UndoTools,
  history: readonly Release[],
  view: GroupView,
  pair: FoundSides | undefined,
  claiming: Claiming,
): Promise<Release | undefined> {
  const [newest] = history;
  if (!newest || hasFailed(history, imageBefore(newest))) return undefined;
  const kept = pair ? [] : keptFor(newest, view, claiming.clock.now());
  const fromStandby = kept.length > 0 ? await serveAgain(aws, newest, view, claiming) : undefined;
  const quick = pair ? await swapBack(aws, newest, pair, claiming) : fromStandby;
  if (!quick) return undefined;
  const what = pair ? 'requests go back to the other group' : whoServes(kept);
  tell(`Undoing release ${quick.undoes}: ${what}`);
  return quick;
}

/** How many serve again at once, and how many AWS does not give back yet (Auto Scaling API, ExitStandby). */
function whoServes(kept: readonly Machine[]): string {
  const draining = kept.filter(({ isDraining }) => isDraining).length;
  const ready = kept.length - draining;
  const [waits, serve] = ready === 1 ? ['machine that waits', 'serves'] : ['machines that wait', 'serve'];
  const again = `${ready} ${waits} in standby ${serve} again`;
  const leave = draining === 1 ? 'kept machine still leaves' : 'kept machines still leave';
  const later = `${draining} ${leave} the load balancers (deregistration delay), so new ones are launched meanwhile`;
  return [...(ready > 0 ? [again] : []), ...(draining > 0 ? [later] : [])].join('; ');
}

/** Machines of the newest release's predecessor that can serve again at once, or as soon as they have left the load balancers. */
function keptFor(newest: Release, view: GroupView, now: number): readonly Machine[] {
  const { outcome, keptUntil = 0, from } = newest;
  const isReady = ({ isKept, isStopped }: Machine) => isKept && !isStopped;
  // What comes from a template that neither knows, only a rollout takes in.
  const isOver = outcome !== 'succeeded' || keptUntil <= now || ofAddedTemplate(view, newest).length > 0;
  return isOver ? [] : view.machines.filter((machine) => isReady(machine) && runs(machine, from));
}

/**
 * A release that puts kept machines back into service, and takes out the others.
 * @returns undefined where what they run is gone, and what it could be made of anew as well.
 */
async function serveAgain(
  aws: Aws,
  newest: Release,
  view: GroupView,
  { claimant, clock }: Claiming,
): Promise<Release | undefined> {
  const { from: to, to: from, plan, number, together } = newest;
  if (!isMade(from) || !((await isThere(aws, to)) || (await isThere(aws, from)))) return undefined;
  const release = firstOf(newest, { view, from, to, plan: undoPlan(plan), claimant, now: clock.now() });
  return { ...release, undoes: number, isUndo: true, ...(together && { together }) };
}

/**
 * Of two groups: a release that shifts all requests back to the other one at once, while that is kept as large as it was.
 * @returns undefined when it is not kept any more, or does not run what it ran then.
 */
async function swapBack(
  aws: Aws,
  newest: Release,
  { sides, green: view }: FoundSides,
  { claimant, clock }: Claiming,
): Promise<Release | undefined> {
  const { outcome, keptUntil = 0, sides: before, number } = newest;
  const now = clock.now();
  const isKept = outcome === 'succeeded' && keptUntil > now && before?.blue.group === view.group.name;
  const runsIt = view.machines.some(({ healthy, imageId }) => healthy && imageId === before?.imageId);
  if (!isKept || !runsIt) return undefined;
  const { from } = await runningSource(aws, view);
  const plan: Plan = { ...undoPlan(newest.plan), strategy: 'two-group' };
  const release = firstOf(newest, { view, from, to: from, plan, claimant, now });
  return { ...release, sides, undoes: number, isUndo: true };
}

/** All at once, and nothing is asked or waited for: these machines have served users before. */
export function undoPlan({ progressDeadline, onFailure }: Plan): Plan {
  return {
    strategy: 'rolling',
    waves: [{ percent: 100 }],
    maxSurge: { percent: 100 },
    maxUnavailable: { machines: 0 },
    raiseMax: true,
    minReady: 0,
    soak: 0,
    gate: { kind: 'none' },
    alarms: [],
    progressDeadline,
    onFailure,
    keepPrevious: 0,
    suspend: [],
    pollInterval: 1_000,
  };
}

/**
 * How a release is rolled back where none of its machines is kept: as the step has it. Machines that it has left where they are, with
 * another root volume, stay there once more, with what they hold besides, unless the step says how they are to be replaced.
 */
export function planBack(own: Plan, isAsked: boolean, undone: Release | undefined): Plan {
  if (isAsked || undone?.plan.strategy !== 'replace-root-volume') return own;
  const { strategy, waves, maxSurge, maxUnavailable } = undone.plan;
  return { ...own, strategy, waves, maxSurge, maxUnavailable };
}

/**
 * Two groups share a ledger, in which one alone may have got releases since: nothing of what both got together is undone before these.
 * @throws {Failure} that names the newest of them.
 */
export function requireToUndo(history: readonly Release[], groups: readonly string[]): void {
  const [newest] = history;
  const own = newestTo(groups, history);
  if (!newest || !own || newest === own) return;
  throw new Failure(
    `Release ${own.number} to "${groups.join('" and "')}" is no longer the newest: "${newest.group}" got release ${newest.number} since. Undo that first, with "group: ${newest.group}".`,
  );
}

/**
 * What a group runs whose newest release has gone back already in this very run of a workflow, which may have been started
 * again: to go further back takes a run of its own. Undefined where that is not so.
 */
export function undoneAlready(
  newest: Release,
  own: RunIdentity,
): { readonly imageId: string; readonly reason: string } | undefined {
  const { number, group, claimant, undoes, outcome, sides, from, to } = newest;
  const isBack = outcome === 'aborted' || outcome === 'rolled-back';
  if (!isSameRun(claimant, own) || !(hasUndone(newest) || (isBack && undoes === undefined))) return undefined;
  const imageId = isBack ? (sides?.imageId ?? from.imageId) : to.imageId;
  const reason = `Release ${undoes ?? number} is taken back already, by this very run: "${group}" runs ${imageId}. Nothing was changed. To go further back, undo in another run.`;
  return { imageId, reason };
}

/** The versions to go back to, if the group still launches from their templates and nobody has deleted or changed them. */
export async function stillThere(aws: Aws, from: LaunchSource, to: LaunchSource): Promise<LaunchSource | undefined> {
  const ids = (source: LaunchSource) => versionsOf<TemplateVersion>(source).map(({ templateId }) => templateId);
  if (isConfiguration(from) || isConfiguration(to) || String(ids(from)) !== String(ids(to))) return undefined;
  const launches = async (version: TemplateVersion) => (await imageOf(aws, version)) === version.imageId;
  const found = await Promise.all(versionsOf<TemplateVersion>(to).map(launches));
  return found.every(Boolean) ? to : undefined;
}
