import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import type { LaunchSource } from '../../../../src/rollout/heart/launch-source.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import type { Sides } from '../../../../src/rollout/heart/sides.js';
import { predecessorOf } from '../../../../src/rollout/ledger/predecessor.js';
import { begun } from '../seen.js';

const version = (number: number): LaunchSource => ({ templateId: 'lt-1', version: number, imageId: `ami-${number}` });
const [before, held, next] = [version(1), version(2), version(3)];
const left: Release = { ...begun, from: before, to: held, outcome: 'needs-attention' };

/** Every version is there. */
const aws = {
  ec2: { send: async () => ({ LaunchTemplateVersions: [{ LaunchTemplateData: { ImageId: 'ami' } }] }) },
} as unknown as Aws;

describe('what a release goes back to', () => {
  it.each<[string, LaunchSource, readonly Release[], LaunchSource]>([
    ['is what runs', held, [], held],
    ['is what runs after one that went well', held, [{ ...left, outcome: 'succeeded' }], held],
    ['is what ran before one that was left to a person', held, [left], before],
    ['is what ran before two that were', held, [{ ...left, to: next }, left], before],
    ['is what runs where most machines run that still', before, [left], before],
    ['is what a person has put in place of it', version(7), [left], version(7)],
    [
      'is the same image in a version of its own, where a person has chosen that',
      { ...held, version: 7 },
      [left],
      { ...held, version: 7 },
    ],
    ['is what runs after one that only pointed the group at it', held, [{ ...left, from: held }], held],
    ['is what runs after an undo, for that leads away from what ran before', held, [{ ...left, undoes: 1 }], held],
    ['is what runs after a rollout between two groups', held, [{ ...left, sides: {} as Sides }], held],
    [
      'is nothing of a template that runs besides',
      { ...held, others: [{ ...next, templateId: 'lt-2' }] },
      [left],
      { ...held, others: [{ ...next, templateId: 'lt-2' }] },
    ],
  ])('%s', async (_, running, history, expected) => {
    expect(await predecessorOf(aws, history, running)).toEqual(expected);
  });
});
