import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { dryRunOf } from './dry-run-stage.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const second = 1_000;
const plan: Partial<Plan> = { waves: [{ machines: 1 }, { percent: 100 }], soak: 60 * second };

function begin(settings: Partial<SimulationSettings> = {}) {
  const lines: string[] = [];
  const onLine = (line: string) => lines.push(line);
  return { rollout: new SimulatedRollout({ seed: 3, machines: 4, plan, onLine, ...settings }), lines };
}

function call(rollout: SimulatedRollout, at: number, operation: string, process = 'Launch'): void {
  const input = { AutoScalingGroupName: rollout.starter.groupName, ScalingProcesses: [process] };
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
        '(progress-deadline). That says nothing of the image. Resume Launch: 2 more come then.',
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

describe('a person who suspends AddToLoadBalancer in mid-rollout', () => {
  const suspended = (own: Partial<Plan> = {}, at = 20) => {
    const { rollout } = begin({ plan: { ...plan, ...own } });
    call(rollout, at * second, 'SuspendProcesses', 'AddToLoadBalancer');
    return rollout;
  };

  it.each<[string, Partial<Plan>, number]>([
    ['before the first machine is in service', {}, 20],
    ['later', {}, 200],
    ['where machines may boot for less than the deadline', { bootAllowance: 120 * second }, 20],
  ])('is told of it once the deadline is over, and no image is blamed: %s', async (_when, own, at) => {
    const rollout = suspended(own, at);
    const { outcome, cause } = await rollout.rollOut();
    expect(outcome).toBe('needs-attention');
    expect(cause).toContain('AddToLoadBalancer is suspended in group "shop", and not by this rollout');
    expect(cause).toContain('for 600 s (progress-deadline). That says nothing of the image. Resume AddToLoadBalancer');
    expect(rollout.traffic.failed).toBe(0);
    expect(rollout.auditor.violations).toEqual([]);
  });

  it.each(['abort', 'deploy'] as const)('may %s once it is resumed', async (command) => {
    const rollout = suspended();
    await rollout.rollOut();
    call(rollout, 0, 'ResumeProcesses', 'AddToLoadBalancer');
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

describe('a group whose own image can be launched no more', () => {
  const warned = (rollout: SimulatedRollout) =>
    `No machine can be launched of ${rollout.starter.imageId} any more, which group "shop" runs: it does not exist in eu-west-1, ` +
    `or is not shared with this account. So there is no way back to it if ${rollout.newImageId} fails.`;

  it.each([true, false])('is warned of it before anything is changed, or not (%s)', async (isGone) => {
    const { rollout, lines } = begin();
    if (isGone) rollout.region.ec2.imageRegistry.all.delete(rollout.starter.imageId);
    const { deployment, step } = rollout.runner();
    await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    const warnings = step.lines.filter(({ level }) => level === 'warning');
    expect(warnings.map(({ line }) => line)).toEqual(isGone ? [warned(rollout)] : []);
    const first = lines.findIndex((line) => line.includes('LaunchInstances'));
    expect(lines.slice(0, first).some((line) => line.includes('no way back'))).toBe(isGone);
  });

  it('sees that in the plan of a dry run', async () => {
    const { rollout } = begin();
    rollout.region.ec2.imageRegistry.all.delete(rollout.starter.imageId);
    const found = await dryRunOf(rollout);
    expect(found.kind === 'begun' && found.headline.remarks).toEqual([warned(rollout)]);
  });
});
