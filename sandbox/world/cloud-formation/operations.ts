import type { DescribeStacksCommandInput, Stack as StackDescription } from '@aws-sdk/client-cloudformation';
import { validationError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';
import type { Stack } from './cloud-formation.js';

/** CloudFormation, as far as it takes to see whether a stack is being changed. */
export const cloudFormationOperations: Operations = {
  DescribeStacks: operation(['StackName', 'NextToken'], (input: DescribeStacksCommandInput, region) => {
    const asked = input.StackName ? [find(input.StackName, region)] : [...region.cloudFormation.stacks.values()];
    const { items, nextToken } = page(asked, { nextToken: input.NextToken }, 100, 'ValidationError');
    return { Stacks: items.map(describe), NextToken: nextToken };
  }),
};

/** By its name or its id. @throws {AwsError} ValidationError */
function find(name: string, { cloudFormation }: Region): Stack {
  const stack = [...cloudFormation.stacks.values()].find((one) => one.name === name || one.id === name);
  if (!stack) throw validationError(`Stack with id ${name} does not exist`);
  return stack;
}

function describe({ id, name, created, updated, status, root }: Stack): StackDescription {
  return {
    StackId: id,
    StackName: name,
    CreationTime: new Date(created),
    ...(updated !== undefined && { LastUpdatedTime: new Date(updated) }),
    StackStatus: status,
    ...(root && { RootId: root.id }),
  };
}
