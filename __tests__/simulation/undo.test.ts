import { DeleteLaunchTemplateVersionsCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const minute = 60_000;
const nobodyAsks = () => undefined;

const keeping: Partial<Plan> = {
  strategy: 'blue-green',
  maxSurge: { percent: 100 },
  soak: 2 * minute,
  keepPrevious: 30 * minute,
};

/** A group that has been rolled out to the new image. */
async function deployed(settings: Partial<SimulationSettings> = {}) {
  const rollout = new SimulatedRollout({ seed: 101, machines: 6, ...settings, plan: { ...keeping, ...settings.plan } });
  const before = rollout.group();
  const end = await rollout.rollOut();
  expect(end.outcome).toBe('succeeded');
  return { rollout, before, end };
}

/** A rollout to the new image, and how it ends when an alarm rings as soon as the group looks so. */
async function alarmed(settings: Partial<SimulationSettings>, isDue: (rollout: SimulatedRollout) => boolean) {
  const plan = { ...settings.plan, alarms: ['errors'], maxSurge: { percent: 100 }, soak: 2 * minute };
  const rollout = new SimulatedRollout({ seed: 61, machines: 4, maxSize: 12, ...settings, plan });
  const { cloudWatch } = rollout.region;
  const alarm = { AlarmName: 'errors', MetricName: 'errors', Namespace: 'shop', Period: 60, EvaluationPeriods: 1 };
  cloudWatch.put({ ...alarm, Threshold: 1, Statistic: 'Sum', ComparisonOperator: 'GreaterThanThreshold' });
  const turn = (state: 'OK' | 'ALARM') => {
    const errors = cloudWatch.alarms.get('errors');
    if (errors) cloudWatch.setState(errors, state, 'as told', undefined);
  };
  const look = () => (isDue(rollout) ? turn('ALARM') : rollout.clock.schedule(5_000, look));
  turn('OK');
  look();
  const before = rollout.group();
  const end = await rollout.rollOut();
  turn('OK');
  return { rollout, before, end };
}

/** A group whose machines all run the new image when its rollout is left to a person. */
async function leftOnBadImage() {
  const isReplaced = (rollout: SimulatedRollout) => String(rollout.imagesInService()) === rollout.newImageId;
  const { rollout, end } = await alarmed({ plan: { onFailure: 'hold' } }, isReplaced);
  expect(end).toMatchObject({ outcome: 'needs-attention' });
  return rollout;
}

/** The version that a group's machines ran first; a template's default one cannot be deleted. */
async function deleteFirstVersion(rollout: SimulatedRollout): Promise<void> {
  const { launchTemplateId: LaunchTemplateId } = rollout.starter;
  const input = { LaunchTemplateId, DefaultVersion: '2' };
  rollout.world.call({ service: 'ec2', operation: 'ModifyLaunchTemplate', input, region: rollout.region.name });
  const { ec2 } = rollout.aws();
  await rollout.clock.run(ec2.send(new DeleteLaunchTemplateVersionsCommand({ LaunchTemplateId, Versions: ['1'] })));
}

function deploy(rollout: SimulatedRollout, imageId: string) {
  return rollout.clock.run(rollout.runner().deployment.run({ imageId }, nobodyAsks));
}

function undo(rollout: SimulatedRollout) {
  return rollout.clock.run(rollout.runner().deployment.undo(nobodyAsks));
}

/** Its runner dies right after machines have left standby; the scheduled repair finishes it. */
async function undoCutOff(rollout: SimulatedRollout): Promise<void> {
  const twin = await deployed({ minSize: 2 });
  const earlier = twin.rollout.calls.length;
  await undo(twin.rollout);
  const call = twin.rollout.calls.slice(earlier).findIndex(({ operation }) => operation === 'ExitStandby');
  const dying = rollout.runner({ call, when: 'after' });
  await expect(rollout.clock.run(dying.deployment.undo(nobodyAsks))).rejects.toThrow();
  expect(rollout.calls.at(-1)?.operation).toBe('ExitStandby');
  rollout.clock.advance(21 * minute);
  expect(await repair(rollout)).toMatchObject({ outcome: 'succeeded' });
}

function repair(rollout: SimulatedRollout) {
  return rollout.clock.run(rollout.runner().deployment.repair(nobodyAsks));
}

function standby(rollout: SimulatedRollout): number {
  return (rollout.group().Instances ?? []).filter(({ LifecycleState }) => LifecycleState === 'Standby').length;
}

function expectWhole(rollout: SimulatedRollout, imageId: string, before: ReturnType<SimulatedRollout['group']>): void {
  const { DesiredCapacity, MinSize, MaxSize } = before;
  expect(rollout.imagesInService()).toEqual([imageId]);
  expect(rollout.group()).toMatchObject({ DesiredCapacity, MinSize, MaxSize, SuspendedProcesses: [] });
  expect(standby(rollout)).toBe(0);
  expect(rollout.traffic.failed).toBe(0);
}

/** Milliseconds from now until no user can reach a machine of this image any more; looked at each tenth of a second. */
function whenUnreachable(rollout: SimulatedRollout, imageId: string): () => number {
  const { clock, region, starter } = rollout;
  const began = clock.now();
  let last = began;
  const isReached = (id: string) =>
    region.ec2.instances.get(id)?.imageId === imageId &&
    region.loadBalancing.healthOf(starter.targetGroupArn, id)?.state === 'healthy';
  const look = () => {
    const members = region.autoScaling.group(starter.groupName).members.keys();
    if ([...members].some(isReached)) last = clock.now();
    if (clock.now() < began + 3 * minute) clock.schedule(100, look);
  };
  look();
  return () => last - began;
}

describe('keep-previous', () => {
  it('keeps what was replaced in standby, and says until when it is billed', async () => {
    const { rollout, end } = await deployed();
    expect(standby(rollout)).toBe(6);
    expect(end.reason).toMatch(/standby until \d{4}-.*billed.*command: undo/s);
  });

  it('ends with the scheduled repair once its time is over, and not before', async () => {
    const { rollout, before } = await deployed();
    rollout.clock.advance(20 * minute);
    expect(await repair(rollout)).toBeUndefined();
    rollout.clock.advance(11 * minute);
    expect(await repair(rollout)).toMatchObject({
      outcome: 'unchanged',
      reason: expect.stringContaining('terminated'),
    });
    expectWhole(rollout, rollout.newImageId, before);
    expect(await repair(rollout)).toBeUndefined();
  });

  it('ends with the next deployment, which begins from what runs', async () => {
    const { rollout, before } = await deployed({ minSize: 2, plan: { keepPrevious: 60 * minute } });
    const next = rollout.addImage('next');
    rollout.scaleBy(-2);
    rollout.clock.advance(5 * minute);
    const end = await deploy(rollout, next);
    expect(end).toMatchObject({ outcome: 'succeeded', previousImageId: rollout.newImageId });
    rollout.clock.advance(61 * minute);
    await repair(rollout);
    rollout.scaleBy(2);
    rollout.clock.advance(10 * minute);
    expectWhole(rollout, next, before);
  });

  it('ends with an undo that comes too late for it, and rolls out anew', async () => {
    const { rollout, before } = await deployed();
    rollout.clock.advance(33 * minute);
    const { step, name } = rollout.runner();
    const late = rollout.deploymentOf(step, name, undefined, { plan: { strategy: 'rolling', keepPrevious: 0 } });
    expect(await rollout.clock.run(late.undo(nobodyAsks))).toMatchObject({ outcome: 'succeeded' });
    rollout.clock.advance(10 * minute);
    expectWhole(rollout, rollout.starter.imageId, before);
    expect(rollout.auditor.violations).toEqual([]);
  });

  it('whose retirement was cut off is retired by the next repair', async () => {
    const { rollout, before } = await deployed();
    rollout.clock.advance(31 * minute);
    const dying = rollout.runner({ call: 14, when: 'after' });
    await expect(rollout.clock.run(dying.deployment.repair(nobodyAsks))).rejects.toThrow();
    rollout.clock.advance(21 * minute);
    expect(await repair(rollout)).toMatchObject({ outcome: 'unchanged' });
    expectWhole(rollout, rollout.newImageId, before);
  });

  it('does not block the way back while what it keeps still answers its last requests', async () => {
    const plan = { keepPrevious: 30 * minute, waves: [{ percent: 50 }, { percent: 100 }] } as const;
    const isDraining = (rollout: SimulatedRollout) =>
      rollout.group().Instances?.some(({ LifecycleState }) => LifecycleState === 'EnteringStandby') === true;
    const { rollout, before, end } = await alarmed({ plan, deregistrationDelay: 300 }, isDraining);
    expect(end).toMatchObject({ outcome: 'rolled-back' });
    rollout.clock.advance(10 * minute);
    expectWhole(rollout, rollout.starter.imageId, before);
    expect(rollout.auditor.violations).toEqual([]);
  });
});

describe('undo', () => {
  it('puts kept machines back: for 100 machines, no user reaches the undone version after 30 seconds', async () => {
    const { rollout, before } = await deployed({ seed: 102, machines: 100, maxSize: 100, healthCheckInterval: 10 });
    const unreachable = whenUnreachable(rollout, rollout.newImageId);
    expect(await undo(rollout)).toMatchObject({ outcome: 'succeeded', imageId: rollout.starter.imageId });
    rollout.clock.advance(3 * minute);
    expect(unreachable()).toBeLessThan(30_000);
    expectWhole(rollout, rollout.starter.imageId, before);
  }, 60_000);

  it.each([300, 3_600])('of a moment ago waits for no drain of %d s once others serve', async (deregistrationDelay) => {
    const { rollout, before, end } = await deployed({ machines: 3, deregistrationDelay, plan: { soak: 0 } });
    expect(end.reason).toContain('puts them back within seconds, once they have left their load balancers');
    const { deployment, step } = rollout.runner();
    const undone = await rollout.clock.run(deployment.undo(nobodyAsks));
    expect(undone).toMatchObject({ outcome: 'succeeded', imageId: rollout.starter.imageId });
    expect(step.linesAt('info')).toContain(
      'Undoing release 1: 3 kept machines still leave the load balancers (deregistration delay), so new ones are launched meanwhile',
    );
    expect(undone.duration).toBeLessThan(3 * minute);
    expect(rollout.calls.map(({ operation }) => operation)).not.toContain('ExitStandby');
    rollout.clock.advance((deregistrationDelay + 300) * 1_000);
    expectWhole(rollout, rollout.starter.imageId, before);
    expect(rollout.group().Instances?.length).toBe(3);
    expect(rollout.auditor.violations).toEqual([]);
  });

  it('puts back what has left its load balancers before others serve', async () => {
    const { rollout, before } = await deployed({ machines: 3, deregistrationDelay: 10, plan: { soak: 0 } });
    expect((await undo(rollout)).duration).toBeLessThan(2 * minute);
    expect(rollout.calls.map(({ operation }) => operation)).toContain('ExitStandby');
    rollout.clock.advance(5 * minute);
    expectWhole(rollout, rollout.starter.imageId, before);
    expect(rollout.auditor.violations).toEqual([]);
  });

  it('points the group at the kept version first of all, raises the maximum for the moment, 20 machines a call', async () => {
    const { rollout } = await deployed({ seed: 103, machines: 30, maxSize: 30 });
    const earlier = rollout.calls.length;
    await undo(rollout);
    const changes = rollout.calls
      .slice(earlier)
      .map(({ operation }) => operation)
      .filter((operation) => !/^(Describe|Get|List)|PutParameter/.test(operation));
    expect(changes.slice(0, 3)).toEqual(['UpdateAutoScalingGroup', 'UpdateAutoScalingGroup', 'ExitStandby']);
    expect(changes.filter((operation) => operation === 'ExitStandby')).toHaveLength(2);
    expect(rollout.group().MaxSize).toBe(30);
  });

  it.each([0, 60, 200])(
    '%d s after the end: what still answers its last requests comes back later',
    async (seconds) => {
      const { rollout, before } = await deployed({ deregistrationDelay: 300 });
      rollout.clock.advance(seconds * 1000);
      expect(await undo(rollout)).toMatchObject({ outcome: 'succeeded' });
      rollout.clock.advance(10 * minute);
      expectWhole(rollout, rollout.starter.imageId, before);
      expect(rollout.auditor.violations).toEqual([]);
    },
  );

  it.each([
    ['undo', undo],
    ['undo that was cut off before it could say so', undoCutOff],
  ])('leaves a machine that a person puts in standby after an %s alone', async (_which, goBack) => {
    const { rollout } = await deployed({ minSize: 2 });
    await goBack(rollout);
    rollout.clock.advance(5 * minute);
    const id = rollout.group().Instances?.find(({ LifecycleState }) => LifecycleState === 'InService')?.InstanceId;
    const order = { AutoScalingGroupName: rollout.starter.groupName, InstanceIds: [id] };
    rollout.askTruth('EnterStandby', { ...order, ShouldDecrementDesiredCapacity: true });
    rollout.clock.advance(10 * minute);
    expect(await deploy(rollout, rollout.addImage('next'))).toMatchObject({ outcome: 'succeeded' });
    rollout.clock.advance(31 * minute);
    expect(await repair(rollout)).toMatchObject({ reason: expect.stringContaining('terminated') });
    expect(rollout.group().Instances).toContainEqual(
      expect.objectContaining({ InstanceId: id, LifecycleState: 'Standby' }),
    );
  });

  it('launches what is missing, where a kept machine was stopped meanwhile', async () => {
    const { rollout, before } = await deployed();
    const [kept] = (rollout.group().Instances ?? []).filter(({ LifecycleState }) => LifecycleState === 'Standby');
    rollout.region.ec2.stop(kept?.InstanceId ?? '');
    rollout.clock.advance(minute);
    expect(await undo(rollout)).toMatchObject({ outcome: 'succeeded' });
    expectWhole(rollout, rollout.starter.imageId, before);
  });

  it('rolls to the last healthy release when nothing is kept, at the very version that ran', async () => {
    const { rollout, before } = await deployed({ plan: { keepPrevious: 0 } });
    expect(await undo(rollout)).toMatchObject({ outcome: 'succeeded', imageId: rollout.starter.imageId });
    expectWhole(rollout, rollout.starter.imageId, before);
    expect(rollout.group().LaunchTemplate?.Version).toBe('1');
  });

  it('makes the version again that somebody has deleted', async () => {
    const { rollout, before } = await deployed({ plan: { keepPrevious: 0 } });
    const LaunchTemplateId = rollout.starter.launchTemplateId;
    const third = rollout.addImage('third');
    await deploy(rollout, third);
    const { ec2 } = rollout.aws();
    await rollout.clock.run(ec2.send(new DeleteLaunchTemplateVersionsCommand({ LaunchTemplateId, Versions: ['2'] })));
    expect(await undo(rollout)).toMatchObject({ outcome: 'succeeded', imageId: rollout.newImageId });
    expectWhole(rollout, rollout.newImageId, before);
    expect(rollout.group().LaunchTemplate?.Version).toBe('4');
  });

  it('rule 43: never goes to an image that was not healthy under traffic, nor back to what was undone', async () => {
    const { rollout, before } = await deployed({ plan: { keepPrevious: 0 } });
    const third = rollout.addImage('third');
    await deploy(rollout, third);
    expect((await deploy(rollout, rollout.addImage('bad', { answers: 'never' }))).outcome).toBe('rolled-back');
    expect(await undo(rollout)).toMatchObject({ outcome: 'succeeded', imageId: rollout.newImageId });
    expect(await undo(rollout)).toMatchObject({ outcome: 'succeeded', imageId: rollout.starter.imageId });
    expectWhole(rollout, rollout.starter.imageId, before);
    await expect(undo(rollout)).rejects.toThrow('no other image that was healthy');
  });

  it.each([
    ['undo', 30 * minute, 'is there'],
    ['undo', 0, 'is there'],
    ['undo', 30 * minute, 'was deleted'],
    ['previous', 30 * minute, 'is there'],
    ['previous', 30 * minute, 'was deleted'],
  ])(
    'rule 43: %s goes back past an image that was left to a person (kept: %d ms, what ran before %s)',
    async (way, keepPrevious, found) => {
      const rollout = await leftOnBadImage();
      if (found === 'was deleted') await deleteFirstVersion(rollout);
      const mending = rollout.deploymentOf(rollout.runner().step, 'mending', undefined, { plan: { keepPrevious } });
      const mended = await rollout.clock.run(mending.run({ imageId: rollout.addImage('mended') }, nobodyAsks));
      const previousImageId = found === 'was deleted' ? rollout.newImageId : rollout.starter.imageId;
      expect(mended).toMatchObject({ outcome: 'succeeded', previousImageId });
      rollout.clock.advance(minute);
      // Nobody wants back what was held as bad.
      expect(standby(rollout)).toBe(found === 'was deleted' ? 4 : 0);
      const { deployment } = rollout.runner();
      const back = way === 'undo' ? deployment.undo(nobodyAsks) : deployment.run({ previous: true }, nobodyAsks);
      expect(await rollout.clock.run(back)).toMatchObject({ outcome: 'succeeded', imageId: rollout.starter.imageId });
      expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
      expect(standby(rollout)).toBe(0);
    },
  );

  it.each([
    ['undo', 30 * minute, 'new'],
    ['undo', 0, 'old'],
    ['previous', 0, 'old'],
  ])(
    'rule 43: %s goes back past an image that no machine has proven, unless its machines are kept (%d ms)',
    async (way, kept, which) => {
      const rollout = new SimulatedRollout({
        seed: 62,
        machines: 0,
        minSize: 0,
        maxSize: 8,
        plan: { keepPrevious: kept },
      });
      expect(await rollout.rollOut()).toMatchObject({ outcome: 'unproven' });
      rollout.scaleTo(2);
      rollout.clock.advance(5 * minute);
      expect(await deploy(rollout, rollout.addImage('other'))).toMatchObject({ outcome: 'succeeded' });
      const { deployment } = rollout.runner();
      const back = way === 'undo' ? deployment.undo(nobodyAsks) : deployment.run({ previous: true }, nobodyAsks);
      const imageId = which === 'new' ? rollout.newImageId : rollout.starter.imageId;
      expect(await rollout.clock.run(back)).toMatchObject({ outcome: 'succeeded', imageId });
      rollout.clock.advance(5 * minute);
      expect(rollout.imagesInService()).toEqual([imageId]);
    },
  );

  it('of a group that has never had a machine gives it what it launched before, once', async () => {
    const rollout = new SimulatedRollout({ seed: 62, machines: 0, minSize: 0, maxSize: 8 });
    expect(await rollout.rollOut()).toMatchObject({ outcome: 'unproven' });
    expect(await undo(rollout)).toMatchObject({ outcome: 'unproven', imageId: rollout.starter.imageId });
    rollout.scaleTo(2);
    rollout.clock.advance(5 * minute);
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
    await expect(undo(rollout)).rejects.toThrow('its ledger knows no other image');
  });

  it('of a rollout that is unfinished aborts it', async () => {
    const rollout = new SimulatedRollout({
      seed: 104,
      plan: { waves: [{ machines: 1 }, { percent: 100 }], pauseAfter: 1 },
    });
    expect((await rollout.rollOut()).outcome).toBe('paused');
    expect(await undo(rollout)).toMatchObject({ outcome: 'aborted' });
    expect(rollout.imagesInService()).toEqual([rollout.starter.imageId]);
  });

  describe.each([
    ['by the machines that are kept', keeping],
    ['by a rollout', { keepPrevious: 0 }],
  ])('%s, started again in the same run', (_how, plan) => {
    it('goes no further back, and says so; another run does', async () => {
      const { rollout, before } = await deployed({ plan });
      const third = rollout.addImage('third');
      expect((await deploy(rollout, third)).outcome).toBe('succeeded');
      const first = rollout.runner();
      const again = () => rollout.clock.run(rollout.runner(undefined, first).deployment.undo(nobodyAsks));
      expect(await rollout.clock.run(first.deployment.undo(nobodyAsks))).toMatchObject({
        outcome: 'succeeded',
        reason: expect.stringMatching(/^Release 2 is undone\. Every machine/),
      });
      const changes = rollout.calls.length;
      expect(await again()).toMatchObject({
        outcome: 'unchanged',
        imageId: rollout.newImageId,
        reason: expect.stringMatching(/Release 2 .*by this very run: "shop" runs ami-\w+\..*undo in another run/s),
      });
      expect(rollout.calls.slice(changes).map(({ operation }) => operation)).toEqual(['GetParametersByPath']);
      expect(await undo(rollout)).toMatchObject({ outcome: 'succeeded', imageId: rollout.starter.imageId });
      rollout.clock.advance(31 * minute);
      await repair(rollout);
      expectWhole(rollout, rollout.starter.imageId, before);
    });
  });

  it('that has aborted what was unfinished goes no further back in the same run either', async () => {
    const { rollout } = await deployed({ plan: { keepPrevious: 0 } });
    const third = rollout.addImage('third');
    const { step } = rollout.runner();
    const waves = [{ machines: 1 }, { percent: 100 }];
    const pausing = rollout.deploymentOf(step, 'pausing', undefined, { plan: { waves, pauseAfter: 1 } });
    expect((await rollout.clock.run(pausing.run({ imageId: third }, nobodyAsks))).outcome).toBe('paused');
    const first = rollout.runner();
    expect((await rollout.clock.run(first.deployment.undo(nobodyAsks))).outcome).toBe('aborted');
    const again = rollout.runner(undefined, first).deployment.undo(nobodyAsks);
    expect(await rollout.clock.run(again)).toMatchObject({ outcome: 'unchanged', imageId: rollout.newImageId });
  });

  it('that failed is tried again by the same run', async () => {
    const { rollout } = await deployed({ plan: { keepPrevious: 0 } });
    rollout.machines.behave(rollout.starter.imageId, { answers: 'never' });
    const first = rollout.runner();
    const failed = await rollout.clock.run(first.deployment.undo(nobodyAsks));
    expect(failed).toMatchObject({
      outcome: 'rolled-back',
      reason: expect.stringContaining('release 1 is not undone'),
    });
    rollout.machines.behave(rollout.starter.imageId, {});
    const again = rollout.runner(undefined, first).deployment.undo(nobodyAsks);
    expect(await rollout.clock.run(again)).toMatchObject({ outcome: 'succeeded', imageId: rollout.starter.imageId });
  });

  it.each([10, 25, 45])('cut off after %i calls is finished by the next repair, not taken back', async (call) => {
    const { rollout, before } = await deployed();
    const dying = rollout.runner({ call, when: 'after' });
    await expect(rollout.clock.run(dying.deployment.undo(nobodyAsks))).rejects.toThrow();
    rollout.clock.advance(21 * minute);
    expect(await repair(rollout)).toMatchObject({ outcome: 'succeeded', imageId: rollout.starter.imageId });
    expectWhole(rollout, rollout.starter.imageId, before);
  });

  it('finds nothing in an empty ledger', async () => {
    await expect(undo(new SimulatedRollout({ seed: 105 }))).rejects.toThrow('Deploy the one that you want');
  });
});
