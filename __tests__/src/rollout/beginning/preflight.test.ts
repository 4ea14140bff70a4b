import { describe, expect, it } from '@jest/globals';
import { requireFeasible } from '../../../../src/rollout/beginning/preflight.js';
import type { Group } from '../../../../src/rollout/heart/observation.js';
import { ordinaryPlan } from '../../../simulation/strategies.js';

const group: Group = {
  name: 'shop',
  desired: 3,
  min: 1,
  max: 3,
  template: { id: 'lt-1', version: '1' },
  launches: [],
  isFollowing: false,
  zones: [],
  trafficSources: [],
  healthChecks: ['EC2'],
  gracePeriod: 0,
  suspended: [],
};
const none = { machines: 0 };
const one = { machines: 1 };

describe('before anything is changed', () => {
  it.each([
    ['Launch', 'rolling'],
    ['Terminate', 'canary'],
    ['InstanceRefresh', 'instance-refresh'],
  ] as const)('a group that has suspended %s is refused for %s (rule 12)', (process, strategy) => {
    const attempt = () => requireFeasible({ ...group, suspended: [process] }, { ...ordinaryPlan, strategy });
    expect(attempt).toThrow(`has suspended ${process}`);
  });

  it('a group that has suspended AddToLoadBalancer is refused, if it has a load balancer (rule 11)', () => {
    const suspending = { ...group, suspended: ['AddToLoadBalancer'] };
    expect(() => requireFeasible(suspending, ordinaryPlan)).not.toThrow();
    const serving = { ...suspending, trafficSources: [{ type: 'elb', id: 'old-shop' }] } as const;
    expect(() => requireFeasible(serving, ordinaryPlan)).toThrow('has suspended AddToLoadBalancer');
  });

  it('a launch configuration is refused for an instance refresh, which could not go back to it', () => {
    const configured = { ...group, template: { id: 'shop-by-hand', version: '0' } };
    const refresh = { ...ordinaryPlan, strategy: 'instance-refresh' } as const;
    expect(() => requireFeasible(configured, refresh)).toThrow('launch configuration "shop-by-hand"');
    expect(() => requireFeasible(configured, ordinaryPlan)).not.toThrow();
  });

  it('a group that counts in vCPUs or memory has weights, which must be accepted (rule 8)', () => {
    const counting = { ...group, countsIn: 'vcpu' };
    expect(() => requireFeasible(counting, ordinaryPlan)).toThrow(/DesiredCapacityType is vcpu.*accept-weights: true/);
    expect(() => requireFeasible(counting, { ...ordinaryPlan, acceptsWeights: true })).not.toThrow();
    const pair = { ...ordinaryPlan, strategy: 'two-group', acceptsWeights: true } as const;
    expect(() => requireFeasible(counting, pair)).toThrow('or set its DesiredCapacityType to units');
  });

  it('our own loop needs no process of the other engine', () => {
    expect(() => requireFeasible({ ...group, suspended: ['InstanceRefresh'] }, ordinaryPlan)).not.toThrow();
  });

  it('a group at its maximum that may not be raised needs max-unavailable (rule 3)', () => {
    const fixed = { ...ordinaryPlan, raiseMax: false, maxSurge: one };
    expect(() => requireFeasible(group, fixed)).toThrow('max-unavailable: 1');
    expect(() => requireFeasible(group, { ...fixed, maxUnavailable: one })).not.toThrow();
    expect(() => requireFeasible({ ...group, max: 4 }, fixed)).not.toThrow();
    expect(() => requireFeasible(group, { ...fixed, maxSurge: none, raiseMax: true })).not.toThrow();
  });
});
