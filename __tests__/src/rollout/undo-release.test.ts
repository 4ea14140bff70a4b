import { describe, expect, it } from '@jest/globals';
import type { Release } from '../../../src/rollout/heart/release.js';
import type { Sides } from '../../../src/rollout/heart/sides.js';
import { undoneAlready } from '../../../src/rollout/undo-release.js';
import { back, begun } from './seen.js';

const own = { ...begun.claimant, repository: 'octo/shop', runId: '42', runAttempt: '2' };
const ours: Release = { ...begun, claimant: { ...own, runAttempt: '1' } };
const turned: Release = { ...ours, direction: back.direction, outcome: 'rolled-back' };
const sides = { imageId: 'ami-blue' } as Sides;

describe('what this very run of a workflow has taken back already', () => {
  it.each<[string, Release, string]>([
    ['by an undo', { ...ours, undoes: 6, outcome: 'succeeded' }, 'ami-new'],
    ['by an undo of an empty group', { ...ours, undoes: 6, outcome: 'unproven' }, 'ami-new'],
    ['because the image was bad', turned, 'ami-old'],
    ['by an abort', { ...turned, outcome: 'aborted' }, 'ami-old'],
    ['of two groups', { ...turned, sides }, 'ami-blue'],
    ['of two groups by a rollout', { ...ours, sides, undoes: 6, outcome: 'succeeded' }, 'ami-new'],
  ])('%s: the group runs what it says', (_how, newest, imageId) => {
    const found = undoneAlready(newest, own);
    expect(found?.imageId).toBe(imageId);
    expect(found?.reason).toBe(
      `Release ${newest.undoes ?? 7} is taken back already, by this very run: "web" runs ${imageId}. ` +
        'Nothing was changed. To go further back, undo in another run.',
    );
  });

  it.each<[string, Release]>([
    ['another run has', { ...turned, claimant: { ...own, runId: '43' } }],
    ['another repository has', { ...turned, claimant: { ...own, repository: 'octo/other' } }],
    ['it was rolled out, and stays', { ...ours, outcome: 'succeeded' }],
    ['the undo was taken back itself', { ...turned, undoes: 6 }],
    ['the undo of two groups was, by whoever carried it on', { ...turned, sides, undoes: 6, continues: 6 }],
    ['the undo waits for a person', { ...turned, undoes: 6, outcome: 'needs-attention' }],
  ])('but not where %s', (_why, newest) => {
    expect(undoneAlready(newest, own)).toBeUndefined();
  });

  it('nor outside of a workflow, where all runs have one name', () => {
    const nobody = { ...own, repository: '', runId: '0' };
    expect(undoneAlready({ ...turned, claimant: { ...turned.claimant, ...nobody } }, nobody)).toBeUndefined();
  });
});
