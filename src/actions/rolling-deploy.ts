import { Failure } from '../platform/failure.js';
import { amount, duration, groupName, imageId, oneOf, positiveDuration, region, roleArn } from '../platform/input-types.js';
import { roleIsReachable } from '../platform/identity-token.js';
import { exactlyOneOf, optional, type Rule, readInputs, required, withDefault } from '../platform/inputs.js';
import { regionKnown } from '../platform/region-known.js';
import type { Action, Step } from '../platform/step.js';
import type { Deployment, DeploymentEnd, Outcome } from '../rollout/deployment.js';

/** The inputs, as action.yml names them. */
export const inputs = {
  command: withDefault('deploy', oneOf('deploy', 'repair', 'history')),
  group: required(groupName),
  'image-id': optional(imageId),
  'image-from': optional(groupName),
  'max-surge': withDefault('25%', amount),
  'max-unavailable': withDefault('0', amount),
  'min-ready': withDefault('30s', duration),
  'progress-deadline': withDefault('10m', duration),
  'poll-interval': withDefault('10s', positiveDuration),
  region: optional(region),
  role: optional(roleArn),
};

type Inputs = ReturnType<typeof readDeployInputs>;

/** A rule: a machine has time to become ready. */
export const deadlineOutlastsMinReady: Rule<Pick<typeof inputs, 'progress-deadline' | 'min-ready'>> = (values) => {
  const deadline = values['progress-deadline'];
  const minReady = values['min-ready'];
  if (deadline === undefined || minReady === undefined || deadline > minReady) return undefined;
  return {
    input: 'progress-deadline',
    found: `${deadline / 1000}s`,
    allowed: `more than min-ready (${minReady / 1000}s)`,
    remedy: 'Give machines more time, or shorten min-ready.',
  };
};

/** A rule: only a deployment needs an image, and exactly one. */
const imageForDeploy: Rule<typeof inputs> = (values) =>
  values.command === 'deploy' ? exactlyOneOf<typeof inputs>('image-id', 'image-from')(values) : undefined;

export function readDeployInputs(step: Pick<Step, 'inputs' | 'environment'>) {
  return readInputs(inputs, step.inputs, [
    imageForDeploy,
    deadlineOutlastsMinReady,
    regionKnown(step.environment),
    roleIsReachable(step.environment),
  ]);
}

/** Rolls an image out to one Auto Scaling group, and takes it back when the job is cancelled. */
export const rollingDeploy: Action = {
  async main(step) {
    const values = readDeployInputs(step);
    const deployment = await openDeployment(step, values);
    if (values.command === 'history') await tellHistory(step, deployment);
    else if (values.command === 'repair') await repair(step, values, deployment);
    else report(step, await deploy(step, values, deployment));
  },

  async post(step) {
    const number = Number(step.state('release'));
    if (!number) return;
    const deployment = await openDeployment(step, readDeployInputs(step));
    const ended = await deployment.takeBack(number, 'The job was cancelled or its runner died.');
    if (!ended) return;
    await publish(step, deployment, ended);
    if (ended.outcome === 'needs-attention') step.log.warning(ended.reason, 'Needs attention');
    else step.log.info(ended.reason);
  },
};

async function deploy(step: Step, values: Inputs, deployment: Deployment): Promise<DeploymentEnd> {
  const imageFrom = values['image-from'];
  const source = imageFrom === undefined ? { imageId: values['image-id'] ?? '' } : { fromGroup: imageFrom };
  const ended = await deployment.run(source, (number) => step.saveState('release', String(number)));
  await publish(step, deployment, ended);
  return ended;
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
  const { Deployment } = await import('../rollout/deployment.js');
  return new Deployment({
    step,
    aws: connectFrom(step, values.region, { role: values.role }),
    group: values.group,
    plan: {
      maxSurge: values['max-surge'],
      maxUnavailable: values['max-unavailable'],
      minReady: values['min-ready'],
      progressDeadline: values['progress-deadline'],
      pollInterval: values['poll-interval'],
    },
  });
}
