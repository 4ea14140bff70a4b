import type { StepConnection } from '../platform/aws.js';
import { deriveStep } from '../platform/derived-step.js';
import { Failure, Interruption, messageOf } from '../platform/failure.js';
import { roleIsReachable } from '../platform/identity-token.js';
import {
  flag,
  groupName,
  groupNames,
  imageName,
  oneOf,
  pairs,
  region,
  roleArn,
  text,
} from '../platform/input-types.js';
import { exactlyOneOf, optional, type Rule, readInputs, required, secret, withDefault } from '../platform/inputs.js';
import { regionKnown } from '../platform/region-known.js';
import type { Action, Step } from '../platform/step.js';
import type { Deployment, DeploymentEnd, DeploymentSettings } from '../rollout/deployment.js';
import type { Together } from '../rollout/heart/release.js';
import type { ImageSource } from '../rollout/image/image.js';
import { wordLines } from '../rollout/telling/last-words.js';
import { commands, inputsFitCommand } from './command-inputs.js';
import { predictor, tellPlan } from './dry-run.js';
import { inTurn, type Member } from './groups-in-turn.js';
import { pairOf, planInputs, planOf } from './plan-inputs.js';
import { planRules } from './strategy-inputs.js';

/** The inputs, as action.yml names them. */
export const inputs = {
  command: withDefault('deploy', oneOf(...commands)),
  group: required(groupName),
  'more-groups': optional(groupNames),
  'image-id': optional(imageName),
  'image-tags': optional(pairs),
  'image-from': optional(groupName),
  'dry-run': withDefault('false', flag),
  force: withDefault('false', flag),
  expedite: withDefault('false', flag),
  ...planInputs,
  region: optional(region),
  role: optional(roleArn),
  'github-token': secret(optional(text)),
};

type Inputs = ReturnType<typeof readDeployInputs>;

/** A rule: only a deployment needs an image, and exactly one. */
const imageForDeploy: Rule<typeof inputs> = (values) =>
  values.command === 'deploy' ? exactlyOneOf<typeof inputs>('image-id', 'image-tags', 'image-from')(values) : undefined;

/** A rule: several groups go by one group's own plan. */
const groupsOfTheirOwn: Rule<typeof inputs> = ({ 'more-groups': more = [], 'dry-run': isDry, strategy, group }) => {
  const isTwice = new Set([group, ...more]).size <= more.length;
  if (more.length === 0 || (!isDry && !isTwice && strategy !== 'two-group')) return undefined;
  return {
    input: 'more-groups',
    found: `${more.length} with "${group}"${isDry ? ', and dry-run' : ''}`,
    allowed: 'each group once, without dry-run, and with a strategy of one group',
    remedy: 'Plan each group by itself; give two groups of one service as group and other-group.',
  };
};

export function readDeployInputs(step: Pick<Step, 'inputs' | 'environment'>) {
  return readInputs(inputs, step.inputs, [
    imageForDeploy,
    inputsFitCommand(inputs),
    groupsOfTheirOwn,
    ...planRules,
    regionKnown(step.environment),
    roleIsReachable(step.environment),
  ]);
}

/** Rolls an image out to one Auto Scaling group after the other, and leaves each whole when the job is cancelled. */
export function rollingDeployOf(open: typeof openDeployment): Action {
  return {
    async main(step) {
      const values = readDeployInputs(step);
      if (values['dry-run']) return plan(step, values, open);
      const { command } = values;
      const members = await membersOf(step, values, open);
      if (command === 'deploy') await refuseEarly(step, values, members, open);
      await inTurn(step, command, members, {
        carryOut: async ({ group, together }, first) => {
          const own = { ...values, group };
          const { deployment } = await open(step, own, { together });
          return carryOut(step, own, deployment, sourceAfter(values, first));
        },
        report: (end) => (command === 'deploy' || command === 'resume' ? report : reportRepair)(step, end),
      });
    },

    async post(step) {
      const number = Number(step.state(states.release));
      if (!number) return;
      const values = readDeployInputs(step);
      const { deployment } = await open(step, { ...values, group: step.state(states.group) || values.group });
      const end = await settle(step, deployment, number);
      if (!end) return;
      await publish(step, deployment, end);
      if (end.outcome === 'needs-attention') step.log.warning(end.reason, 'Needs attention');
      else step.log.info(end.reason);
    },
  };
}

export const rollingDeploy: Action = rollingDeployOf(openDeployment);

/** What main leaves for post: what to look for, even after a kill; and what it would have told, had it not been cut off. */
const states = { group: 'group', release: 'release', end: 'end' };

/** What stands after the clean-up of a cancelled main; undefined when that has left nothing to clean up or to tell. */
async function settle(step: Step, deployment: Deployment, number: number): Promise<DeploymentEnd | undefined> {
  const left = step.state(states.end);
  const end = left === '' ? undefined : (JSON.parse(left) as DeploymentEnd);
  try {
    const release = await deployment.settle(number);
    return release ? deployment.describe(release) : end;
  } catch (error) {
    const reason = `${end?.reason} That failed: ${messageOf(error)}`;
    if (end) await step.summarize(deployment.summarize({ ...end, reason }));
    throw error;
  }
}

async function carryOut(
  step: Step,
  { command, group }: Inputs,
  deployment: Deployment,
  source: ImageSource,
): Promise<DeploymentEnd | undefined> {
  let isBegun = false;
  const keep = (number: number) => {
    isBegun = true;
    step.saveState(states.group, group);
    step.saveState(states.release, String(number));
  };
  if (command === 'history') return tellHistory(step, deployment);
  const work = command === 'deploy' ? deployment.run(source, keep) : deployment[command](keep);
  const end = await work.catch((error: Error) => {
    if (isBegun || error.name !== 'Cancelled') throw error;
    throw new Failure(`Cancelled before anything was changed in "${group}".`);
  });
  if (!end) step.log.info(`Nothing to repair in "${group}".`);
  else if (end.outcome === 'interrupted') leaveToPost(step, end);
  else await publish(step, deployment, end);
  return end;
}

/**
 * The groups in their order. An undo finds out by the ledger which groups were rolled out with those that are named, and
 * keeps that in its own releases.
 */
async function membersOf(step: Step, values: Inputs, open: typeof openDeployment): Promise<readonly Member[]> {
  const groups = [values.group, ...(values['more-groups'] ?? [])];
  if (values.command !== 'undo') {
    const together = groups.length > 1 ? { name: step.workflow.runId, groups } : undefined;
    return groups.map((group) => ({ group, together }));
  }
  const newest = async (group: string) => (await open(step, { ...values, group })).deployment.newest();
  const { undoneTogether } = await import('../rollout/together.js');
  const members = new Map<string, Member>();
  for (const named of groups) {
    const together = (await newest(named))?.together;
    if (!together) {
      members.set(named, { group: named });
      continue;
    }
    const all = await Promise.all(together.groups.map(async (group) => ({ group, release: await newest(group) })));
    const undone = undoneTogether(together, all, step.workflow);
    const others = together.groups.filter((group) => !undone.includes(group));
    const rest = others.length > 0 ? `; not ${others.join(', ')}: left as before by it, or moved on since` : '';
    step.log.info(`What run ${together.name} rolled out together is undone as one: ${undone.join(', ')}${rest}`);
    for (const group of undone) if (!members.has(group)) members.set(group, { group, together });
  }
  return [...members.values()];
}

/** What a rollout would refuse in a later group, it refuses before it begins in the first one. */
async function refuseEarly(
  step: Step,
  values: Inputs,
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
function sourceAfter(values: Inputs, first: DeploymentEnd | undefined): ImageSource {
  const source = sourceOf(values);
  return first && !('previous' in source) ? { imageId: first.imageId } : source;
}

function sourceOf(values: Inputs): ImageSource {
  const { 'image-id': imageId = '', 'image-tags': tags, 'image-from': fromGroup } = values;
  if (fromGroup !== undefined) return { fromGroup };
  if (tags !== undefined) return { tags };
  if (imageId === 'previous') return { previous: true };
  return imageId.startsWith('ssm:') ? { parameter: imageId.slice('ssm:'.length) } : { imageId };
}

/** Goes the way of a deployment as far as that changes nothing. */
async function plan(step: Step, values: Inputs, open: typeof openDeployment): Promise<void> {
  const { ChangeGuard } = await import('../rollout/rehearsal/change-guard.js');
  const guard = new ChangeGuard();
  const opened = await open(step, values, { attach: guard.attach });
  await tellPlan(step, { ...opened, guard, group: values.group, source: sourceOf(values) });
}

async function tellHistory(step: Step, deployment: Deployment): Promise<undefined> {
  const { historyLines, historyTable } = await import('../rollout/ledger/history.js');
  const releases = await deployment.history();
  for (const line of historyLines(releases)) step.log.info(line);
  await step.summarize(historyTable(releases));
}

async function publish(step: Step, deployment: Deployment, end: DeploymentEnd): Promise<void> {
  setOutputs(step, end);
  await step.summarize(deployment.summarize(end));
}

/** Steps that follow are told now; the job summary when it is known what stands. */
function leaveToPost(step: Step, end: DeploymentEnd): void {
  setOutputs(step, end);
  step.saveState(states.end, JSON.stringify(end));
}

function setOutputs(step: Step, { outcome, imageId, previousImageId }: DeploymentEnd): void {
  step.output('outcome', outcome);
  step.output('image-id', imageId);
  step.output('previous-image-id', previousImageId);
}

type Reported = Pick<DeploymentEnd, 'outcome' | 'reason' | 'lastWords'>;

/** Only a group that runs what was asked for is a success, or one that waits as it was told to. */
export function report(step: Step, { outcome, reason, lastWords }: Reported): void {
  if (outcome === 'unproven') step.log.warning(reason, 'Unproven');
  else if (outcome === 'paused') step.log.notice(reason, 'Paused');
  else if (outcome === 'succeeded' || outcome === 'unchanged') step.log.info(reason);
  else if (outcome === 'interrupted') throw new Interruption(reason);
  else throw new Failure([reason, ...(lastWords ? wordLines(lastWords) : [])].join('\n'));
}

/** A group that is whole again is what was asked for. */
export function reportRepair(step: Step, { outcome, reason }: Reported): void {
  if (outcome === 'interrupted') throw new Interruption(reason);
  if (outcome === 'needs-attention') throw new Failure(reason);
  step.log.info(reason);
}

interface Opening {
  readonly attach?: StepConnection['attach'];
  /** The release of several groups that this one is a part of. */
  readonly together?: Together | undefined;
}

/** With `attach`, which holds back changes, nothing is predicted on the way: that is what all of it is for. */
export async function openDeployment(step: Step, values: Inputs, { attach, together }: Opening = {}) {
  const { connectFrom } = await import('../platform/aws.js');
  const { Fence } = await import('../platform/fence.js');
  const { Deployment } = await import('../rollout/deployment.js');
  const { lease } = await import('../rollout/ledger/lease.js');
  const fence = new Fence(step.clock, lease.lasts / 2);
  const aws = connectFrom(step, values.region, { role: values.role, fence, attach });
  const plan = { ...planOf(values), ...(values.expedite && { soak: 0 }) };
  const named = pairOf(values);
  const pair = named && { pair: named };
  const deployment = new Deployment({
    ...pair,
    ...{ step, aws, fence, plan, group: values.group, force: values.force, expedite: values.expedite },
    alarms: { tags: values['alarm-tags'] ?? {}, acceptsAlarm: values['accept-alarms'] },
    ...(!attach && { predict: predictor(step, aws, plan) }),
    ...(together && { together }),
    hasEnded: endOf(step, values['github-token']),
  });
  return { deployment, aws, plan, ...pair };
}

/** Whether an earlier process is over, by what GitHub says of its run where this one's own cannot tell. */
function endOf(
  { workflow, environment, log }: Step,
  token: string | undefined,
): NonNullable<DeploymentSettings['hasEnded']> {
  return async (earlier) => {
    const [{ hasEnded }, { httpGet: get }] = await Promise.all([
      import('../platform/workflow-run.js'),
      import('../platform/http.js'),
    ]);
    return hasEnded(earlier, workflow, { token, apiUrl: workflow.apiUrl, get, environment, tell: log.info });
  };
}
