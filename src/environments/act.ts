import {
  CreateAutoScalingGroupCommand,
  DeleteAutoScalingGroupCommand,
  TerminateInstanceInAutoScalingGroupCommand,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  CreateLaunchTemplateCommand,
  CreateLaunchTemplateVersionCommand,
  DeleteLaunchTemplateCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import {
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteRuleCommand,
  DeleteTargetGroupCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../platform/aws.js';
import { type Blueprint, fingerprintOf } from './blueprint.js';
import type { Environment } from './environment.js';
import { marksOf } from './mark.js';
import type { Move } from './move.js';

/** A move that only removes. */
export type Removal = Extract<
  Move,
  { kind: 'delete-rule' | 'delete-group' | 'terminate-machines' | 'delete-target-group' | 'delete-template' }
>;

/** A move that makes or changes something. */
export type Construction = Exclude<Move, Removal | { kind: 'wait' | 'done' }>;

/** Carries out one removal: one call. All ids come from an observation that has checked the mark. */
export async function remove(aws: Aws, { slug }: Environment, move: Removal): Promise<void> {
  const { autoScaling, ec2, elasticLoadBalancing } = aws;
  switch (move.kind) {
    case 'delete-rule':
      await elasticLoadBalancing.send(new DeleteRuleCommand({ RuleArn: move.arn }));
      return;
    case 'delete-group':
      await autoScaling.send(new DeleteAutoScalingGroupCommand({ AutoScalingGroupName: slug, ForceDelete: true }));
      return;
    case 'terminate-machines':
      await ec2.send(new TerminateInstancesCommand({ InstanceIds: [...move.ids] }));
      return;
    case 'delete-target-group':
      await elasticLoadBalancing.send(new DeleteTargetGroupCommand({ TargetGroupArn: move.arn }));
      return;
    case 'delete-template':
      await ec2.send(new DeleteLaunchTemplateCommand({ LaunchTemplateId: move.id }));
  }
}

/** Carries out one construction: one call, which marks what it makes as it makes it. */
export async function construct(
  aws: Aws,
  environment: Environment,
  wanted: Blueprint,
  move: Construction,
): Promise<void> {
  const { elasticLoadBalancing, autoScaling } = aws;
  switch (move.kind) {
    case 'create-template':
    case 'create-template-version':
      return writeTemplate(aws, environment, wanted, move);
    case 'create-target-group': {
      const settings = { Name: environment.slug, ...wanted.targetGroup, Tags: marksOf(environment) };
      await elasticLoadBalancing.send(new CreateTargetGroupCommand(settings));
      return;
    }
    case 'create-rule':
      return createRule(aws, environment, wanted, move);
    case 'create-group':
      return createGroup(aws, environment, wanted, move);
    case 'update-group': {
      const { templateId: LaunchTemplateId, version: Version } = move;
      const size = { MinSize: move.minimum, MaxSize: move.maximum, DesiredCapacity: move.desired };
      const change = { AutoScalingGroupName: environment.slug, LaunchTemplate: { LaunchTemplateId, Version }, ...size };
      await autoScaling.send(new UpdateAutoScalingGroupCommand(change));
      return;
    }
    case 'retire-machine': {
      const retirement = { InstanceId: move.id, ShouldDecrementDesiredCapacity: true };
      await autoScaling.send(new TerminateInstanceInAutoScalingGroupCommand(retirement));
    }
  }
}

type Of<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

async function writeTemplate(
  { ec2 }: Aws,
  environment: Environment,
  wanted: Blueprint,
  move: Of<'create-template' | 'create-template-version'>,
): Promise<void> {
  const content = { LaunchTemplateData: wanted.template, VersionDescription: fingerprintOf(wanted) };
  if (move.kind === 'create-template-version') {
    await ec2.send(new CreateLaunchTemplateVersionCommand({ LaunchTemplateId: move.templateId, ...content }));
    return;
  }
  const TagSpecifications = [{ ResourceType: 'launch-template' as const, Tags: marksOf(environment) }];
  await ec2.send(
    new CreateLaunchTemplateCommand({ LaunchTemplateName: environment.slug, ...content, TagSpecifications }),
  );
}

async function createRule(
  { elasticLoadBalancing }: Aws,
  environment: Environment,
  { host, listenerArn }: Blueprint,
  { targetGroupArn, priority }: Of<'create-rule'>,
): Promise<void> {
  await elasticLoadBalancing.send(
    new CreateRuleCommand({
      ListenerArn: listenerArn,
      Priority: priority,
      Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [host] } }],
      Actions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
      Tags: marksOf(environment),
    }),
  );
}

async function createGroup(
  { autoScaling }: Aws,
  environment: Environment,
  { machines, group }: Blueprint,
  { templateId, version, targetGroupArn }: Of<'create-group'>,
): Promise<void> {
  const { slug } = environment;
  const marks = marksOf(environment).map((mark) => ({ ...mark, PropagateAtLaunch: true }));
  const tags = [...(group.Tags ?? []), ...marks];
  await autoScaling.send(
    new CreateAutoScalingGroupCommand({
      ...group,
      AutoScalingGroupName: slug,
      LaunchTemplate: { LaunchTemplateId: templateId, Version: version },
      ...{ MinSize: machines, MaxSize: machines, DesiredCapacity: machines },
      TargetGroupARNs: [targetGroupArn],
      Tags: tags.map((tag) => ({ ...tag, Key: tag.Key ?? '', ResourceId: slug, ResourceType: 'auto-scaling-group' })),
    }),
  );
}
