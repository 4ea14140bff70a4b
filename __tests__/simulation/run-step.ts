import { attachWorld } from '../../sandbox/wire/attach-world.js';
import { openDeployment } from '../../src/actions/open-deployment.js';
import { rollingDeployOf } from '../../src/actions/rolling-deploy.js';
import type { AwsClient } from '../../src/platform/aws.js';
import type { Action } from '../../src/platform/step.js';
import type { RecordedStep } from '../doubles/recorded-step.js';
import type { SimulatedRollout } from './simulated-rollout.js';

/** What the action loads only when it is needed: on a virtual clock nothing waits for that. */
import '../../src/rollout/ledger/history.js';
import '../../src/rollout/rehearsal/change-guard.js';
import '../../src/rollout/rehearsal/silent-step.js';
import '../../src/platform/workflow-run.js';

/** Runs a step of `rolling-deploy` as a workflow does, in a simulated world; gives what it fails with, if it does. */
export async function runStep(
  { clock, world }: SimulatedRollout,
  step: RecordedStep,
  phase: 'main' | 'post' = 'main',
  meanwhile: Promise<void> = Promise.resolve(),
  befall: (client: AwsClient) => void = () => undefined,
): Promise<string> {
  const action = actionIn({ clock, world }, befall);
  const ended = (phase === 'main' ? action.main(step) : action.post?.(step)) ?? Promise.resolve();
  const failure = ended.then(
    () => '',
    (error: Error) => error.message,
  );
  const [message] = await clock.run(Promise.all([failure, meanwhile]));
  return message;
}

/** The action itself, connected to a simulated world: for a step that runs while another does. */
export function actionIn(
  { clock, world }: Pick<SimulatedRollout, 'clock' | 'world'>,
  befall: (client: AwsClient) => void = () => undefined,
): Action {
  return rollingDeployOf((opened, values, opening = {}) => {
    const attach: NonNullable<typeof opening.attach> = (client) => {
      attachWorld(client, world, { clock });
      opening.attach?.(client);
      befall(client);
    };
    return openDeployment(opened, values, { ...opening, attach });
  });
}
