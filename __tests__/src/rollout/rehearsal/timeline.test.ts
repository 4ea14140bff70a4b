import { describe, expect, it } from '@jest/globals';
import type { WorldEvent } from '../../../../sandbox/world/event-log.js';
import {
  goneBy,
  inStretches,
  machineMinutesAbove,
  timelineOf,
  until,
} from '../../../../src/rollout/rehearsal/timeline.js';

const minute = 60_000;

function event(time: number, kind: string, subject: string, change: string): WorldEvent {
  return { time, kind, subject: `eu-west-1/${subject}`, change };
}

/** A machine's way into service at `time`, in a group with one target group. */
function arrival(time: number, id: string): WorldEvent[] {
  return [
    event(time, 'instance', id, 'pending'),
    event(time, 'member', `shop/${id}`, 'Pending'),
    event(time + 1, 'instance', id, 'running'),
    event(time + 2, 'target', `targets/${id}:80`, 'initial Elb.RegistrationInProgress'),
    event(time + 2, 'member', `shop/${id}`, 'InService'),
    event(time + 3, 'target', `targets/${id}:80`, 'healthy'),
  ];
}

function departure(time: number, id: string): WorldEvent[] {
  return [
    event(time, 'member', `shop/${id}`, 'Terminating'),
    event(time, 'target', `targets/${id}:80`, 'draining Target.DeregistrationInProgress'),
    event(time + 10, 'instance', id, 'shutting-down'),
    event(time + 20, 'instance', id, 'terminated'),
  ];
}

describe('the timeline of a rehearsal', () => {
  it('counts a machine from launch to shut-down, and as serving while in service and healthy', () => {
    const events = [...arrival(-100, 'i-0a'), ...arrival(1000, 'i-0b'), ...departure(2000, 'i-0a')];
    expect(timelineOf(events, 0, 1)).toEqual([
      { at: 0, machines: 1, serving: 1 },
      { at: 1000, machines: 2, serving: 1 },
      { at: 1001, machines: 2, serving: 1 },
      { at: 1002, machines: 2, serving: 1 },
      { at: 1003, machines: 2, serving: 2 },
      { at: 2000, machines: 2, serving: 1 },
      { at: 2010, machines: 1, serving: 1 },
      { at: 2020, machines: 1, serving: 1 },
    ]);
  });

  it('takes a machine for serving only when it is healthy in every target group', () => {
    const events = arrival(0, 'i-0a');
    expect(timelineOf(events, 0, 2).at(-1)).toEqual({ at: 3, machines: 1, serving: 0 });
    const both = [...events, event(9, 'target', 'others/i-0a:81', 'healthy')];
    expect(timelineOf(both, 0, 2).at(-1)).toEqual({ at: 9, machines: 1, serving: 1 });
  });

  it('keeps a machine that gets another root volume: it is there all the while, and serves again after', () => {
    const replaced = [
      event(500, 'member', 'shop/i-0a', 'ReplacingRootVolume'),
      event(510, 'instance', 'i-0a', 'root volume from ami-2'),
      event(520, 'member', 'shop/i-0a', 'RootVolumeReplaced'),
      event(530, 'member', 'shop/i-0a', 'InService'),
    ];
    expect(timelineOf([...arrival(0, 'i-0a'), ...replaced], 0, 1).slice(-4)).toEqual([
      { at: 500, machines: 1, serving: 0 },
      { at: 510, machines: 1, serving: 0 },
      { at: 520, machines: 1, serving: 0 },
      { at: 530, machines: 1, serving: 1 },
    ]);
  });

  const moments = [
    { at: 0, machines: 4, serving: 4 },
    { at: minute, machines: 6, serving: 4 },
    { at: 3 * minute, machines: 5, serving: 3 },
    { at: 5 * minute, machines: 4, serving: 4 },
    { at: 8 * minute, machines: 6, serving: 4 },
  ];

  it('ends when the machines of the rollout are gone, not with what comes later', () => {
    expect(goneBy(moments, 4, 4 * minute)).toBe(5 * minute);
    expect(goneBy(moments, 4, 6 * minute)).toBe(6 * minute);
    expect(until(moments, 5 * minute)).toHaveLength(4);
  });

  it('adds up machine-minutes above the size', () => {
    expect(machineMinutesAbove(moments, 4, 5 * minute)).toBe(2 * 2 + 2 * 1);
  });

  it('tells stretches by their extremes, so that no dip is lost between two of them', () => {
    expect(inStretches(moments, 8 * minute, 2)).toEqual([
      { at: 0, machines: 4, serving: 4 },
      { at: 4 * minute, machines: 6, serving: 3 },
      { at: 8 * minute, machines: 6, serving: 3 },
    ]);
  });
});
