import type { RunInstancesCommandOutput } from '@aws-sdk/client-ec2';
import { type Process, processes } from '../world/auto-scaling/group.js';
import { ask, defineFault, type FaultSite, groupOf, inService, pick, whole } from './world-fault.js';

/** A person changes the group's sizes by hand, for good. */
export const sizesChanged = defineFault<{ by: number }>({
  draw: (random) => ({ by: pick([-2, -1, 1, 2, 3], random) }),
  says: ({ by }) => `a person sets desired to ${Math.abs(by)} ${by < 0 ? 'less' : 'more'}, and the bounds with it`,
  strike: (site, { by }) => {
    const group = groupOf(site);
    if (!group) return undefined;
    const desired = Math.max(1, group.desired + by);
    const sizes = { MinSize: Math.min(group.minSize, desired), MaxSize: Math.max(group.maxSize, desired) };
    askGroup(site, 'UpdateAutoScalingGroup', { ...sizes, DesiredCapacity: desired });
    return undefined;
  },
});

/** A person suspends processes of the group, and resumes them later. */
export const processesSuspended = defineFault<{ names: readonly Process[]; seconds: number }>({
  draw: (random) => ({ names: [pick(processes, random), pick(processes, random)], seconds: whole(60, 900, random) }),
  says: ({ names, seconds }) => `a person suspends ${[...new Set(names)].join(' and ')} for ${seconds} s`,
  lasts: ({ seconds }) => seconds,
  strike: (site, { names }) => {
    const fresh = [...new Set(names)].filter((name) => !groupOf(site)?.suspended.has(name));
    // An empty list would mean all of them (Auto Scaling API, SuspendProcesses).
    if (fresh.length === 0) return undefined;
    askGroup(site, 'SuspendProcesses', { ScalingProcesses: fresh });
    return () => askGroup(site, 'ResumeProcesses', { ScalingProcesses: fresh });
  },
});

/** A person launches a machine like the group's oldest, and attaches it once it runs. */
export const instanceAttached = defineFault<object>({
  draw: () => ({}),
  says: () => 'a person launches a machine like the oldest one and attaches it to the group',
  strike: (site) => {
    const [oldest] = [...(groupOf(site)?.members.values() ?? [])];
    if (!oldest) return undefined;
    const { imageId, instanceType, subnetId } = oldest.instance;
    const input = { ImageId: imageId, InstanceType: instanceType, SubnetId: subnetId, MinCount: 1, MaxCount: 1 };
    const id = ask<RunInstancesCommandOutput>(site, 'ec2', 'RunInstances', input)?.Instances?.[0]?.InstanceId;
    if (!id) return undefined;
    let isAttached = false;
    site.region.ec2.onStateChange((instance) => {
      if (instance.id !== id || instance.state !== 'running' || isAttached) return;
      isAttached = true;
      askGroup(site, 'AttachInstances', { InstanceIds: [id] });
    });
    return undefined;
  },
});

/** A person takes a machine out of the group and lets it run on. */
export const instanceDetached = defineFault<{ isDecremented: boolean }>({
  draw: (random) => ({ isDecremented: random.next() < 0.5 }),
  says: ({ isDecremented }) =>
    `a person detaches a machine in service, ${isDecremented ? 'and desired falls by one' : 'and another shall come for it'}`,
  strike: (site, { isDecremented }) => {
    const ids = inService(site);
    if (ids.length === 0) return undefined;
    const input = { InstanceIds: [pick(ids, site.random)], ShouldDecrementDesiredCapacity: isDecremented };
    askGroup(site, 'DetachInstances', input);
    return undefined;
  },
});

/** Somebody puts a launch hook that nobody completes: every launch waits for its time-out, which is an hour if nobody says so. */
export const hookNeverCompleted = defineFault<{ heartbeat: number; result: 'CONTINUE' | 'ABANDON' }>({
  draw: (random) => ({
    heartbeat: pick([60, 120, 300, 3_600], random),
    result: pick(['CONTINUE', 'ABANDON'] as const, random),
  }),
  says: ({ heartbeat, result }) =>
    `somebody puts a launch hook that nobody completes: after ${heartbeat} s the result is ${result}`,
  strike: (site, { heartbeat, result }) => {
    const LifecycleHookName = 'never-completed';
    askGroup(site, 'PutLifecycleHook', {
      LifecycleHookName,
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
      HeartbeatTimeout: heartbeat,
      DefaultResult: result,
    });
    return () => askGroup(site, 'DeleteLifecycleHook', { LifecycleHookName });
  },
});

/** A scheduled action sets the group's size. */
export const scheduledAction = defineFault<{ after: number; by: number }>({
  draw: (random) => ({ after: whole(30, 600, random), by: pick([-2, -1, 1, 2], random) }),
  says: ({ after, by }) =>
    `a scheduled action, ${after} s later, sets desired to ${Math.abs(by)} ${by < 0 ? 'less' : 'more'} than now`,
  strike: (site, { after, by }) => {
    const group = groupOf(site);
    if (!group) return undefined;
    const desired = Math.max(1, group.desired + by);
    askGroup(site, 'PutScheduledUpdateGroupAction', {
      ScheduledActionName: `at-${after}`,
      StartTime: new Date(site.region.world.clock.now() + after * 1000),
      MinSize: Math.min(group.minSize, desired),
      MaxSize: Math.max(group.maxSize, desired),
      DesiredCapacity: desired,
    });
    return undefined;
  },
});

/** The group has a target tracking policy, and its users become more or fewer. */
export const trafficChange = defineFault<{ factor: number; seconds: number }>({
  applies: ({ traffic }) => traffic !== undefined,
  draw: (random) => ({ factor: pick([0.25, 0.5, 2, 4], random), seconds: whole(600, 2400, random) }),
  says: ({ factor, seconds }) => `users become ${factor} times as many for ${seconds} s, and target tracking follows`,
  lasts: ({ seconds }) => seconds,
  strike: (site, { factor }) => {
    const { traffic } = site;
    if (!traffic) return undefined;
    const before = traffic.rate;
    const name = 'follow-the-users';
    askGroup(site, 'PutScalingPolicy', {
      PolicyName: name,
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingConfiguration: {
        TargetValue: 50,
        PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
      },
    });
    traffic.setRate(before * factor);
    return () => {
      traffic.setRate(before);
      askGroup(site, 'DeletePolicy', { PolicyName: name });
    };
  },
});

function askGroup(site: FaultSite, operation: string, input: object): void {
  ask(site, 'autoscaling', operation, { AutoScalingGroupName: site.groupName, ...input });
}
