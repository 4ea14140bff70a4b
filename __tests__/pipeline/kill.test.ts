import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Runner, runVariables } from '../../sandbox/demo/runner.js';
import { Stage } from '../../sandbox/demo/stage.js';
import { Traffic, type TrafficCounts } from '../../sandbox/hosts/traffic.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import type { Interceptor } from '../../sandbox/world/world.js';

const seed = Number(process.env.STEADFLEET_SEED ?? Date.now() % 1_000_000);
const random = new SeededRandom(seed);
const points = 10;
const neverInterrupted = new AbortController().signal;

/** Counts calls, and kills at the one that is asked for: before it has an effect, or when nobody hears its answer. */
class KillSwitch implements Interceptor {
  calls = 0;
  hasKilled = false;
  #at = Number.POSITIVE_INFINITY;
  #moment: 'before' | 'after' = 'before';
  #kill = (): void => undefined;

  arm(at: number, moment: 'before' | 'after', kill: () => void): void {
    this.calls = 0;
    this.hasKilled = false;
    this.#at = at;
    this.#moment = moment;
    this.#kill = () => {
      this.hasKilled = true;
      kill();
    };
  }

  disarm(): void {
    this.arm(Number.POSITIVE_INFINITY, 'before', () => undefined);
  }

  before(): void {
    this.calls += 1;
    if (this.calls !== this.#at || this.#moment !== 'before') return;
    this.#kill();
    throw new Error('the caller is dead: this call never arrived');
  }

  after(_call: unknown, output: object): object {
    if (this.calls === this.#at && this.#moment === 'after') this.#kill();
    return output;
  }
}

describe(`kill -9 of rolling-deploy, and the same command again (seed ${seed}: repeat it with STEADFLEET_SEED)`, () => {
  const killSwitch = new KillSwitch();
  const log: string[] = [];
  let stage: Stage;
  let traffic: Traffic;
  let counts: TrafficCounts | undefined;
  let images: readonly { readonly id: string; readonly version: string }[] = [];
  let settings: object;
  let callsInAll = 0;
  let kills = 0;

  beforeAll(async () => {
    stage = await Stage.build('examples/service', (line) => log.push(line));
    images = [
      { id: stage.starter.imageId, version: '1' },
      { id: await stage.addPreparedImage('2', true), version: '2' },
    ];
    await stage.whenSettled(neverInterrupted);
    stage.region.world.interceptors.push(killSwitch);
    settings = groupSettings();
    traffic = new Traffic({ url: stage.url, rate: 100 });
    traffic.start();
  });

  afterAll(async () => {
    traffic?.stop();
    await stage?.close();
  });

  /** What a rollout touches and must put back; the template's version is the rollout's very purpose. */
  function groupSettings(): object {
    const group = stage.region.autoScaling.groups.get(stage.starter.groupName);
    if (!group) throw new Error('the group is gone');
    const { minSize, maxSize, desired, newInstancesProtected, gracePeriod, cooldown } = group;
    const lists = { suspended: [...group.suspended.keys()], hooks: [...group.hooks.keys()] };
    return { minSize, maxSize, desired, newInstancesProtected, gracePeriod, cooldown, ...lists };
  }

  async function deploy(imageId: string, started: (runner: Runner) => void = () => undefined): Promise<string> {
    const runner = new Runner(process.cwd(), {
      PATH: process.env.PATH,
      ...runVariables(process.cwd(), 'push'),
      ...stage.environment,
    });
    started(runner);
    const inputs = {
      group: stage.starter.groupName,
      'image-id': imageId,
      'max-surge': '100%',
      'min-ready': '1s',
      'poll-interval': '1s',
    };
    const { outputs } = await runner.step('rolling-deploy', inputs, ({ text }) => log.push(text));
    await runner.finish();
    return outputs.outcome ?? 'none';
  }

  async function expectWhole(version: string): Promise<void> {
    await stage.whenSettled(neverInterrupted);
    expect(await stage.versions()).toEqual(Array(4).fill(version));
    expect(groupSettings()).toEqual(settings);
    expect(traffic.counts.firstFailures).toEqual([]);
  }

  it('counts the calls of a rollout that nobody disturbs', async () => {
    killSwitch.disarm();
    expect(await deploy(images[1]?.id ?? '')).toBe('succeeded');
    callsInAll = killSwitch.calls;
    console.log(`seed ${seed}: a rollout makes ${callsInAll} calls`);
    await expectWhole('2');
  });

  it.each(Array.from({ length: points }, (_, number) => [number]))('ends on one version: point %i', async (number) => {
    const image = images[number % 2] ?? { id: '', version: '' };
    const call = 1 + Math.floor(random.next() * (callsInAll - 1));
    const moment = random.next() < 0.5 ? 'before' : 'after';
    console.log(`seed ${seed}, point ${number}: killed ${moment} call ${call}, on the way to version ${image.version}`);
    const killed = await deploy(image.id, (runner) => killSwitch.arm(call, moment, () => runner.kill()));
    // With a look less than the first rollout took, it has ended by itself before the last calls.
    expect(killed).toBe(killSwitch.hasKilled ? 'none' : 'succeeded');
    kills += Number(killSwitch.hasKilled);
    killSwitch.disarm();
    expect(['succeeded', 'unchanged']).toContain(await deploy(image.id));
    await expectWhole(image.version);
  });

  it('loses no request in all that', async () => {
    expect(kills).toBeGreaterThan(points / 2);
    counts = await traffic.drain();
    console.log(`seed ${seed}: ${counts.sent} requests, ${counts.failed} failed`);
    expect(counts).toMatchObject({ failed: 0, firstFailures: [] });
    expect(counts.sent).toBeGreaterThan(1_000);
  });
});
