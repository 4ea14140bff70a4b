import { join } from 'node:path';
import { markOfThisProcess } from '../hosts/strays.js';
import { Traffic } from '../hosts/traffic.js';
import { complaints, countersLine, type Figures, type Plot } from './figures.js';
import { runPipeline } from './pipeline.js';
import { type Message, type MessageReceiver, receiveMessages } from './receiver.js';
import { type BakeTools, prepareTools, thisComputer } from './requirements.js';
import { Runner, runVariables } from './runner.js';
import { Stage } from './stage.js';
import type { Story } from './story.js';

const rate = 200;
const requestsAtLeast = 5_000;
const webhookKey = 'a key that only the demo knows';

export interface DemoSettings {
  /** The checkout: its `dist/`, `actions/` and `examples/`. */
  readonly repository: string;
  readonly plot: Plot;
  /** Aborted by Ctrl-C. */
  readonly interruption: AbortSignal;
}

export interface DemoEnd {
  readonly figures: Figures;
  /** What is not as it was promised. */
  readonly complaints: readonly string[];
}

/** What the demo has opened, to be closed in turn whatever happens. */
class Props {
  stage: Stage | undefined;
  receiver: MessageReceiver | undefined;
  traffic: Traffic | undefined;
  runner: Runner | undefined;
  ticker: NodeJS.Timeout | undefined;

  async clear(): Promise<void> {
    clearInterval(this.ticker);
    this.traffic?.stop();
    await this.runner?.finish();
    await this.receiver?.close();
    await this.stage?.close();
  }
}

/** Plays the whole story. Undefined when it was interrupted. Throws what goes wrong; everything is cleaned up either way. */
export async function playDemo(story: Story, settings: DemoSettings): Promise<DemoEnd | undefined> {
  const props = new Props();
  try {
    return await play(story, settings, props);
  } catch (error) {
    // What was cut off fails in its own way.
    if (settings.interruption.aborted) return undefined;
    throw error;
  } finally {
    story.stopCounting();
    await props.clear();
  }
}

async function play(story: Story, settings: DemoSettings, props: Props): Promise<DemoEnd | undefined> {
  const { plot, interruption } = settings;
  const { stage, tools } = await open(story, settings, props);
  if (interruption.aborted) return undefined;
  const before = { machines: stage.machines(), settings: stage.settings() };
  const traffic = sendTraffic(story, stage, props);
  const receiver = await receiveMessages(webhookKey, (message) => show(story, message));
  props.receiver = receiver;
  interruption.addEventListener('abort', () => props.runner?.cancel());
  const runnerOf = (attempt: number) => {
    props.runner = newRunner({ repository: settings.repository, stage, tools, attempt });
    if (interruption.aborted) props.runner.cancel();
    return props.runner;
  };
  const counts = () => traffic.counts;
  const pipeline = { stage, story, runnerOf, tools, receiver, webhookKey, counts, plot, interruption };
  const end = await runPipeline(pipeline);
  if (interruption.aborted) return undefined;
  await stage.whenSettled(interruption);
  await moreTraffic(traffic, interruption);
  const { sent, failed, byVersion, firstFailures } = await traffic.drain();
  clearInterval(props.ticker);
  story.stopCounting();
  const figures: Figures = {
    ...{ ...end, requests: sent, failed, byVersion },
    machinesReplaced: before.machines.filter((id) => !stage.machines().includes(id)).length,
    bakeReal: tools.real,
    seconds: Math.round(story.seconds * 10) / 10,
  };
  const found = { versions: await stage.versions(), borrowed: differences(before.settings, stage.settings()) };
  const broken = complaints(figures, found, { plot, requests: requestsAtLeast });
  return { figures, complaints: [...broken, ...firstFailures] };
}

/** The sandbox with four healthy machines, and what a bake needs. */
async function open(story: Story, { repository, interruption }: DemoSettings, props: Props) {
  const programs = await prepareTools(await thisComputer(), (line) => story.say(line));
  story.chapter('A sandbox: AWS on this machine, simulated from its documentation');
  const stage = await Stage.build(join(repository, 'examples/service'), (line) => story.say(line, 'bad'));
  props.stage = stage;
  const isReal = programs.real && stage.hosts.real;
  const tools: BakeTools = isReal || !programs.real ? programs : { real: false, because: 'machines are not real' };
  introduce(story, stage);
  await stage.whenSettled(interruption);
  return { stage, tools };
}

function sendTraffic(story: Story, { url }: Stage, props: Props): Traffic {
  const traffic = new Traffic({ url, rate });
  props.traffic = traffic;
  traffic.start();
  props.ticker = setInterval(() => story.count(live(traffic)), 200);
  story.say(`All four are healthy. Traffic begins: ${rate} requests a second, whether or not they are answered.`);
  return traffic;
}

interface RunnerParts {
  readonly repository: string;
  readonly stage: Stage;
  readonly tools: BakeTools;
  readonly attempt: number;
}

/** A runner of GitHub's own: gone with its machine, so a later attempt knows that an earlier one is over. */
function newRunner({ repository, stage, tools, attempt }: RunnerParts): Runner {
  return new Runner(repository, {
    ...process.env,
    ...runVariables(repository, 'push', attempt),
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: `GitHub Actions ${attempt}`,
    ...stage.environment,
    ...comfortsOf(tools),
    // What a kill -9 of the demo leaves of its steps, the next sandbox finds and ends.
    ...markOfThisProcess(),
  });
}

/** `maximum: 6, before 4` */
function differences(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return Object.entries(before)
    .filter(([name, value]) => after[name] !== value)
    .map(([name, value]) => `${name}: ${after[name]}, before ${value}`);
}

/** Packer looks only every 15 seconds by itself; and that this computer's Node is not GitHub's is no news of the steps. */
function comfortsOf(tools: BakeTools) {
  return {
    AWS_POLL_DELAY_SECONDS: String(tools.real ? tools.pollSeconds : 0),
    AWS_MAX_ATTEMPTS: '200',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

function introduce(story: Story, { hosts, url }: Stage): void {
  story.say(`Four machines start behind the load balancer at ${url}.`);
  if (hosts.real) story.say('Each has a disk, processes and an address of its own.', 'quiet');
  story.say('Their version 1 was not baked: its files were laid onto an image as the playbook would.', 'quiet');
  for (const limit of hosts.limits) story.say(limit);
  if (hosts.strays > 0) story.say(`An earlier sandbox had left ${hosts.strays} processes behind; they are gone.`);
}

function live(traffic: Traffic): string {
  const { sent, failed, byVersion } = traffic.counts;
  return countersLine(sent, failed, byVersion);
}

function show(story: Story, { receiver, body, genuine }: Message): void {
  if (receiver === 'slack') {
    story.say(`Slack: ${String(body.text)}`);
    return;
  }
  const signature = genuine ? 'its signature is genuine' : 'its signature is WRONG';
  story.say(
    `Webhook: ${body.status} of ${body.service} to ${body.environment}, outcome ${body.outcome}; ${signature}`,
    genuine ? 'plain' : 'bad',
  );
}

/** Users go on for as long as it takes to have proven something. */
async function moreTraffic(traffic: Traffic, interruption: AbortSignal): Promise<void> {
  while (traffic.counts.sent < requestsAtLeast && !interruption.aborted) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
