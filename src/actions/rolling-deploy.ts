import { Failure } from '../platform/failure.js';
import { amount, duration, groupName, imageId, region } from '../platform/input-types.js';
import { exactlyOneOf, optional, type Rule, readInputs, required, withDefault } from '../platform/inputs.js';
import { regionKnown } from '../platform/region-known.js';
import type { Action, Step } from '../platform/step.js';
import type { Deployment, Outcome } from '../rollout/deployment.js';

/** The inputs, as action.yml names them. */
export const inputs = {
  group: required(groupName),
  'image-id': optional(imageId),
  'image-from': optional(groupName),
  'max-surge': withDefault('25%', amount),
  'max-unavailable': withDefault('0', amount),
  'min-ready': withDefault('30s', duration),
  'progress-deadline': withDefault('10m', duration),
  'poll-interval': withDefault('10s', duration),
  region: optional(region),
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

export function readDeployInputs(step: Pick<Step, 'inputs' | 'environment'>) {
  const rules = [exactlyOneOf('image-id', 'image-from'), deadlineOutlastsMinReady, regionKnown(step.environment)];
  return readInputs(inputs, step.inputs, rules);
}

/** Rolls an image out to one Auto Scaling group, and takes it back when the job is cancelled. */
export const rollingDeploy: Action = {
  async main(step) {
    const values = readDeployInputs(step);
    report(step, await deploy(step, values));
  },

  async post(step) {
    const number = Number(step.state('release'));
    if (!number) return;
    const deployment = await openDeployment(step, readDeployInputs(step));
    const ended = await deployment.takeBack(number, 'The job was cancelled or its runner died.');
    if (ended) await step.summarize(deployment.summarize(ended));
  },
};

/** Rolls out and writes the outputs and the summary; gives the end, whatever it is. */
export async function deploy(step: Step, values: Inputs): Promise<{ outcome: Outcome; reason: string }> {
  const deployment = await openDeployment(step, values);
  const imageFrom = values['image-from'];
  const source = imageFrom === undefined ? { imageId: values['image-id'] ?? '' } : { fromGroup: imageFrom };
  const ended = await deployment.run(source, (number) => step.saveState('release', String(number)));
  step.output('outcome', ended.outcome);
  step.output('image-id', ended.imageId);
  step.output('previous-image-id', ended.previousImageId);
  await step.summarize(deployment.summarize(ended));
  return ended;
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
    aws: connectFrom(step, values.region),
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
