import type {
  CreateLaunchTemplateCommandInput,
  CreateLaunchTemplateResult,
  CreateLaunchTemplateVersionCommandInput,
  CreateLaunchTemplateVersionResult,
  DeleteLaunchTemplateCommandInput,
  DeleteLaunchTemplateResult,
  DescribeLaunchTemplatesCommandInput,
  DescribeLaunchTemplatesResult,
  ModifyLaunchTemplateCommandInput,
  ModifyLaunchTemplateResult,
  RequestLaunchTemplateData,
  LaunchTemplate as SdkLaunchTemplate,
} from '@aws-sdk/client-ec2';
import type { Operations } from '../operation.js';
import type { Ec2 } from './ec2.js';
import { ec2Operation, listing, pageOf } from './ec2-operation.js';
import { findAll, missingParameter } from './errors.js';
import { type FilterFields, filtered } from './filters.js';
import { describeVersion } from './launch-template-version-operations.js';
import type { LaunchTemplate } from './launch-templates.js';
import { tagList, tagsFor } from './tags.js';

const reference = ['LaunchTemplateId', 'LaunchTemplateName'] as const;

const createLaunchTemplate = ec2Operation(
  ['ClientToken', 'LaunchTemplateName', 'VersionDescription', 'LaunchTemplateData.*', 'TagSpecifications.*'],
  (input: CreateLaunchTemplateCommandInput, ec2): CreateLaunchTemplateResult => {
    const { LaunchTemplateName, LaunchTemplateData, VersionDescription, TagSpecifications } = input;
    if (!LaunchTemplateName) throw missingParameter('LaunchTemplateName');
    if (!LaunchTemplateData) throw missingParameter('LaunchTemplateData');
    const template = ec2.clientTokens.once('CreateLaunchTemplate', input, () => {
      const content = { data: structuredClone(LaunchTemplateData), description: VersionDescription };
      return ec2.launchTemplates.create(LaunchTemplateName, content, tagsFor('launch-template', TagSpecifications));
    });
    return { LaunchTemplate: describe(template, ec2) };
  },
);

const createLaunchTemplateVersion = ec2Operation(
  ['ClientToken', ...reference, 'SourceVersion', 'VersionDescription', 'LaunchTemplateData.*'],
  (input: CreateLaunchTemplateVersionCommandInput, ec2): CreateLaunchTemplateVersionResult => {
    const template = ec2.launchTemplates.find(input);
    if (!input.LaunchTemplateData) throw missingParameter('LaunchTemplateData');
    const version = ec2.clientTokens.once('CreateLaunchTemplateVersion', input, () =>
      ec2.launchTemplates.addVersion(template, {
        data: { ...inherited(template, input.SourceVersion, ec2), ...structuredClone(input.LaunchTemplateData) },
        description: input.VersionDescription,
      }),
    );
    return { LaunchTemplateVersion: describeVersion(version, ec2) };
  },
);

/**
 * All of the source's parameters, less the snapshots of its block devices; nothing without a source (EC2 API,
 * CreateLaunchTemplateVersion).
 */
function inherited(template: LaunchTemplate, source: string | undefined, ec2: Ec2): RequestLaunchTemplateData {
  if (!source) return {};
  const { data } = ec2.launchTemplates.version(template, source);
  if (!data.BlockDeviceMappings) return data;
  const BlockDeviceMappings = data.BlockDeviceMappings.map(({ Ebs, ...mapping }) => {
    if (!Ebs) return mapping;
    const { SnapshotId: _, ...disk } = Ebs;
    return { ...mapping, Ebs: disk };
  });
  return { ...data, BlockDeviceMappings };
}

const modifyLaunchTemplate = ec2Operation(
  ['ClientToken', ...reference, 'DefaultVersion'],
  (input: ModifyLaunchTemplateCommandInput, ec2): ModifyLaunchTemplateResult => {
    const template = ec2.launchTemplates.find(input);
    if (!input.DefaultVersion) throw missingParameter('SetDefaultVersion');
    const version = ec2.launchTemplates.version(template, input.DefaultVersion);
    ec2.clientTokens.once('ModifyLaunchTemplate', input, () => ec2.launchTemplates.setDefault(template, version));
    return { LaunchTemplate: describe(template, ec2) };
  },
);

const deleteLaunchTemplate = ec2Operation(
  [...reference],
  (input: DeleteLaunchTemplateCommandInput, ec2): DeleteLaunchTemplateResult => {
    const template = ec2.launchTemplates.find(input);
    ec2.launchTemplates.delete(template);
    return { LaunchTemplate: describe(template, ec2) };
  },
);

const filterFields: FilterFields<LaunchTemplate> = {
  'launch-template-name': ({ name }) => name,
  'create-time': ({ createdAt }) => new Date(createdAt).toISOString(),
};

const describeLaunchTemplates = ec2Operation(
  ['LaunchTemplateIds', 'LaunchTemplateNames', ...listing],
  (input: DescribeLaunchTemplatesCommandInput, ec2): DescribeLaunchTemplatesResult => {
    const { LaunchTemplateIds = [], LaunchTemplateNames = [] } = input;
    const asked = [
      ...findAll('launchTemplate', LaunchTemplateIds, ec2.launchTemplates.all),
      ...LaunchTemplateNames.map((LaunchTemplateName) => ec2.launchTemplates.find({ LaunchTemplateName })),
    ];
    const isNamed = LaunchTemplateIds.length + LaunchTemplateNames.length > 0;
    const chosen = filtered(isNamed ? asked : ec2.launchTemplates.all.values(), input.Filters, filterFields);
    const { items, nextToken } = pageOf(chosen, input, 1, 200);
    return { LaunchTemplates: items.map((template) => describe(template, ec2)), NextToken: nextToken };
  },
);

function describe(template: LaunchTemplate, ec2: Ec2): SdkLaunchTemplate {
  return {
    LaunchTemplateId: template.id,
    LaunchTemplateName: template.name,
    CreateTime: new Date(template.createdAt),
    CreatedBy: ec2.creator,
    DefaultVersionNumber: template.defaultVersion,
    LatestVersionNumber: template.latestVersion,
    Tags: tagList(template.tags),
  };
}

export const launchTemplateOperations: Operations = {
  CreateLaunchTemplate: createLaunchTemplate,
  CreateLaunchTemplateVersion: createLaunchTemplateVersion,
  DeleteLaunchTemplate: deleteLaunchTemplate,
  DescribeLaunchTemplates: describeLaunchTemplates,
  ModifyLaunchTemplate: modifyLaunchTemplate,
};
