import { expect, it } from '@jest/globals';
import { HealthRecords } from '../../../../src/rollout/group/health-records.js';

it('a machine that was retired is on its way out for as long as a read may show it as before, for a warm pool may bring it back', () => {
  let now = 1_000_000;
  const records = new HealthRecords({ now: () => now });
  records.retire(['i-1', 'i-2']);
  now += 59_999;
  expect(['i-1', 'i-2', 'i-3'].map((id) => records.isRetired(id))).toEqual([true, true, false]);
  now += 1;
  expect(records.isRetired('i-1')).toBe(false);
});
