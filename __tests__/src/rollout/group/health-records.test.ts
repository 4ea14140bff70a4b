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

it('a machine that was on its way into service is missed for as long as a read may lack it, unless it is there, or has got there', () => {
  let now = 1_000_000;
  const records = new HealthRecords({ now: () => now });
  const note = (id: string, stage: 'starting' | 'waiting' | 'in-service') =>
    records.note(id, { stage, healthy: false, imageId: '' });
  note('i-1', 'starting');
  note('i-2', 'waiting');
  note('i-3', 'starting');
  note('i-3', 'in-service');
  const misses = (...ids: string[]) => records.lacksStarting(ids.map((id) => ({ id })));
  expect([misses('i-1', 'i-2'), misses('i-1'), misses('i-2')]).toEqual([false, true, true]);
  now += 60_000;
  expect(misses()).toBe(false);
});
