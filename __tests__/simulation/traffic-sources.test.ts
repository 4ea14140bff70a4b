import { describe, expect, it } from '@jest/globals';
import { Traffic } from '../../sandbox/world/traffic.js';
import type { ServiceName } from '../../sandbox/world/world.js';
import { attachClassic, attachLattice, attachTargetGroup } from './attach-sources.js';
import { auditEnd } from './invariants/ends.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const minute = 60_000;

/** A rollout, with how many machines at least were healthy in all of the group's sources while it lasted. */
class Watched {
  readonly rollout: SimulatedRollout;
  readonly users: Traffic[] = [];
  least = Number.POSITIVE_INFINITY;

  constructor(settings: Partial<SimulationSettings> = {}) {
    const plan = { waves: [{ machines: 1 }, { percent: 100 }], soak: minute, progressDeadline: 20 * minute };
    this.rollout = new SimulatedRollout({ seed: 6, plan, ...settings });
  }

  call<Output>(service: ServiceName, operation: string, input: object): Output {
    return this.rollout.world.call({ service, operation, input, region: this.rollout.region.name }) as Output;
  }

  attachClassic(): void {
    this.send(attachClassic(this.rollout));
  }

  attachLattice(): void {
    this.send(attachLattice(this.rollout));
  }

  send(listenerArn: string): void {
    const { region, machines } = this.rollout;
    this.users.push(new Traffic(region, machines, { listenerArn, rate: 100 }));
  }

  async rollOut(outcome: 'succeeded' | 'rolled-back') {
    const { rollout } = this;
    rollout.world.log.onEvent(() => this.#count());
    const { deployment, step } = rollout.runner();
    const end = await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    expect(end).toMatchObject({ outcome });
    auditEnd(rollout.auditor, end);
    const hasSources = rollout.region.autoScaling.group(rollout.starter.groupName).targetGroupArns.size > 0;
    // Without any, the auditor sees nobody serve.
    const isMeant = ({ invariant }: { readonly invariant: string }) => hasSources || invariant !== 'E5';
    expect(rollout.auditor.violations.filter(isMeant)).toEqual([]);
    expect([rollout.traffic, ...this.users].map(({ failed }) => failed)).toEqual([0, ...this.users.map(() => 0)]);
    const wanted = outcome === 'succeeded' ? rollout.newImageId : rollout.starter.imageId;
    expect(rollout.imagesInService()).toEqual([wanted]);
    return step;
  }

  #count(): void {
    const { region, starter } = this.rollout;
    const group = region.autoScaling.group(starter.groupName);
    const inUse = [...group.targetGroupArns].filter((arn) => {
      const { loadBalancerArns } = region.loadBalancing.targetGroups.get(arn) ?? {};
      return (loadBalancerArns?.size ?? 0) > 0;
    });
    const serving = [...group.members.keys()].filter((id) =>
      inUse.every((arn) => region.loadBalancing.healthOf(arn, id)?.state === 'healthy'),
    );
    this.least = Math.min(this.least, serving.length);
  }
}

const sources = {
  'a Classic Load Balancer': (watched: Watched) => watched.attachClassic(),
  'VPC Lattice': (watched: Watched) => watched.attachLattice(),
  both: (watched: Watched) => {
    watched.attachClassic();
    watched.attachLattice();
  },
};

describe.each(Object.entries(sources))('a group behind its target group and %s', (_, attach) => {
  it.each(['succeeded', 'rolled-back'] as const)('never has fewer machines that serve in each: %s', async (outcome) => {
    const watched = new Watched(outcome === 'rolled-back' ? { newImage: { answers: 'never' } } : {});
    attach(watched);
    await watched.rollOut(outcome);
    expect(watched.least).toBe(4);
  });
});

describe('a second target group that finds most machines of a group sick', () => {
  /** What is on its port is broken in all of the old machines but one, and in the new ones if their image is no better. */
  const begin = (isMended: boolean) => {
    const watched = new Watched({ machines: 8, healthCheckType: 'EC2' });
    const { rollout } = watched;
    const [wellOld] = rollout.group().Instances ?? [];
    const probe = rollout.machines.probe.bind(rollout.machines);
    rollout.machines.probe = (instance, place, done) => {
      const isWell = instance.id === wellOld?.InstanceId || (isMended && instance.imageId === rollout.newImageId);
      if (place.port !== 9090 || isWell) probe(instance, place, done);
      else done({ healthy: false, reason: 'Target.FailedHealthChecks', description: 'Health checks failed' });
    };
    attachTargetGroup(rollout, 9090);
    return rollout;
  };

  /** How many machines at least were healthy in the first one, whose users need all of them. */
  const watchLeast = ({ world, region, starter }: SimulatedRollout) => {
    const seen = { least: Number.POSITIVE_INFINITY };
    world.log.onEvent(() => {
      const ids = [...region.autoScaling.group(starter.groupName).members.keys()];
      const healthOf = (id: string) => region.loadBalancing.healthOf(starter.targetGroupArn, id)?.state;
      seen.least = Math.min(seen.least, ids.filter((id) => healthOf(id) === 'healthy').length);
    });
    return seen;
  };

  it.each([
    ['mends that', true, 'succeeded'],
    ['does not, and goes', false, 'needs-attention'],
  ] as const)('costs the first none of its machines, where the new image %s', async (_, isMended, outcome) => {
    const rollout = begin(isMended);
    const seen = watchLeast(rollout);
    expect(await rollout.rollOut()).toMatchObject({ outcome });
    expect(seen.least).toBe(8);
    expect(rollout.traffic.failed).toBe(0);
    expect(rollout.imagesInService()).toEqual([isMended ? rollout.newImageId : rollout.starter.imageId]);
  });
});

describe('a group', () => {
  it('behind a Classic Load Balancer alone is rolled out by what that says', async () => {
    const watched = new Watched();
    const { targetGroupArn, groupName } = watched.rollout.starter;
    watched.attachClassic();
    const TargetGroupARNs = [targetGroupArn];
    watched.rollout.traffic.setRate(0);
    watched.call('autoscaling', 'DetachLoadBalancerTargetGroups', { AutoScalingGroupName: groupName, TargetGroupARNs });
    watched.rollout.clock.advance(minute);
    await watched.rollOut('succeeded');
    expect(watched.least).toBe(4);
    const asked = watched.rollout.calls.map(({ operation }) => operation);
    expect(asked).toContain('DescribeInstanceHealth');
    expect(asked).not.toContain('DescribeTargetHealth');
  });

  it('without any traffic source is rolled out by the health of its machines', async () => {
    const watched = new Watched({ groupInput: () => ({ TargetGroupARNs: [], HealthCheckType: 'EC2' }) });
    watched.rollout.traffic.setRate(0);
    const step = await watched.rollOut('succeeded');
    expect(step.linesAt('warning')).toEqual([]);
  });

  it('is not held up by a source that nothing forwards to', async () => {
    const watched = new Watched();
    attachLattice(watched.rollout, false);
    await watched.rollOut('succeeded');
  });

  it('that adds no new machine to its load balancer is refused before anything is changed', async () => {
    const { rollout } = new Watched();
    const order = { AutoScalingGroupName: rollout.starter.groupName, ScalingProcesses: ['AddToLoadBalancer'] };
    rollout.askTruth('SuspendProcesses', order);
    await expect(rollout.rollOut()).rejects.toThrow('has suspended AddToLoadBalancer');
    expect(rollout.calls.filter(({ operation }) => !/^(Describe|Get|List)/.test(operation))).toEqual([]);
  });

  it('that does not listen to its load balancer is warned about once', async () => {
    const watched = new Watched({ healthCheckType: 'EC2' });
    const step = await watched.rollOut('succeeded');
    expect(step.linesAt('warning')).toEqual([expect.stringContaining('has health check type EC2')]);
  });
});
