import {
  type AutoScalingGroup,
  DescribeAutoScalingGroupsCommand,
  DescribeLifecycleHooksCommand,
  type Instance,
} from '@aws-sdk/client-auto-scaling';
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import {
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  type TargetHealth,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Aws } from '../platform/aws.js';
import type { Clock } from '../platform/clock.js';
import { Failure } from '../platform/failure.js';
import { hookName, keptTag } from './act.js';
import { alarmsInAlarm } from './alarms.js';
import { type Furthest, furthestOf } from './furthest.js';
import type { Gatekeeper } from './gatekeeper.js';
import { findRefresh } from './instance-refresh/refresh.js';
import type { Pointer } from './launch-source.js';
import type { Ledger } from './ledger.js';
import type { Group, Machine, Observation } from './observation.js';
import { isRefresh } from './plan.js';
import { holdsMachines, type Release } from './release.js';
import { SetbackWatch } from './setbacks.js';
import type { Pair } from './two-group/decide-two-groups.js';
import { readWeights, type Sides } from './two-group/sides.js';

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
  readonly #records = new Map<string, HealthRecord>();
  readonly #kept = new Set<string>();
  #checkInterval: number | undefined;
  readonly #setbacks: SetbackWatch;
  #furthest: Furthest | undefined;

  constructor(aws: Aws, clock: Clock) {
    this.#aws = aws;
    this.#clock = clock;
    this.#setbacks = new SetbackWatch(aws, clock);
  }

  /** One look at everything that a decision needs. */
  async observe(claimed: Release, ledger: Ledger, gatekeeper: Gatekeeper): Promise<Observation> {
    const isForward = claimed.direction === 'forward';
    const [{ release = claimed, superseded }, view, alarms, hook, refresh, pair] = await Promise.all([
      ledger.follow(claimed.number),
      this.look(claimed.group),
      isForward && claimed.plan.alarms.length > 0 ? alarmsInAlarm(this.#aws, claimed.plan.alarms) : [],
      holdsMachines(claimed) ? this.#hook(claimed.group) : undefined,
      isRefresh(claimed.plan.strategy) ? findRefresh(this.#aws, claimed) : undefined,
      claimed.sides && this.#pair(claimed.sides),
    ]);
    const relapse = await this.#healthCheckTime(view.group.targetGroups);
    const setbacks = isForward ? await this.#setbacks.look(release, view.machines) : [];
    const { machines, ...command } = await gatekeeper.inspect(release, view.machines);
    const now = this.#clock.now();
    const { bootAllowance = release.plan.progressDeadline } = release.plan;
    const observation = {
      now,
      group: { ...view.group, ...(hook && { hook }) },
      machines,
      setbacks,
      alarms,
      patience: { boot: bootAllowance + relapse, relapse },
      ...command,
      ...(refresh && { refresh }),
      ...(pair && { pair }),
      release,
      superseded,
    };
    this.#furthest = furthestOf(observation, this.#furthest);
    return { ...observation, lastProgress: this.#furthest.at };
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
    const [targets] = await Promise.all([
      this.#targetHealth(group.targetGroups),
      this.#learnImages(instances),
      this.#learnKept(instances),
    ]);
    return { group, machines: instances.map((instance) => this.#machine(instance, targets)) };
  }

  /** How long the machines that were launched meanwhile took to become healthy; nothing where that was not seen. */
  boots(): Pick<Release, 'boots'> {
    const times = [...this.#records.values()].flatMap(({ boot }) => (boot === undefined ? [] : [boot]));
    if (times.length === 0) return {};
    times.sort((one, other) => one - other);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return { boots: { median: at(0.5), p99: at(0.99), machines: times.length } };
  }

  #machine(instance: Instance, targets: readonly TargetHealths[]): Machine {
    const id = instance.InstanceId ?? '';
    const state = instance.LifecycleState ?? '';
    const stage = stageOf(state);
    const trouble = troubleOf(instance, targets);
    const healthy = stage === 'in-service' && trouble === undefined;
    const record = recordOf(this.#records.get(id), stage, healthy, this.#clock.now());
    this.#records.set(id, record);
    return {
      id,
      stage,
      healthy,
      zone: instance.AvailabilityZone ?? '',
      templateId: instance.LaunchTemplate?.LaunchTemplateId ?? instance.LaunchConfigurationName ?? '',
      version: Number(instance.LaunchTemplate?.Version ?? 0),
      imageId: this.#images.get(id) ?? '',
      healthySince: healthy ? record.since : undefined,
      unhealthySince: healthy ? undefined : record.since,
      hasServed: record.hasServed,
      ...(trouble !== undefined && { trouble }),
      ...(state === 'Pending:Proceed' && { isReleased: true }),
      ...(stage === 'aside' && this.#kept.has(id) && { isKept: true }),
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

  /** Which machines in standby we have put there ourselves: their tag says so. */
  async #learnKept(instances: readonly Instance[]): Promise<void> {
    const aside = instances.filter(({ LifecycleState = '' }) => stageOf(LifecycleState) === 'aside');
    const unknown = aside.map(({ InstanceId = '' }) => InstanceId).filter((id) => !this.#kept.has(id));
    for (let at = 0; at < unknown.length; at += 100) {
      const Filters = [
        { Name: 'instance-id', Values: unknown.slice(at, at + 100) },
        { Name: 'tag-key', Values: [keptTag] },
      ];
      const answer = await this.#aws.ec2.send(new DescribeInstancesCommand({ Filters }));
      for (const { Instances = [] } of answer.Reservations ?? []) {
        for (const { InstanceId = '' } of Instances) this.#kept.add(InstanceId);
      }
    }
  }

  /** The other group of two, and how requests are shared out. */
  async #pair(sides: Sides): Promise<Pair> {
    const [blue, weights] = await Promise.all([this.look(sides.blue.group), readWeights(this.#aws, sides)]);
    return { sides, blue, weights };
  }

  /** Our launch hook: what becomes of a machine that nobody lets go. */
  async #hook(group: string): Promise<Group['hook']> {
    const answer = await this.#aws.autoScaling.send(
      new DescribeLifecycleHooksCommand({ AutoScalingGroupName: group, LifecycleHookNames: [hookName] }),
    );
    const hook = answer.LifecycleHooks?.[0];
    if (!hook) return undefined;
    return hook.DefaultResult === 'CONTINUE' ? 'CONTINUE' : 'ABANDON';
  }

  /** How long the slowest load balancer takes to notice a change of health; read once. Milliseconds. */
  async #healthCheckTime(targetGroups: readonly string[]): Promise<number> {
    if (this.#checkInterval !== undefined || targetGroups.length === 0) return this.#checkInterval ?? shortestRelapse;
    const answer = await this.#aws.elasticLoadBalancing.send(
      new DescribeTargetGroupsCommand({ TargetGroupArns: [...targetGroups] }),
    );
    const times = (answer.TargetGroups ?? []).map(
      ({ HealthCheckIntervalSeconds = 30 }) => 2_000 * HealthCheckIntervalSeconds,
    );
    this.#checkInterval = Math.max(shortestRelapse, ...times);
    return this.#checkInterval;
  }
}

/** A machine that was healthy has at least so long to become healthy again. Milliseconds. */
const shortestRelapse = 30_000;

/** What was seen of one machine's health. */
interface HealthRecord {
  readonly healthy: boolean;
  readonly stage: Machine['stage'];
  /** Since when it is as it is. */
  readonly since: number;
  readonly hasServed: boolean;
  /** When it was first seen, if that was before it was in service, and how long it took from there to health. */
  readonly launchedAt?: number;
  readonly boot?: number;
}

function recordOf(
  known: HealthRecord | undefined,
  stage: Machine['stage'],
  healthy: boolean,
  now: number,
): HealthRecord {
  if (!known) {
    const isNew = stage === 'starting' || stage === 'waiting';
    return { healthy, stage, since: now, hasServed: healthy, ...(isNew && { launchedAt: now }) };
  }
  const isSame = known.healthy === healthy && (healthy || known.stage === stage);
  const boot = healthy && !known.hasServed && known.launchedAt !== undefined ? now - known.launchedAt : known.boot;
  return {
    ...known,
    healthy,
    stage,
    since: isSame ? known.since : now,
    hasServed: known.hasServed || healthy,
    ...(boot !== undefined && { boot }),
  };
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

function pointerOf({
  LaunchTemplate,
  MixedInstancesPolicy: policy,
  LaunchConfigurationName,
}: AutoScalingGroup): Pointer {
  if (LaunchConfigurationName) return { template: { id: LaunchConfigurationName, version: '0' } };
  const { LaunchTemplateId: id = '', Version: version = '$Default' } =
    LaunchTemplate ?? policy?.LaunchTemplate?.LaunchTemplateSpecification ?? {};
  return { template: { id, version }, ...(policy && { policy }) };
}

function describeGroup(found: AutoScalingGroup): Group {
  const name = found.AutoScalingGroupName ?? '';
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
    ...pointerOf(found),
    targetGroups: found.TargetGroupARNs ?? [],
    suspended: (found.SuspendedProcesses ?? []).map(({ ProcessName = '' }) => ProcessName),
  };
}

/** Auto Scaling user guide, "Amazon EC2 Auto Scaling instance lifecycle". States not known yet count as aside. */
function stageOf(state: string): Machine['stage'] {
  if (state === 'InService') return 'in-service';
  if (state === 'Pending:Wait') return 'waiting';
  if (state.startsWith('Pending')) return 'starting';
  if (/^(Terminat|Detach)/.test(state)) return 'leaving';
  return 'aside';
}
