import { expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import type { LaunchSource } from '../../../../src/rollout/heart/launch-source.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { pointAt } from '../../../../src/rollout/moves/point-at.js';
import type { Tools } from '../../../../src/rollout/moves/tools.js';
import { after, begun, oldOnes, see } from '../seen.js';

const refused = (name: string) => Object.assign(new Error(name), { name });

/** A group that AWS refuses to point anywhere, and the versions that are left. */
function meet(left: readonly string[]) {
  const told: string[] = [];
  const update = async () => {
    throw refused('ValidationError');
  };
  const describe = async ({ input }: { input: { LaunchTemplateId: string; Versions: readonly string[] } }) => {
    if (!left.includes(`${input.LaunchTemplateId}:${input.Versions[0]}`)) {
      throw refused('InvalidLaunchTemplateId.VersionNotFound');
    }
    return { LaunchTemplateVersions: [{ LaunchTemplateData: { ImageId: 'ami-new' } }] };
  };
  const aws = { autoScaling: { send: update }, ec2: { send: describe } } as unknown as Aws;
  const ledger = { update: async (release: Release) => release };
  const rest = { ledger, clock: { now: () => 0 }, fence: { check: () => undefined, renew: () => undefined } };
  const tools = { aws, ...rest, tell: (line: string) => told.push(line) } as unknown as Tools;
  return { tools, told };
}

const both: LaunchSource = { ...after, others: [{ templateId: 'lt-2', version: 7, imageId: 'ami-new' }] };
const release: Release = { ...begun, to: both };
const move = { kind: 'point-at', version: both } as const;

it('names the version that somebody has deleted, be it that of an override', async () => {
  const { tools, told } = meet(['lt-1:2']);
  const turned = await pointAt(move, see(release, oldOnes), tools);
  const reason = 'Somebody has deleted version 7 of launch template lt-2, which launches ami-new.';
  expect(turned).toMatchObject({ direction: 'back', backOutcome: 'rolled-back', reason });
  expect(told).toEqual([reason]);
});

it('passes on what AWS refuses for another reason', async () => {
  const { tools } = meet(['lt-1:2', 'lt-2:7']);
  await expect(pointAt(move, see(release, oldOnes), tools)).rejects.toThrow('ValidationError');
});
