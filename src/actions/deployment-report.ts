import { Failure, Interruption } from '../platform/failure.js';
import type { Step } from '../platform/step.js';
import type { Deployment, DeploymentEnd } from '../rollout/deployment.js';
import { wordLines } from '../rollout/telling/last-words.js';

/** What the steps that follow are told, and the job summary. */
export async function publish(step: Step, deployment: Deployment, end: DeploymentEnd): Promise<void> {
  setOutputs(step, end);
  await step.summarize(deployment.summarize(end));
}

/** The same without a summary. */
export function setOutputs(
  step: Step,
  { outcome, imageId, previousImageId }: Pick<DeploymentEnd, 'outcome' | 'imageId' | 'previousImageId'>,
): void {
  step.output('outcome', outcome);
  step.output('image-id', imageId);
  step.output('previous-image-id', previousImageId);
}

type Reported = Pick<DeploymentEnd, 'outcome' | 'reason' | 'endedBefore' | 'isNotUndone' | 'lastWords'>;

/** Only a group that runs what was asked for is a success, or one that waits as it was told to. */
export function report(step: Step, { outcome, reason, lastWords }: Reported): void {
  if (outcome === 'unproven') step.log.warning(reason, 'Unproven');
  else if (outcome === 'paused') step.log.notice(reason, 'Paused');
  else if (outcome === 'succeeded' || outcome === 'unchanged') step.log.info(reason);
  else if (outcome === 'interrupted') throw new Interruption(reason);
  else throw failureOf(reason, lastWords);
}

function failureOf(reason: string, lastWords: Reported['lastWords']): Failure {
  return new Failure([reason, ...(lastWords ? wordLines(lastWords) : [])].join('\n'));
}

/** Only a group that runs what it ran before is what an undo asked for. */
export function reportUndo(step: Step, end: Reported): void {
  if (end.isNotUndone) throw failureOf(end.reason, end.lastWords);
  reportRepair(step, end);
}

/** A group that is whole again is what was asked for. What was left to a person before is no failure of this run, but it is told. */
export function reportRepair(step: Step, { outcome, reason, endedBefore, isNotUndone, lastWords }: Reported): void {
  if (outcome === 'interrupted') throw new Interruption(reason);
  if (isNotUndone) step.log.warning(reason, 'Not undone');
  else if (outcome !== 'needs-attention') step.log.info(reason);
  else if (endedBefore) step.log.warning(reason, 'Needs attention');
  else throw failureOf(reason, lastWords);
}
