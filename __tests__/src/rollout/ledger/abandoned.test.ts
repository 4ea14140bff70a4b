import { describe, expect, it } from '@jest/globals';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { refusal } from '../../../../src/rollout/ledger/abandoned.js';
import { carryOn } from '../../../../src/rollout/ledger/carry-on.js';
import { back, begun, now, proving } from '../seen.js';

const ann = { ...begun.claimant, actor: 'ann', runUrl: 'https://github.com/o/r/actions/runs/52' };
const began = /by ben since 1970-01-12T13:45:40Z \(u\)/;

describe('who is refused a group is told what is done there, by whom and since when', () => {
  it.each<[string, Release, RegExp]>([
    [
      'a rollout',
      proving,
      new RegExp(`^Group "web" is being rolled out to ami-new ${began.source}\\. Wait .* cancel it`),
    ],
    [
      'a way back',
      back,
      /^The rollout of ami-new to group "web" is being taken back: ben has been at it since .* \(u\)\./,
    ],
    [
      'one on hold',
      { ...back, direction: 'hold' },
      /^The rollout of ami-new to group "web" is being put on hold: ben /,
    ],
    [
      'a pause',
      { ...proving, rests: { kind: 'paused', until: now } },
      new RegExp(`^The rollout of ami-new to group "web" ${began.source} is paused until 1970-01-12T13:46:40Z`),
    ],
  ])('%s', (_what, release, message) => {
    expect(refusal(release).message).toMatch(message);
  });

  it('and of one that was carried on, since when it is that run’s, whose launches keep their tokens', () => {
    const carried = carryOn(back, ann, now);
    expect(carried.startedAt).toBe(back.startedAt);
    expect(refusal(carried).message).toContain(
      'ann has been at it since 1970-01-12T13:46:40Z (https://github.com/o/r/actions/runs/52)',
    );
  });
});
