import { beforeEach, describe, expect, it } from '@jest/globals';
import { Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.set();
});

describe('down', () => {
  it('removes all of it, machines included, and nothing else', async () => {
    const before = stage.inventory();
    await stage.bringUp({ machines: '3' });
    const { problem, step } = await stage.down();
    expect(problem).toBe('');
    expect(stage.inventory()).toEqual(before);
    expect(step.linesAt('info').at(-1)).toContain('all of it is gone');
  });

  it('says so and succeeds when nothing is there', async () => {
    const before = stage.inventory();
    const { problem, step } = await stage.down();
    expect(problem).toBe('');
    expect(step.linesAt('info')).toEqual([expect.stringContaining('Nothing to take down')]);
    expect(stage.inventory()).toEqual(before);
  });

  it('needs neither owner nor mirror nor domain', async () => {
    await stage.up({ owners: 'ada=ben' }, 'remote-run/ada/search');
    const before = stage.inventory().groups.length;
    expect((await stage.down({ mirror: '', domain: '' }, 'remote-run/ada/search')).problem).toBe('');
    expect(stage.inventory().groups).toHaveLength(before - 1);
  });

  it('never touches the environment of another branch', async () => {
    await stage.bringUp();
    const one = stage.inventory();
    await stage.up({}, 'remote-run/ben/search2');
    await stage.up({}, 'remote-run/ben/Search');
    expect(stage.inventory().groups).toHaveLength(4);
    await stage.down({}, 'remote-run/ben/search2');
    await stage.down({}, 'remote-run/ben/Search');
    expect(stage.inventory()).toEqual(one);
    expect(stage.images()).toEqual([stage.starter.imageId]);
  });

  it('terminates a machine that was detached, for it carries the mark', async () => {
    const before = stage.inventory();
    const { outputs } = await stage.bringUp({ machines: '2' });
    const [instance] = stage.whoAnswers();
    stage.call('autoscaling', 'DetachInstances', {
      AutoScalingGroupName: outputs.slug,
      InstanceIds: [instance?.id],
      ShouldDecrementDesiredCapacity: false,
    });
    await stage.wait(600_000);
    expect(stage.inventory().instances).toContain(instance?.id);
    expect((await stage.down()).problem).toBe('');
    expect(stage.inventory()).toEqual(before);
  });
});
