import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling';
import type { Pointer } from '../heart/launch-source.js';
import type { Group } from '../heart/observation.js';
import { trafficSourcesOf } from './traffic.js';

function pointerOf({
  LaunchTemplate,
  MixedInstancesPolicy: policy,
  LaunchConfigurationName,
}: AutoScalingGroup): Pointer {
  if (LaunchConfigurationName) return { template: { id: LaunchConfigurationName, version: '0' } };
  const { LaunchTemplateId: id = '', Version: version = '$Default' } =
    LaunchTemplate ?? policy?.LaunchTemplate?.LaunchTemplateSpecification ?? {};
  return { template: { id, version }, ...(policy && { policy }) };
}

/** A group's settings, from AWS's answer. */
export function describeGroup(found: AutoScalingGroup): Group {
  const stack = found.Tags?.find(({ Key }) => Key === 'aws:cloudformation:stack-name')?.Value;
  return {
    name: found.AutoScalingGroupName ?? '',
    desired: found.DesiredCapacity ?? 0,
    min: found.MinSize ?? 0,
    max: found.MaxSize ?? 0,
    ...pointerOf(found),
    zones: found.AvailabilityZones ?? [],
    trafficSources: trafficSourcesOf(found),
    healthChecks: (found.HealthCheckType ?? 'EC2').split(','),
    gracePeriod: 1000 * (found.HealthCheckGracePeriod ?? 0),
    suspended: (found.SuspendedProcesses ?? []).map(({ ProcessName = '' }) => ProcessName),
    ...(stack !== undefined && { stack }),
  };
}
