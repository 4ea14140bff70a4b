import type { StepConnection } from '../platform/aws.js';
import { AwsTime } from '../platform/aws-time.js';
import type { Step } from '../platform/step.js';
import type { DeploymentSettings } from '../rollout/deployment.js';
import { predictor } from './dry-run.js';
import { pairOf, planOf, saysHow } from './plan-inputs.js';
import type { DeployInputs } from './rolling-deploy-inputs.js';

interface Opening {
  readonly attach?: StepConnection['attach'];
  readonly together?: DeploymentSettings['together'] | undefined;
}

/** With `attach`, which holds back changes, nothing is predicted on the way: that is what all of it is for. */
export async function openDeployment(step: Step, values: DeployInputs, { attach, together }: Opening = {}) {
  const { connectFrom } = await import('../platform/aws.js');
  const { Fence } = await import('../platform/fence.js');
  const { Deployment } = await import('../rollout/deployment.js');
  const { lease } = await import('../rollout/ledger/lease.js');
  const { Ledger } = await import('../rollout/ledger/ledger.js');
  const fence = new Fence(step.clock, lease.lasts / 2);
  const aws = connectFrom(step, values.region, { role: values.role, fence, attach });
  // Before anything remembers a time.
  if (step.clock instanceof AwsTime) await step.clock.learn(() => new Ledger(aws, values.group).follow(1));
  const plan = { ...planOf(values), ...(values.expedite && { soak: 0 }) };
  const named = pairOf(values);
  const pair = named && { pair: named };
  const deployment = new Deployment({
    ...pair,
    ...{ step, aws, fence, plan, group: values.group, force: values.force, expedite: values.expedite },
    hasOwnPlan: saysHow(values),
    alarms: { tags: values['alarm-tags'] ?? {}, acceptsAlarm: values['accept-alarms'] },
    ...(!attach && { predict: predictor(step, aws) }),
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
