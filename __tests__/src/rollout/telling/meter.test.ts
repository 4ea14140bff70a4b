import { describe, expect, it } from '@jest/globals';
import type { Machine } from '../../../../src/rollout/heart/observation.js';
import { Meter } from '../../../../src/rollout/telling/meter.js';
import { begun, machine, now, see } from '../seen.js';

const minute = 60_000;
const old = ['i-1', 'i-2', 'i-3'].map((id) => machine(id, 1));

function measured(...looks: (readonly Machine[])[]): Meter {
  const meter = new Meter();
  for (const [index, machines] of looks.entries()) meter.look(see(begun, machines, {}, { now: now + index * minute }));
  return meter;
}

describe('what a run has seen of itself', () => {
  it('is the most machines, the fewest that served, and what ran beyond the size for how long', () => {
    const starting = machine('i-4', 2, { stage: 'starting', healthy: false });
    const sick = machine('i-3', 1, { healthy: false });
    const meter = measured(old, [...old, starting], [...old.slice(0, 2), sick, starting], old);
    expect(meter.figures({ ...begun, endedAt: now + 4 * minute }, 7 * minute)).toEqual({
      duration: 7 * minute,
      peak: 4,
      extraMachineMinutes: 2,
      leastServing: 2,
    });
  });

  it('counts a machine that leaves only while it answers its last requests', () => {
    const draining = machine('i-4', 1, { stage: 'leaving', healthy: false, isDraining: true });
    const gone = machine('i-5', 1, { stage: 'leaving', healthy: false });
    const end = { ...begun, endedAt: now + 2 * minute };
    expect(measured(old, [...old, draining, gone]).figures(end, 0)).toMatchObject({ peak: 4, extraMachineMinutes: 1 });
  });

  it('counts what is kept for an undo as long as it is to be kept', () => {
    const kept = machine('i-4', 1, { stage: 'aside', healthy: false, isKept: true });
    const plan = { ...begun.plan, keepPrevious: 30 * minute };
    const end = { ...begun, plan, endedAt: now, keptUntil: now + 30 * minute };
    expect(measured([...old, kept]).figures(end, 0)).toMatchObject({ extraMachineMinutes: 30 });
  });

  it('leaves out what somebody else has put in standby', () => {
    const theirs = machine('i-4', 1, { stage: 'aside', healthy: false });
    const kept = machine('i-5', 1, { stage: 'aside', healthy: false, isKept: true });
    const plan = { ...begun.plan, keepPrevious: 30 * minute };
    const end = { ...begun, plan, endedAt: now + minute, keptUntil: now + 31 * minute };
    const figures = measured([...old, theirs], [...old, theirs, kept]).figures(end, 0);
    expect(figures).toMatchObject({ peak: 4, extraMachineMinutes: 30 });
  });

  it('is nothing without a look', () => {
    expect(new Meter().figures(begun, 0)).toBeUndefined();
  });
});
