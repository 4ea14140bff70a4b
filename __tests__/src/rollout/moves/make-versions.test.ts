import { expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { makeVersions } from '../../../../src/rollout/moves/make-versions.js';
import type { Tools } from '../../../../src/rollout/moves/tools.js';
import { before, begun, oldOnes, see } from '../seen.js';

/** EC2 with or without the version that runs. */
function meet(isThere: boolean) {
  const send = async (command: { readonly constructor: { readonly name: string } }) => {
    const name = 'InvalidLaunchTemplateId.VersionNotFound';
    if (!isThere) throw Object.assign(new Error(name), { name });
    const LaunchTemplateData = { ImageId: 'ami-old' };
    return command.constructor.name === 'CreateLaunchTemplateVersionCommand'
      ? { LaunchTemplateVersion: { VersionNumber: 9, LaunchTemplateData } }
      : { LaunchTemplateVersions: [{ VersionNumber: 1, LaunchTemplateData }] };
  };
  const told: string[] = [];
  const ledger = { update: async (release: Release) => release };
  const rest = { ledger, clock: { now: () => 0 }, fence: { check: () => undefined, renew: () => undefined } };
  const aws = { ec2: { send } } as unknown as Aws;
  return { told, tools: { aws, ...rest, tell: (line: string) => told.push(line) } as unknown as Tools };
}

const { version: _, ...planned } = begun.to;
const release: Release = { ...begun, from: { ...before, isFloating: true }, to: planned };

it('makes what launches the new image, and what pins the one that runs', async () => {
  const seen = see(release, oldOnes);
  const { tools } = meet(true);
  expect((await makeVersions({ kind: 'create-version' }, seen, tools)).to).toMatchObject({ version: 9 });
  expect((await makeVersions({ kind: 'pin-version' }, seen, tools)).from).toMatchObject({ version: 9, pins: 1 });
});

it.each(['create-version', 'pin-version'] as const)(
  'leaves a group to a person whose own version somebody has deleted: %s',
  async (kind) => {
    const { tools, told } = meet(false);
    const reason =
      'Somebody has deleted version 1 of launch template lt-1, which launches ami-old, so no other can be made of it. Point the group at what is there.';
    expect(await makeVersions({ kind }, see(release, oldOnes), tools)).toMatchObject({ direction: 'hold', reason });
    expect(told).toEqual([reason]);
  },
);
