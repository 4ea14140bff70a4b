import { type Runner, SimulatedRollout } from '../../__tests__/simulation/simulated-rollout.js';
import { Killed } from '../../__tests__/simulation/troubles.js';
import type { Behaviour } from '../../sandbox/world/machines/simulated-machines.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { historyLines } from '../../src/rollout/ledger/history.js';
import { gantt } from './gantt.js';
import { Recording } from './recording.js';

const second = 1_000;
const minute = 60 * second;

/** One machine first, which serves for two minutes; then the others, two more than the group's size at a time. */
const plan: Partial<Plan> = {
  strategy: 'canary',
  waves: [{ machines: 1 }, { percent: 100 }],
  maxSurge: { machines: 2 },
  minReady: 30 * second,
  soak: 2 * minute,
  gate: { kind: 'path', path: '/health', port: 80, timeout: 2 * minute },
  progressDeadline: 10 * minute,
};

/** A simulated rollout, told. */
export interface Story {
  readonly picture: string;
  /** What the steps said, each line with its time. */
  readonly log: string;
  readonly failedRequests: number;
  readonly requests: number;
  /** The newest line of the ledger, as JSON over many lines. */
  readonly ledger: string;
  /** What `command: history` says in the end. */
  readonly history: string;
}

/** The three rollouts that docs/rollout.md tells of. The same seed gives the same history. */
export async function stories(): Promise<Readonly<Record<'good' | 'bad' | 'killed', Story>>> {
  return { good: await good(), bad: await bad(), killed: await killed() };
}

class Teller {
  readonly rollout: SimulatedRollout;
  readonly recording: Recording;
  readonly #log: string[] = [];

  constructor(newImage: Behaviour = {}) {
    const onLine = (line: string) => this.#hear(line);
    this.rollout = new SimulatedRollout({ seed: 7, machines: 4, minSize: 2, maxSize: 8, plan, newImage, onLine });
    this.recording = new Recording(this.rollout);
  }

  /** One run of a step. */
  async run(name: string, runner: Runner, work: (runner: Runner) => Promise<unknown>): Promise<void> {
    const from = this.recording.now;
    const died = await this.rollout.clock.run(
      work(runner).then(
        () => false,
        (error: unknown) => {
          if (error instanceof Killed) return true;
          throw error;
        },
      ),
    );
    if (died) this.say('kill -9: the runner is gone');
    this.recording.runs.push({
      state: died ? `${name}, killed` : name,
      from,
      to: Math.max(this.recording.now, from + 5 * second),
    });
  }

  async pass(milliseconds: number): Promise<void> {
    await this.rollout.clock.run(this.rollout.clock.sleep(milliseconds));
  }

  say(line: string): void {
    this.#log.push(`${this.#time()}  ${line}`);
  }

  async end(title: string): Promise<Story> {
    this.recording.stop();
    const { traffic, region, clock } = this.rollout;
    const releases = await clock.run(this.rollout.runner().deployment.history());
    const { parameters } = region.systemsManager;
    const newest = [...parameters.all.keys()].sort().at(-1) ?? '';
    return {
      picture: gantt(title, this.recording),
      log: this.#log.join('\n'),
      failedRequests: Math.round(traffic.failed),
      requests: Math.round(traffic.served + traffic.failed),
      history: historyLines('shop', releases).join('\n'),
      ledger: JSON.stringify(JSON.parse(parameters.valueOf(newest) ?? '{}'), undefined, 2),
    };
  }

  /** What a person would see in the step's log; the rest is the world's own diary. */
  #hear(line: string): void {
    const said = /^\s*[\d.]+ s {2}run \d+ (?:info|notice|warning|error):? (.*)$/.exec(line)?.[1];
    if (said !== undefined) this.#log.push(`${this.#time()}  ${said}`);
  }

  #time(): string {
    const seconds = Math.round(this.recording.now / second);
    return `${String(Math.floor(seconds / 60)).padStart(3)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}

async function good(): Promise<Story> {
  const teller = new Teller();
  await teller.run('deploy', teller.rollout.runner(), deploy(teller));
  await teller.pass(30 * second);
  return teller.end('A good image');
}

async function bad(): Promise<Story> {
  const output = 'curl: (22) The requested URL returned error: 503';
  const teller = new Teller({ answers: 'never', commands: () => ({ exitCode: 1, output }) });
  await teller.run('deploy', teller.rollout.runner(), deploy(teller));
  await teller.pass(30 * second);
  return teller.end('A bad image');
}

/** Nobody runs the step again: only the scheduled repair comes by, every 15 minutes. */
async function killed(): Promise<Story> {
  const teller = new Teller();
  const { rollout } = teller;
  await teller.run('deploy', rollout.runner({ call: await callInSoak(), when: 'before' }), deploy(teller));
  await teller.pass(4 * minute);
  teller.say('a scaling policy wants one machine more');
  rollout.scaleBy(1);
  for (let scheduled = 1; scheduled <= 2; scheduled++) {
    await teller.pass(15 * minute * scheduled - teller.recording.now);
    teller.say('the schedule starts "command: repair"');
    const runner = rollout.runner();
    await teller.run('repair', runner, () => runner.deployment.repair(() => undefined));
  }
  await teller.pass(2 * minute);
  return teller.end('A killed runner');
}

/** Which call the good rollout makes while its first machine soaks. */
async function callInSoak(): Promise<number> {
  const teller = new Teller();
  const { rollout } = teller;
  let call = 0;
  const look = () => {
    const serves = teller.recording.lives.find(({ isNew }) => isNew)?.spans.find(({ state }) => state === 'serves');
    if (serves && teller.recording.now > serves.from + 90 * second) call = rollout.calls.length;
    else rollout.clock.schedule(second, look);
  };
  look();
  await teller.run('deploy', rollout.runner(), deploy(teller));
  return call;
}

function deploy({ rollout }: Teller) {
  return ({ deployment }: Runner) => deployment.run({ imageId: rollout.newImageId }, () => undefined);
}
