import type { LaunchInstancesCommandOutput } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import { launchInstances } from '../../../../src/rollout/changes/launch-instances.js';
import { proving } from '../seen.js';

const zone = 'eu-west-1a';
const surge = { machines: 0, from: 3, raised: true, launches: { at: proving.startedAt, zones: { [zone]: 2 } } };

/** What is made of one answer of AWS to a launch of two machines. */
async function launch(ids: readonly string[], ErrorCode?: string) {
  const answer: Partial<LaunchInstancesCommandOutput> = {
    Instances: [{ InstanceIds: [...ids] }],
    ...(ErrorCode && { Errors: [{ ErrorCode, ErrorMessage: 'so it is' }] }),
  };
  const autoScaling = { send: async () => answer } as unknown as Aws['autoScaling'];
  return launchInstances({ autoScaling }, { ...proving, surge });
}

describe('a launch by name that AWS has not made', () => {
  it.each([
    'InsufficientInstanceCapacity',
    'InsufficientFreeAddressesInSubnet',
    'InsufficientHostCapacity',
    'UnfulfillableCapacity',
    'InstanceLimitExceeded',
    'VcpuLimitExceeded',
    'MaxSpotInstanceCountExceeded',
    'Unavailable',
    'Server.InternalError',
    'InternalError',
  ])('for %s is tried elsewhere', async (code) => {
    expect(await launch([], code)).toEqual({ machines: 0, short: [zone], shortage: `${code}: so it is` });
  });

  it.each([
    'InvalidAMIID.NotFound',
    'InvalidAMIID.Unavailable',
    'Client.InternalError',
    'InvalidKeyPair.NotFound',
    'UnauthorizedOperation',
  ])('for %s is left to the group, whose activities tell of it', async (code) => {
    expect(await launch([], code)).toEqual({ machines: 0, short: [], refusal: `${code}: so it is` });
  });

  it('of one type, for which another one came, lacks nothing', async () => {
    expect(await launch(['i-1', 'i-2'], 'InsufficientInstanceCapacity')).toEqual({ machines: 2, short: [] });
  });

  it('in part, lacks the rest', async () => {
    expect(await launch(['i-1'], 'InsufficientInstanceCapacity')).toMatchObject({ machines: 1, short: [zone] });
  });
});
