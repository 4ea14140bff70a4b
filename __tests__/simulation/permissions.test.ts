import type { CreateRuleCommandOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from '@jest/globals';
import type { PairNames } from '../../src/rollout/two-group/find-sides.js';
import { listedPermissions, permissionsBySid, permissionsFor } from '../doubles/listed-permissions.js';
import { attachClassic, attachLattice } from './attach-sources.js';
import { dryRunOf, idleTwinOf } from './dry-run-stage.js';
import { kindOf } from './kinds.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';

const begin = (settings: Partial<SimulationSettings> = {}) => new SimulatedRollout({ seed: 1, ...settings });

it('rolling-deploy asks for exactly the permissions that it always uses', async () => {
  const rollouts = [
    begin({ hidesImages: true, plan: { suspend: ['AZRebalance'] } }),
    begin({ seed: 2, maxSize: 4 }),
    begin({ seed: 3, newImage: { answers: 'never' } }),
    begin({ groupInput: partlySpot }),
  ];
  for (const rollout of rollouts) {
    await dryRunOf(rollout);
    await rollout.rollOut();
  }
  await fillLedger(rollouts[1] as SimulatedRollout);
  expect(permissionsFor(rollouts.flatMap(({ calls }) => calls))).toEqual(listedPermissions('rolling-deploy'));
});

/** LaunchInstances does not serve such a group. */
const partlySpot: NonNullable<SimulationSettings['groupInput']> = ({ launchTemplateId }) => ({
  LaunchTemplate: undefined,
  MixedInstancesPolicy: {
    LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: launchTemplateId, Version: '1' } },
    InstancesDistribution: { OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 50 },
  },
});

/** So many releases have been kept that the next one takes an old one out. */
async function fillLedger(rollout: SimulatedRollout): Promise<void> {
  const parameter = (number: number) => `/steadfleet/shop/${String(number).padStart(6, '0')}`;
  const systemsManager = <Output>(operation: string, input: object) =>
    rollout.world.call({ service: 'ssm', operation, input, region: rollout.region.name }) as Output;
  const { Parameter } = systemsManager<{ Parameter: { Value: string } }>('GetParameter', { Name: parameter(1) });
  for (let number = 2; number <= 51; number++) {
    const Value = JSON.stringify({ ...JSON.parse(Parameter.Value), number });
    systemsManager('PutParameter', { Name: parameter(number), Type: 'String', Value });
  }
  const imageId = rollout.addImage('newer');
  await rollout.clock.run(rollout.runner().deployment.run({ imageId }, () => undefined));
}

/** The job is cancelled as soon as machines are on their way to our hook. */
async function cancelledOnLaunch(rollout: SimulatedRollout): Promise<void> {
  const { clock, calls, newImageId } = rollout;
  const { step, deployment } = rollout.runner();
  const cancelOnLaunch = (): void => {
    if (calls.some(({ operation }) => operation === 'LaunchInstances')) step.cancel();
    else clock.schedule(1_000, cancelOnLaunch);
  };
  cancelOnLaunch();
  let number = 0;
  const keep = (claimed: number) => {
    number = claimed;
  };
  await clock.run(deployment.run({ imageId: newImageId }, keep));
  await clock.run(rollout.deploymentOf(step.post()).cleanUp(number));
}

/** A rollout of each kind that needs more, by the statement of the policy that lists what. */
const kinds: Readonly<Record<string, () => Promise<readonly SimulatedRollout[]>>> = {
  async Alarms() {
    const rollout = begin();
    const threshold = { Threshold: 1, ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1 } as const;
    const metric = { MetricName: 'errors', Namespace: 'shop', Statistic: 'Sum', Period: 60 } as const;
    rollout.region.cloudWatch.put({
      ...{ AlarmName: 'errors', ...metric, ...threshold, Tags: [{ Key: 'service', Value: 'shop' }] },
    });
    const alarms = { tags: { service: 'shop' }, acceptsAlarm: false };
    const deployment = rollout.deploymentOf(rollout.runner().step, 'run', undefined, { alarms });
    await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
    return [rollout];
  },
  async Gates() {
    const gate = { kind: 'command', command: 'true', timeout: 60_000 } as const;
    const settings = { plan: { gate, releaseCommand: 'true' } };
    const whole = await rolled(begin(settings));
    // One that is killed once it has sent the release command: the next looks for that.
    const killed = begin(settings);
    const [, call = 0] = [...whole.calls.keys()].filter((one) => whole.calls[one]?.operation === 'SendCommand');
    await killed.rollOut({ call, when: 'after' });
    const cancelled = begin(settings);
    await cancelledOnLaunch(cancelled);
    return [whole, killed, cancelled];
  },
  async LaunchHooks() {
    const rollout = begin();
    rollout.askTruth('PutLifecycleHook', {
      AutoScalingGroupName: rollout.starter.groupName,
      LifecycleHookName: 'never-completed',
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
    });
    return [await rolled(rollout)];
  },
  async KeptPredecessors() {
    const rollout = begin({ plan: { strategy: 'blue-green', maxSurge: { percent: 100 }, keepPrevious: 3_600_000 } });
    await rolled(rollout);
    expect(await rollout.clock.run(rollout.runner().deployment.undo(() => undefined))).toMatchObject({
      outcome: 'succeeded',
    });
    return [rollout];
  },
  async ImageParameters() {
    const rollout = begin();
    const input = { Name: '/images/shop', Type: 'String', Value: rollout.newImageId };
    rollout.world.call({ service: 'ssm', operation: 'PutParameter', input, region: rollout.region.name });
    await rollout.clock.run(rollout.runner().deployment.run({ parameter: '/images/shop' }, () => undefined));
    return [rollout];
  },
  async LaunchConfigurations() {
    const rollout = begin({
      newImage: { answers: 'never' },
      groupInput: ({ imageId: ImageId, call }) => {
        const LaunchConfigurationName = 'shop-by-hand';
        call('autoscaling', 'CreateLaunchConfiguration', {
          LaunchConfigurationName,
          ImageId,
          InstanceType: 't3.micro',
        });
        return { LaunchTemplate: undefined, LaunchConfigurationName };
      },
    });
    return [await rolled(rollout)];
  },
  async WarmPools() {
    const rollout = begin();
    rollout.askTruth('PutWarmPool', { AutoScalingGroupName: rollout.starter.groupName, MinSize: 1 });
    rollout.clock.advance(600_000);
    return [await rolled(rollout)];
  },
  async ClassicLoadBalancers() {
    const rollout = begin();
    attachClassic(rollout);
    return [await rolled(rollout)];
  },
  async Lattice() {
    const rollout = begin();
    attachLattice(rollout);
    return [await rolled(rollout)];
  },
  async TwoGroups() {
    const rollout = begin({ minSize: 2, maxSize: 8 });
    putStepPolicy(rollout);
    const ofRule = begin({ minSize: 2, maxSize: 8 });
    await shift(rollout, idleTwinOf(rollout));
    await shift(ofRule, { ...idleTwinOf(ofRule), rule: addRule(ofRule) });
    return [rollout, ofRule];
  },
  async OtherLocks() {
    const rollout = begin();
    const { cloudFormation, codeDeploy } = rollout.region;
    cloudFormation.adopt(rollout.starter.groupName, 'shop');
    codeDeploy.begin({ application: 'other', deploymentGroup: 'prod', autoScalingGroups: ['other'] });
    return [await rolled(rollout)];
  },
  async InstanceRefresh() {
    const plan = { strategy: 'instance-refresh' } as const;
    const rootVolumes = { strategy: 'replace-root-volume', maxUnavailable: { machines: 1 } } as const;
    const { groupInput } = kindOf('overrides with images of their own');
    return [
      await rolled(begin({ plan })),
      await rolled(begin({ plan, newImage: { answers: 'never' } })),
      await rolled(begin({ plan: rootVolumes, ...(groupInput && { groupInput }) })),
    ];
  },
};

/** A policy that an alarm starts: whose requests that watches, only CloudWatch tells. */
function putStepPolicy(rollout: SimulatedRollout): void {
  const { starter, region } = rollout;
  const steps = { AdjustmentType: 'ChangeInCapacity', StepAdjustments: [{ ScalingAdjustment: 1 }] };
  const policy = { AutoScalingGroupName: starter.groupName, PolicyName: 'steps', PolicyType: 'StepScaling' };
  const { PolicyARN } = rollout.askTruth<{ PolicyARN: string }>('PutScalingPolicy', { ...policy, ...steps });
  const threshold = { Threshold: 1, ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1 } as const;
  region.cloudWatch.put({ AlarmName: 'busy', AlarmActions: [PolicyARN], ...threshold });
}

/** A rule in place of the listener's default one, by which nobody gets anything any more. */
function addRule({ world, starter, region }: SimulatedRollout): string {
  const Actions = [{ Type: 'forward', TargetGroupArn: starter.targetGroupArn }];
  const Conditions = [{ Field: 'path-pattern', Values: ['/*'] }];
  const input = { ListenerArn: starter.listenerArn, Priority: 1, Conditions, Actions };
  const call = { service: 'elasticloadbalancing', region: region.name } as const;
  const made = world.call({ ...call, operation: 'CreateRule', input });
  const nothing = [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }];
  const others = { ListenerArn: starter.listenerArn, DefaultActions: nothing };
  world.call({ ...call, operation: 'ModifyListener', input: others });
  return (made as CreateRuleCommandOutput).Rules?.[0]?.RuleArn ?? '';
}

async function shift(rollout: SimulatedRollout, pair: PairNames): Promise<void> {
  const plan = { strategy: 'two-group', soak: 30_000 } as const;
  const deployment = rollout.deploymentOf(rollout.runner().step, 'two groups', undefined, { pair, plan });
  await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
}

async function rolled(rollout: SimulatedRollout): Promise<SimulatedRollout> {
  await rollout.rollOut();
  return rollout;
}

describe('rolling-deploy asks for exactly the further permissions of', () => {
  it.each(Object.entries(kinds))('%s', async (sid, play) => {
    const always = new Set(listedPermissions('rolling-deploy'));
    const used = permissionsFor((await play()).flatMap(({ calls }) => calls));
    expect(used.filter((permission) => !always.has(permission))).toEqual(permissionsBySid('rolling-deploy').get(sid));
  });
});
