import type {
  DeleteLaunchTemplateVersionsCommandInput,
  DeleteLaunchTemplateVersionsResponseErrorItem,
  DeleteLaunchTemplateVersionsResponseSuccessItem,
  DeleteLaunchTemplateVersionsResult,
  DescribeLaunchTemplateVersionsCommandInput,
  DescribeLaunchTemplateVersionsResult,
  ResponseLaunchTemplateData,
  LaunchTemplateVersion as SdkLaunchTemplateVersion,
} from '@aws-sdk/client-ec2';
import type { Operations } from '../operation.js';
import type { Ec2 } from './ec2.js';
import { ec2Operation, listing, pageOf } from './ec2-operation.js';
import { invalidCombination, invalidValue, missingParameter } from './errors.js';
import { type FilterFields, filtered } from './filters.js';
import type { LaunchTemplate, TemplateVersion } from './launch-templates.js';

const noTags: ReadonlyMap<string, string> = new Map();

/** Versions have no tags of their own (EC2 user guide, "Launch template restrictions"). */
const filterFields: FilterFields<TemplateVersion & { tags: ReadonlyMap<string, string> }> = {
  'image-id': ({ data }) => data.ImageId,
  'instance-type': ({ data }) => data.InstanceType,
  'iam-instance-profile': ({ data }) => data.IamInstanceProfile?.Arn ?? data.IamInstanceProfile?.Name,
  'ebs-optimized': ({ data }) => (data.EbsOptimized === undefined ? undefined : String(data.EbsOptimized)),
};

const describeLaunchTemplateVersions = ec2Operation(
  ['LaunchTemplateId', 'LaunchTemplateName', 'Versions', 'MinVersion', 'MaxVersion', ...listing],
  (input: DescribeLaunchTemplateVersionsCommandInput, ec2): DescribeLaunchTemplateVersionsResult => {
    let chosen = asked(input, ec2);
    if (input.Filters?.length) {
      const tagged = chosen.map((version) => ({ ...version, tags: noTags }));
      chosen = filtered(tagged, input.Filters, filterFields);
    }
    const { items, nextToken } = pageOf(chosen, input, 1, 200);
    return { LaunchTemplateVersions: items.map((version) => describeVersion(version, ec2)), NextToken: nextToken };
  },
);

/** The versions of one template, newest first; or the latest or default ones of all templates. */
function asked(input: DescribeLaunchTemplateVersionsCommandInput, ec2: Ec2): TemplateVersion[] {
  const { LaunchTemplateId, LaunchTemplateName, Versions = [], MinVersion, MaxVersion } = input;
  if (!LaunchTemplateId && !LaunchTemplateName) return ofAllTemplates(Versions, ec2);
  const template = ec2.launchTemplates.find(input);
  if (Versions.length > 0) {
    if (MinVersion || MaxVersion) throw invalidCombination('Versions may not be used with MinVersion or MaxVersion');
    return Versions.map((version) => ec2.launchTemplates.version(template, version));
  }
  const lowest = bound(MinVersion, 1);
  const highest = bound(MaxVersion, Number.POSITIVE_INFINITY);
  return [...template.versions.values()].filter(({ version }) => version >= lowest && version <= highest).reverse();
}

function ofAllTemplates(versions: readonly string[], ec2: Ec2): TemplateVersion[] {
  if (versions.length === 0) throw missingParameter('launchTemplateId or launchTemplateName');
  if (versions.some((version) => version !== '$Latest' && version !== '$Default')) {
    throw invalidCombination('Without a launch template, Versions may hold only $Latest and $Default');
  }
  return [...ec2.launchTemplates.all.values()].flatMap((template) =>
    versions.map((version) => ec2.launchTemplates.version(template, version)),
  );
}

function bound(text: string | undefined, otherwise: number): number {
  if (!text) return otherwise;
  if (/^\d+$/.test(text)) return Number(text);
  throw invalidValue(`Invalid launch template version: ${text}. MinVersion and MaxVersion take a number.`);
}

/** A version as describes show it. */
export function describeVersion(version: TemplateVersion, ec2: Ec2): SdkLaunchTemplateVersion {
  return {
    LaunchTemplateId: version.id,
    LaunchTemplateName: version.name,
    VersionNumber: version.version,
    VersionDescription: version.description,
    CreateTime: new Date(version.createdAt),
    CreatedBy: ec2.creator,
    DefaultVersion: ec2.launchTemplates.all.get(version.id)?.defaultVersion === version.version,
    // Requests and responses say the same under the same names; only the SDK's types differ.
    LaunchTemplateData: version.data as ResponseLaunchTemplateData,
  };
}

/** Deletes each that it can, and says why not of the others (EC2 API, DeleteLaunchTemplateVersions). */
const deleteLaunchTemplateVersions = ec2Operation(
  ['LaunchTemplateId', 'LaunchTemplateName', 'Versions'],
  (input: DeleteLaunchTemplateVersionsCommandInput, ec2): DeleteLaunchTemplateVersionsResult => {
    const template = ec2.launchTemplates.find(input);
    const { Versions = [] } = input;
    if (Versions.length === 0) throw missingParameter('LaunchTemplateVersion');
    if (Versions.length > 200) throw invalidValue('At most 200 versions may be deleted at once');
    const wrong = Versions.find((text) => !/^\d+$/.test(text));
    if (wrong) throw invalidValue(`Invalid launch template version: ${wrong}. Versions to delete are numbers.`);
    const deleted: DeleteLaunchTemplateVersionsResponseSuccessItem[] = [];
    const kept: DeleteLaunchTemplateVersionsResponseErrorItem[] = [];
    for (const text of Versions) {
      const error = refusal(template, Number(text));
      const item = { LaunchTemplateId: template.id, LaunchTemplateName: template.name, VersionNumber: Number(text) };
      if (error) kept.push({ ...item, ResponseError: error });
      else {
        ec2.launchTemplates.deleteVersion(template, Number(text));
        deleted.push(item);
      }
    }
    return {
      SuccessfullyDeletedLaunchTemplateVersions: deleted,
      UnsuccessfullyDeletedLaunchTemplateVersions: kept,
    };
  },
);

function refusal(
  { versions, defaultVersion, id }: LaunchTemplate,
  version: number,
): DeleteLaunchTemplateVersionsResponseErrorItem['ResponseError'] {
  if (!versions.has(version)) {
    const Message = `Could not find the specified version ${version} for the launch template with ID ${id}.`;
    return { Code: 'launchTemplateVersionDoesNotExist', Message };
  }
  if (version !== defaultVersion) return undefined;
  return { Code: 'unexpectedError', Message: `Cannot delete version ${version}: it is the default version.` };
}

export const launchTemplateVersionOperations: Operations = {
  DeleteLaunchTemplateVersions: deleteLaunchTemplateVersions,
  DescribeLaunchTemplateVersions: describeLaunchTemplateVersions,
};
