import type { BatchGetDeploymentGroupsCommandOutput, ListDeploymentsCommandOutput } from '@aws-sdk/client-codedeploy';
import { describe, expect, it } from '@jest/globals';
import { codeOf, starter } from './starter.js';

describe('CodeDeploy', () => {
  const deploying = () => {
    const world = starter();
    const { codeDeploy } = world.here;
    const target = { application: 'shop', deploymentGroup: 'prod', autoScalingGroups: ['shop'] };
    const first = codeDeploy.begin({ ...target, deploymentGroup: 'test', autoScalingGroups: [] });
    const second = codeDeploy.begin(target);
    const list = (input: object = {}) =>
      world.call<ListDeploymentsCommandOutput>('codedeploy', 'ListDeployments', input).deployments;
    return { ...world, codeDeploy, first, second, list };
  };

  it('lists deployments by their status, the newest first, of all applications or of one deployment group', () => {
    const { codeDeploy, first, second, list } = deploying();
    const includeOnlyStatuses = ['Created', 'Queued', 'InProgress'];
    expect(list({ includeOnlyStatuses })).toEqual([second.id, first.id]);
    codeDeploy.enter(first, 'Succeeded');
    expect(list({ includeOnlyStatuses })).toEqual([second.id]);
    expect(list({ applicationName: 'shop', deploymentGroupName: 'test' })).toEqual([first.id]);
    expect(codeOf(() => list({ applicationName: 'shop' }))).toBe('DeploymentGroupNameRequiredException');
    expect(codeOf(() => list({ deploymentGroupName: 'prod' }))).toBe('ApplicationNameRequiredException');
  });

  it('says which Auto Scaling groups a deployment goes to', () => {
    const { call, second } = deploying();
    const found = call('codedeploy', 'BatchGetDeployments', { deploymentIds: [second.id, 'd-UNKNOWN'] });
    expect(found).toMatchObject({
      deploymentsInfo: [{ applicationName: 'shop', deploymentGroupName: 'prod', status: 'InProgress' }],
    });
    const { deploymentGroupsInfo } = call<BatchGetDeploymentGroupsCommandOutput>(
      'codedeploy',
      'BatchGetDeploymentGroups',
      { applicationName: 'shop', deploymentGroupNames: ['prod'] },
    );
    expect(deploymentGroupsInfo).toMatchObject([{ autoScalingGroups: [{ name: 'shop' }] }]);
    const tooMany = () => call('codedeploy', 'BatchGetDeployments', { deploymentIds: Array(26).fill(second.id) });
    expect(codeOf(tooMany)).toBe('BatchLimitExceededException');
  });
});

describe('CloudFormation', () => {
  it('marks a group as its own, by tags that nobody else can set, and says what becomes of the stack', () => {
    const { autoscaling, call, group, here } = starter();
    const tag = { ResourceId: 'shop', ResourceType: 'auto-scaling-group', PropagateAtLaunch: false };
    const forge = () =>
      call('autoscaling', 'CreateOrUpdateTags', {
        Tags: [{ ...tag, Key: 'aws:cloudformation:stack-name', Value: 'x' }],
      });
    expect(codeOf(forge)).toBe('ValidationError');
    const stack = here.cloudFormation.adopt('shop', 'shop-stack');
    const name = group().Tags?.find(({ Key }) => Key === 'aws:cloudformation:stack-name')?.Value;
    expect(name).toBe('shop-stack');
    const status = () => call('cloudformation', 'DescribeStacks', { StackName: name });
    expect(status()).toMatchObject({ Stacks: [{ StackStatus: 'CREATE_COMPLETE' }] });
    here.cloudFormation.enter(stack, 'UPDATE_IN_PROGRESS');
    expect(status()).toMatchObject({
      Stacks: [{ StackStatus: 'UPDATE_IN_PROGRESS', LastUpdatedTime: expect.any(Date) }],
    });
    expect(() => call('cloudformation', 'DescribeStacks', { StackName: 'none' })).toThrow(
      'Stack with id none does not exist',
    );
    autoscaling('UpdateAutoScalingGroup', { MaxSize: 9 });
    expect(group().Tags).toHaveLength(4);
  });
});
