import { GetParameterCommand } from '@aws-sdk/client-ssm';
import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';

/**
 * The image that a parameter of SSM names now. After its name it may say `:version` or `:label` (SSM API, GetParameter).
 * @throws {Failure} when there is no such parameter, or it names no image.
 */
export async function resolveParameter({ ssm, region }: Aws, name: string): Promise<string> {
  const value = await ssm.send(new GetParameterCommand({ Name: name })).then(
    ({ Parameter }) => Parameter?.Value?.trim() ?? '',
    (error: Error) => {
      if (error.name !== 'ParameterNotFound') throw error;
      throw new Failure(`There is no SSM parameter "${name}" in ${region}. Check its name and the region.`);
    },
  );
  if (/^ami-[0-9a-f]+$/.test(value)) return value;
  throw new Failure(`SSM parameter "${name}" holds "${value.slice(0, 80)}", which is no id of an image (ami-...).`);
}
