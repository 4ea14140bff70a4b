import type {
  DeregisterTargetsCommandInput,
  DescribeTargetHealthCommandInput,
  RegisterTargetsCommandInput,
  TargetDescription,
  TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { type Operations, operation } from '../operation.js';
import type { Region } from '../region.js';
import { type TargetGroup, type TargetHealth, targetKey } from './target-group.js';

export const targetOperations: Operations = {
  RegisterTargets: operation(
    ['TargetGroupArn', 'Targets.Id', 'Targets.Port'],
    (input: RegisterTargetsCommandInput, { loadBalancing }) => {
      const { arn } = loadBalancing.targetGroup(input.TargetGroupArn);
      for (const target of input.Targets ?? []) loadBalancing.register(arn, referenceOf(target));
      return {};
    },
  ),

  DeregisterTargets: operation(
    ['TargetGroupArn', 'Targets.Id', 'Targets.Port'],
    (input: DeregisterTargetsCommandInput, { loadBalancing }) => {
      const { arn } = loadBalancing.targetGroup(input.TargetGroupArn);
      for (const target of input.Targets ?? []) loadBalancing.deregister(arn, referenceOf(target));
      return {};
    },
  ),

  DescribeTargetHealth: operation(
    ['TargetGroupArn', 'Targets.Id', 'Targets.Port'],
    (input: DescribeTargetHealthCommandInput, region) => {
      const group = region.loadBalancing.targetGroup(input.TargetGroupArn);
      const asked = input.Targets?.length
        ? input.Targets.map(({ Id = '', Port = group.port }) => ({ id: Id, port: Port }))
        : [...group.targets.values()];
      return { TargetHealthDescriptions: asked.map(({ id, port }) => describe(region, group, id, port)) };
    },
  ),
};

function referenceOf({ Id = '', Port }: TargetDescription) {
  return { id: Id, port: Port };
}

/** An instance that is not registered shows as unused when it is asked for by name (ELBv2 API, DescribeTargetHealth). */
const notRegistered: TargetHealth = {
  state: 'unused',
  reason: 'Target.NotRegistered',
  description: 'Target is not registered to the target group',
};

function describe({ ec2 }: Region, group: TargetGroup, id: string, port: number): TargetHealthDescription {
  const { state, reason, description } = group.targets.get(targetKey(id, port))?.health ?? notRegistered;
  const zone = ec2.instances.get(id)?.availabilityZone;
  const { port: checkPort } = group.healthCheck;
  return {
    Target: { Id: id, Port: port, ...(zone && { AvailabilityZone: zone }) },
    HealthCheckPort: checkPort === 'traffic-port' ? String(port) : checkPort,
    TargetHealth: {
      State: state,
      ...(reason && { Reason: reason as NonNullable<TargetHealthDescription['TargetHealth']>['Reason'] & string }),
      ...(description && { Description: description }),
    },
  };
}
