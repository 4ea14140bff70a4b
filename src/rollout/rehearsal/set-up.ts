import type { CreateLaunchTemplateCommandOutput } from '@aws-sdk/client-ec2';
import type { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import type { ServiceName } from '../../../sandbox/world/world.js';
import { provenGrace } from './boot-times.js';
import type { Portrait } from './portrait.js';
import type { StandIns } from './stand-ins.js';

/** Makes a call to the API of a world. */
export type Caller = <Output>(service: ServiceName, operation: string, input: object) => Output;

/** What a group is made with. */
export interface SetUpSettings {
  readonly call: Caller;
  readonly clock: VirtualClock;
  readonly standIns: StandIns;
  readonly subnetIds: readonly string[];
  /** ARNs. */
  readonly targetGroups: readonly string[];
}

const minute = 60_000;

/** Makes a group in a world as its owner might have made it, through the API. */
export class SetUp {
  readonly #settings: SetUpSettings;
  readonly #portrait: Portrait;
  readonly #templateId: string;

  constructor(settings: SetUpSettings, portrait: Portrait) {
    const { name, cohorts } = portrait;
    this.#settings = settings;
    this.#portrait = portrait;
    const { LaunchTemplate } = this.#callEc2<CreateLaunchTemplateCommandOutput>('CreateLaunchTemplate', {
      LaunchTemplateName: `rehearsal-${Buffer.from(name).toString('hex').slice(0, 100)}`,
      ...this.#launches(cohorts[0]?.imageId),
    });
    this.#templateId = LaunchTemplate?.LaunchTemplateId ?? '';
  }

  /**
   * Launches one cohort after the other, each from a template version of its own, and gives the group its settings when
   * all are in service.
   */
  populate(): void {
    const { clock } = this.#settings;
    const { cohorts, min, max, pace, targetGroups } = this.#portrait;
    this.#createGroup();
    let size = 0;
    for (const [index, { imageId, machines }] of cohorts.entries()) {
      if (index > 0) {
        const next = { LaunchTemplateId: this.#templateId, ...this.#launches(imageId) };
        this.#callEc2('CreateLaunchTemplateVersion', next);
      }
      size += machines;
      this.#callGroup('UpdateAutoScalingGroup', { ...this.#version(index + 1), DesiredCapacity: size });
      clock.advance(minute);
    }
    this.#callGroup('UpdateAutoScalingGroup', { ...this.#version(1), MinSize: min, MaxSize: max });
    const longestCheck = Math.max(0, ...targetGroups.map(({ interval }) => interval * 1000));
    clock.advance((pace.launch?.[1] ?? minute) + 2 * longestCheck + minute);
  }

  /** What rests, and what comes due; times count from now. Those of actions that recur may meet, those of others may not. */
  schedule(): void {
    const { suspended, appointments } = this.#portrait;
    if (suspended.length > 0) this.#callGroup('SuspendProcesses', { ScalingProcesses: suspended });
    let last = 0;
    for (const { name, in: delay, sizes } of [...appointments].sort((one, other) => one.in - other.in)) {
      last = Math.max(last + 1, this.#settings.clock.now() + delay);
      const StartTime = new Date(last);
      this.#callGroup('PutScheduledUpdateGroupAction', { ScheduledActionName: name, StartTime, ...sizes });
    }
  }

  #createGroup(): void {
    const { subnetIds, targetGroups } = this.#settings;
    const { zones, desired, max, healthCheckType } = this.#portrait;
    this.#callGroup('CreateAutoScalingGroup', {
      ...this.#version(1),
      MinSize: 0,
      MaxSize: Math.max(max, desired),
      DesiredCapacity: 0,
      // The sandbox's regions have three zones.
      VPCZoneIdentifier: subnetIds.slice(0, zones).join(','),
      TargetGroupARNs: targetGroups,
      HealthCheckType: healthCheckType,
      HealthCheckGracePeriod: provenGrace(this.#portrait),
    });
  }

  #launches(imageId = ''): object {
    const ImageId = this.#settings.standIns.imageLike(imageId);
    return { LaunchTemplateData: { ImageId, InstanceType: 't3.micro' } };
  }

  /** What the group launches: the cohort that its template's version was made for. */
  #version(number: number): object {
    const { namesImages, cohorts } = this.#portrait;
    const LaunchTemplateSpecification = { LaunchTemplateId: this.#templateId, Version: String(number) };
    if (!namesImages) return { LaunchTemplate: LaunchTemplateSpecification };
    const ImageId = this.#settings.standIns.imageLike(cohorts[number - 1]?.imageId ?? '');
    const Overrides = [{ InstanceType: 't3.micro', ImageId }];
    return { MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification, Overrides } } };
  }

  #callEc2<Output>(operation: string, input: object): Output {
    return this.#settings.call('ec2', operation, input);
  }

  #callGroup(operation: string, input: object): void {
    this.#settings.call('autoscaling', operation, { AutoScalingGroupName: this.#portrait.name, ...input });
  }
}
