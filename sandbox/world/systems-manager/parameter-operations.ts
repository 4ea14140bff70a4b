import type {
  DeleteParameterCommandInput,
  DeleteParametersCommandInput,
  DeleteParametersResult,
  DescribeParametersCommandInput,
  DescribeParametersResult,
  GetParameterCommandInput,
  GetParameterResult,
  GetParametersByPathCommandInput,
  GetParametersByPathResult,
  GetParametersCommandInput,
  GetParametersResult,
  PutParameterCommandInput,
  PutParameterResult,
  Parameter as SdkParameter,
} from '@aws-sdk/client-ssm';
import { AwsError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import { matching } from './parameter-filters.js';
import { invalid, type Parameter, type ParameterVersion } from './parameters.js';
import { tagsOf } from './tags.js';

/** Without Overwrite it creates or fails: of several writers one wins (Systems Manager API, PutParameter). */
const putParameter = operation(
  ['Name', 'Value', 'Type', 'Description', 'Overwrite', 'Tags.Key', 'Tags.Value', 'Tier', 'DataType'],
  (input: PutParameterCommandInput, region: Region): PutParameterResult => {
    const {
      Name = '',
      Value = '',
      Type,
      Description,
      Overwrite,
      Tags = [],
      Tier = 'Standard',
      DataType = 'text',
    } = input;
    if (Tier !== 'Standard') throw invalid('The sandbox has the Standard tier only.');
    if (DataType !== 'text') throw invalid('The sandbox has the data type text only.');
    if (Overwrite && Tags.length > 0) {
      throw invalid(
        "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove " +
          'overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.',
      );
    }
    const { parameters } = region.systemsManager;
    const value = { value: Value, type: Type, description: Description };
    const existing = Overwrite ? parameters.all.get(Name) : undefined;
    const { version } = existing ? parameters.overwrite(existing, value) : parameters.create(Name, value, tagsOf(Tags));
    return { Version: version, Tier: 'Standard' };
  },
);

/** A name may end in `:VERSION`. */
function findVersion(reference: string, region: Region): [Parameter, ParameterVersion] | undefined {
  const [name = '', selector] = reference.split(':');
  const parameter = region.systemsManager.parameters.all.get(name);
  const version = parameter?.versions.findLast((one) => selector === undefined || one.version === Number(selector));
  return parameter && version && [parameter, version];
}

function notFound(name: string | undefined): AwsError {
  return new AwsError('ParameterNotFound', `Parameter ${name} not found.`);
}

const getParameter = operation(
  ['Name', 'WithDecryption'],
  ({ Name = '', WithDecryption }: GetParameterCommandInput, region: Region): GetParameterResult => {
    const found = findVersion(Name, region);
    if (!found) throw notFound(Name);
    return { Parameter: describe(found, WithDecryption, region) };
  },
);

const getParameters = operation(
  ['Names', 'WithDecryption'],
  ({ Names = [], WithDecryption }: GetParametersCommandInput, region: Region): GetParametersResult => {
    refuseMoreThanTen(Names);
    return {
      Parameters: Names.flatMap((name) => {
        const found = findVersion(name, region);
        return found ? [describe(found, WithDecryption, region)] : [];
      }),
      InvalidParameters: Names.filter((name) => !findVersion(name, region)),
    };
  },
);

function refuseMoreThanTen(names: readonly string[]): void {
  if (names.length > 10) throw invalid("Value at 'names' must have length less than or equal to 10");
}

/** Ten to a page at most (Systems Manager API, GetParametersByPath). */
const getParametersByPath = operation(
  ['Path', 'Recursive', 'WithDecryption', 'ParameterFilters.*', 'MaxResults', 'NextToken'],
  (input: GetParametersByPathCommandInput, region: Region): GetParametersByPathResult => {
    const { Path = '', Recursive = false, WithDecryption, MaxResults = 10, NextToken } = input;
    if (!Path.startsWith('/')) throw invalid('The path must begin with a slash.');
    if (MaxResults < 1 || MaxResults > 10) throw invalid("Value at 'maxResults' must be from 1 to 10");
    const below = matching(region.systemsManager.parameters.below(Path, Recursive), input.ParameterFilters);
    const { items, nextToken } = page(below, { maxResults: MaxResults, nextToken: NextToken }, MaxResults);
    return {
      Parameters: items.map((parameter) => describe([parameter, current(parameter)], WithDecryption, region)),
      NextToken: nextToken,
    };
  },
);

function current({ versions }: Parameter): ParameterVersion {
  return versions.at(-1) as ParameterVersion;
}

function describe(
  [{ name }, version]: [Parameter, ParameterVersion],
  decrypt: boolean | undefined,
  region: Region,
): SdkParameter {
  const isSecret = version.type === 'SecureString' && !decrypt;
  return {
    Name: name,
    Type: version.type,
    Value: isSecret ? Buffer.from(`encrypted ${version.value}`).toString('base64') : version.value,
    Version: version.version,
    LastModifiedDate: new Date(version.modifiedAt),
    ARN: region.arn('ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`),
    DataType: 'text',
  };
}

const describeParameters = operation(
  ['ParameterFilters.*', 'MaxResults', 'NextToken'],
  (input: DescribeParametersCommandInput, region: Region): DescribeParametersResult => {
    const chosen = matching([...region.systemsManager.parameters.all.values()], input.ParameterFilters);
    const { items, nextToken } = page(chosen, { maxResults: input.MaxResults, nextToken: input.NextToken }, 50);
    return {
      Parameters: items.map((parameter) => {
        const { type, description, version, modifiedAt } = current(parameter);
        return {
          Name: parameter.name,
          ARN: region.arn('ssm', `parameter${parameter.name.startsWith('/') ? '' : '/'}${parameter.name}`),
          Type: type,
          Description: description,
          Version: version,
          Tier: 'Standard',
          DataType: 'text',
          LastModifiedDate: new Date(modifiedAt),
        };
      }),
      NextToken: nextToken,
    };
  },
);

const deleteParameter = operation(['Name'], ({ Name }: DeleteParameterCommandInput, region: Region): object => {
  if (!region.systemsManager.parameters.delete(Name ?? '')) throw notFound(Name);
  return {};
});

const deleteParameters = operation(
  ['Names'],
  ({ Names = [] }: DeleteParametersCommandInput, region: Region): DeleteParametersResult => {
    refuseMoreThanTen(Names);
    const { parameters } = region.systemsManager;
    const InvalidParameters = Names.filter((name) => !parameters.all.has(name));
    return { DeletedParameters: Names.filter((name) => parameters.delete(name)), InvalidParameters };
  },
);

export const parameterOperations: Operations = {
  DeleteParameter: deleteParameter,
  DeleteParameters: deleteParameters,
  DescribeParameters: describeParameters,
  GetParameter: getParameter,
  GetParameters: getParameters,
  GetParametersByPath: getParametersByPath,
  PutParameter: putParameter,
};
