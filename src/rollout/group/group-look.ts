import { DescribeAutoScalingGroupsCommand, type Instance } from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import { Failure } from '../../platform/failure.js';
import type { GroupView, Machine, TrafficSource } from '../heart/observation.js';
import { describeGroup } from './describe-group.js';
import type { HealthRecords } from './health-records.js';
import { MachineFacts } from './machine-facts.js';
import { getsRequests, readHealth, type SourceHealth, sendersAmong, troubleIn } from './traffic.js';
import { readWarmPool, warmStageOf } from './warm-pool.js';

/** Looks at groups and their machines: what each runs, how far it is, and whether it is healthy wherever that counts. */
export class GroupLook {
  readonly #aws: Aws;
  readonly #records: HealthRecords;
  readonly #facts: MachineFacts;

  constructor(aws: Aws, records: HealthRecords) {
    this.#aws = aws;
    this.#records = records;
    this.#facts = new MachineFacts(aws);
  }

  /**
   * One look at a group.
   * @throws {Failure} when there is no such group.
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
    const [machines, warm] = await Promise.all([
      this.#machines(found.Instances ?? [], group.trafficSources),
      found.WarmPoolConfiguration && this.#warm(name),
    ]);
    // What the group has taken from its pool serves, or is about to, though a late read may show it there still.
    const taken = new Set(machines.map(({ id }) => id));
    return { group, machines, ...(warm && { warm: warm.filter(({ id }) => !taken.has(id)) }) };
  }

  async #machines(instances: readonly Instance[], sources: readonly TrafficSource[]): Promise<readonly Machine[]> {
    const aside = instances.filter(({ LifecycleState = '' }) => stageOf(LifecycleState) === 'aside');
    const [healths] = await Promise.all([
      readHealth(this.#aws, sources),
      this.#facts.learnImages(instances),
      this.#facts.learnKept(aside.map(({ InstanceId = '' }) => InstanceId)),
    ]);
    const senders = sendersAmong(healths);
    return instances.map((instance) => this.#machine(instance, healths, senders));
  }

  #machine(instance: Instance, healths: readonly SourceHealth[], senders: readonly SourceHealth[]): Machine {
    const { id, zone, templateId, version, imageId } = this.#identify(instance);
    const { LifecycleState: state = '' } = instance;
    const stage = this.#records.isRetired(id) ? 'leaving' : stageOf(state);
    const trouble = troubleOf(instance, healths);
    const healthy = stage === 'in-service' && trouble === undefined;
    const { healthySince, unhealthySince, hasServed } = this.#records.note(id, { stage, healthy, imageId });
    const units = instance.WeightedCapacity === undefined ? undefined : Number(instance.WeightedCapacity);
    const isProtected = instance.ProtectedFromScaleIn === true;
    const known = { id, zone, templateId, version, imageId, stage, healthy, healthySince, unhealthySince, hasServed };
    // Most end here, with the one literal above: of ten thousand, parts put together cost several times as much.
    if (healthy && units === undefined && !isProtected) return known;
    return {
      ...known,
      ...(units !== undefined && { units }),
      ...(isProtected && { isProtected }),
      ...(trouble !== undefined && { trouble }),
      ...(stage === 'in-service' && !healthy && getsRequests(senders, id) && { stillServes: true }),
      ...(stage === 'in-service' && !healthy && getsRequests(healths, id) && { seemsWell: true as const }),
      ...(state === 'Pending:Proceed' && { isReleased: true }),
      ...(stage === 'aside' && this.#facts.keptOf(id)),
      ...((state === 'EnteringStandby' || (stage === 'leaving' && stillRuns(state, healths, id))) && {
        isDraining: true,
      }),
    };
  }

  async #warm(group: string): Promise<readonly Machine[]> {
    const instances = await readWarmPool(this.#aws, group);
    await this.#facts.learnImages(instances);
    return instances.map((instance) => ({
      ...this.#identify(instance),
      stage: warmStageOf(instance.LifecycleState ?? ''),
      healthy: false,
      healthySince: undefined,
      unhealthySince: undefined,
      hasServed: false,
    }));
  }

  #identify({ InstanceId: id = '', AvailabilityZone: zone = '', LaunchTemplate: template, ...instance }: Instance) {
    return {
      id,
      zone,
      templateId: template?.LaunchTemplateId ?? instance.LaunchConfigurationName ?? '',
      version: Number(template?.Version ?? 0),
      imageId: this.#facts.imageOf(id),
    };
  }
}

/** A machine that leaves runs until no load balancer knows it any more, nor any hook holds it (Auto Scaling user guide, "Instance lifecycle"). */
function stillRuns(state: string, healths: readonly SourceHealth[], id: string): boolean {
  return state === 'Terminating:Wait' || healths.some((health) => health.has(id));
}

/** Why a machine cannot be called healthy, in AWS's words; undefined when nothing speaks against it. */
function troubleOf(
  { InstanceId = '', HealthStatus, LifecycleState }: Instance,
  healths: readonly SourceHealth[],
): string | undefined {
  if (HealthStatus !== 'Healthy') return `${HealthStatus} to its group`;
  const trouble = troubleIn(healths, InstanceId);
  return trouble && LifecycleState !== 'InService' ? `${LifecycleState}, ${trouble}` : trouble;
}

/** Auto Scaling user guide, "Amazon EC2 Auto Scaling instance lifecycle". States not known yet count as aside. */
function stageOf(state: string): Machine['stage'] {
  if (state === 'InService') return 'in-service';
  if (state === 'Pending:Wait') return 'waiting';
  // While its root volume is replaced a machine keeps its place, and starts anew.
  if (/^(Pending|ReplacingRootVolume|RootVolumeReplaced)/.test(state)) return 'starting';
  if (/^(Terminat|Detach)/.test(state)) return 'leaving';
  return 'aside';
}
