import {
  DeleteKeyPairCommand,
  DeleteSecurityGroupCommand,
  DeleteSnapshotCommand,
  DeregisterImageCommand,
  type EC2Client,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import type { Aws } from '../platform/aws.js';
import type { Clock } from '../platform/clock.js';
import { messageOf } from '../platform/failure.js';
import type { Evidence } from './evidence.js';
import { type FoundIds, findLeftovers, type Leftover } from './leftovers.js';

/** What a sweep did. */
export interface Sweep {
  /** Such as `instance i-0abc in eu-west-1`. */
  readonly removed: readonly string[];
  /** What could not be removed in time, or a region that could not be looked at, and why. */
  readonly left: readonly string[];
}

/** Between two looks; describes may show the past for some seconds (EC2 API, "Eventual consistency"). */
const pause = 2_000;
/** A call that was under way when Packer was killed may still take effect: so many looks in a row must find nothing. */
const quietLooks = 2;

/**
 * Removes what a bake left in its regions, again and again until nothing is found, for at most `patience` milliseconds.
 * It never throws: what it cannot do, it says.
 */
export async function sweep(
  regions: readonly Aws[],
  evidence: Evidence,
  clock: Clock,
  patience: number,
): Promise<Sweep> {
  const deadline = clock.now() + patience;
  const found: FoundIds = { instances: new Set(evidence.instances), images: new Set() };
  const removed = new Set<string>();
  for (let quiet = 0; ; await clock.sleep(pause)) {
    const left: string[] = [];
    const unsearched: string[] = [];
    for (const aws of regions) {
      try {
        left.push(...(await sweepRegion(aws, evidence, found, removed)));
      } catch (error) {
        unsearched.push(`unknown things in ${aws.region}, which could not be searched (${messageOf(error)})`);
      }
    }
    // Waiting opens no region that is closed to us, so such a one does not keep the others.
    quiet = left.length === 0 ? quiet + 1 : 0;
    if (quiet === quietLooks || clock.now() >= deadline)
      return { removed: [...removed], left: [...left, ...unsearched] };
  }
}

/** @returns what was there, each with the reason if it could not be removed. */
async function sweepRegion(
  { ec2, region }: Aws,
  evidence: Evidence,
  found: FoundIds,
  removed: Set<string>,
): Promise<string[]> {
  const left: string[] = [];
  const leftovers = await findLeftovers(ec2, evidence, found);
  const occupied = leftovers.some(({ kind }) => kind === 'instance');
  for (const leftover of leftovers) {
    const name = `${leftover.kind} ${leftover.id} in ${region}`;
    const reason = await remove(ec2, leftover, occupied);
    left.push(reason === '' ? name : `${name} (${reason})`);
    if (reason === '') removed.add(name);
  }
  return left;
}

/** @returns why it is still there, or nothing. */
async function remove(ec2: EC2Client, { kind, id, leaving }: Leftover, occupied: boolean): Promise<string> {
  if (leaving) return 'shutting down';
  if (occupied && (kind === 'security group' || kind === 'key pair')) return 'in use until its instance has gone';
  try {
    await removals[kind](ec2, id);
    return '';
  } catch (error) {
    return messageOf(error);
  }
}

const removals: Record<Leftover['kind'], (ec2: EC2Client, id: string) => Promise<unknown>> = {
  instance: (ec2, id) => ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] })),
  image: (ec2, id) => ec2.send(new DeregisterImageCommand({ ImageId: id })),
  snapshot: (ec2, id) => ec2.send(new DeleteSnapshotCommand({ SnapshotId: id })),
  'security group': (ec2, id) => ec2.send(new DeleteSecurityGroupCommand({ GroupId: id })),
  'key pair': (ec2, id) => ec2.send(new DeleteKeyPairCommand({ KeyName: id })),
};
