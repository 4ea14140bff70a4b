import type {
  GetTargetGroupCommandInput,
  ListTargetGroupsCommandInput,
  ListTargetsCommandInput,
  TargetStatus,
} from '@aws-sdk/client-vpc-lattice';
import { AwsError } from '../aws-error.js';
import type { Target, TargetGroup, TargetState } from '../load-balancing/target-group.js';
import { type Operations, operation } from '../operation.js';
import { page } from '../pagination.js';
import type { Region } from '../region.js';

/** VPC Lattice's names for what a target can be (VPC Lattice API, TargetSummary). */
const statuses: Readonly<Record<TargetState, TargetStatus>> = {
  initial: 'INITIAL',
  healthy: 'HEALTHY',
  unhealthy: 'UNHEALTHY',
  draining: 'DRAINING',
  unused: 'UNUSED',
};

/** VPC Lattice, as far as Auto Scaling groups are its targets. Its target groups come from `addLatticeTargetGroup`. */
export const latticeOperations: Operations = {
  ListTargets: operation(
    ['targetGroupIdentifier', 'targets.id', 'targets.port', 'maxResults', 'nextToken'],
    (input: ListTargetsCommandInput, region) => {
      const { targets } = find(input.targetGroupIdentifier, region);
      const asked = input.targets?.length
        ? [...targets.values()].filter((target) => input.targets?.some((wanted) => isMeant(wanted, target)))
        : [...targets.values()];
      const { items, nextToken } = page(asked, input, 100, 'ValidationException');
      return { items: items.map(describeTarget), nextToken };
    },
  ),

  GetTargetGroup: operation(['targetGroupIdentifier'], (input: GetTargetGroupCommandInput, region) => {
    const group = find(input.targetGroupIdentifier, region);
    const { port, protocol, vpcId: vpcIdentifier, healthCheck } = group;
    return {
      ...summaryOf(group),
      config: {
        ...{ port, protocol: protocol as 'HTTP', vpcIdentifier },
        healthCheck: {
          ...{ enabled: true, protocol: 'HTTP' as const, path: healthCheck.path },
          healthCheckIntervalSeconds: healthCheck.interval,
          healthCheckTimeoutSeconds: healthCheck.timeout,
          healthyThresholdCount: healthCheck.healthyThreshold,
          unhealthyThresholdCount: healthCheck.unhealthyThreshold,
        },
      },
    };
  }),

  ListTargetGroups: operation(['maxResults', 'nextToken'], (input: ListTargetGroupsCommandInput, { loadBalancing }) => {
    const { items, nextToken } = page(loadBalancing.ofType('vpc-lattice'), input, 100, 'ValidationException');
    const summaries = items.map((group) => ({
      ...summaryOf(group),
      ...{ port: group.port, protocol: group.protocol, vpcIdentifier: group.vpcId },
    }));
    return { items: summaries, nextToken };
  }),
};

/** By its id or its ARN. @throws {AwsError} ResourceNotFoundException */
function find(identifier: string | undefined, { loadBalancing }: Region): TargetGroup {
  const found = loadBalancing.ofType('vpc-lattice').find(({ arn }) => arn === identifier || idOf(arn) === identifier);
  if (!found) throw new AwsError('ResourceNotFoundException', `TARGET_GROUP ${identifier} not found`, 404);
  return found;
}

function idOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function isMeant(
  wanted: { readonly id: string | undefined; readonly port?: number | undefined },
  { id, port }: Target,
) {
  return wanted.id === id && (wanted.port ?? port) === port;
}

function describeTarget({ id, port, health }: Target) {
  return { id, port, status: statuses[health.state], ...(health.reason && { reasonCode: health.reason }) };
}

function summaryOf({ arn, name, loadBalancerArns }: TargetGroup) {
  const serviceArns = [...loadBalancerArns];
  return { id: idOf(arn), arn, name, type: 'INSTANCE' as const, status: 'ACTIVE' as const, serviceArns };
}
