import type {
  DescribeInstanceHealthCommandInput,
  InstanceState,
  RegisterInstancesWithLoadBalancerCommandInput,
} from '@aws-sdk/client-elastic-load-balancing';
import { AwsError } from '../aws-error.js';
import type { Instance } from '../ec2/instance.js';
import type { TargetHealth } from '../load-balancing/target-group.js';
import { type Operations, operation } from '../operation.js';
import type { Region } from '../region.js';

export const instanceOperations: Operations = {
  RegisterInstancesWithLoadBalancer: operation(
    ['LoadBalancerName', 'Instances.InstanceId'],
    (input: RegisterInstancesWithLoadBalancerCommandInput, region) => {
      const { name } = region.classicLoadBalancing.find(input.LoadBalancerName);
      const named = idsOf(input).map((id) => knownInstance(id, region));
      for (const { id } of named) region.loadBalancing.register(name, { id });
      return instancesOf(name, region);
    },
  ),

  DeregisterInstancesFromLoadBalancer: operation(
    ['LoadBalancerName', 'Instances.InstanceId'],
    (input: RegisterInstancesWithLoadBalancerCommandInput, region) => {
      const { name } = region.classicLoadBalancing.find(input.LoadBalancerName);
      const named = idsOf(input).map((id) => knownInstance(id, region));
      for (const { id } of named) region.loadBalancing.deregister(name, { id });
      return instancesOf(name, region);
    },
  ),

  /**
   * Those that are asked for are shown though they may not be registered, but never one that has terminated
   * (Elastic Load Balancing API, DescribeInstanceHealth).
   */
  DescribeInstanceHealth: operation(
    ['LoadBalancerName', 'Instances.InstanceId'],
    (input: DescribeInstanceHealthCommandInput, region) => {
      const { name, instances } = region.classicLoadBalancing.find(input.LoadBalancerName);
      const asked = input.Instances?.length ? idsOf(input) : [...instances.targets.values()].map(({ id }) => id);
      const living = asked.map((id) => knownInstance(id, region)).filter(({ state }) => state !== 'terminated');
      return { InstanceStates: living.map((one) => describe(one, region.loadBalancing.healthOf(name, one.id))) };
    },
  ),
};

function idsOf({
  Instances = [],
}: {
  readonly Instances?: readonly { readonly InstanceId?: string | undefined }[] | undefined;
}): string[] {
  return Instances.map(({ InstanceId = '' }) => InstanceId);
}

function knownInstance(id: string, { ec2 }: Region): Instance {
  const instance = ec2.instances.get(id);
  if (!instance) throw new AwsError('InvalidInstance', `Could not find EC2 instance ${id}.`);
  return instance;
}

function instancesOf(name: string, { loadBalancing }: Region) {
  const targets = [...(loadBalancing.targetGroups.get(name)?.targets.values() ?? [])];
  return {
    Instances: targets.filter(({ health }) => health.state !== 'draining').map(({ id }) => ({ InstanceId: id })),
  };
}

/** Elastic Load Balancing API, InstanceState: its words. */
function describe({ id, state: machine }: Instance, health: TargetHealth | undefined): InstanceState {
  const state = (State: string, ReasonCode: string, Description: string) => ({
    InstanceId: id,
    State,
    ReasonCode,
    Description,
  });
  if (!health) return state('OutOfService', 'Instance', 'Instance is not currently registered with the LoadBalancer.');
  if (machine !== 'running') return state('OutOfService', 'Instance', `Instance is in ${machine} state.`);
  switch (health.state) {
    case 'healthy':
      return state('InService', 'N/A', 'N/A');
    case 'draining':
      return state('InService', 'N/A', 'Instance deregistration currently in progress.');
    case 'unhealthy':
      return state(
        'OutOfService',
        'Instance',
        'Instance has failed at least the UnhealthyThreshold number of health checks consecutively.',
      );
    default:
      return state('OutOfService', 'ELB', 'Instance registration is still in progress.');
  }
}
