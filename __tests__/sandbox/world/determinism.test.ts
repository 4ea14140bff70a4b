import { describe, expect, it } from '@jest/globals';
import { profiles } from '../../../sandbox/world/profile.js';
import { Traffic } from '../../../sandbox/world/traffic.js';
import { starter } from './starter.js';

/** Scales out and in, fails health checks, waits for a hook, and returns the proof of what happened. */
function scenario(seed: number): { hash: string; served: number; ids: string[] } {
  const world = starter({ seed, profile: profiles.realistic, minSize: 2, maxSize: 8, gracePeriod: 0 });
  const { autoscaling, here, ids, machines, names, seconds } = world;
  seconds(300);
  const traffic = new Traffic(here, machines, { listenerArn: names.listenerArn, rate: 50 });
  autoscaling('SetDesiredCapacity', { DesiredCapacity: 6 });
  seconds(300);
  machines.setAnswering(ids()[1] ?? '', false);
  seconds(300);
  const hook = { LifecycleHookName: 'gate', LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING' };
  autoscaling('PutLifecycleHook', { ...hook, HeartbeatTimeout: 60, DefaultResult: 'ABANDON' });
  autoscaling('SetDesiredCapacity', { DesiredCapacity: 8 });
  seconds(300);
  autoscaling('DeleteLifecycleHook', { LifecycleHookName: 'gate' });
  autoscaling('SetDesiredCapacity', { DesiredCapacity: 3 });
  seconds(600);
  return { hash: world.world.log.hash(), served: traffic.served, ids: ids() };
}

/** A refresh, a warm pool and target tracking at once. */
function livelyScenario(seed: number): string {
  const world = starter({ seed, profile: profiles.realistic, minSize: 2, maxSize: 8, gracePeriod: 120 });
  const { autoscaling, here, machines, names, seconds } = world;
  seconds(300);
  const traffic = new Traffic(here, machines, { listenerArn: names.listenerArn, rate: 300 });
  autoscaling('PutWarmPool', { MinSize: 1 });
  autoscaling('PutScalingPolicy', {
    PolicyName: 'processors',
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingConfiguration: {
      TargetValue: 50,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    },
  });
  autoscaling('StartInstanceRefresh', { Preferences: { MinHealthyPercentage: 100, MaxHealthyPercentage: 150 } });
  seconds(1800);
  traffic.setRate(50);
  seconds(3600);
  return world.world.log.hash();
}

describe('a world', () => {
  it('has the same history twice with a refresh, a warm pool and policies that scale', () => {
    expect(livelyScenario(1)).toBe(livelyScenario(1));
    expect(livelyScenario(1)).not.toBe(livelyScenario(2));
  });

  it.each([1, 2, 3])('has the same history twice with seed %i', (seed) => {
    expect(scenario(seed)).toEqual(scenario(seed));
  });

  it('has another history with another seed', () => {
    const hashes = [1, 2, 3, 4, 5].map((seed) => scenario(seed).hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
