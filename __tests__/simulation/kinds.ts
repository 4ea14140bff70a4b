import type { StarterSettings } from '../../sandbox/world/starter-world.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { attachClassic } from './attach-sources.js';
import type { SimulatedRollout } from './simulated-rollout.js';

export type GroupInput = NonNullable<StarterSettings['groupInput']>;

interface Kind {
  /** What the group is made from, in place of a template by number. */
  readonly groupInput?: GroupInput;
  /** What a plan has to say for it. */
  readonly plan?: Partial<Plan>;
  /** What it gets besides, once its machines serve. */
  readonly furnish?: (rollout: SimulatedRollout) => void;
}

const withoutTemplate = { LaunchTemplate: undefined };
const distribution = { OnDemandBaseCapacity: 1, OnDemandPercentageAboveBaseCapacity: 50 };

const configuration: GroupInput = ({ imageId, call }) => {
  call('autoscaling', 'CreateLaunchConfiguration', {
    LaunchConfigurationName: 'shop-by-hand',
    ImageId: imageId,
    InstanceType: 't3.micro',
    UserData: Buffer.from('boot').toString('base64'),
  });
  return { ...withoutTemplate, LaunchConfigurationName: 'shop-by-hand' };
};

const mixed: GroupInput = ({ launchTemplateId }) => ({
  ...withoutTemplate,
  MixedInstancesPolicy: {
    LaunchTemplate: {
      LaunchTemplateSpecification: { LaunchTemplateId: launchTemplateId, Version: '$Latest' },
      Overrides: [{ InstanceType: 'm5.large' }, { InstanceType: 'c5.large' }],
    },
    InstancesDistribution: distribution,
  },
});

/** The override that is launched first has a template of its own. */
const mixedTemplates: GroupInput = ({ launchTemplateId, imageId, call }) => {
  const { LaunchTemplate } = call<{ LaunchTemplate: { LaunchTemplateId: string } }>('ec2', 'CreateLaunchTemplate', {
    LaunchTemplateName: 'shop-large',
    LaunchTemplateData: { ImageId: imageId, InstanceType: 'm5.large' },
  });
  const own = { LaunchTemplateId: LaunchTemplate.LaunchTemplateId, Version: '$Default' };
  return {
    ...withoutTemplate,
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateId: launchTemplateId, Version: '1' },
        Overrides: [{ InstanceType: 'm5.large', LaunchTemplateSpecification: own }, { InstanceType: 'c5.large' }],
      },
      InstancesDistribution: distribution,
    },
  };
};

/** As a root volume replacement leaves a policy: the image is in its overrides. */
const mixedImages: GroupInput = ({ launchTemplateId, imageId }) => ({
  ...withoutTemplate,
  MixedInstancesPolicy: {
    LaunchTemplate: {
      LaunchTemplateSpecification: { LaunchTemplateId: launchTemplateId, Version: '1' },
      Overrides: [{ InstanceType: 'm5.large', ImageId: imageId }],
    },
  },
});

/** Its sizes are units of capacity: a large machine is two of them. */
const weights: GroupInput = ({ launchTemplateId }) => ({
  ...withoutTemplate,
  MixedInstancesPolicy: {
    LaunchTemplate: {
      LaunchTemplateSpecification: { LaunchTemplateId: launchTemplateId, Version: '1' },
      Overrides: [
        { InstanceType: 'm5.large', WeightedCapacity: '2' },
        { InstanceType: 'm5.xlarge', WeightedCapacity: '3' },
      ],
    },
  },
});

const parameter: GroupInput = ({ launchTemplateId, imageId, call }) => {
  call('ssm', 'PutParameter', { Name: '/images/shop', Type: 'String', Value: imageId });
  call('ec2', 'CreateLaunchTemplateVersion', {
    LaunchTemplateId: launchTemplateId,
    SourceVersion: '1',
    LaunchTemplateData: { ImageId: 'resolve:ssm:/images/shop' },
  });
  return { LaunchTemplate: { LaunchTemplateId: launchTemplateId, Version: '$Latest' } };
};

function fillWarmPool(rollout: SimulatedRollout): void {
  const AutoScalingGroupName = rollout.starter.groupName;
  rollout.askTruth('PutWarmPool', { AutoScalingGroupName, MinSize: 1, PoolState: 'Stopped' });
  rollout.clock.advance(600_000);
}

/** Both of two groups, what they have and what they launch. */
function protectMachines(rollout: SimulatedRollout): void {
  for (const AutoScalingGroupName of rollout.pair?.groups ?? [rollout.starter.groupName]) {
    const { Instances = [] } = rollout.group(AutoScalingGroupName);
    const group = { AutoScalingGroupName };
    rollout.askTruth('UpdateAutoScalingGroup', { ...group, NewInstancesProtectedFromScaleIn: true });
    const InstanceIds = Instances.map(({ InstanceId }) => InstanceId);
    const machines = { ...group, InstanceIds, ProtectedFromScaleIn: true };
    if (InstanceIds.length > 0) rollout.askTruth('SetInstanceProtection', machines);
  }
}

/** Its machines say themselves in a launch hook that they are up, as their user data has it; one that never is waits for an hour. */
function hookLaunches(rollout: SimulatedRollout): void {
  const { clock, machines, region, starter } = rollout;
  const own = { AutoScalingGroupName: starter.groupName, LifecycleHookName: 'boot' };
  const LifecycleTransition = 'autoscaling:EC2_INSTANCE_LAUNCHING';
  rollout.askTruth('PutLifecycleHook', { ...own, LifecycleTransition, HeartbeatTimeout: 3_600 });
  const sayUp = (InstanceId: string): void => {
    const waits = region.autoScaling.groups.get(starter.groupName)?.members.get(InstanceId)?.waits;
    if (waits?.has('boot') && machines.isAnswering(InstanceId))
      rollout.askTruth('CompleteLifecycleAction', { ...own, InstanceId, LifecycleActionResult: 'CONTINUE' });
  };
  machines.onAnswerChange((id) => {
    for (const after of [1_000, 30_000]) clock.schedule(after, () => sayUp(id));
  });
}

/** Groups other than one that launches from a template by number, behind a target group. */
export const kinds = {
  'a launch configuration': { groupInput: configuration },
  'a mixed instances policy': { groupInput: mixed },
  'overrides with templates of their own': { groupInput: mixedTemplates },
  'overrides with images of their own': { groupInput: mixedImages },
  'a template that follows a parameter': { groupInput: parameter },
  'instance types with weights': { groupInput: weights, plan: { acceptsWeights: true } },
  'a warm pool': { furnish: fillWarmPool },
  'machines protected from scale-in': { furnish: protectMachines },
  'a launch hook of its own': { furnish: hookLaunches },
  'a Classic Load Balancer as well': { furnish: attachClassic },
  'health checks of EC2 alone': { groupInput: () => ({ HealthCheckType: 'EC2' }) },
} as const satisfies Readonly<Record<string, Kind>>;

export type KindName = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as KindName[];

export function kindOf(name: KindName): Kind {
  return kinds[name];
}
