import { LaunchInstancesCommand } from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import { briefly } from '../../platform/aws-failure.js';
import { failureKind } from '../../platform/retry.js';
import type { Release } from '../heart/release.js';
import { type Launch, launchesOf } from '../size/raise.js';

/** What came of a raise. */
export interface Launched {
  readonly machines: number;
  /** Zones that had no room for all of theirs. */
  readonly short: readonly string[];
  /** Why AWS will not do it for this group at all, in its words; what is missing comes by desired capacity then. */
  readonly refusal?: string;
  /** Why not all came, in AWS's words. */
  readonly shortage?: string;
}

/**
 * Want of capacity or quota, or a fault of AWS's own: another zone may have it, or this one in a while. An image that cannot be had is
 * `InvalidAMIID.Unavailable`, a key that encrypts volumes `Client.InternalError`: those are none (EC2 API, "Error codes").
 */
const shortage =
  /^(Server\.\w+|Insufficient\w+|\w*Capacity\w*|\w*(Limit|Count|Quota)Exceeded|(Service)?Unavailable|Internal(Error|Failure)|ServerInternal)$/;

/**
 * Launches the machines of the release's present raise, zone by zone; desired rises with each (Auto Scaling API,
 * LaunchInstances). Whatever becomes of this call, the next one finds out what this one has done.
 * @throws what AWS throws when it is not known whether a call had an effect.
 */
export async function launchInstances(aws: Pick<Aws, 'autoScaling'>, release: Release): Promise<Launched> {
  let launched: Launched = { machines: 0, short: [] };
  for (const one of launchesOf(release)) {
    launched = join(launched, await call(aws, release.group, one));
    if (launched.refusal !== undefined) break;
  }
  return launched;
}

async function call({ autoScaling }: Pick<Aws, 'autoScaling'>, group: string, launch: Launch): Promise<Launched> {
  const { token, zone, machines } = launch;
  const order = { AutoScalingGroupName: group, RequestedCapacity: machines, AvailabilityZones: [zone] };
  try {
    const { Instances = [], Errors = [] } = await autoScaling.send(
      new LaunchInstancesCommand({ ...order, ClientToken: token, RetryStrategy: 'none' }),
    );
    const came = Instances.reduce((sum, { InstanceIds = [] }) => sum + InstanceIds.length, 0);
    const [error] = Errors;
    // Of a group with several instance types AWS may tell of one that it lacks, though another one has taken its place.
    if (!error || came >= machines) return { machines: came, short: [] };
    const says = `${error.ErrorCode ?? 'no reason given'}: ${error.ErrorMessage ?? ''}`;
    // What AWS says of the image, it says in the group's activities as well, once the group itself tries.
    if (!shortage.test(error.ErrorCode ?? '')) return { machines: came, short: [], refusal: says };
    return { machines: came, short: [zone], shortage: says };
  } catch (error) {
    if (failureKind(error) !== 'refused') throw error;
    return { machines: 0, short: [], refusal: briefly(error) };
  }
}

function join(one: Launched, other: Launched): Launched {
  return {
    ...one,
    ...other,
    machines: one.machines + other.machines,
    short: [...new Set([...one.short, ...other.short])],
  };
}
