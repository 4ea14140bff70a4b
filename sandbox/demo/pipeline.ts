import { Failure } from '../../src/platform/failure.js';
import type { MessageReceiver } from './receiver.js';
import type { BakeTools } from './requirements.js';
import type { Inputs, Runner, StepResult } from './runner.js';
import type { Stage } from './stage.js';
import type { LogLine } from './step-log.js';
import type { Story } from './story.js';

export interface Pipeline {
  readonly stage: Stage;
  readonly story: Story;
  readonly runner: Runner;
  readonly tools: BakeTools;
  readonly receiver: MessageReceiver;
  readonly webhookKey: string;
  /** Version 2 never passes its health check. */
  readonly bad: boolean;
}

/** What a workflow of three steps does: bake, deploy, notify, then their post steps. Gives the rollout's outcome. */
export async function runPipeline(pipeline: Pipeline): Promise<string> {
  const imageId = await bake(pipeline);
  const rollout = await deploy(pipeline, imageId);
  if (!pipeline.runner.isCancelled) await notify(pipeline, rollout);
  await pipeline.runner.finish();
  return rollout.outputs.outcome ?? 'none';
}

/** @throws {Failure} when the bake fails. */
async function bake({ stage, story, runner, tools, bad }: Pipeline): Promise<string> {
  if (!tools.real) {
    story.chapter('Version 2');
    story.say(`The bake is not real here: ${tools.because}. An image made beforehand takes its place.`);
    return stage.addPreparedImage('2', !bad);
  }
  story.chapter('bake-ami: Packer and Ansible bake version 2');
  const variables = {
    service_version: '2',
    healthy: String(!bad),
    service_port: String(stage.servicePort),
    source_ami: stage.addPlainImage(),
    ssh_username: 'root',
  };
  const baked = await runner.step(
    'bake-ami',
    { template: 'examples/service/template.json', variables: lines(variables) },
    onlyWhen(story, isMilestone),
  );
  const imageId = baked.outputs['image-id'];
  if (!baked.succeeded || !imageId) throw new Failure('The bake failed: see above.');
  story.say(`Baked ${imageId}`, 'good');
  return imageId;
}

async function deploy(
  { stage, story, runner, bad }: Pipeline,
  imageId: string,
): Promise<StepResult & { imageId: string }> {
  story.chapter(`rolling-deploy: ${imageId} to the group "${stage.starter.groupName}"`);
  if (bad) story.say('Its health check will never pass. Nobody has told rolling-deploy.', 'quiet');
  const inputs: Inputs = {
    group: stage.starter.groupName,
    'image-id': imageId,
    'max-surge': '50%',
    'min-ready': '5s',
    'progress-deadline': '15s',
    'poll-interval': '1s',
  };
  const result = await runner.step('rolling-deploy', inputs, everyLine(story));
  const { outcome = 'none' } = result.outputs;
  story.say(`Outcome: ${outcome}`, outcome === (bad ? 'rolled-back' : 'succeeded') ? 'good' : 'bad');
  return { ...result, imageId };
}

async function notify(pipeline: Pipeline, rollout: StepResult & { imageId: string }): Promise<void> {
  const { stage, story, runner, receiver, webhookKey } = pipeline;
  story.chapter('notify: Slack and a signed webhook, both on this machine');
  const inputs: Inputs = {
    status: rollout.succeeded ? 'success' : 'failure',
    'slack-webhook-url': `${receiver.url}/slack`,
    'webhook-url': `${receiver.url}/webhook`,
    'webhook-secret': webhookKey,
    service: 'sample service',
    environment: 'sandbox',
    group: stage.starter.groupName,
    'image-id': rollout.imageId,
    'previous-image-id': rollout.outputs['previous-image-id'] ?? '',
    outcome: rollout.outputs.outcome ?? '',
  };
  const result = await runner.step(
    'notify',
    inputs,
    onlyWhen(story, ({ kind }) => kind === 'warning' || kind === 'error'),
  );
  if (!result.succeeded) story.say('The notice could not be sent.', 'bad');
}

function lines(variables: Inputs): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
}

/** Of Packer's and Ansible's long log, what a person would point at. */
function isMilestone({ kind, text }: LogLine): boolean {
  return (
    kind !== 'text' ||
    /Launching a source|Connected to SSH|TASK \[|Stopping the source|Creating AMI|Terminating/.test(text)
  );
}

function everyLine(story: Story): (line: LogLine) => void {
  return onlyWhen(story, () => true);
}

function onlyWhen(story: Story, isShown: (line: LogLine) => boolean): (line: LogLine) => void {
  return (line) => {
    if (line.text.trim() === '' || !isShown(line)) return;
    story.quote(line.text.replace(/\s*\*{3,}\s*$/, '').trimEnd(), line.kind === 'error' ? 'bad' : 'quiet');
  };
}
