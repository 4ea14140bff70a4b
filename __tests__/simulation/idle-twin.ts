import type {
  CreateTargetGroupCommandOutput,
  DescribeRulesCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { StarterWorld } from '../../sandbox/world/starter-world.js';
import type { ServiceName, World } from '../../sandbox/world/world.js';
import type { PairNames } from '../../src/rollout/two-group/find-sides.js';

/** How its target group watches and drains; seconds. */
interface Timing {
  readonly healthCheckInterval: number;
  readonly deregistrationDelay: number;
}

/** Makes a group's idle twin: no machines, and a target group of its own that is in no rule yet. */
export function makeIdleTwin(
  world: World,
  starter: StarterWorld,
  name = 'green',
  { healthCheckInterval, deregistrationDelay }: Timing = { healthCheckInterval: 5, deregistrationDelay: 5 },
): PairNames {
  const { region, groupName, launchTemplateId, vpcId, subnetIds, listenerArn } = starter;
  const call = <Output>(service: ServiceName, operation: string, input: object) =>
    world.call({ service, operation, input, region }) as Output;
  const { TargetGroups } = call<CreateTargetGroupCommandOutput>('elasticloadbalancing', 'CreateTargetGroup', {
    ...{ Name: name, Protocol: 'HTTP', Port: 8080, VpcId: vpcId },
    ...{ HealthCheckIntervalSeconds: healthCheckInterval, HealthCheckTimeoutSeconds: 2, HealthCheckPath: '/health' },
    ...{ HealthyThresholdCount: 2, UnhealthyThresholdCount: 2 },
  });
  const TargetGroupArn = TargetGroups?.[0]?.TargetGroupArn;
  call('elasticloadbalancing', 'ModifyTargetGroupAttributes', {
    TargetGroupArn,
    Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: String(deregistrationDelay) }],
  });
  call('autoscaling', 'CreateAutoScalingGroup', {
    ...{ AutoScalingGroupName: name, MinSize: 0, MaxSize: 0, VPCZoneIdentifier: subnetIds.join(',') },
    LaunchTemplate: { LaunchTemplateId: launchTemplateId, Version: '1' },
    TargetGroupARNs: [TargetGroupArn],
    ...{ HealthCheckType: 'ELB', HealthCheckGracePeriod: 600 },
  });
  const input = { ListenerArn: listenerArn };
  const { Rules } = call<DescribeRulesCommandOutput>('elasticloadbalancing', 'DescribeRules', input);
  return { groups: [groupName, name], rule: Rules?.[0]?.RuleArn ?? '' };
}
