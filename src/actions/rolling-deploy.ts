import type { StepConnection } from '../platform/aws.js';
import { Failure } from '../platform/failure.js';
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
import type { ImageSource } from '../rollout/image/image.js';
import { wordLines } from '../rollout/telling/last-words.js';
import { commands, inputsFitCommand } from './command-inputs.js';
import { predictor, tellPlan } from './dry-run.js';
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

/** Rolls an image out to one Auto Scaling group, and takes it back when the job is cancelled. */
export const rollingDeploy: Action = {
  async main(step) {
    const values = readDeployInputs(step);
    if (values['dry-run']) return plan(step, values);
    const groups = await groupsOf(step, values);
    for (const group of groups) await carryOut(step, { ...values, group }, groups);
  },

  async post(step) {
    const number = Number(step.state('release'));
    if (!number) return;
    const values = readDeployInputs(step);
    const { deployment } = await openDeployment(step, { ...values, group: step.state('group') || values.group });
    const release = await deployment.settle(number);
    if (!release) return;
    const { reason, ...ended } = deployment.describe(release);
    await publish(step, deployment, { ...ended, reason });
    if (ended.outcome === 'needs-attention') step.log.warning(reason, 'Needs attention');
    else step.log.info(reason);
  },
};

async function carryOut(step: Step, values: Inputs, groups: readonly string[]): Promise<void> {
  const { deployment } = await openDeployment(step, values, { groups });
  const keep = keepNumber(step, values.group);
  switch (values.command) {
    case 'history':
      return tellHistory(step, deployment);
    case 'repair':
      return repair(step, values, deployment);
    case 'abort':
      return reportRepair(step, await publish(step, deployment, await deployment.abort(keep)));
    case 'undo':
      return reportRepair(step, await publish(step, deployment, await deployment.undo(keep)));
    case 'resume':
      return report(step, await publish(step, deployment, await deployment.resume(keep)));
    case 'deploy':
      return report(step, await publish(step, deployment, await deployment.run(sourceOf(values), keep)));
  }
}

/** The groups in their order. An undo finds out by the ledger which groups were rolled out with the one that is named. */
async function groupsOf(step: Step, values: Inputs): Promise<readonly string[]> {
  const named = [values.group, ...(values['more-groups'] ?? [])];
  if (values.command !== 'undo') return named;
  const newest = async (group: string) => (await openDeployment(step, { ...values, group })).deployment.newest();
  const together = (await newest(values.group))?.together;
  if (!together) return named;
  const { undoneTogether } = await import('../rollout/together.js');
  const all = await Promise.all(together.groups.map(async (group) => ({ group, release: await newest(group) })));
  const groups = undoneTogether(together, all);
  step.log.info(`Release ${together.name} is undone as one: ${groups.join(', ')}`);
  return groups;
}

/** What a clean-up looks for, even after a kill. */
function keepNumber(step: Step, group: string): (number: number) => void {
  return (number) => {
    step.saveState('group', group);
    step.saveState('release', String(number));
  };
}

function sourceOf(values: Inputs): ImageSource {
  const { 'image-id': imageId = '', 'image-tags': tags, 'image-from': fromGroup } = values;
  if (fromGroup !== undefined) return { fromGroup };
  if (tags !== undefined) return { tags };
  if (imageId === 'previous') return { previous: true };
  return imageId.startsWith('ssm:') ? { parameter: imageId.slice('ssm:'.length) } : { imageId };
}

/** Goes the way of a deployment as far as that changes nothing. */
async function plan(step: Step, values: Inputs): Promise<void> {
  const { ChangeGuard } = await import('../rollout/rehearsal/change-guard.js');
  const guard = new ChangeGuard();
  const opened = await openDeployment(step, values, { attach: guard.attach });
  await tellPlan(step, { ...opened, guard, group: values.group, source: sourceOf(values) });
}

async function repair(step: Step, { group }: Inputs, deployment: Deployment): Promise<void> {
  const ended = await deployment.repair(keepNumber(step, group));
  if (ended) reportRepair(step, await publish(step, deployment, ended));
  else step.log.info(`Nothing to repair in "${group}".`);
}

async function tellHistory(step: Step, deployment: Deployment): Promise<void> {
  const { historyLines, historyTable } = await import('../rollout/ledger/history.js');
  const releases = await deployment.history();
  for (const line of historyLines(releases)) step.log.info(line);
  await step.summarize(historyTable(releases));
}

async function publish(step: Step, deployment: Deployment, ended: DeploymentEnd): Promise<DeploymentEnd> {
  step.output('outcome', ended.outcome);
  step.output('image-id', ended.imageId);
  step.output('previous-image-id', ended.previousImageId);
  await step.summarize(deployment.summarize(ended));
  return ended;
}

type Reported = Pick<DeploymentEnd, 'outcome' | 'reason' | 'lastWords'>;

/** Only a group that runs what was asked for is a success, or one that waits as it was told to. */
export function report(step: Step, { outcome, reason, lastWords }: Reported): void {
  if (outcome === 'unproven') step.log.warning(reason, 'Unproven');
  else if (outcome === 'paused') step.log.notice(reason, 'Paused');
  else if (outcome === 'succeeded' || outcome === 'unchanged') step.log.info(reason);
  else throw new Failure([reason, ...(lastWords ? wordLines(lastWords) : [])].join('\n'));
}

/** A group that is whole again is what was asked for. */
export function reportRepair(step: Step, { outcome, reason }: Reported): void {
  if (outcome === 'needs-attention' || outcome === 'interrupted') throw new Failure(reason);
  step.log.info(reason);
}

interface Opening {
  readonly attach?: StepConnection['attach'];
  /** Those that one step rolls out together. */
  readonly groups?: readonly string[];
}

/** With `attach`, which holds back changes, nothing is predicted on the way: that is what all of it is for. */
async function openDeployment(step: Step, values: Inputs, { attach, groups = [] }: Opening = {}) {
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
    ...(groups.length > 1 && { together: { name: step.workflow.runId, groups } }),
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
