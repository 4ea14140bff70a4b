import { beforeEach, describe, expect, it } from '@jest/globals';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import { profiles } from '../../../sandbox/world/profile.js';
import { Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.set();
});

describe('a runner that dies after any call that changes something', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    '(call %i of up) leaves what the next up completes and the next down removes',
    async (count) => {
      const before = stage.inventory();
      const died = stage.dieAfter(count);
      const { problem } = await stage.up();
      if (died()) expect(problem).toMatch(/^the runner died/);
      await stage.bringUp();
      expect(stage.images()).toEqual([stage.starter.imageId]);
      expect((await stage.down()).problem).toBe('');
      expect(stage.inventory()).toEqual(before);
    },
  );

  it.each([1, 2, 3, 4, 5, 6])('(call %i of up) leaves what down removes', async (count) => {
    const before = stage.inventory();
    const died = stage.dieAfter(count);
    await stage.up();
    died();
    expect((await stage.down()).problem).toBe('');
    expect(stage.inventory()).toEqual(before);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('(call %i of an update) leaves what the next up completes', async (count) => {
    await stage.bringUp({ machines: '2' });
    const next = stage.addImage('shop-2');
    const died = stage.dieAfter(count);
    await stage.up({ machines: '2', 'image-id': next });
    died();
    await stage.bringUp({ machines: '2', 'image-id': next });
    expect(stage.images()).toEqual([next]);
    const { autoScaling } = stage.region;
    const group = autoScaling.groups.get(stage.host.split('.')[0] ?? '');
    expect(group).toMatchObject({ minSize: 2, maxSize: 2, desired: 2 });
  });

  it.each([1, 2, 3, 4, 5])('(call %i of down) leaves what the next down removes', async (count) => {
    const before = stage.inventory();
    await stage.bringUp();
    const died = stage.dieAfter(count);
    await stage.down();
    died();
    expect((await stage.down()).problem).toBe('');
    expect(stage.inventory()).toEqual(before);
  });
});

describe('a cancelled run', () => {
  it('ends at once, and the next one goes on from there', async () => {
    const step = stage.step({ command: 'up' });
    const cancel = stage.clock.sleep(500).then(() => step.cancel());
    const [problem] = await stage.clock.run(Promise.all([stage.main(step), cancel]));
    expect(problem).toContain('Cancelled. Run the same step again');
    await stage.bringUp();
  });
});

describe('a look that is torn', () => {
  it.each([
    ['DescribeTags', 'RuleNotFound'],
    ['DescribeTargetHealth', 'TargetGroupNotFound'],
    ['DescribeLaunchTemplateVersions', 'InvalidLaunchTemplateId.NotFound'],
  ])('(%s) by something that went meanwhile is taken again', async (operation, code) => {
    const before = stage.inventory();
    await stage.bringUp();
    let torn = 0;
    stage.world.interceptors.push({
      before(call) {
        if (call.operation === operation && torn++ === 0) throw new AwsError(code, 'it went');
      },
    });
    const { problem, step } = await stage.down();
    expect(problem).toBe('');
    expect(step.linesAt('info')).toContainEqual(expect.stringContaining('Looking again: it went'));
    expect(stage.inventory()).toEqual(before);
  });
});

describe('a bad day', () => {
  it.each([1, 2, 3])('(seed %i) of long delays and stale answers ends well all the same', async (seed) => {
    stage = await Stage.set(profiles.nasty, seed);
    const before = stage.inventory();
    await stage.bringUp({ machines: '2', timeout: '2h' });
    const next = stage.addImage('shop-2');
    await stage.bringUp({ machines: '2', timeout: '2h', 'image-id': next });
    expect(stage.images()).toEqual([next]);
    expect((await stage.down({ timeout: '2h' })).problem).toBe('');
    // The mirrored group has its own bad day and replaces machines; none of ours may be left.
    const { ec2 } = stage.region;
    const living = [...ec2.instances.values()].filter(({ state }) => state !== 'terminated');
    expect(living.filter(({ tags }) => tags.has('steadfleet:environment'))).toEqual([]);
    expect({ ...stage.inventory(), instances: [] }).toEqual({ ...before, instances: [] });
  });

  it.each([1, 2, 3, 4, 5])('(call %i) whose answer is lost is looked up rather than repeated', async (count) => {
    stage.failAfter(count, new AwsError('InternalFailure', 'lost', 500));
    const before = stage.inventory();
    await stage.bringUp();
    expect(stage.inventory().groups).toHaveLength(before.groups.length + 1);
    expect(stage.inventory().rules).toHaveLength(before.rules.length + 1);
    expect((await stage.down()).problem).toBe('');
    expect(stage.inventory()).toEqual(before);
  });
});
