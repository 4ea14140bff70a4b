import type { DescribeScheduledActionsCommandOutput } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { codeOf, starter } from '../starter.js';

const hour = 3_600;

/** A group of four that may be one to eight; its clock begins at midnight UTC, the first of January 2026. */
function scheduled(actions: Readonly<Record<string, object>> = {}) {
  const world = starter({ minSize: 1 });
  const put = (ScheduledActionName: string, input: object) =>
    world.autoscaling('PutScheduledUpdateGroupAction', { ScheduledActionName, ...input });
  for (const [name, input] of Object.entries(actions)) put(name, input);
  const listed = () =>
    world.autoscaling<DescribeScheduledActionsCommandOutput>('DescribeScheduledActions', {})
      .ScheduledUpdateGroupActions ?? [];
  const desired = () => world.group().DesiredCapacity;
  return { ...world, put, listed, desired };
}

const dayAndNight = {
  day: { Recurrence: '0 8 * * *', DesiredCapacity: 6 },
  night: { Recurrence: '0 20 * * *', DesiredCapacity: 2 },
};

describe('a scheduled action that recurs', () => {
  it('runs at each of its times, and says when it does next', () => {
    const { desired, listed, seconds } = scheduled(dayAndNight);
    const seen = [8, 20, 32, 44].map((at, index, all) => {
      seconds((at - (all[index - 1] ?? 0)) * hour + (index === 0 ? 60 : 0));
      return desired();
    });
    expect(seen).toEqual([6, 2, 6, 2]);
    expect(listed()).toMatchObject([
      { ScheduledActionName: 'day', Recurrence: '0 8 * * *', StartTime: new Date('2026-01-03T08:00:00Z') },
      { ScheduledActionName: 'night', StartTime: new Date('2026-01-03T20:00:00Z') },
    ]);
  });

  it('reads its times in its own zone, summer and winter', () => {
    const { listed, put } = scheduled({ day: { Recurrence: '0 8 * * *', TimeZone: 'Europe/Berlin', MinSize: 2 } });
    expect(listed()).toMatchObject([{ StartTime: new Date('2026-01-01T07:00:00Z'), TimeZone: 'Europe/Berlin' }]);
    put('day', { Recurrence: '0 8 1 7 *', TimeZone: 'Europe/Berlin', MinSize: 2 });
    expect(listed()).toMatchObject([{ StartTime: new Date('2026-07-01T06:00:00Z') }]);
  });

  it('begins at its start, then recurs, and is gone after its end', () => {
    const { desired, listed, put, seconds } = scheduled();
    put('day', {
      StartTime: new Date('2026-01-01T05:00:00Z'),
      EndTime: new Date('2026-01-01T12:00:00Z'),
      Recurrence: '0 8 * * *',
      DesiredCapacity: 6,
    });
    seconds(5 * hour + 60);
    expect([desired(), listed()[0]?.StartTime]).toEqual([6, new Date('2026-01-01T08:00:00Z')]);
    seconds(3 * hour);
    expect(listed()).toEqual([]);
  });

  it('is missed while ScheduledActions is suspended, and runs the next time', () => {
    const { autoscaling, desired, seconds } = scheduled(dayAndNight);
    autoscaling('SuspendProcesses', { ScalingProcesses: ['ScheduledActions'] });
    seconds(10 * hour);
    autoscaling('ResumeProcesses', { ScalingProcesses: ['ScheduledActions'] });
    seconds(2 * hour);
    expect(desired()).toBe(4);
    seconds(9 * hour);
    expect(desired()).toBe(2);
  });

  it('is no more once it is deleted', () => {
    const { autoscaling, desired, listed, seconds } = scheduled(dayAndNight);
    autoscaling('DeleteScheduledAction', { ScheduledActionName: 'day' });
    seconds(10 * hour);
    expect([desired(), listed().length]).toEqual([4, 1]);
  });

  it.each([
    ['ValidationError', { DesiredCapacity: 1, Recurrence: '61 8 * * *' }],
    ['ValidationError', { DesiredCapacity: 1, Recurrence: '0 0 8 * * *' }],
    ['ValidationError', { DesiredCapacity: 1, Recurrence: '0 8 * * *', TimeZone: 'Europe/Atlantis' }],
    ['ValidationError', { DesiredCapacity: 1 }],
    ['ValidationError', { Recurrence: '0 8 * * *' }],
    ['ValidationError', { DesiredCapacity: 1, Recurrence: '0 8 * * *', EndTime: new Date('2025-01-01') }],
    ['ValidationError', { DesiredCapacity: 1, StartTime: new Date('2025-01-01') }],
    ['AlreadyExists', { DesiredCapacity: 1, StartTime: new Date('2026-01-01T08:00:00Z') }],
  ])('is refused with %s for %j', (code, input) => {
    const { put } = scheduled(dayAndNight);
    expect(codeOf(() => put('other', input))).toBe(code);
  });
});
