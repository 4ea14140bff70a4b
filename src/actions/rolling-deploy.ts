import { Failure } from '../platform/failure.js';
import { roleIsReachable } from '../platform/identity-token.js';
import { flag, groupName, imageId, oneOf, region, roleArn } from '../platform/input-types.js';
import { exactlyOneOf, optional, type Rule, readInputs, required, withDefault } from '../platform/inputs.js';
import { regionKnown } from '../platform/region-known.js';
import type { Action, Step } from '../platform/step.js';
import type { Deployment, DeploymentEnd, Outcome } from '../rollout/deployment.js';
import type { ImageSource } from '../rollout/image.js';
import { predictor, tellPlan } from './dry-run.js';
import { deadlineOutlastsMinReady, oneGate, planInputs, planOf } from './plan-inputs.js';

/** The inputs, as action.yml names them. */
export const inputs = {
  command: withDefault('deploy', oneOf('deploy', 'repair', 'history')),
  group: required(groupName),
  'image-id': optional(imageId),
  'image-from': optional(groupName),
  'dry-run': withDefault('false', flag),
  ...planInputs,
  region: optional(region),
  role: optional(roleArn),
};

type Inputs = ReturnType<typeof readDeployInputs>;

/** A rule: only a deployment needs an image, and exactly one. */
const imageForDeploy: Rule<typeof inputs> = (values) =>
  values.command === 'deploy' ? exactlyOneOf<typeof inputs>('image-id', 'image-from')(values) : undefined;

/** A rule: only a deployment can be planned without being done. */
const dryRunOfDeploy: Rule<typeof inputs> = ({ command, 'dry-run': isDry }) => {
  if (!isDry || command === undefined || command === 'deploy') return undefined;
  const remedy = 'Leave one of the two out.';
  return {
    input: 'dry-run',
    found: `true, with command: ${command}`,
    allowed: 'true only with command: deploy',
    remedy,
  };
};

export function readDeployInputs(step: Pick<Step, 'inputs' | 'environment'>) {
  return readInputs(inputs, step.inputs, [
    imageForDeploy,
    dryRunOfDeploy,
    deadlineOutlastsMinReady,
    oneGate,
    regionKnown(step.environment),
    roleIsReachable(step.environment),
  ]);
}

/** Rolls an image out to one Auto Scaling group, and takes it back when the job is cancelled. */
export const rollingDeploy: Action = {
  async main(step) {
    const values = readDeployInputs(step);
    if (values['dry-run']) return tellPlan(step, values, sourceOf(values));
    const deployment = await openDeployment(step, values);
    if (values.command === 'history') await tellHistory(step, deployment);
    else if (values.command === 'repair') await repair(step, values, deployment);
    else report(step, await deploy(step, values, deployment));
  },

  async post(step) {
    const number = Number(step.state('release'));
    if (!number) return;
    const deployment = await openDeployment(step, readDeployInputs(step));
    const release = await deployment.settle(number);
    if (!release) return;
    const { reason, ...ended } = deployment.describe(release);
    await publish(step, deployment, { ...ended, reason });
    if (ended.outcome === 'needs-attention') step.log.warning(reason, 'Needs attention');
    else step.log.info(reason);
  },
};

async function deploy(step: Step, values: Inputs, deployment: Deployment): Promise<DeploymentEnd> {
  const ended = await deployment.run(sourceOf(values), (number) => step.saveState('release', String(number)));
  await publish(step, deployment, ended);
  return ended;
}

function sourceOf(values: Inputs): ImageSource {
  const imageFrom = values['image-from'];
  return imageFrom === undefined ? { imageId: values['image-id'] ?? '' } : { fromGroup: imageFrom };
}

async function repair(step: Step, { group }: Inputs, deployment: Deployment): Promise<void> {
  const ended = await deployment.repair((number) => step.saveState('release', String(number)));
  if (!ended) return step.log.info(`Nothing to repair in "${group}".`);
  await publish(step, deployment, ended);
  if (ended.outcome === 'needs-attention') throw new Failure(ended.reason);
  step.log.info(ended.reason);
}

async function tellHistory(step: Step, deployment: Deployment): Promise<void> {
  const { historyLines, historyTable } = await import('../rollout/history.js');
  const releases = await deployment.history();
  for (const line of historyLines(releases)) step.log.info(line);
  await step.summarize(historyTable(releases));
}

async function publish(step: Step, deployment: Deployment, ended: DeploymentEnd): Promise<void> {
  step.output('outcome', ended.outcome);
  step.output('image-id', ended.imageId);
  step.output('previous-image-id', ended.previousImageId);
  await step.summarize(deployment.summarize(ended));
}

/** Only a group that runs what was asked for is a success. */
export function report(step: Step, { outcome, reason }: { outcome: Outcome; reason: string }): void {
  if (outcome === 'unproven') step.log.warning(reason, 'Unproven');
  else if (outcome === 'succeeded' || outcome === 'unchanged') step.log.info(reason);
  else throw new Failure(reason);
}

async function openDeployment(step: Step, values: Inputs): Promise<Deployment> {
  const { connectFrom } = await import('../platform/aws.js');
  const { Fence } = await import('../platform/fence.js');
  const { Deployment } = await import('../rollout/deployment.js');
  const { lease } = await import('../rollout/release.js');
  const fence = new Fence(step.clock, lease.lasts / 2);
  const aws = connectFrom(step, values.region, { role: values.role, fence });
  const plan = planOf(values);
  return new Deployment({ step, aws, fence, group: values.group, plan, predict: predictor(step, aws, plan) });
}
