import type {
  BatchGetDeploymentGroupsCommandInput,
  BatchGetDeploymentsCommandInput,
  DeploymentInfo,
  ListDeploymentsCommandInput,
} from '@aws-sdk/client-codedeploy';
import { AwsError } from '../aws-error.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { CodeDeployment, CodeDeployTarget } from './code-deploy.js';

/** CodeDeploy, as far as it takes to see which deployments are under way, and what they touch. */
export const codeDeployOperations: Operations = {
  /** Those of one deployment group; of all when neither it nor an application is named (CodeDeploy API, ListDeployments). */
  ListDeployments: operation(
    ['applicationName', 'deploymentGroupName', 'includeOnlyStatuses', 'nextToken'],
    (input: ListDeploymentsCommandInput, { codeDeploy }) => {
      const { applicationName, deploymentGroupName, includeOnlyStatuses: statuses, nextToken } = input;
      if (!applicationName !== !deploymentGroupName) {
        const missing = applicationName ? 'DeploymentGroup' : 'Application';
        throw new AwsError(`${missing}NameRequiredException`, `${missing} name is missing`);
      }
      const asked = [...codeDeploy.deployments.values()]
        .filter(({ application }) => !applicationName || application === applicationName)
        .filter(({ deploymentGroup }) => !deploymentGroupName || deploymentGroup === deploymentGroupName)
        .filter(({ status }) => !statuses?.length || statuses.includes(status))
        .reverse();
      const { items, nextToken: next } = page(asked, { nextToken }, 100, 'InvalidNextTokenException');
      return { deployments: items.map(({ id }) => id), nextToken: next };
    },
  ),

  /** 25 at most; unknown ids are left out (CodeDeploy API, BatchGetDeployments). */
  BatchGetDeployments: operation(
    ['deploymentIds'],
    ({ deploymentIds = [] }: BatchGetDeploymentsCommandInput, { codeDeploy }) => {
      if (deploymentIds.length > 25)
        throw new AwsError('BatchLimitExceededException', 'The maximum number of deployments is 25');
      const known = deploymentIds.flatMap((id) => codeDeploy.deployments.get(id) ?? []);
      return { deploymentsInfo: known.map(describeDeployment) };
    },
  ),

  BatchGetDeploymentGroups: operation(
    ['applicationName', 'deploymentGroupNames'],
    (input: BatchGetDeploymentGroupsCommandInput, { codeDeploy }) => {
      const { applicationName, deploymentGroupNames: names = [] } = input;
      const known = names.flatMap((name) => codeDeploy.targets.get(`${applicationName}/${name}`) ?? []);
      return { deploymentGroupsInfo: known.map(describeTarget) };
    },
  ),
};

function describeDeployment(deployment: CodeDeployment): DeploymentInfo {
  const { id, application, deploymentGroup, status, created, ended } = deployment;
  return {
    deploymentId: id,
    applicationName: application,
    deploymentGroupName: deploymentGroup,
    status,
    creator: 'user',
    computePlatform: 'Server',
    createTime: new Date(created),
    startTime: new Date(created),
    ...(ended !== undefined && { completeTime: new Date(ended) }),
  };
}

function describeTarget({ application, deploymentGroup, autoScalingGroups }: CodeDeployTarget) {
  return {
    applicationName: application,
    deploymentGroupName: deploymentGroup,
    autoScalingGroups: autoScalingGroups.map((name) => ({ name })),
    computePlatform: 'Server' as const,
  };
}
