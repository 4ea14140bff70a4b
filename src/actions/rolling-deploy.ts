import { briefly, isExpected } from '../platform/aws-failure.js';
import { AwsTime } from '../platform/aws-time.js';
import { deriveStep } from '../platform/derived-step.js';
import { Failure } from '../platform/failure.js';
import { failureKind } from '../platform/retry.js';
import type { Action, Step } from '../platform/step.js';
import type { CleanedUp } from '../rollout/clean-up.js';
import type { Deployment, DeploymentEnd } from '../rollout/deployment.js';
import type { Release } from '../rollout/heart/release.js';
import type { ImageSource } from '../rollout/image/image.js';
import type { Command } from './command-inputs.js';
import { publish, report, reportRepair, reportUndo, setOutputs } from './deployment-report.js';
import { tellPlan } from './dry-run.js';
import { inTurn, type Member } from './groups-in-turn.js';
import { type Left, LeftForPost, leftBy } from './left-for-post.js';
import { openDeployment } from './open-deployment.js';
import { type DeployInputs, readDeployInputs, sourceOf } from './rolling-deploy-inputs.js';

/** Rolls an image out to one Auto Scaling group after the other, and leaves each whole when the job is cancelled. */
export function rollingDeployOf(open: typeof openDeployment): Action {
  return {
    async main(given) {
      const step = onAwsTime(given);
      const values = readDeployInputs(step);
      if (values['dry-run']) return plan(step, values, open);
      const { command } = values;
      const members = await membersOf(step, values, open);
      if (command === 'deploy') await refuseEarly(step, values, members, open);
      const left = new LeftForPost(step);
      await inTurn(step, command, members, {
        carryOut: async ({ group, together }, first) => {
          const own = { ...values, group };
          const { deployment } = await open(step, own, { together });
          return carryOut(step, own, { deployment, source: sourceAfter(values, first), left });
        },
        report: (end) => reporterOf(command)(step, end),
      });
    },

    async post(given) {
      const step = onAwsTime(given);
      const left = leftBy(step);
      if (left.length === 0) return;
      const values = readDeployInputs(step);
      const problems: string[] = [];
      for (const one of left) {
        const cleaning = open(step, { ...values, group: one.group }).then(({ deployment }) =>
          cleanUp(step, deployment, one),
        );
        await cleaning.catch((error: unknown) => problems.push(briefly(error)));
      }
      if (problems.length > 0) throw new Failure(problems.join('\n'));
    },
  };
}

export const rollingDeploy: Action = rollingDeployOf(openDeployment);

/** Looks whether the groups that a step rolls out to are there. @throws {Failure} that names the first one that is not. */
export async function findGroups(step: Step): Promise<void> {
  const values = readDeployInputs(step);
  const { group, 'more-groups': more = [], 'other-group': other = [] } = values;
  for (const name of [group, ...more].concat(other)) {
    const { deployment } = await openDeployment(step, { ...values, group: name });
    await deployment.requireGroup();
  }
}

function reporterOf(command: Command): typeof report {
  if (command === 'undo') return reportUndo;
  return command === 'deploy' || command === 'resume' ? report : reportRepair;
}

/** The same step, with a clock that goes by AWS's time from the first answer on: whatever is opened in it shares that. */
function onAwsTime(step: Step): Step {
  return deriveStep(step, { inputs: {}, clock: new AwsTime(step) });
}

/** What stands after the clean-up is told once more where main was cut off. @throws {Failure} when something still stands. */
async function cleanUp(step: Step, deployment: Deployment, { number, startedAt, end }: Left): Promise<void> {
  let done: CleanedUp | undefined;
  try {
    done = await deployment.cleanUp(number, { because: end?.because, startedAt });
  } catch (error) {
    if (end) await step.summarize(deployment.summarize({ ...end, reason: `${end.reason} ${briefly(error)}` }));
    else await step.summarize(`${briefly(error)}\n`);
    throw error;
  }
  const stands = done?.end ?? end;
  if (!stands) return;
  await publish(step, deployment, stands);
  if (done?.isClean === false) throw new Failure(stands.reason);
  if (stands.outcome === 'needs-attention') step.log.warning(stands.reason, 'Needs attention');
  else step.log.info(stands.reason);
}

interface Task {
  readonly deployment: Deployment;
  readonly source: ImageSource;
  readonly left: LeftForPost;
}

async function carryOut(
  step: Step,
  values: DeployInputs,
  { deployment, source, left }: Task,
): Promise<DeploymentEnd | undefined> {
  const { command, group } = values;
  if (command === 'history') return tellHistory(step, values, deployment);
  const startedAt = step.clock.now();
  let number: number | undefined;
  const keep = (claimed: number) => {
    number = claimed;
    left.leave({ group, number, startedAt });
  };
  const work = command === 'deploy' ? deployment.run(source, keep) : deployment[command](keep);
  const end = await work.catch((error: unknown) => endOf(step, deployment, { group, number, error, startedAt }));
  if (end?.outcome === 'interrupted') {
    // Steps that follow are told now; the job summary when it is known what stands.
    setOutputs(step, end);
    if (number !== undefined) left.leave({ group, number, startedAt, end });
    return end;
  }
  if (end) await publish(step, deployment, end);
  else setOutputs(step, { outcome: 'unchanged', imageId: '', previousImageId: '' });
  left.forget(group);
  return end;
}

interface Thrown {
  readonly group: string;
  /** What was claimed, if anything was. */
  readonly number: number | undefined;
  readonly error: unknown;
  readonly startedAt: number;
}

/** How a run ended that cannot go on. @throws what it has thrown, where it had begun nothing or was at its end. */
async function endOf(step: Step, deployment: Deployment, { group, number, error, startedAt }: Thrown) {
  // What is cut off while AWS answers is not tried again: then that answer is what was thrown.
  const isCutShort = step.cancellation.aborted && failureKind(error) !== 'refused';
  const isCancelled = (error as Error).name === 'Cancelled' || isCutShort;
  if (number === undefined && isCancelled) throw new Failure(`Cancelled before anything was changed in "${group}".`);
  const end = number === undefined ? undefined : await deployment.cutOff(number, error, startedAt);
  // Whether the claim was written, only post can find out.
  if (!end && isCancelled)
    throw new Failure(
      `Cancelled while "${group}" was being claimed; the step's clean-up looks at what has come of that.`,
    );
  if (!end) throw error;
  const stack = (error as Error).stack ?? '';
  if (isExpected(error)) step.log.debug(stack);
  else step.log.info(stack);
  return end;
}

type HistoryOf = (group: string) => Promise<readonly Release[]>;

/** The groups in their order. Which of them belong together, and to what, the ledgers know. */
async function membersOf(step: Step, values: DeployInputs, open: typeof openDeployment): Promise<readonly Member[]> {
  const { command, group: first, 'more-groups': more = [] } = values;
  const groups = [first, ...more];
  const read: HistoryOf = async (group) => (await open(step, { ...values, group })).deployment.releases();
  if (command === 'undo') return membersToUndo(step, groups, read);
  if (more.length === 0) return [{ group: first }];
  const { newTogether, togetherBefore } = await import('../rollout/together.js');
  const ledgers = command === 'deploy' ? await Promise.all(groups.map(read)) : [];
  const own = newTogether(groups, ledgers, step.workflow);
  // What ran before is each group's own, so it is no image that they have in common.
  const isOneImage = !('previous' in sourceOf(values));
  const before = (imageId: string) => togetherBefore(groups, ledgers, step.workflow, imageId);
  const together = (imageId: string) => (isOneImage ? before(imageId) : undefined) ?? own;
  return groups.map((group) => ({ group, together }));
}

/**
 * An undo finds out by the ledger which groups were rolled out with those that are named, and keeps that in its own releases.
 */
async function membersToUndo(step: Step, groups: readonly string[], read: HistoryOf): Promise<readonly Member[]> {
  const histories = new Map<string, ReturnType<HistoryOf>>();
  const historyOf = (group: string) => {
    const history = histories.get(group) ?? read(group);
    histories.set(group, history);
    return history;
  };
  const { undoneWith } = await import('../rollout/together.js');
  const members = new Map<string, Member>();
  for (const named of groups) {
    const undone = await undoneWith(named, historyOf, step.workflow);
    if (!undone) {
      members.set(named, { group: named });
      continue;
    }
    const { together } = undone;
    const others = together.groups.filter((group) => !undone.groups.includes(group));
    const rest = others.length > 0 ? `; not ${others.join(', ')}: left as before by it, or moved on since` : '';
    step.log.info(`What run ${together.name} rolled out together is undone as one: ${undone.groups.join(', ')}${rest}`);
    for (const group of undone.groups) if (!members.has(group)) members.set(group, { group, together: () => together });
  }
  return [...members.values()];
}

/** What a rollout would refuse in a later group, it refuses before it begins in the first one. */
async function refuseEarly(
  step: Step,
  values: DeployInputs,
  members: readonly Member[],
  open: typeof openDeployment,
): Promise<void> {
  for (const { group, together } of members.slice(1)) {
    const { ChangeGuard } = await import('../rollout/rehearsal/change-guard.js');
    const { silent } = await import('../rollout/rehearsal/silent-step.js');
    const guard = new ChangeGuard();
    const quiet = deriveStep(step, { inputs: {}, log: silent });
    const { deployment } = await open(quiet, { ...values, group }, { attach: guard.attach, together });
    try {
      await deployment.run(sourceOf(values), () => undefined);
    } catch (error) {
      if (!guard.firstChange) throw error;
    }
  }
}

/** An image is looked up once for all groups; only what each of them ran before is its own. */
function sourceAfter(values: DeployInputs, first: DeploymentEnd | undefined): ImageSource {
  const source = sourceOf(values);
  return first && !('previous' in source) ? { imageId: first.imageId } : source;
}

/** Goes the way of a deployment as far as that changes nothing. */
async function plan(step: Step, values: DeployInputs, open: typeof openDeployment): Promise<void> {
  const { ChangeGuard } = await import('../rollout/rehearsal/change-guard.js');
  const guard = new ChangeGuard();
  const opened = await open(step, values, { attach: guard.attach });
  await tellPlan(step, { ...opened, guard, group: values.group, source: sourceOf(values) });
}

async function tellHistory(
  step: Step,
  { group, 'more-groups': more = [] }: DeployInputs,
  deployment: Deployment,
): Promise<undefined> {
  const { historyLines, historyTable } = await import('../rollout/ledger/history.js');
  const releases = await deployment.releases();
  if (releases.length === 0) await deployment.requireGroup();
  if (more.length > 0) step.log.info(`Releases of "${group}":`);
  for (const line of historyLines(group, releases)) step.log.info(line);
  await step.summarize(historyTable(group, releases));
}
