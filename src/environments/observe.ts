import { type AutoScalingGroup, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import {
  DescribeLaunchTemplatesCommand,
  DescribeLaunchTemplateVersionsCommand,
  paginateDescribeInstances,
} from '@aws-sdk/client-ec2';
import { DescribeTargetGroupsCommand, DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../platform/aws.js';
import { type Environment, markKey } from './environment.js';
import { absentWhen } from './errors.js';
import { requireMark } from './mark.js';
import type { GroupSeen, InstanceSeen, Observation, TargetGroupSeen, TemplateSeen } from './observation.js';
import { listenersOf, readRules, readTags } from './rules.js';

/**
 * Reads all that exists of an environment.
 * @param listenerArn where its rule shall be, when that is known; otherwise the load balancers of its target group tell.
 * @throws {Failure} when something has its name, but not its mark: it is somebody else's, and nothing goes on.
 */
export async function observe(aws: Aws, environment: Environment, listenerArn?: string): Promise<Observation> {
  const [group, template, balanced, instances] = await Promise.all([
    seeGroup(aws, environment),
    seeTemplate(aws, environment),
    seeTargetGroup(aws, environment),
    seeInstances(aws, environment),
  ]);
  const known = await listenersOf(aws, balanced?.loadBalancerArns ?? []);
  const listenerArns = [...new Set([...(listenerArn ? [listenerArn] : []), ...known])];
  const { rules, prioritiesInUse } = await readRules(aws, environment, {
    listenerArns,
    forPriorities: listenerArn,
    targetGroupArn: balanced?.arn,
  });
  return { group, template, targetGroup: balanced, rules, instances, prioritiesInUse };
}

async function seeGroup({ autoScaling }: Aws, { slug, mark }: Environment): Promise<GroupSeen | undefined> {
  const command = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [slug] });
  const group = (await autoScaling.send(command)).AutoScalingGroups?.[0];
  if (!group) return undefined;
  requireMark('Auto Scaling group', slug, group.Tags, mark);
  return {
    // The only status that a group ever has (Auto Scaling API, AutoScalingGroup: "when DeleteAutoScalingGroup is in progress").
    isDeleting: Boolean(group.Status),
    version: group.LaunchTemplate?.Version ?? '',
    minimum: group.MinSize ?? 0,
    maximum: group.MaxSize ?? 0,
    desired: group.DesiredCapacity ?? 0,
    machines: machinesOf(group),
  };
}

function machinesOf({ Instances = [] }: AutoScalingGroup): GroupSeen['machines'] {
  return Instances.map(({ InstanceId = '', LifecycleState = '', LaunchTemplate }) => ({
    id: InstanceId,
    lifecycle: LifecycleState,
    version: LaunchTemplate?.Version ?? '',
  }));
}

async function seeTemplate({ ec2 }: Aws, { slug, mark }: Environment): Promise<TemplateSeen | undefined> {
  const found = await absentWhen(/^InvalidLaunchTemplateName\.NotFound/, () =>
    ec2.send(new DescribeLaunchTemplatesCommand({ LaunchTemplateNames: [slug] })),
  );
  const template = found?.LaunchTemplates?.[0];
  if (!template?.LaunchTemplateId) return undefined;
  requireMark('launch template', slug, template.Tags, mark);
  const id = template.LaunchTemplateId;
  const versions = await ec2.send(
    new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateId: id, Versions: ['$Latest'] }),
  );
  const { VersionNumber, VersionDescription = '' } = versions.LaunchTemplateVersions?.[0] ?? {};
  return { id, version: String(VersionNumber ?? template.LatestVersionNumber ?? ''), fingerprint: VersionDescription };
}

interface BalancedTargetGroup extends TargetGroupSeen {
  readonly loadBalancerArns: readonly string[];
}

async function seeTargetGroup(aws: Aws, { slug, mark }: Environment): Promise<BalancedTargetGroup | undefined> {
  const { elasticLoadBalancing } = aws;
  const found = await absentWhen(/^TargetGroupNotFound/, () =>
    elasticLoadBalancing.send(new DescribeTargetGroupsCommand({ Names: [slug] })),
  );
  const { TargetGroupArn: arn, LoadBalancerArns = [] } = found?.TargetGroups?.[0] ?? {};
  if (!arn) return undefined;
  const [tags] = await readTags(aws, [arn]);
  requireMark('target group', slug, tags?.Tags, mark);
  const { TargetHealthDescriptions = [] } = await elasticLoadBalancing.send(
    new DescribeTargetHealthCommand({ TargetGroupArn: arn }),
  );
  const health = TargetHealthDescriptions.map(({ Target, TargetHealth }): [string, string] => {
    const reason = TargetHealth?.Reason ? ` (${TargetHealth.Reason})` : '';
    return [Target?.Id ?? '', `${TargetHealth?.State ?? ''}${reason}`];
  });
  return { arn, health: new Map(health), loadBalancerArns: LoadBalancerArns };
}

async function seeInstances({ ec2 }: Aws, { mark }: Environment): Promise<readonly InstanceSeen[]> {
  const states = ['pending', 'running', 'shutting-down', 'stopping', 'stopped'];
  const Filters = [
    { Name: `tag:${markKey}`, Values: [mark] },
    { Name: 'instance-state-name', Values: states },
  ];
  const seen: InstanceSeen[] = [];
  for await (const { Reservations = [] } of paginateDescribeInstances({ client: ec2 }, { Filters })) {
    for (const { InstanceId = '', State } of Reservations.flatMap(({ Instances = [] }) => Instances)) {
      seen.push({ id: InstanceId, isGoing: State?.Name === 'shutting-down' });
    }
  }
  return seen;
}
