import type { DescribeAutoScalingGroupsCommandOutput } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { codeOf, starter } from '../starter.js';

describe('a group', () => {
  it('brings its machines into service and its targets to health', () => {
    const { ids, instances, target, seconds } = starter();
    seconds(10);
    expect(instances('InService')).toHaveLength(4);
    expect(ids().map((id) => target(id))).toEqual(Array(4).fill({ State: 'healthy' }));
  });

  it('shows the version number that each machine was launched with', () => {
    const { instances, seconds } = starter({ templateVersion: '$Latest' });
    seconds(10);
    expect(instances().map(({ LaunchTemplate }) => LaunchTemplate?.Version)).toEqual(['1', '1', '1', '1']);
  });

  it('launches from a new version once it points there, and leaves running machines alone', () => {
    const { autoscaling, call, here, images, instances, names, seconds } = starter();
    seconds(10);
    const image = here.ec2.addImage({ name: 'shop-2' });
    call('ec2', 'CreateLaunchTemplateVersion', {
      LaunchTemplateId: names.launchTemplateId,
      SourceVersion: '1',
      LaunchTemplateData: { ImageId: image.id },
    });
    autoscaling('UpdateAutoScalingGroup', {
      LaunchTemplate: { LaunchTemplateId: names.launchTemplateId, Version: '2' },
    });
    autoscaling('SetDesiredCapacity', { DesiredCapacity: 5 });
    seconds(10);
    expect(instances().map(({ LaunchTemplate }) => LaunchTemplate?.Version)).toEqual(['1', '1', '1', '1', '2']);
    expect(images()).toEqual([...Array(4).fill(names.imageId), image.id]);
  });

  it('spreads its machines over its zones', () => {
    const { instances, seconds } = starter({ machines: 6 });
    seconds(10);
    const zones = instances().map(({ AvailabilityZone = '' }) => AvailabilityZone.slice(-1));
    expect(zones.sort().join('')).toBe('aabbcc');
  });

  it('tags its machines with its own name, the template and what propagates', () => {
    const { autoscaling, here, ids, names, seconds } = starter();
    autoscaling('CreateOrUpdateTags', {
      AutoScalingGroupName: undefined,
      Tags: [
        { ResourceId: 'shop', ResourceType: 'auto-scaling-group', Key: 'team', Value: 'blue', PropagateAtLaunch: true },
        { ResourceId: 'shop', ResourceType: 'auto-scaling-group', Key: 'mine', Value: 'x', PropagateAtLaunch: false },
      ],
    });
    seconds(10);
    expect(Object.fromEntries(here.ec2.instances.get(ids()[0] ?? '')?.tags ?? [])).toEqual({
      Name: 'shop',
      team: 'blue',
      'aws:autoscaling:groupName': 'shop',
      'aws:ec2launchtemplate:id': names.launchTemplateId,
      'aws:ec2launchtemplate:version': '1',
    });
  });

  it('is found by name and by tag, page by page', () => {
    const { call, names } = starter();
    for (const name of ['a', 'b', 'c']) {
      call('autoscaling', 'CreateAutoScalingGroup', {
        AutoScalingGroupName: name,
        LaunchTemplate: { LaunchTemplateName: names.launchTemplateName },
        MinSize: 0,
        MaxSize: 1,
        VPCZoneIdentifier: names.subnetIds[0],
        Tags: [{ Key: 'kind', Value: name === 'b' ? 'odd' : 'even' }],
      });
    }
    const find = (input: object) => {
      const output = call<DescribeAutoScalingGroupsCommandOutput>('autoscaling', 'DescribeAutoScalingGroups', input);
      return { names: output.AutoScalingGroups?.map((one) => one.AutoScalingGroupName), next: output.NextToken };
    };
    expect(find({ AutoScalingGroupNames: ['c', 'nobody'] }).names).toEqual(['c']);
    expect(find({ Filters: [{ Name: 'tag:kind', Values: ['even'] }] }).names).toEqual(['a', 'c']);
    const first = find({ MaxRecords: 3 });
    expect(first.names).toEqual(['a', 'b', 'c']);
    expect(find({ MaxRecords: 3, NextToken: first.next })).toEqual({ names: ['shop'], next: undefined });
  });

  it('is refused a name twice, a template version that is not there, and sizes that do not fit', () => {
    const { autoscaling, call, names } = starter();
    const create = (change: object) => () =>
      call('autoscaling', 'CreateAutoScalingGroup', {
        AutoScalingGroupName: 'other',
        LaunchTemplate: { LaunchTemplateId: names.launchTemplateId },
        MinSize: 1,
        MaxSize: 2,
        VPCZoneIdentifier: names.subnetIds[0],
        ...change,
      });
    expect(codeOf(create({ AutoScalingGroupName: 'shop' }))).toBe('AlreadyExists');
    expect(create({ MinSize: 3 })).toThrow('Max bound, 2, must be greater than or equal to min bound, 3');
    expect(create({ DesiredCapacity: 5 })).toThrow(
      'Desired capacity:5 must be between the specified min size:1 and max size:2',
    );
    const missing = { LaunchTemplate: { LaunchTemplateId: names.launchTemplateId, Version: '77' } };
    expect(create(missing)).toThrow(/^You must use a valid fully-formed launch template\./);
    expect(() => autoscaling('UpdateAutoScalingGroup', missing)).toThrow(/valid fully-formed launch template/);
  });

  it('refuses a desired capacity beyond its bounds, in the words of AWS', () => {
    const { autoscaling } = starter({ machines: 2, minSize: 1, maxSize: 3 });
    const set = (count: number) => () => autoscaling('SetDesiredCapacity', { DesiredCapacity: count });
    expect(set(4)).toThrow('New SetDesiredCapacity value 4 is above max value 3 for the AutoScalingGroup.');
    expect(set(0)).toThrow('New SetDesiredCapacity value 0 is below min value 1 for the AutoScalingGroup.');
  });

  it('lets desired follow a new minimum or maximum', () => {
    const { autoscaling, group } = starter({ machines: 2, minSize: 1, maxSize: 4 });
    autoscaling('UpdateAutoScalingGroup', { MinSize: 3 });
    expect(group().DesiredCapacity).toBe(3);
    autoscaling('UpdateAutoScalingGroup', { MinSize: 1, MaxSize: 2 });
    expect(group().DesiredCapacity).toBe(2);
  });

  it('changes nothing when an update is refused', () => {
    const { autoscaling, group } = starter({ machines: 2, minSize: 1, maxSize: 4 });
    expect(codeOf(() => autoscaling('UpdateAutoScalingGroup', { MinSize: 3, DesiredCapacity: 9 }))).toBe(
      'ValidationError',
    );
    expect(group()).toMatchObject({ MinSize: 1, MaxSize: 4, DesiredCapacity: 2 });
  });

  it('is deleted only when empty, or by force with its machines', () => {
    const { autoscaling, call, here, ids, seconds } = starter();
    seconds(10);
    const machines = ids();
    expect(codeOf(() => autoscaling('DeleteAutoScalingGroup', {}))).toBe('ResourceInUse');
    autoscaling('DeleteAutoScalingGroup', { ForceDelete: true });
    seconds(1);
    expect(call('autoscaling', 'DescribeAutoScalingGroups', {})).toMatchObject({ AutoScalingGroups: [] });
    expect(machines.map((id) => here.ec2.instances.get(id)?.state)).toEqual(Array(4).fill('terminated'));
  });

  it('leaves no event behind once nothing changes, so that virtual time flies', () => {
    const { clock, seconds, world } = starter();
    seconds(200);
    const before = world.log.events.length;
    const scheduled = countSchedules(clock);
    seconds(7 * 24 * 3600);
    expect(world.log.events).toHaveLength(before);
    expect(scheduled.count).toBe(0);
  });
});

/** Counts what is scheduled from now on. */
function countSchedules(clock: { schedule(delay: number, event: () => void): () => void }) {
  const counter = { count: 0 };
  const original = clock.schedule.bind(clock);
  clock.schedule = (delay, event) => {
    counter.count++;
    return original(delay, event);
  };
  return counter;
}
