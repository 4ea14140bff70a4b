import { stat } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';

/** A clock on which something happens each second. */
function ticking(): { readonly clock: VirtualClock; readonly seconds: () => number } {
  const clock = new VirtualClock();
  let ticks = 0;
  const tick = () => {
    ticks++;
    clock.schedule(1_000, tick);
  };
  tick();
  return { clock, seconds: () => ticks };
}

it('passes time only when every promise has settled, from wherever it is begun', async () => {
  const { clock, seconds } = ticking();
  const work = async () => {
    for (let step = 0; step < 1_000; step++) await undefined;
    return seconds();
  };
  expect(await clock.run(work())).toBe(1);
  // What begins in a turn of the event loop is no promise job.
  expect(await new Promise((resolve) => stat('.', () => resolve(clock.run(work()))))).toBe(1);
  expect(await clock.run(clock.sleep(60_000).then(seconds))).toBeGreaterThanOrEqual(60);
});

it('lets what is really under way come to its end, though time passes meanwhile', async () => {
  const { clock } = ticking();
  expect(await clock.run(readFile('package.json', 'utf8'), 30 * 24 * 3_600_000)).toContain('steadfleet');
});

it('passes no time while somebody holds it', async () => {
  const { clock, seconds } = ticking();
  const release = clock.hold();
  const reading = readFile('package.json', 'utf8').finally(release);
  expect(await clock.run(reading.then(seconds))).toBe(1);
});

it('says so when work can never end', async () => {
  await expect(new VirtualClock().run(new Promise(() => undefined))).rejects.toThrow('deadlock');
  await expect(ticking().clock.run(new Promise(() => undefined), 60_000)).rejects.toThrow('after 60 virtual seconds');
});
