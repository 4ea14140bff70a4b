import type {
  InstancesDistribution,
  LaunchTemplateOverrides,
  LaunchTemplateSpecification,
  MixedInstancesPolicy,
} from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import type { Region } from '../region.js';

/** What a group launches from: a template, a policy that has one, or the name of a launch configuration. */
export interface LaunchSource {
  readonly template: LaunchTemplateSpecification | undefined;
  readonly mixed: MixedInstancesPolicy | undefined;
  readonly configuration: string | undefined;
}

const nothing: LaunchSource = { template: undefined, mixed: undefined, configuration: undefined };

interface Given {
  readonly LaunchTemplate?: LaunchTemplateSpecification | undefined;
  readonly MixedInstancesPolicy?: MixedInstancesPolicy | undefined;
  readonly LaunchConfigurationName?: string | undefined;
}

/** @returns undefined when nothing is given. @throws {AwsError} ValidationError for several, or for what does not exist. */
export function readLaunchSource(given: Given, region: Region): LaunchSource | undefined {
  const { LaunchTemplate: template, MixedInstancesPolicy: mixed, LaunchConfigurationName: configuration } = given;
  if ([template, mixed, configuration].filter(Boolean).length > 1) throw onlyOne();
  if (template) return { ...nothing, template: knownTemplate(template, region) };
  if (mixed) return { ...nothing, mixed: knownPolicy(mixed, region) };
  if (!configuration) return undefined;
  if (region.autoScaling.launchConfigurations.has(configuration)) return { ...nothing, configuration };
  throw validationError(`Launch configuration name not found - Launch configuration ${configuration} not found`);
}

export function onlyOne(): AwsError {
  return validationError(
    'Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.',
  );
}

/** An override may name a template of its own (Auto Scaling API, LaunchTemplateOverrides). */
function knownPolicy(mixed: MixedInstancesPolicy, region: Region): MixedInstancesPolicy {
  const { LaunchTemplateSpecification: specification = {}, Overrides = [] } = mixed.LaunchTemplate ?? {};
  requireWeights(Overrides);
  const known = ({ LaunchTemplateSpecification: own, ...override }: LaunchTemplateOverrides) => ({
    ...override,
    ...(own && { LaunchTemplateSpecification: knownTemplate(own, region) }),
  });
  const LaunchTemplateSpecification = knownTemplate(specification, region);
  return {
    LaunchTemplate: { LaunchTemplateSpecification, Overrides: Overrides.map(known) },
    InstancesDistribution: knownDistribution(mixed.InstancesDistribution),
  };
}

/**
 * With AWS's defaults filled in, as it shows them (Auto Scaling API, InstancesDistribution). There are no prices and no
 * Spot pools here, so the strategies for Spot are kept and shown, and all launch the first type that there is.
 */
function knownDistribution(given: InstancesDistribution = {}): InstancesDistribution {
  const { OnDemandAllocationStrategy: onDemand = 'prioritized', SpotAllocationStrategy: spot = 'lowest-price' } = given;
  if (onDemand !== 'prioritized') throw validationError(`The sandbox has no prices for the strategy '${onDemand}'`);
  const known = ['lowest-price', 'capacity-optimized', 'capacity-optimized-prioritized', 'price-capacity-optimized'];
  if (!known.includes(spot))
    throw validationError(`SpotAllocationStrategy '${spot}' must be one of ${known.join(', ')}`);
  const hasPools = spot === 'lowest-price';
  if (given.SpotInstancePools !== undefined && !hasPools)
    throw validationError('SpotInstancePools is valid only when SpotAllocationStrategy is lowest-price');
  return {
    OnDemandAllocationStrategy: onDemand,
    OnDemandBaseCapacity: given.OnDemandBaseCapacity ?? 0,
    OnDemandPercentageAboveBaseCapacity: given.OnDemandPercentageAboveBaseCapacity ?? 100,
    SpotAllocationStrategy: spot,
    ...(hasPools && { SpotInstancePools: given.SpotInstancePools ?? 2 }),
    ...(given.SpotMaxPrice && { SpotMaxPrice: given.SpotMaxPrice }),
  };
}

/** All types have a weight, or none (Auto Scaling API, LaunchTemplateOverrides). */
function requireWeights(overrides: readonly LaunchTemplateOverrides[]): void {
  const weights = overrides.flatMap(({ WeightedCapacity: weight }) => weight ?? []);
  if (weights.length === 0) return;
  if (weights.length < overrides.length)
    throw validationError('If WeightedCapacity is given for one instance type, it must be given for all of them');
  const wrong = weights.find((weight) => !/^[1-9]\d{0,2}$/.test(weight));
  if (wrong !== undefined) throw validationError(`WeightedCapacity '${wrong}' must be from 1 to 999`);
}

/** The template must exist, in that version; without one it is the default (Auto Scaling API, LaunchTemplateSpecification). */
function knownTemplate(specification: LaunchTemplateSpecification, { ec2 }: Region): LaunchTemplateSpecification {
  const { Version = '$Default' } = specification;
  try {
    const { id, name } = ec2.templateVersion({ ...specification, Version });
    return { LaunchTemplateId: id, LaunchTemplateName: name, Version };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw validationError(`You must use a valid fully-formed launch template. ${error.message}`);
  }
}
