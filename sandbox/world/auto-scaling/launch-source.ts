import type { LaunchTemplateSpecification, MixedInstancesPolicy } from '@aws-sdk/client-auto-scaling';
import { AwsError, validationError } from '../aws-error.js';
import type { Region } from '../region.js';

/** What a group launches from: a template, or a policy that has one. */
export interface LaunchConfiguration {
  readonly template: LaunchTemplateSpecification | undefined;
  readonly mixed: MixedInstancesPolicy | undefined;
}

interface Given {
  readonly LaunchTemplate?: LaunchTemplateSpecification | undefined;
  readonly MixedInstancesPolicy?: MixedInstancesPolicy | undefined;
}

/** @returns undefined when nothing is given. @throws {AwsError} ValidationError for both, or for what does not exist. */
export function readLaunchConfiguration(given: Given, region: Region): LaunchConfiguration | undefined {
  const { LaunchTemplate: template, MixedInstancesPolicy: mixed } = given;
  if (template && mixed) throw onlyOne();
  if (template) return { template: knownTemplate(template, region), mixed: undefined };
  if (!mixed) return undefined;
  const specification = knownTemplate(mixed.LaunchTemplate?.LaunchTemplateSpecification ?? {}, region);
  const LaunchTemplate = { ...mixed.LaunchTemplate, LaunchTemplateSpecification: specification };
  return { template: undefined, mixed: { ...mixed, LaunchTemplate } };
}

export function onlyOne(): AwsError {
  return validationError(
    'Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.',
  );
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
