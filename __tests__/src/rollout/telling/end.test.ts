import { expect, it } from '@jest/globals';
import { describeEnd, summarizeEnd, unchangedEnd } from '../../../../src/rollout/telling/end.js';
import { begun } from '../seen.js';

it.each(['the gate says: error: 503', 'the gate says: error: 503.'])('parts "%s" from what is to be done', (reason) => {
  const { reason: told } = describeEnd({ ...begun, outcome: 'rolled-back', reason }, 0);
  expect(told).toContain('Why: the gate says: error: 503. Mend the image');
});

it('draws no table where there was no image', () => {
  expect(summarizeEnd('shop', unchangedEnd('shop', '', 0))).not.toContain('|');
  expect(summarizeEnd('shop', unchangedEnd('shop', 'ami-new', 0))).toContain('| `ami-new` |');
});
