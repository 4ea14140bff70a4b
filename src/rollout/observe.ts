import {
  type Activity,
  type AutoScalingGroup,
  DescribeAutoScalingGroupsCommand,
  DescribeScalingActivitiesCommand,
  type Instance,
} from '@aws-sdk/client-auto-scaling';
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { DescribeTargetHealthCommand, type TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../platform/aws.js';
import type { Clock } from '../platform/clock.js';
import { Failure } from '../platform/failure.js';
import type { Ledger } from './ledger.js';
import type { Group, Machine, Observation } from './observation.js';
import { goalOf, type Release } from './release.js';

/** A group and its machines, before anything is known of a release. */
export interface GroupView {
  readonly group: Group;
  readonly machines: readonly Machine[];
}

/**
 * Reads AWS and remembers only what AWS does not keep: since when a machine is healthy, which image a machine runs
 * (that never changes), and when the rollout last got further. A new runner starts these waits again.
 */
export class Observer {
  readonly #aws: Aws;
  readonly #clock: Clock;
  readonly #images = new Map<string, string>();
  readonly #healthySince = new Map<string, number>();
  #progress: Progress | undefined;

  constructor(aws: Aws, clock: Clock) {
    this.#aws = aws;
    this.#clock = clock;
  }

  /** One look at everything that a decision needs. */
  async observe(claimed: Release, ledger: Ledger): Promise<Observation> {
    const [{ release = claimed, superseded }, { group, machines }, activities] = await Promise.all([
      ledger.follow(claimed.number),
      this.look(claimed.group),
      claimed.direction === 'forward' ? this.#activities(claimed) : [],
    ]);
    const setbacks = setbacksOf(release, machines, activities);
    const now = this.#clock.now();
    this.#progress = progressOf(release, machines, now, this.#progress);
    return { now, group, machines, setbacks, release, superseded, lastProgress: this.#progress.at };
  }

  /**
   * One look at the group alone.
   * @throws {Failure} when there is no such group, or one of a kind that cannot be rolled.
   */
  async look(name: string): Promise<GroupView> {
    const answer = await this.#aws.autoScaling.send(
      new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] }),
    );
    const found = answer.AutoScalingGroups?.[0];
    if (!found)
      throw new Failure(
        `There is no Auto Scaling group "${name}" in ${this.#aws.region}. Check the name and the region.`,
      );
    const group = describeGroup(found);
    const instances = found.Instances ?? [];
    const targets = await this.#targetHealth(group.targetGroups);
    await this.#learnImages(instances);
    return { group, machines: instances.map((instance) => this.#machine(instance, targets)) };
  }

  #machine(instance: Instance, targets: readonly TargetHealths[]): Machine {
    const id = instance.InstanceId ?? '';
    const stage = stageOf(instance.LifecycleState ?? '');
    const trouble = troubleOf(instance, targets);
    const healthy = stage === 'in-service' && trouble === undefined;
    if (!healthy) this.#healthySince.delete(id);
    else if (!this.#healthySince.has(id)) this.#healthySince.set(id, this.#clock.now());
    return {
      id,
      stage,
      healthy,
      zone: instance.AvailabilityZone ?? '',
      templateId: instance.LaunchTemplate?.LaunchTemplateId ?? '',
      version: Number(instance.LaunchTemplate?.Version ?? 0),
      imageId: this.#images.get(id) ?? '',
      healthySince: this.#healthySince.get(id),
      ...(trouble !== undefined && { trouble }),
    };
  }

  /** What each target group says of its targets. Matched by id, never by count: a target group may be shared. */
  async #targetHealth(targetGroups: readonly string[]): Promise<readonly TargetHealths[]> {
    return Promise.all(
      targetGroups.map(async (arn) => {
        const answer = await this.#aws.elasticLoadBalancing.send(
          new DescribeTargetHealthCommand({ TargetGroupArn: arn }),
        );
        const targets = answer.TargetHealthDescriptions ?? [];
        return new Map(targets.map(({ Target, TargetHealth }) => [Target?.Id ?? '', TargetHealth ?? {}]));
      }),
    );
  }

  /** Reads the image of machines not seen before, from the group's answer where it carries it, else from EC2. */
  async #learnImages(instances: readonly Instance[]): Promise<void> {
    const unknown = instances.filter(({ InstanceId }) => !this.#images.has(InstanceId ?? ''));
    for (const { InstanceId, ImageId } of unknown) if (InstanceId && ImageId) this.#images.set(InstanceId, ImageId);
    const ids = unknown.filter(({ ImageId }) => !ImageId).map(({ InstanceId }) => InstanceId ?? '');
    // By filter, not by id: one id that EC2 does not know yet would fail the whole call (EC2 API, DescribeInstances).
    for (let at = 0; at < ids.length; at += 100) {
      const filter = { Name: 'instance-id', Values: ids.slice(at, at + 100) };
      const answer = await this.#aws.ec2.send(new DescribeInstancesCommand({ Filters: [filter] }));
      for (const { Instances } of answer.Reservations ?? []) {
        for (const { InstanceId, ImageId } of Instances ?? []) this.#images.set(InstanceId ?? '', ImageId ?? '');
      }
    }
  }

  /** The group's newest activities since the release began. */
  async #activities({ group, startedAt }: Release): Promise<readonly Activity[]> {
    const answer = await this.#aws.autoScaling.send(
      new DescribeScalingActivitiesCommand({ AutoScalingGroupName: group, MaxRecords: 100 }),
    );
    return (answer.Activities ?? []).filter(({ StartTime }) => (StartTime?.getTime() ?? 0) >= startedAt);
  }
}

/** Health by the target's id, as one target group sees it. */
type TargetHealths = ReadonlyMap<string, TargetHealth>;

/** Why a machine cannot be called healthy, in AWS's words; undefined when nothing speaks against it. */
function troubleOf(
  { InstanceId = '', HealthStatus, LifecycleState }: Instance,
  targets: readonly TargetHealths[],
): string | undefined {
  if (HealthStatus !== 'Healthy') return `${HealthStatus} to its group`;
  for (const healths of targets) {
    const { State, Reason, Description } = healths.get(InstanceId) ?? {};
    if (State === undefined) return `${LifecycleState}, not a target of the load balancer yet`;
    if (State !== 'healthy') return [State, Description ?? Reason].filter(Boolean).join(', ');
  }
  return undefined;
}

/** Failed launches and new machines that died of ill health, in AWS's words. Want of capacity is no setback. */
function setbacksOf(
  release: Release,
  machines: readonly Machine[],
  activities: readonly Activity[],
): readonly string[] {
  const goal = goalOf(release);
  const fresh = machines.filter(({ version }) => version === goal.version).map(({ id }) => id);
  return activities.flatMap(({ StatusCode, StatusMessage, Cause, Description }) => {
    if (StatusCode === 'Failed' && !/capacity/i.test(StatusMessage ?? '')) {
      return [`A launch failed: ${StatusMessage ?? Description}`];
    }
    const died = /health.?check/i.test(Cause ?? '') && fresh.some((id) => Description?.includes(id));
    return died ? [`A new machine was taken out by its health check: ${Description}`] : [];
  });
}

function describeGroup(found: AutoScalingGroup): Group {
  const name = found.AutoScalingGroupName ?? '';
  const template = found.LaunchTemplate;
  if (!template?.LaunchTemplateId) {
    const kind = found.MixedInstancesPolicy ? 'a mixed instances policy' : 'a launch configuration';
    throw new Failure(
      `Group "${name}" uses ${kind}; rolling-deploy needs a launch template. Give the group one first.`,
    );
  }
  if ((found.LoadBalancerNames ?? []).length > 0) {
    throw new Failure(
      `Group "${name}" is behind a Classic Load Balancer; rolling-deploy knows target groups. Move it to a target group first.`,
    );
  }
  return {
    name,
    desired: found.DesiredCapacity ?? 0,
    min: found.MinSize ?? 0,
    max: found.MaxSize ?? 0,
    template: { id: template.LaunchTemplateId, version: template.Version ?? '$Default' },
    targetGroups: found.TargetGroupARNs ?? [],
  };
}

/** Auto Scaling user guide, "Amazon EC2 Auto Scaling instance lifecycle". States not known yet count as aside. */
function stageOf(state: string): Machine['stage'] {
  if (state === 'InService') return 'in-service';
  if (state.startsWith('Pending')) return 'starting';
  if (/^(Terminat|Detach)/.test(state)) return 'leaving';
  return 'aside';
}

/** The furthest that a rollout was seen to get, and when. */
interface Progress {
  readonly direction: Release['direction'];
  readonly healthy: number;
  readonly stale: number;
  readonly at: number;
}

/** Only a new best counts: machines whose health comes and goes must not put the deadline off for ever. */
function progressOf(release: Release, machines: readonly Machine[], now: number, best: Progress | undefined): Progress {
  const goal = goalOf(release);
  const live = machines.filter(({ stage }) => stage !== 'leaving');
  const fresh = live.filter(({ version }) => version === goal.version);
  const healthy = fresh.filter(({ healthySince }) => healthySince !== undefined).length;
  const seen = { direction: release.direction, healthy, stale: live.length - fresh.length, at: now };
  const isBetter = best?.direction !== seen.direction || seen.healthy > best.healthy || seen.stale < best.stale;
  return isBetter || !best ? seen : best;
}
