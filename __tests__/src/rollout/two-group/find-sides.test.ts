import { expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import type { Observer } from '../../../../src/rollout/group/observe.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import type { Sides } from '../../../../src/rollout/heart/sides.js';
import { oldestRead } from '../../../../src/rollout/size/size.js';
import { findSides } from '../../../../src/rollout/two-group/find-sides.js';
import { back, begun, now, see } from '../seen.js';

const sizes = { min: 1, max: 3, desired: 3 };
const sides: Sides = {
  rule: 'rule',
  blue: { group: 'blue', targetGroup: 'tg-blue', sizes },
  green: { group: 'green', targetGroup: 'tg-green', sizes },
  weights: { blue: 1, green: undefined },
  imageId: 'ami-old',
};
const wentBack: Release = { ...back, sides, outcome: 'rolled-back', endedAt: now - oldestRead + 1 };

/** The rule is read as it was while green was being tried: with a weight of 0. */
async function weightsFound(newest?: Release) {
  const targets = ['tg-blue', 'tg-green'].map((arn, at) => ({ TargetGroupArn: arn, Weight: 1 - at }));
  const rule = { RuleArn: 'rule', Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups: targets } }] };
  const aws = { elasticLoadBalancing: { send: async () => ({ Rules: [rule] }) } } as unknown as Aws;
  const look = async (name: string) =>
    see(begun, [], { name, trafficSources: [{ type: 'elbv2', id: `tg-${name}` }] } as object);
  const history = newest ? [newest] : [];
  const found = await findSides(
    aws,
    { look } as unknown as Observer,
    { groups: ['green', 'blue'], rule: 'rule' },
    { history, now },
  );
  expect(found.sides.blue.group).toBe('blue');
  return found.sides.weights;
}

it('a rule that was read from before a release has just gone back is as that one has left it', async () => {
  expect(await weightsFound(wentBack)).toEqual({ blue: 1, green: undefined });
});

/** The sizes that the idle group is to have in the end; it is read as large. */
async function idleSizes(newest: Release) {
  const rule = { RuleArn: 'rule', Actions: [{ Type: 'forward', TargetGroupArn: 'tg-blue' }] };
  const aws = { elasticLoadBalancing: { send: async () => ({ Rules: [rule] }) } } as unknown as Aws;
  const look = async (name: string) =>
    see(begun, [], { name, min: 3, desired: 3, trafficSources: [{ type: 'elbv2', id: `tg-${name}` }] } as object);
  const observer = { look } as unknown as Observer;
  const found = await findSides(aws, observer, { groups: ['green', 'blue'], rule: 'rule' }, { history: [newest], now });
  return found.sides.green.sizes;
}

const none = { min: 0, max: 0, desired: 0 };
const green = { ...sides.green, sizes: none };
const shifted: Release = {
  ...wentBack,
  outcome: 'succeeded',
  sides: { ...sides, blue: sides.green, green: { ...sides.blue, sizes: none } },
};

it.each<[string, Release, object]>([
  ['has just been emptied, for the other one serves', shifted, none],
  ['has just been emptied on the way back', { ...wentBack, sides: { ...sides, green } }, none],
  ['was emptied longer ago', { ...shifted, endedAt: now - oldestRead }, { min: 3, desired: 3 }],
])('the idle one of two groups is as that release has left it where it %s', async (_what, newest, expected) => {
  expect(await idleSizes(newest)).toMatchObject(expected);
});

it.each<[string, Release | undefined]>([
  ['there is no release', undefined],
  ['it has succeeded', { ...wentBack, outcome: 'succeeded' }],
  ['it is over for a minute', { ...wentBack, endedAt: now - oldestRead }],
  ['the other group served then', { ...wentBack, sides: { ...sides, blue: sides.green, green: sides.blue } }],
])('a rule is as it is read where %s', async (_what, newest) => {
  expect(await weightsFound(newest)).toEqual({ blue: 1, green: 0 });
});
