import { Failure } from '../../src/platform/failure.js';
import { killInTheMiddle } from './accident.js';
import { type Killed, outcomeOf, type Plot } from './figures.js';
import type { MessageReceiver } from './receiver.js';
import type { BakeTools } from './requirements.js';
import type { Inputs, Runner, StepResult } from './runner.js';
import type { Stage } from './stage.js';
import type { LogLine } from './step-log.js';
import type { Story } from './story.js';

export interface Pipeline {
  readonly stage: Stage;
  readonly story: Story;
  /** A runner for an attempt of the run; the first is 1. */
  readonly runnerOf: (attempt: number) => Runner;
  readonly tools: BakeTools;
  readonly receiver: MessageReceiver;
  readonly webhookKey: string;
  readonly counts: () => { readonly sent: number; readonly failed: number };
  readonly plot: Plot;
  /** Aborted by Ctrl-C. */
  readonly interruption: AbortSignal;
}

export interface PipelineEnd {
  /** The rollout's. */
  readonly outcome: string;
  readonly killed?: Killed;
}

/** What each step works with. */
interface Attempt extends Pipeline {
  readonly runner: Runner;
}

/** What a workflow of three steps does: bake, deploy, notify, then their post steps. */
export async function runPipeline(pipeline: Pipeline): Promise<PipelineEnd> {
  const first = { ...pipeline, runner: pipeline.runnerOf(1) };
  const imageId = await bake(first);
  const killed = pipeline.plot === 'kill' ? await deployAndKill(first, imageId) : undefined;
  const attempt = killed ? { ...pipeline, runner: pipeline.runnerOf(2) } : first;
  if (killed) announceNextRun(pipeline);
  else announceDeploy(pipeline, imageId);
  const rollout = await deploy(attempt, imageId);
  if (killed) await history(attempt);
  if (!attempt.runner.isCancelled) await notify(attempt, rollout);
  await attempt.runner.finish();
  return { outcome: rollout.outputs.outcome ?? 'none', ...(killed && { killed }) };
}

/** @throws {Failure} when the bake fails. */
async function bake({ stage, story, runner, tools, plot }: Attempt): Promise<string> {
  if (!tools.real) {
    story.chapter('Version 2');
    story.say(`The bake is not real here: ${tools.because}. An image made beforehand takes its place.`);
    return stage.addPreparedImage('2', plot !== 'bad');
  }
  story.chapter('bake-ami: Packer and Ansible bake version 2');
  const variables = {
    service_version: '2',
    healthy: String(plot !== 'bad'),
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

function announceDeploy({ stage, story, plot }: Pipeline, imageId: string): void {
  story.chapter(`rolling-deploy: ${imageId} to the group "${stage.group.name}"`);
  const asked = stage.hosts.real ? 'Systems Manager asks each machine before it serves; users' : 'Users';
  story.say(`In two waves. ${asked} prove the first one.`, 'quiet');
  if (plot === 'bad') story.say('Its health check will never pass. Nobody has told rolling-deploy.', 'quiet');
  if (plot === 'kill') story.say('Its process will be killed on the way. Nobody has told it.', 'quiet');
}

function announceNextRun({ story }: Pipeline): void {
  story.chapter('The next run: somebody clicks "Re-run failed jobs", and the same step runs again');
  story.say('It is attempt 2 on another runner. All that it knows is what AWS holds.', 'quiet');
}

async function deployAndKill(attempt: Attempt, imageId: string): Promise<Killed | undefined> {
  announceDeploy(attempt, imageId);
  return killInTheMiddle({ ...attempt, imageId, tell: everyLine(attempt.story) }, deployInputs(attempt.stage, imageId));
}

/** Half of the group is proven under traffic before the rest follows; each machine is asked before it serves anybody. */
function deployInputs({ group, hosts }: Stage, imageId: string): Inputs {
  return {
    group: group.name,
    'image-id': imageId,
    waves: '50%, 100%',
    soak: '2s',
    'max-surge': '50%',
    'min-ready': '2s',
    'progress-deadline': '15s',
    'poll-interval': '1s',
    // Machines that are only processes run no commands.
    ...(hosts.real && { 'gate-command': 'grep version /opt/steadfleet-sample/release.json' }),
  };
}

async function deploy(
  { stage, story, runner, plot }: Attempt,
  imageId: string,
): Promise<StepResult & { imageId: string }> {
  const result = await runner.step('rolling-deploy', deployInputs(stage, imageId), everyLine(story));
  const { outcome = 'none' } = result.outputs;
  story.say(`Outcome: ${outcome}`, outcome === outcomeOf(plot) ? 'good' : 'bad');
  return { ...result, imageId };
}

async function history({ stage, story, runner }: Attempt): Promise<void> {
  story.chapter('rolling-deploy, command: history');
  await runner.step('rolling-deploy', { command: 'history', group: stage.group.name }, everyLine(story));
}

async function notify(attempt: Attempt, rollout: StepResult & { imageId: string }): Promise<void> {
  const { stage, story, runner, receiver, webhookKey } = attempt;
  story.chapter('notify: Slack and a signed webhook, both on this machine');
  const inputs: Inputs = {
    status: rollout.succeeded ? 'success' : 'failure',
    'slack-webhook-url': `${receiver.url}/slack`,
    'webhook-url': `${receiver.url}/webhook`,
    'webhook-secret': webhookKey,
    service: 'sample service',
    environment: 'sandbox',
    group: stage.group.name,
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
