import type { Stack } from '@aws-sdk/client-cloudformation';
import type { DeploymentStatus } from '@aws-sdk/client-codedeploy';
import type { Aws } from '../../platform/aws.js';
import { briefly } from '../../platform/aws-failure.js';
import { Failure } from '../../platform/failure.js';
import { failureKind } from '../../platform/retry.js';
import type { Group, Refresh } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { activeRefresh, findRefresh } from '../instance-refresh/refresh.js';

/**
 * Whoever else is changing the group right now counts as a lock: an instance refresh, an update of its CloudFormation
 * stack, a deployment by CodeDeploy. What may not or cannot be asked is told of in a line: nobody has to grant it, a runner may
 * reach no service but those that a rollout needs, and what is left half done is not to wait for one that is down.
 * @param own the release that is gone on with: the refresh that it has started is nobody else's.
 * @throws {Failure} that names it, before anything is changed.
 */
export async function requireNoOtherLock(
  aws: Aws,
  group: Group,
  tell: (line: string) => void,
  own?: Release,
): Promise<void> {
  const locks = await Promise.all([
    unlessUnknown('instance refreshes', () => otherRefresh(aws, group.name, own), tell),
    unlessUnknown('its CloudFormation stack', () => stackUpdate(aws, group.stack), tell),
    unlessUnknown('deployments by CodeDeploy', () => codeDeployment(aws, group.name), tell),
  ]);
  const found = locks.filter((lock) => lock !== undefined);
  if (found.length === 0) return;
  throw new Failure(
    `Group "${group.name}" is being changed by somebody else: ${found.join('; ')}. Wait for that to end, then run this again.`,
  );
}

async function unlessUnknown(
  what: string,
  ask: () => Promise<string | undefined>,
  tell: (line: string) => void,
): Promise<string | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!isDenied(error) && !isOutOfReach(error)) throw error;
    tell(`Whether ${what} would get in the way is not known: ${briefly(error)}`);
    return undefined;
  }
}

function isDenied(error: unknown): boolean {
  const { name = '', $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return /AccessDenied|Unauthorized|NotAuthorized/.test(name) || $metadata?.httpStatusCode === 403;
}

function isOutOfReach(error: unknown): boolean {
  return failureKind(error) === 'unavailable' && (error as Error).name !== 'Cancelled';
}

/** A refresh that is under way in a group; none where nobody may ask, which was told of before anything was changed. */
export async function refreshUnderWay(aws: Aws, group: string): Promise<Refresh | undefined> {
  return activeRefresh(aws, group).catch((error: unknown) => {
    if (!isDenied(error)) throw error;
    return undefined;
  });
}

async function otherRefresh(aws: Aws, group: string, own?: Release): Promise<string | undefined> {
  const active = await activeRefresh(aws, group);
  const isOurs = active && own && (await findRefresh(aws, own))?.id === active.id;
  return active && !isOurs ? `instance refresh ${active.id} is ${active.status}` : undefined;
}

/** What has become of a group's stack; a nested one is set back with the outermost, which is at it before and after (CloudFormation user guide, "Nested stacks"). */
async function stackUpdate(aws: Aws, name: string | undefined): Promise<string | undefined> {
  const own = name === undefined ? undefined : await findStack(aws, name);
  const what = `its CloudFormation stack "${name}"`;
  if (isUnderWay(own)) return `${what} is ${own?.StackStatus}`;
  const outermost = own?.RootId === undefined ? undefined : await findStack(aws, own.RootId);
  return isUnderWay(outermost)
    ? `${what} is nested in "${outermost?.StackName}", which is ${outermost?.StackStatus}`
    : undefined;
}

/** A group that was retained keeps the tags of a stack that is gone (CloudFormation user guide, "DeletionPolicy attribute"). */
async function findStack(aws: Aws, StackName: string): Promise<Stack | undefined> {
  const { DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
  const client = await aws.cloudFormation();
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName })).catch((error: Error) => {
    if (error.name === 'ValidationError' && error.message.includes('does not exist')) return { Stacks: [] };
    throw error;
  });
  return Stacks[0];
}

/** A clean-up after an update no longer touches the group (CloudFormation user guide, "Stack status codes"). */
function isUnderWay(stack: Stack | undefined): boolean {
  const status: string = stack?.StackStatus ?? '';
  return status.endsWith('_IN_PROGRESS') && !/CLEANUP|^REVIEW/.test(status);
}

/** By the deployment groups of what is under way, for a deployment itself does not say where it goes. */
async function codeDeployment(aws: Aws, name: string): Promise<string | undefined> {
  const { BatchGetDeploymentGroupsCommand, BatchGetDeploymentsCommand, ListDeploymentsCommand } = await import(
    '@aws-sdk/client-codedeploy'
  );
  const client = await aws.codeDeploy();
  const deployments: string[] = [];
  let nextToken: string | undefined;
  do {
    const underWay = {
      includeOnlyStatuses: ['Created', 'Queued', 'InProgress', 'Baking', 'Ready'] as DeploymentStatus[],
    };
    const page = await client.send(new ListDeploymentsCommand({ ...underWay, ...(nextToken && { nextToken }) }));
    deployments.push(...(page.deployments ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  for (let at = 0; at < deployments.length; at += 25) {
    const deploymentIds = deployments.slice(at, at + 25);
    const { deploymentsInfo = [] } = await client.send(new BatchGetDeploymentsCommand({ deploymentIds }));
    for (const { applicationName, deploymentGroupName = '', deploymentId, status } of deploymentsInfo) {
      const order = { applicationName, deploymentGroupNames: [deploymentGroupName] };
      const { deploymentGroupsInfo = [] } = await client.send(new BatchGetDeploymentGroupsCommand(order));
      const groups = deploymentGroupsInfo.flatMap(({ autoScalingGroups = [] }) => autoScalingGroups);
      if (groups.some((group) => group.name === name)) {
        return `deployment ${deploymentId} of CodeDeploy (application ${applicationName}) is ${status}`;
      }
    }
  }
  return undefined;
}
