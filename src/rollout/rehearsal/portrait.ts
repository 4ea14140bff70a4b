import {
  type AutoScalingGroup,
  DescribeAutoScalingGroupsCommand,
  DescribeLifecycleHooksCommand,
  DescribePoliciesCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  type TargetGroup,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../../platform/aws.js';
import type { Clock } from '../../platform/clock.js';
import { Failure } from '../../platform/failure.js';
import { liveAmong } from '../changes/running-source.js';
import { listScheduledActions } from '../changes/scheduled-actions.js';
import type { GroupView } from '../heart/observation.js';
import type { Ledger } from '../ledger/ledger.js';
import { type Pace, readPace } from './pace.js';

/** Machines of the group that run one image. */
export interface Cohort {
  readonly imageId: string;
  readonly machines: number;
}

/** How a target group watches its targets. Seconds. */
export interface HealthWatch {
  readonly interval: number;
  readonly timeout: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  readonly deregistrationDelay: number;
}

/** A scheduled action that comes due soon. */
export interface Appointment {
  readonly name: string;
  /** Milliseconds from now. */
  readonly in: number;
  readonly sizes: { readonly MinSize?: number; readonly MaxSize?: number; readonly DesiredCapacity?: number };
}

/** Everything of a real group that a rehearsal copies. */
export interface Portrait {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly desired: number;
  /** How many Availability Zones it spans. */
  readonly zones: number;
  readonly healthCheckType: 'EC2' | 'ELB';
  /** Seconds. */
  readonly gracePeriod: number;
  readonly suspended: readonly string[];
  /** Its mixed instances policy names the image in each override: AWS can replace root volumes there. */
  readonly namesImages: boolean;
  /** The largest first; together as many machines as are desired. */
  readonly cohorts: readonly Cohort[];
  readonly targetGroups: readonly HealthWatch[];
  readonly appointments: readonly Appointment[];
  readonly pace: Pace;
  /** The other of two groups, which serves nobody until the rollout shifts requests to it. */
  readonly idle?: Portrait;
  /** What the rehearsal leaves out or takes for granted, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Reads all that a rehearsal needs; changes nothing.
 * @throws {Failure} when there is no such group.
 */
export async function portray(aws: Aws, clock: Clock, ledger: Ledger, view: GroupView): Promise<Portrait> {
  const { group, machines } = view;
  const { name } = group;
  const answer = await aws.autoScaling.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] }));
  const found = answer.AutoScalingGroups?.[0];
  if (!found) throw new Failure(`Group "${name}" is gone.`);
  const targetGroups = await readTargetGroups(aws, found.TargetGroupARNs ?? []);
  const longestDrain = Math.max(0, ...targetGroups.map(({ deregistrationDelay }) => deregistrationDelay));
  const [appointments, pace, notes] = await Promise.all([
    readAppointments(aws, clock, name),
    readPace(aws, ledger, name, longestDrain * 1000),
    readNotes(aws, found),
  ]);
  const desired = found.DesiredCapacity ?? 0;
  return {
    name,
    min: found.MinSize ?? 0,
    max: found.MaxSize ?? 0,
    desired,
    zones: found.AvailabilityZones?.length ?? 1,
    // Whatever more than EC2's own checks counts, a load balancer stands for it here.
    healthCheckType: (found.HealthCheckType ?? 'EC2') === 'EC2' ? 'EC2' : 'ELB',
    gracePeriod: found.HealthCheckGracePeriod ?? 0,
    suspended: (found.SuspendedProcesses ?? []).map(({ ProcessName = '' }) => ProcessName),
    namesImages: namesImages(found),
    cohorts: cohortsOf(machines, desired),
    targetGroups,
    appointments,
    pace,
    notes: [...notesOnHealth(machines), ...notes, ...pace.notes],
  };
}

function namesImages({ MixedInstancesPolicy }: AutoScalingGroup): boolean {
  const overrides = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
  return overrides.length > 0 && overrides.every(({ ImageId }) => ImageId !== undefined);
}

function isWeighted({ MixedInstancesPolicy, DesiredCapacityType = 'units' }: AutoScalingGroup): boolean {
  const overrides = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
  return DesiredCapacityType !== 'units' || overrides.some(({ WeightedCapacity = '1' }) => WeightedCapacity !== '1');
}

/** By image, with the largest filled up, or cut, to what is desired: a group may be on its way to that size. */
function cohortsOf(machines: GroupView['machines'], desired: number): readonly Cohort[] {
  const counts = new Map<string, number>();
  for (const { imageId } of liveAmong(machines)) counts.set(imageId, (counts.get(imageId) ?? 0) + 1);
  const [[largest = ''] = [], ...others] = [...counts].sort(([, one], [, other]) => other - one);
  let left = desired;
  const rest = others.map(([imageId, count]) => {
    const kept = Math.min(count, left);
    left -= kept;
    return { imageId, machines: kept };
  });
  return [{ imageId: largest, machines: left }, ...rest].filter((cohort) => cohort.machines > 0);
}

/** A likeness launches only machines that are well. */
function notesOnHealth(machines: GroupView['machines']): readonly string[] {
  const live = liveAmong(machines);
  const idle = live.filter(({ healthy, stillServes }) => !healthy && !stillServes).length;
  if (idle === 0) return [];
  const who =
    live.length === 1 ? 'Its only machine does' : `${idle} of ${live.length} machines ${idle === 1 ? 'does' : 'do'}`;
  return [`${who} not serve now; in this rehearsal all do.`];
}

async function readTargetGroups(aws: Aws, arns: readonly string[]): Promise<readonly HealthWatch[]> {
  if (arns.length === 0) return [];
  const answer = await aws.elasticLoadBalancing.send(new DescribeTargetGroupsCommand({ TargetGroupArns: [...arns] }));
  return Promise.all((answer.TargetGroups ?? []).map((group) => readTargetGroup(aws, group)));
}

/** Left out, a setting is what CreateTargetGroup makes it (ELBv2 API, CreateTargetGroup and TargetGroupAttribute). */
async function readTargetGroup(aws: Aws, group: TargetGroup): Promise<HealthWatch> {
  const { TargetGroupArn } = group;
  const answer = await aws.elasticLoadBalancing.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn }));
  const delay = answer.Attributes?.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value;
  return {
    interval: group.HealthCheckIntervalSeconds ?? 30,
    timeout: group.HealthCheckTimeoutSeconds ?? 5,
    healthyThreshold: group.HealthyThresholdCount ?? 5,
    unhealthyThreshold: group.UnhealthyThresholdCount ?? 2,
    deregistrationDelay: Number(delay ?? 300),
  };
}

/** No rollout that anybody plans lasts longer. */
const aDay = 24 * 3_600_000;

async function readAppointments(aws: Aws, clock: Clock, group: string): Promise<readonly Appointment[]> {
  const listed = await listScheduledActions(aws, group);
  return listed
    .map(({ ScheduledActionName: name = '', StartTime, MinSize, MaxSize, DesiredCapacity }) => ({
      name,
      in: (StartTime?.getTime() ?? 0) - clock.now(),
      sizes: {
        ...(MinSize !== undefined && { MinSize }),
        ...(MaxSize !== undefined && { MaxSize }),
        ...(DesiredCapacity !== undefined && { DesiredCapacity }),
      },
    }))
    .filter((appointment) => appointment.in > 0 && appointment.in < aDay);
}

async function readNotes(aws: Aws, found: AutoScalingGroup): Promise<readonly string[]> {
  const name = { AutoScalingGroupName: found.AutoScalingGroupName };
  const [{ LifecycleHooks = [] }, { ScalingPolicies = [] }] = await Promise.all([
    aws.autoScaling.send(new DescribeLifecycleHooksCommand(name)),
    aws.autoScaling.send(new DescribePoliciesCommand(name)),
  ]);
  const hooks = LifecycleHooks.map(({ LifecycleHookName = '' }) => LifecycleHookName);
  const policies = ScalingPolicies.filter(({ Enabled }) => Enabled !== false).map(({ PolicyName = '' }) => PolicyName);
  const others = (found.TrafficSources ?? []).filter(({ Type = 'elbv2' }) => Type !== 'elbv2').length;
  return [
    ...(policies.length > 0
      ? [`Scaling policies stay live (${list(policies)}), but the load stays as it is here.`]
      : []),
    ...(hooks.length > 0 ? [`What the group's hooks (${list(hooks)}) take is part of its past launches.`] : []),
    ...(isWeighted(found)
      ? ['Machines are units of capacity here, for the group counts in weights: fewer are replaced.']
      : []),
    ...(found.WarmPoolConfiguration ? ['The warm pool is left out: launches from it are faster.'] : []),
    ...(others > 0 ? ['Traffic sources other than target groups are left out: their health checks take longer.'] : []),
  ];
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
