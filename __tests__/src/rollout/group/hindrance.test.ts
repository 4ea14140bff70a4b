import type { Activity } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { hindranceIn } from '../../../../src/rollout/group/hindrance.js';
import type { Group } from '../../../../src/rollout/heart/observation.js';
import { now, oldOnes, proving, see } from '../seen.js';

const trafficSources = [{ type: 'elbv2', id: 'shop' }] as const;
const launch = (StatusCode: string, StatusMessage = 'No such key', at = now) =>
  ({ Description: 'Launching a new EC2 instance', StartTime: new Date(at), StatusCode, StatusMessage }) as Activity;
const ending = { ...launch('Failed'), Description: 'Terminating EC2 instance: i-1' };

describe('what keeps a group from launching', () => {
  it.each<[string, Partial<Group>, Activity[], string | undefined]>([
    ['a suspended process', { suspended: ['AZRebalance', 'Launch'] }, [launch('Failed')], 'Launch is suspended.'],
    ['one of no use here', { suspended: ['AddToLoadBalancer'] }, [], undefined],
    [
      'two of them',
      { suspended: ['AddToLoadBalancer', 'Launch'], trafficSources },
      [],
      'Launch and AddToLoadBalancer are suspended.',
    ],
    ['its newest launch, which has failed', {}, [ending, launch('Failed')], 'A launch failed: No such key.'],
    ['no older one', {}, [launch('Successful'), launch('Failed')], undefined],
    ['none from before the release', {}, [launch('Failed', '', proving.startedAt - 1)], undefined],
  ])('is %s', (_what, group, activities, told) => {
    expect(hindranceIn(see(proving, oldOnes, group), activities)).toBe(told);
  });

  it('is what our own call has lacked, of which no activity tells', () => {
    const surge = { machines: 1, from: 3, raised: true, short: ['eu-west-1a', 'eu-west-1b'] };
    const short = { ...proving, surge };
    expect(hindranceIn(see(short, oldOnes), [])).toBe('AWS lacks machines in eu-west-1a, eu-west-1b.');
    expect(hindranceIn(see(short, oldOnes), [launch('Failed')])).toBe('A launch failed: No such key.');
  });
});
