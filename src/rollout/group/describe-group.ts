import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling';
import type { Launched, Pointer } from '../heart/launch-source.js';
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

/** The templates and images that a pointer names, the group's own first. */
export function launchedBy({ template: { id, version }, policy }: Pointer): readonly Launched[] {
  const own = { templateId: id, version };
  const overrides = policy?.LaunchTemplate?.Overrides ?? [];
  const others = overrides.flatMap(({ LaunchTemplateSpecification: specification, ImageId: imageId }) => {
    if (!specification && imageId === undefined) return [];
    const { LaunchTemplateId: templateId = '', Version: number = '$Default' } = specification ?? {};
    return { ...(specification ? { templateId, version: number } : own), ...(imageId !== undefined && { imageId }) };
  });
  return [own, ...others];
}

/** Whether a version is no number, but `$Latest` or `$Default`. */
export function isFollowing(pointer: Pointer): boolean {
  return launchedBy(pointer).some(({ version }) => !/^\d+$/.test(version));
}

/** A group's settings, from AWS's answer. */
export function describeGroup(found: AutoScalingGroup): Group {
  const pointer = pointerOf(found);
  const { DesiredCapacityType: countsIn = 'units' } = found;
  const stack = found.Tags?.find(({ Key }) => Key === 'aws:cloudformation:stack-name')?.Value;
  return {
    name: found.AutoScalingGroupName ?? '',
    desired: found.DesiredCapacity ?? 0,
    min: found.MinSize ?? 0,
    max: found.MaxSize ?? 0,
    ...(countsIn !== 'units' && { countsIn }),
    ...pointer,
    launches: launchedBy(pointer),
    isFollowing: isFollowing(pointer),
    zones: found.AvailabilityZones ?? [],
    trafficSources: trafficSourcesOf(found),
    healthChecks: (found.HealthCheckType ?? 'EC2').split(','),
    gracePeriod: 1000 * (found.HealthCheckGracePeriod ?? 0),
    suspended: (found.SuspendedProcesses ?? []).map(({ ProcessName = '' }) => ProcessName),
    ...(found.WarmPoolConfiguration?.InstanceReusePolicy?.ReuseOnScaleIn === true && { reuses: true }),
    ...(found.NewInstancesProtectedFromScaleIn === true && { protectsNew: true }),
    ...(stack !== undefined && { stack }),
  };
}
