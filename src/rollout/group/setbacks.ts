import type { Activity } from '@aws-sdk/client-auto-scaling';
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import type { Aws } from '../../platform/aws.js';
import type { Clock } from '../../platform/clock.js';
import { runs } from '../heart/matching.js';
import type { Machine } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { goalOf } from '../heart/waves.js';

/**
 * What AWS says when it cannot give a machine just now, or has taken one back: want of capacity, limits, Spot, throttling,
 * a fault of its own. None of that says anything of an image, so it waits for the progress deadline (EC2 user guide,
 * "Troubleshoot instance launch issues"; Auto Scaling user guide, "Troubleshoot Amazon EC2 Auto Scaling").
 */
const notTheImage =
  /capacity|limit|quota|exceeded|not enough|insufficient(?! (?:permission|privilege))|spot|not supported in your requested availability zone|availability zone is no longer supported|maximum number of|an internal error|unavailable|Server\.\w+|UserInitiated/i;

/** What is said of a thing that is missing or forbidden, whose name may hold any of those words. */
const theRequest = /does not exist|is invalid|access denied|not authorized/i;

/** Whether a text blames nothing that the rollout has asked for. */
function blamesNothing(text: string): boolean {
  return !theRequest.test(text) && notTheImage.test(text);
}

/** The first machine that a text names; undefined where it names none. */
export function instanceIn(text: string): string | undefined {
  return /\bi-[0-9a-f]+/.exec(text)?.[0];
}

/** Watches what definitely goes wrong with new machines: failed launches, and deaths. */
export class SetbackWatch {
  readonly #aws: Pick<Aws, 'ec2'>;
  readonly #beganAt: number;
  /** Machines that were launched for the rollout, also once their group has dropped them. */
  readonly #fresh = new Set<string>();
  /** Why EC2 says that a machine has ended. */
  readonly #reasons = new Map<string, string>();

  constructor(aws: Pick<Aws, 'ec2'>, clock: Pick<Clock, 'now'>) {
    this.#aws = aws;
    this.#beganAt = clock.now();
  }

  /** The setbacks among a group's activities since the release began, newest first, in AWS's words. */
  async look(release: Release, machines: readonly Machine[], all: readonly Activity[]): Promise<readonly string[]> {
    for (const machine of machines) if (runs(machine, goalOf(release))) this.#fresh.add(machine.id);
    const activities = all.filter(({ StartTime }) => (StartTime?.getTime() ?? 0) >= release.startedAt);
    await this.#learnReasons(activities);
    return activities.flatMap((activity) => this.#setbackOf(activity, release) ?? []);
  }

  #setbackOf(activity: Activity, release: Release): string | undefined {
    const { StatusMessage = '' } = activity;
    if (/was abandoned/i.test(StatusMessage)) return this.#abandoned(activity, StatusMessage);
    if (!isFailedLaunch(activity)) return this.#died(activity);
    const isOfPredecessor = StatusMessage.includes(release.from.imageId);
    return isOfPredecessor || blamesNothing(StatusMessage)
      ? undefined
      : `${launchOf(activity)} failed: ${StatusMessage}`;
  }

  /** Somebody else's launch hook has said no. So does ours, when an earlier run was cancelled or has died. */
  #abandoned(activity: Activity, message: string): string | undefined {
    const isOurTime = (activity.StartTime?.getTime() ?? 0) >= this.#beganAt;
    if (!isOurTime || !/ABANDON result/i.test(message) || this.#machineOf(activity) === undefined) return undefined;
    return `${launchOf(activity)} was abandoned: ${message}`;
  }

  #died(activity: Activity): string | undefined {
    const { Cause = '', Description } = activity;
    const dead = /health check|status check/i.test(Cause) ? this.#machineOf(activity) : undefined;
    if (dead === undefined) return undefined;
    if (!isFoundDead(activity)) return `A new machine was taken out by its health check: ${Description}`;
    const reason = this.#reasons.get(dead) ?? '';
    return reason === '' || blamesNothing(reason) ? undefined : `New machine ${dead} has ended: ${reason}`;
  }

  /** The new machine that an activity is about. */
  #machineOf({ Description = '' }: Activity): string | undefined {
    const id = instanceIn(Description);
    return id !== undefined && this.#fresh.has(id) ? id : undefined;
  }

  /** EC2 knows for an hour why an instance has ended (EC2 API, StateReason). */
  async #learnReasons(activities: readonly Activity[]): Promise<void> {
    const dead = activities.filter(isFoundDead).map((activity) => this.#machineOf(activity));
    const unknown = [...new Set(dead)].filter((id) => id !== undefined && !this.#reasons.has(id)) as string[];
    for (let at = 0; at < unknown.length; at += 100) {
      const Filters = [{ Name: 'instance-id', Values: unknown.slice(at, at + 100) }];
      const answer = await this.#aws.ec2.send(new DescribeInstancesCommand({ Filters }));
      for (const { Instances = [] } of answer.Reservations ?? []) {
        for (const { InstanceId = '', StateReason } of Instances) {
          if (StateReason?.Message) this.#reasons.set(InstanceId, StateReason.Message);
        }
      }
    }
  }
}

/** A launch, by its machine where there was one: that stands before AWS's words, which may name others. */
export function launchOf({ Description = '' }: Activity): string {
  const id = instanceIn(Description);
  return id === undefined ? 'A launch' : `The launch of ${id}`;
}

/**
 * AWS cancels a launch whose machine dies before it is in service, and says what it died of. One that a scale-in or a call
 * of ours has cancelled says nothing of the kind.
 */
export function isFailedLaunch(activity: Activity): boolean {
  const { StatusCode, StatusMessage = '' } = activity;
  const hasDied = StatusCode === 'Cancelled' && /became unhealthy while waiting/i.test(StatusMessage);
  return (StatusCode === 'Failed' || hasDied) && isLaunch(activity);
}

/** Auto Scaling user guide, "Verify a scaling activity": "Launching a new EC2 instance". */
export function isLaunch({ Description = '' }: Activity): boolean {
  return /launching/i.test(Description);
}

/** The group did not end it: it found it ended. */
function isFoundDead({ Cause = '' }: Activity): boolean {
  return /terminated or stopped/i.test(Cause);
}
