import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../../src/platform/clock.js';
import { RecordedStep } from '../doubles/recorded-step.js';
import { actionIn, runStep } from './run-step.js';
import { SimulatedRollout } from './simulated-rollout.js';

const second = 1_000;
const minute = 60 * second;

const begin = () => new SimulatedRollout({ seed: 3, machines: 4, minSize: 1 });

interface Runner {
  /** Milliseconds by which its clock is ahead of AWS's; it may be set while a step runs. */
  readonly off: () => number;
  readonly runId?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

function stepOn({ clock, newImageId }: SimulatedRollout, { off, runId = '41', inputs }: Runner): RecordedStep {
  const own: Clock = {
    now: () => clock.now() + off(),
    sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
  };
  const runUrl = `https://github.com/octo/shop/actions/runs/${runId}`;
  const deploy = { 'image-id': newImageId, waves: '1, 100%', soak: '1m' };
  return new RecordedStep(
    { group: 'shop', region: 'eu-west-1', ...(inputs ?? deploy) },
    { clock: own, workflow: { runId, runUrl, runnerName: `rack ${runId}`, runnerEnvironment: 'self-hosted' } },
  );
}

function setSizeOf(rollout: SimulatedRollout, after: number): void {
  const size = { AutoScalingGroupName: 'shop', DesiredCapacity: 6 };
  rollout.clock.schedule(after, () => rollout.askTruth('SetDesiredCapacity', size));
}

function expectWhole(rollout: SimulatedRollout): void {
  expect(rollout.group()).toMatchObject({ DesiredCapacity: 6, MaxSize: 8 });
  expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
  expect(rollout.traffic.failed).toBe(0);
  expect(rollout.auditor.violations).toEqual([]);
}

describe("a runner's clock that is off", () => {
  it.each([-240, -30, -10, 10, 30, 240])('by %d s keeps the size that a person sets', async (off) => {
    const rollout = begin();
    setSizeOf(rollout, 150 * second);
    const step = stepOn(rollout, { off: () => off * second });
    expect(await runStep(rollout, step)).toBe('');
    expectWhole(rollout);
    expect(step.linesAt('warning').filter((line) => line.includes('clock')).length).toBe(Math.abs(off) > 10 ? 1 : 0);
  });

  it.each([-240, 240])('by %d s, until it is set in the middle of the rollout, keeps it as well', async (off) => {
    const rollout = begin();
    setSizeOf(rollout, 150 * second);
    let left = off * second;
    rollout.clock.schedule(100 * second, () => {
      left = 0;
    });
    const step = stepOn(rollout, { off: () => left });
    expect(await runStep(rollout, step)).toBe('');
    expectWhole(rollout);
    expect(step.linesAt('info')).toContain('The clock of runner "rack 41" was set meanwhile: it is right now.');
  });

  it.each([-240, 240])('by %d s sees at once that an image cannot be launched', async (off) => {
    const rollout = begin();
    rollout.clock.schedule(2.5 * second, () => {
      const input = { ImageId: rollout.newImageId };
      rollout.world.call({ service: 'ec2', operation: 'DeregisterImage', input, region: 'eu-west-1' });
    });
    const began = rollout.clock.now();
    expect(await runStep(rollout, stepOn(rollout, { off: () => off * second }))).toContain('A launch failed');
    expect(rollout.clock.now() - began).toBeLessThan(minute);
  });

  it('takes no group from a run that lives, however fast it is', async () => {
    const rollout = begin();
    const first = stepOn(rollout, { off: () => 0 });
    const other = stepOn(rollout, { off: () => 30 * minute, runId: '42', inputs: { command: 'abort' } });
    let refusal = '';
    const late = rollout.clock.sleep(2 * minute).then(() => actionIn(rollout).main(other));
    const meanwhile = late.catch((error: Error) => {
      refusal = error.message;
    });
    expect(await runStep(rollout, first, 'main', meanwhile)).toBe('');
    expect(refusal).toContain('is being rolled out');
  });

  it.each([-240, 240])('by %d s leaves the clean-up after a cancel as it is', async (off) => {
    const rollout = begin();
    const step = stepOn(rollout, { off: () => off * second });
    rollout.clock.schedule(100 * second, () => step.cancel());
    expect(await runStep(rollout, step)).not.toBe('');
    const post = step.post();
    expect(await runStep(rollout, post, 'post')).toBe('');
    expect(post.linesAt('info').at(-1)).toContain('what it had borrowed is put back, and its machines serve');
    expect(post.linesAt('warning')).toHaveLength(1);
  });
});
