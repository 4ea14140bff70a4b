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
const withImage = { LaunchTemplate: { Overrides: [{ InstanceType: 'm5.large' as const, ImageId: 'ami-1' }] } };

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

  it('a surge that somebody has forbidden is refused where the share that may be missing comes to no machine', () => {
    const plan = { ...ordinaryPlan, maxSurge: none, maxUnavailable: { percent: 25 } };
    const attempt = (desired: number) => () => requireFeasible({ ...group, desired }, plan);
    expect(attempt(3)).toThrow('has 3 machines, of which "max-unavailable" comes to none, and "max-surge" is 0');
    for (const desired of [0, 4]) expect(attempt(desired)).not.toThrow();
  });

  it('a pause that would come after everything is refused, for nobody would be asked before', () => {
    const plan = { ...ordinaryPlan, waves: [one, { percent: 100 }], soak: 60_000, pauseAfter: 1 };
    expect(() => requireFeasible({ ...group, desired: 2 }, plan)).not.toThrow();
    expect(() => requireFeasible({ ...group, desired: 0 }, plan)).not.toThrow();
    expect(() => requireFeasible({ ...group, desired: 1 }, plan)).toThrow(
      'has 1 machine, and wave 1 of the plan comes',
    );
  });

  it('a launch configuration is refused for an instance refresh, which could not go back to it', () => {
    const configured = { ...group, template: { id: 'shop-by-hand', version: '0' } };
    const refresh = { ...ordinaryPlan, strategy: 'instance-refresh' } as const;
    expect(() => requireFeasible(configured, refresh)).toThrow('launch configuration "shop-by-hand"');
    expect(() => requireFeasible(configured, ordinaryPlan)).not.toThrow();
  });

  it.each([
    ['instance-refresh', 'max-unavailable: 10, or a max-surge, or take the strategy "rolling"'],
    ['replace-root-volume', 'max-unavailable: 10, or take the strategy "rolling"'],
  ] as const)('a machine of a thousand is no share that AWS could take out by %s', (strategy, remedy) => {
    const large = { ...group, desired: 1000, policy: withImage };
    const plan = { ...ordinaryPlan, strategy, maxSurge: none };
    expect(() => requireFeasible(large, { ...plan, maxUnavailable: one })).toThrow(remedy);
    expect(() => requireFeasible(large, { ...plan, maxUnavailable: { machines: 10 } })).not.toThrow();
    expect(() => requireFeasible({ ...large, desired: 100 }, { ...plan, maxUnavailable: one })).not.toThrow();
    expect(() => requireFeasible({ ...large, desired: 0 }, { ...plan, maxUnavailable: one })).not.toThrow();
  });

  it('a surge beside it is room for a refresh, but not for machines that stay', () => {
    const large = { ...group, desired: 1000, policy: withImage };
    const plan = { ...ordinaryPlan, maxSurge: one, maxUnavailable: one };
    expect(() => requireFeasible(large, { ...plan, strategy: 'instance-refresh' })).not.toThrow();
    expect(() => requireFeasible(large, { ...plan, strategy: 'replace-root-volume' })).toThrow('max-unavailable: 10');
    const quarterOfTwo = { ...plan, strategy: 'replace-root-volume', maxUnavailable: { percent: 25 } } as const;
    expect(() => requireFeasible({ ...large, desired: 2 }, quarterOfTwo)).toThrow('max-unavailable: 1,');
  });

  it.each([
    ['elbv2', ['EC2'], 'health check type EC2', 'type to ELB, or'],
    ['elb', ['EBS'], 'health check type EBS', 'type to EBS,ELB, or'],
    ['vpc-lattice', ['ELB'], 'health check type ELB', 'type to ELB,VPC_LATTICE, or'],
  ] as const)(
    'AWS must ask %s, with or without a gate: it moves on once a machine runs',
    (type, found, what, remedy) => {
      const serving = { ...group, policy: withImage, trafficSources: [{ type, id: 'shop' }], healthChecks: found };
      const gate = { kind: 'path', path: '/health', port: 80, timeout: 60_000 } as const;
      for (const strategy of ['instance-refresh', 'replace-root-volume'] as const) {
        const plan = { ...ordinaryPlan, strategy, maxUnavailable: one, gate };
        const attempt = (given: Group) => () => requireFeasible(given, plan);
        expect(attempt(serving)).toThrow(what);
        expect(attempt(serving)).toThrow(remedy);
        expect(attempt({ ...serving, healthChecks: ['ELB', 'VPC_LATTICE'] })).not.toThrow();
        expect(attempt({ ...serving, trafficSources: [] })).not.toThrow();
      }
      expect(() => requireFeasible(serving, ordinaryPlan)).not.toThrow();
    },
  );

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
  });
});
