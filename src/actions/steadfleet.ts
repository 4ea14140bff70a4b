import { announce } from '../notices/announce.js';
import type { DeploymentStatus } from '../notices/event.js';
import { briefly } from '../platform/aws-failure.js';
import { deriveStep } from '../platform/derived-step.js';
import { Failure } from '../platform/failure.js';
import { httpPost, type Post } from '../platform/http.js';
import { roleIsReachable } from '../platform/identity-token.js';
import { text } from '../platform/input-types.js';
import { exactlyOneOf, type InputsOf, optional, readInputs } from '../platform/inputs.js';
import { regionKnown } from '../platform/region-known.js';
import type { Action, Step } from '../platform/step.js';
import { bakeAmi, inputs as bakeInputs } from './bake-ami.js';
import { audienceInputs, audienceOf, webhookIsSigned } from './notify.js';
import { findGroups, rollingDeploy } from './rolling-deploy.js';
import { inputs as deployInputs, groupsOfTheirOwn } from './rolling-deploy-inputs.js';
import { planRules } from './strategy-inputs.js';

const {
  'image-from': _promotionOnly,
  'image-tags': _lookUpOnly,
  command: _deployOnly,
  'dry-run': _planOnly,
  ...ownDeployInputs
} = deployInputs;

/** The inputs, as action.yml names them: those of the parts, but an image may be given in place of a template. */
export const inputs = {
  ...bakeInputs,
  template: optional(text),
  ...ownDeployInputs,
  ...audienceInputs,
  service: optional(text),
  environment: optional(text),
  message: optional(text),
};

type Inputs = InputsOf<typeof inputs>;

/** What the pipeline is made of. */
export interface Parts {
  readonly bake: Action;
  readonly deploy: Action;
  /** Looks whether the groups are there, for an image that nobody can get is not worth its bake. @throws {Failure} that names one. */
  readonly findGroups: (step: Step) => Promise<void>;
  readonly post: Post;
}

/** What main leaves for post. */
const states = {
  began: 'pipeline-began',
  startedAt: 'pipeline-started-at',
  image: 'pipeline-image',
  told: 'pipeline-told',
};

/** Milliseconds that one attempt to deliver a notice may take. */
const noticeTimeout = 10_000;

/** The pipeline over its parts: tell, bake, deploy, tell. */
export function steadfleetOf({ bake, deploy, findGroups, post }: Parts): Action {
  return {
    async main(step) {
      const values = readPipelineInputs(step);
      const startedAt = step.clock.now();
      step.saveState(states.began, 'true');
      step.saveState(states.startedAt, String(startedAt));
      await tell(step, values, { status: 'start', imageId: values['image-id'] }, post);
      const results: Record<string, string> = {};
      const tellEnd = async (status: DeploymentStatus, message?: string) => {
        const { outcome, 'image-id': imageId = values['image-id'], 'previous-image-id': previousImageId } = results;
        await tell(step, values, { status, startedAt, outcome, imageId, previousImageId, message }, post);
        step.saveState(states.told, 'true');
      };
      try {
        await bakeAndDeploy(step, values, { bake, deploy, findGroups, results });
      } catch (error) {
        // Post tells of a cancelled pipeline, once it knows how the clean-up went.
        if (!step.cancellation.aborted) await tellEnd('failure', briefly(error));
        throw error;
      }
      await tellEnd('success');
    },

    async post(step) {
      if (step.state(states.began) !== 'true') return;
      const imageId = step.state(states.image);
      const results: Record<string, string> = {};
      const part = partOf(step, imageId, (name, value) => {
        results[name] = value;
      });
      const problems = [...(imageId ? await cleanUp(deploy, part) : []), ...(await cleanUp(bake, step))];
      if (step.state(states.told) === 'true') return;
      const startedAt = Number(step.state(states.startedAt));
      const message = problems.length > 0 ? problems.join('\n') : undefined;
      const { outcome, 'previous-image-id': previousImageId } = results;
      const said = { startedAt, imageId: imageId || undefined, outcome, previousImageId, message };
      await tell(step, readPipelineInputs(step), { status: 'cancelled', ...said }, post);
    },
  };
}

function readPipelineInputs(step: Step): Inputs {
  return readInputs(inputs, step.inputs, [
    exactlyOneOf('template', 'image-id'),
    groupsOfTheirOwn,
    regionKnown(step.environment),
    roleIsReachable(step.environment),
    ...planRules,
    webhookIsSigned,
  ]);
}

interface Work extends Omit<Parts, 'post'> {
  /** Every output of the parts, by name. */
  readonly results: Record<string, string>;
}

async function bakeAndDeploy(step: Step, values: Inputs, { bake, deploy, findGroups, results }: Work): Promise<void> {
  const onOutput = (name: string, value: string) => {
    results[name] = value;
  };
  if (values['image-id'] === undefined) {
    await findGroups(partOf(step, 'previous'));
    await bake.main(deriveStep(step, { inputs: {}, onOutput }));
  }
  const imageId = values['image-id'] ?? results['image-id'] ?? '';
  if (imageId === '') {
    throw new Failure(
      'The template built no image in the region of the group. Build one there, or give the input "region".',
    );
  }
  if (step.cancellation.aborted) throw new Failure('Cancelled before the rollout began.');
  step.saveState(states.image, imageId);
  await deploy.main(partOf(step, imageId, onOutput));
}

/** The step as the rollout of an image sees it. */
function partOf(step: Step, imageId: string, onOutput?: (name: string, value: string) => void): Step {
  const inputs = { command: 'deploy', 'dry-run': '', 'image-id': imageId, 'image-tags': '', 'image-from': '' };
  return deriveStep(step, { inputs, ...(onOutput && { onOutput }) });
}

/** Runs a part's post; a problem is warned about and returned, so that the next part is cleaned up, too. */
async function cleanUp(part: Action, step: Step): Promise<string[]> {
  try {
    await part.post?.(step);
    return [];
  } catch (error) {
    step.log.warning(briefly(error), 'steadfleet: clean-up');
    return [briefly(error)];
  }
}

interface Said {
  readonly status: DeploymentStatus;
  /** Milliseconds since the Unix epoch; for the duration. */
  readonly startedAt?: number | undefined;
  readonly outcome?: string | undefined;
  readonly imageId?: string | undefined;
  readonly previousImageId?: string | undefined;
  readonly message?: string | undefined;
}

async function tell(step: Step, values: Inputs, said: Said, post: Post): Promise<void> {
  const { service, environment, group } = values;
  const audience = { ...audienceOf(values), timeout: noticeTimeout, failOnError: false };
  await announce(
    step,
    { service, environment, group, ...said, message: said.message ?? values.message },
    audience,
    post,
  );
}

/** Bakes an image, rolls it out and tells everyone, in one step. */
export const steadfleet: Action = steadfleetOf({ bake: bakeAmi, deploy: rollingDeploy, findGroups, post: httpPost });
