import { beforeEach, describe, expect, it } from '@jest/globals';
import { Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.set();
});

describe('up', () => {
  it('makes group, template, target group and rule, and returns once its own machines answer at its host', async () => {
    const { outputs } = await stage.bringUp({ machines: '2' });
    expect(outputs).toMatchObject({
      user: 'ben',
      feature: 'search',
      'image-id': stage.starter.imageId,
      group: outputs.slug,
    });
    expect(outputs.slug).toMatch(/^ben-search-[0-9a-f]{8}$/);
    expect(outputs.host).toBe(`${outputs.slug}.dev.example.com`);
    expect(outputs.url).toBe(`http://${outputs.host}`);
    const reached = new Set(stage.whoAnswers().map(({ id }) => id));
    const shop = new Set(stage.whoAnswers('shop.example.com').map(({ id }) => id));
    expect(reached.size).toBe(2);
    expect([...reached].filter((id) => shop.has(id))).toEqual([]);
  });

  it('copies what the machines are made of, and marks every part and every machine', async () => {
    const { outputs } = await stage.bringUp();
    const { ec2, loadBalancing } = stage.region;
    const mine = ec2.templateVersion({ LaunchTemplateName: outputs.slug ?? '', Version: '$Latest' });
    const theirs = ec2.templateVersion({ LaunchTemplateName: stage.starter.launchTemplateName, Version: '1' });
    expect(mine.data).toEqual(theirs.data);
    const targetGroups = [...loadBalancing.targetGroups.values()];
    const [original, copy] = ['shop-targets', outputs.slug].map((name) =>
      targetGroups.find((group) => group.name === name),
    );
    expect(copy?.healthCheck).toEqual(original?.healthCheck);
    expect(copy?.tags.get('steadfleet:environment')).toContain(`${outputs.slug}/`);
    for (const { tags } of stage.whoAnswers()) expect(tags.get('steadfleet:environment')).toContain(`${outputs.slug}/`);
  });

  it('changes nothing when run again', async () => {
    await stage.bringUp();
    const before = stage.inventory();
    stage.calls.length = 0;
    await stage.bringUp();
    expect(stage.inventory()).toEqual(before);
    expect(stage.calls.filter(({ operation }) => !/^Describe/.test(operation))).toEqual([]);
  });

  it('replaces the machines for a new image, and answers all the while', async () => {
    await stage.bringUp({ machines: '2' });
    const next = stage.addImage('shop-2');
    const emptyMoments: number[] = [];
    const watch = () => {
      if (stage.whoAnswers().length === 0) emptyMoments.push(stage.clock.elapsed());
    };
    stage.world.interceptors.push({ before: watch });
    const { outputs } = await stage.bringUp({ machines: '2', 'image-id': next });
    expect(outputs['image-id']).toBe(next);
    expect(stage.images()).toEqual([next]);
    expect(emptyMoments).toEqual([]);
  });

  it('follows a new number of machines, up and down', async () => {
    await stage.bringUp({ machines: '1' });
    await stage.bringUp({ machines: '3' });
    expect(new Set(stage.whoAnswers().map(({ id }) => id)).size).toBe(3);
    await stage.bringUp({ machines: '1' });
    expect(new Set(stage.whoAnswers().map(({ id }) => id)).size).toBe(1);
  });

  it('fails after its timeout with what the load balancer says, and can be mended by the next push', async () => {
    const bad = stage.addImage('bad');
    stage.machines.behave(bad, { answers: 'never' });
    const failed = await stage.up({ 'image-id': bad, timeout: '5m' });
    expect(failed.problem).toContain('Not done after 300 s');
    expect(failed.problem).toMatch(/0 of 1 machines on ami-\w+ answer their health check: i-\w+ is/);
    await stage.bringUp();
    expect(stage.images()).toEqual([stage.starter.imageId]);
  });

  it('takes a free priority, and the next one when another was faster', async () => {
    const rule = (priority: number) => ({
      ListenerArn: stage.starter.listenerArn,
      Priority: priority,
      Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [`other-${priority}.example.com`] } }],
      Actions: [{ Type: 'forward', TargetGroupArn: stage.starter.targetGroupArn }],
    });
    stage.call('elasticloadbalancing', 'CreateRule', rule(1));
    let raced = false;
    stage.world.interceptors.push({
      before: ({ operation }) => {
        if (operation !== 'CreateRule' || raced) return;
        raced = true;
        stage.call('elasticloadbalancing', 'CreateRule', rule(2));
      },
    });
    await stage.bringUp();
    const { loadBalancing } = stage.region;
    const priorities = [...loadBalancing.listeners.values()].flatMap(({ rules }) =>
      rules.map(({ priority }) => priority),
    );
    expect(priorities.sort()).toEqual([1, 2, 3, 'default']);
  });

  it('is refused to anyone but the owner, before AWS is asked anything', async () => {
    const { problem } = await stage.up({}, 'remote-run/ada/search');
    expect(problem).toContain('"ada" in the branch name belongs to ada');
    expect(stage.calls).toEqual([]);
    expect((await stage.up({ owners: 'ada=Ben' }, 'remote-run/ada/search')).problem).toBe('');
  });

  it('names all inputs that are missing or wrong at once', async () => {
    const { problem } = await stage.up({ mirror: '', domain: '*.example.com', machines: '0', pattern: 'x' });
    for (const name of ['mirror', 'domain', 'machines', 'pattern']) expect(problem).toContain(`Input "${name}"`);
  });

  it.each([
    ['Auto Scaling group', 'autoscaling', 'CreateAutoScalingGroup'],
    ['launch template', 'ec2', 'CreateLaunchTemplate'],
    ['target group', 'elasticloadbalancing', 'CreateTargetGroup'],
  ] as const)('stops at a %s of its name that is not marked, and so does down', async (kind, service, operation) => {
    const { outputs } = await stage.bringUp();
    const made = stage.calls.find((one) => one.operation === operation);
    await stage.down();
    const before = { ...(made?.input as object), Tags: [], TagSpecifications: [] };
    const template = { LaunchTemplateId: stage.starter.launchTemplateId, Version: '1' };
    const groupOnly = kind === 'Auto Scaling group' ? { LaunchTemplate: template, TargetGroupARNs: [] } : {};
    stage.call(service, operation, { ...before, ...groupOnly });
    const strange = stage.inventory();
    for (const { problem } of [await stage.up(), await stage.down()]) {
      expect(problem).toContain(`The ${kind} "${outputs.slug}" has no tag steadfleet:environment`);
    }
    await stage.wait(30_000);
    expect({ ...stage.inventory(), instances: [] }).toEqual({ ...strange, instances: [] });
  });
});

describe('the listener rule', () => {
  it('moves to the new host when the domain changes', async () => {
    await stage.bringUp();
    const old = stage.host;
    await stage.bringUp({ domain: 'test.example.com' });
    expect(stage.images()).toEqual([stage.starter.imageId]);
    const shop = new Set(stage.whoAnswers('shop.example.com').map(({ id }) => id));
    expect(stage.whoAnswers(old).every(({ id }) => shop.has(id))).toBe(true);
    expect((await stage.down()).problem).toBe('');
  });

  it.each(['our host name', 'our target group'])('of somebody else for %s stops up and down', async (what) => {
    const { outputs } = await stage.bringUp();
    const ours = [...stage.region.loadBalancing.targetGroups.values()].find(({ name }) => name === outputs.slug);
    const isHost = what === 'our host name';
    stage.call('elasticloadbalancing', 'CreateRule', {
      ListenerArn: stage.starter.listenerArn,
      Priority: 100,
      Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [isHost ? stage.host : 'x.example.com'] } }],
      Actions: [{ Type: 'forward', TargetGroupArn: isHost ? stage.starter.targetGroupArn : ours?.arn }],
    });
    const before = stage.inventory();
    for (const { problem } of [await stage.up(), await stage.down()]) expect(problem).toContain('The listener rule');
    expect(stage.inventory()).toEqual(before);
  });
});
