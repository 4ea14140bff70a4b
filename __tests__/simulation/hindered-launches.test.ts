import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const second = 1_000;
const plan: Partial<Plan> = { waves: [{ machines: 1 }, { percent: 100 }], soak: 60 * second };

function begin(settings: Partial<SimulationSettings> = {}) {
  const lines: string[] = [];
  const onLine = (line: string) => lines.push(line);
  return { rollout: new SimulatedRollout({ seed: 3, machines: 4, plan, onLine, ...settings }), lines };
}

function call(rollout: SimulatedRollout, at: number, operation: string): void {
  const input = { AutoScalingGroupName: rollout.starter.groupName, ScalingProcesses: ['Launch'] };
  rollout.clock.schedule(at, () => rollout.askTruth(operation, input));
}

describe('a person who suspends Launch in mid-rollout', () => {
  it('is told of it once the deadline is over, and no image is blamed', async () => {
    const { rollout, lines } = begin();
    call(rollout, 20 * second, 'SuspendProcesses');
    const { outcome, reason, cause } = await rollout.rollOut();
    expect(outcome).toBe('needs-attention');
    expect(cause).toBe(
      'Launch is suspended in group "shop", and not by this rollout, so no machine was launched for 600 s ' +
        '(progress-deadline). That says nothing of the image. Resume Launch.',
    );
    expect(reason).toContain('is on hold');
    expect(lines.join('\n')).toContain('AWS to launch 2 more; Launch is suspended (progress-deadline)');
    expect(rollout.imagesInService().length).toBe(2);
    expect(rollout.traffic.failed).toBe(0);
    expect(rollout.auditor.violations).toEqual([]);
  });

  it('has the rollout go on when it is resumed in time', async () => {
    const { rollout } = begin();
    call(rollout, 20 * second, 'SuspendProcesses');
    call(rollout, 500 * second, 'ResumeProcesses');
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'succeeded' });
    expect(rollout.imagesInService()).toEqual([rollout.newImageId]);
    expect(rollout.auditor.violations).toEqual([]);
  });

  it.each(['abort', 'deploy'] as const)('may %s once it is resumed', async (command) => {
    const { rollout } = begin();
    call(rollout, 20 * second, 'SuspendProcesses');
    await rollout.rollOut();
    call(rollout, 0, 'ResumeProcesses');
    rollout.clock.advance(120 * second);
    const { deployment } = rollout.runner();
    const isAbort = command === 'abort';
    const ended = isAbort
      ? deployment.abort(() => undefined)
      : deployment.run({ imageId: rollout.newImageId }, () => undefined);
    expect(await rollout.clock.run(ended)).toMatchObject({ outcome: isAbort ? 'aborted' : 'succeeded' });
    expect(rollout.imagesInService()).toEqual([isAbort ? rollout.starter.imageId : rollout.newImageId]);
    expect(rollout.group()).toMatchObject({ DesiredCapacity: 4 });
    expect(rollout.traffic.failed).toBe(0);
    expect(rollout.auditor.violations).toEqual([]);
  });
});

describe('a way back that leads nowhere', () => {
  it('says that Launch is suspended', async () => {
    const { rollout } = begin({ newImage: { answers: { badAfter: 170 * second } } });
    call(rollout, 300 * second, 'SuspendProcesses');
    const { outcome, cause } = await rollout.rollOut();
    expect(outcome).toBe('needs-attention');
    expect(cause).toMatch(
      /^No further machine on ami-\w+ became healthy within 600 s \(progress-deadline\)\. Launch is suspended\./,
    );
  });

  it('says that its image is gone', async () => {
    const { rollout } = begin({ newImage: { answers: { badAfter: 170 * second } } });
    const { imageId } = rollout.starter;
    rollout.region.ec2.imageRegistry.all.delete(imageId);
    const { outcome, cause } = await rollout.rollOut();
    expect(outcome).toBe('needs-attention');
    expect(cause).toContain(
      `No further machine on ${imageId} became healthy within 600 s (progress-deadline). ` +
        `A launch failed: The image id '[${imageId}]' does not exist.`,
    );
  });
});
