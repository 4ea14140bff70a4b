import type { Aws } from '../platform/aws.js';
import { messageOf } from '../platform/failure.js';
import { literally } from '../platform/markdown.js';
import type { Step } from '../platform/step.js';
import type { DeploymentSettings } from '../rollout/deployment-settings.js';
import type { DryRunSettings } from '../rollout/rehearsal/dry-run.js';

/**
 * Tells what a rollout would do, in the log, in the job summary and as JSON, and changes nothing.
 * @throws {Failure} with what the rollout would refuse.
 */
export async function tellPlan(step: Step, settings: Omit<DryRunSettings, 'clock'>): Promise<void> {
  const { dryRun } = await import('../rollout/rehearsal/dry-run.js');
  const { forecast } = await import('../rollout/rehearsal/forecast.js');
  const { planLines, planPage } = await import('../rollout/rehearsal/plan-page.js');
  const found = await dryRun({ ...settings, clock: step.clock });
  if (found.kind === 'ended') {
    const { outcome, imageId, previousImageId, reason } = found.end;
    tellImages(step, previousImageId, imageId);
    step.output('outcome', outcome);
    step.log.info(reason);
    await step.summarize(settings.deployment.summarize(found.end));
    return;
  }
  if (found.kind === 'pointed') {
    tellImages(step, found.imageId, found.imageId);
    step.log.info(found.told);
    await step.summarize(`### ${literally(settings.group)}\n\n${literally(found.told)}\n`);
    return;
  }
  const { portrait, plan, headline } = found;
  const foreseen = await forecast(portrait, plan, headline.to);
  for (const line of planLines(foreseen, headline)) step.log.info(line);
  for (const { outcome, times, reason } of foreseen.outcomes) {
    if (reason === undefined) continue;
    step.log.warning(`${reason} (${times} of ${foreseen.rehearsals} rehearsals)`, `Rehearsed: ${outcome}`);
  }
  tellImages(step, headline.from, headline.to);
  step.output('plan', JSON.stringify({ from: headline.from, to: headline.to, ...foreseen }));
  await step.summarize(planPage(foreseen, headline));
}

function tellImages(step: Step, from: string, to: string): void {
  step.output('image-id', to);
  step.output('previous-image-id', from);
}

/** Rehearses a rollout that is about to begin. One that cannot be rehearsed begins all the same, without a prediction. */
export function predictor(step: Step, aws: Aws): NonNullable<DeploymentSettings['predict']> {
  return async (plan, serving, idle) => {
    try {
      const { predict } = await import('../rollout/rehearsal/predict.js');
      return await predict({ aws, clock: step.clock, plan }, serving, idle);
    } catch (error) {
      step.log.debug(`The rollout begins without a prediction: ${messageOf(error)}`);
      return undefined;
    }
  };
}
