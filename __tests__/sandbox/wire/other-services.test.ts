import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { CodeDeployClient, ListDeploymentsCommand } from '@aws-sdk/client-codedeploy';
import {
  AccessPointNotFoundException,
  DescribeInstanceHealthCommand,
  ElasticLoadBalancingClient,
} from '@aws-sdk/client-elastic-load-balancing';
import { ListTargetsCommand, ResourceNotFoundException, VPCLatticeClient } from '@aws-sdk/client-vpc-lattice';
import { describe, expect, it } from '@jest/globals';
import { attachWorld } from '../../../sandbox/wire/attach-world.js';
import { attachWire } from '../../../sandbox/wire/request-handler.js';
import { starter } from '../world/starter.js';
import { settings } from './stub-world.js';

const { region } = settings;

describe.each([
  ['inside the process', attachWorld],
  ['on the wire', attachWire],
])('the services that tell of a group besides its own, %s', (_name, attach) => {
  it('say what CodeDeploy and CloudFormation are at', async () => {
    const { clock, here, world } = starter({ region });
    const { id } = here.codeDeploy.begin({ application: 'shop', deploymentGroup: 'prod', autoScalingGroups: ['shop'] });
    here.cloudFormation.enter(here.cloudFormation.adopt('shop', 'shop-stack'), 'UPDATE_IN_PROGRESS');
    const codeDeploy = new CodeDeployClient(settings);
    const cloudFormation = new CloudFormationClient(settings);
    attach(codeDeploy, world);
    attach(cloudFormation, world);
    const { deployments } = await clock.run(
      codeDeploy.send(new ListDeploymentsCommand({ includeOnlyStatuses: ['InProgress'] })),
    );
    expect(deployments).toEqual([id]);
    const stacks = (StackName: string) => clock.run(cloudFormation.send(new DescribeStacksCommand({ StackName })));
    expect((await stacks('shop-stack')).Stacks).toMatchObject([{ StackStatus: 'UPDATE_IN_PROGRESS' }]);
    await expect(stacks('none')).rejects.toBeInstanceOf(CloudFormationServiceException);
  });

  it('say how the machines behind a classic load balancer are, in the errors of its own API', async () => {
    const { autoscaling, call, clock, ids, names, seconds, world } = starter({ region });
    seconds(10);
    call('elasticloadbalancing-classic', 'CreateLoadBalancer', {
      LoadBalancerName: 'old',
      Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstancePort: 8080 }],
      Subnets: names.subnetIds,
    });
    autoscaling('AttachLoadBalancers', { LoadBalancerNames: ['old'] });
    const client = new ElasticLoadBalancingClient(settings);
    const services: string[] = [];
    attach(client, world, { onCall: ({ service, operation }) => services.push(`${service}:${operation}`) });
    const health = (LoadBalancerName: string) =>
      clock.run(client.send(new DescribeInstanceHealthCommand({ LoadBalancerName })));
    expect((await health('old')).InstanceStates?.map(({ InstanceId }) => InstanceId)).toEqual(ids());
    await expect(health('none')).rejects.toBeInstanceOf(AccessPointNotFoundException);
    // IAM knows both of load balancing's APIs by one name.
    expect(services[0]).toBe('elasticloadbalancing:DescribeInstanceHealth');
  });
});

it('VPC Lattice is reached inside the process, in its own errors, and not on the wire', async () => {
  const { clock, world } = starter({ region });
  const ask = (attach: typeof attachWorld | typeof attachWire) => {
    const client = new VPCLatticeClient(settings);
    attach(client, world);
    return clock.run(client.send(new ListTargetsCommand({ targetGroupIdentifier: 'tg-0123456789abcdef0' })));
  };
  await expect(ask(attachWorld)).rejects.toBeInstanceOf(ResourceNotFoundException);
  await expect(ask(attachWire)).rejects.toThrow();
});
