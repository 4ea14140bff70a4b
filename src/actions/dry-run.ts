import type { Aws } from '../platform/aws.js';
import { messageOf } from '../platform/failure.js';
import type { Step } from '../platform/step.js';
import type { ImageSource } from '../rollout/image.js';
import type { GroupView } from '../rollout/observe.js';
import type { Plan } from '../rollout/plan.js';
import { type PlanInputs, planOf } from './plan-inputs.js';

interface DryRunInputs extends PlanInputs {
  readonly group: string;
  readonly region: string | undefined;
  readonly role: string | undefined;
}

/**
 * Tells what a rollout would do, in the log, in the job summary and as JSON, and changes nothing.
 * @throws {Failure} with what the rollout would refuse.
 */
export async function tellPlan(step: Step, values: DryRunInputs, source: ImageSource): Promise<void> {
  const [{ connectFrom }, { Fence }, { lease }, { ChangeGuard }, { dryRun }, { planLines, planPage }] =
    await Promise.all([
      import('../platform/aws.js'),
      import('../platform/fence.js'),
      import('../rollout/release.js'),
      import('../rollout/rehearsal/change-guard.js'),
      import('../rollout/rehearsal/dry-run.js'),
      import('../rollout/rehearsal/plan-page.js'),
    ]);
  const guard = new ChangeGuard();
  const fence = new Fence(step.clock, lease.lasts / 2);
  const aws = connectFrom(step, values.region, { role: values.role, fence, attach: guard.attach });
  const found = await dryRun({ step, aws, fence, guard, group: values.group, plan: planOf(values), source });
  if (found.kind === 'ended') {
    step.output('outcome', found.end.outcome);
    step.output('image-id', found.end.imageId);
    step.output('previous-image-id', found.end.previousImageId);
    await step.summarize(`${found.end.reason}\n`);
    return step.log.info(found.end.reason);
  }
  const { forecast, headline } = found;
  for (const line of planLines(forecast, headline)) step.log.info(line);
  step.output('image-id', headline.to);
  step.output('previous-image-id', headline.from);
  step.output('plan', JSON.stringify({ from: headline.from, to: headline.to, ...forecast }));
  await step.summarize(planPage(forecast, headline));
}

/** Rehearses a rollout that is about to begin. One that cannot be rehearsed begins all the same, without a prediction. */
export function predictor(step: Step, aws: Aws, plan: Plan): (view: GroupView) => Promise<number | undefined> {
  return async (view) => {
    try {
      const { predict } = await import('../rollout/rehearsal/predict.js');
      return await predict(aws, step.clock, view, plan);
    } catch (error) {
      step.log.debug(`The rollout begins without a prediction: ${messageOf(error)}`);
      return undefined;
    }
  };
}
