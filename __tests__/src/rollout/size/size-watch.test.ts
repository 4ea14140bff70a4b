import type { Activity } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import type { Surge } from '../../../../src/rollout/heart/release.js';
import { SizeWatch } from '../../../../src/rollout/size/size-watch.js';
import { begun, now, see } from '../seen.js';

const surge: Surge = { machines: 2, from: 6, raised: true, settledAt: now - 600_000 };

/** A launch that fails without end, so many seconds ago; and what happened before all of those. */
const failed = (secondsAgo: number): Activity => ({
  ...{ ActivityId: `a-${secondsAgo}`, AutoScalingGroupName: 'web', StatusCode: 'Failed' },
  ...{ StartTime: new Date(now - secondsAgo * 1000), Cause: 'At 2001-01-01T00:00:00Z an instance was started.' },
});
const setAndScaled: Activity = {
  ...failed(400),
  Cause: `At ${text(401)} a scheduled action update of AutoScalingGroup constraints to min: 1, max: 20, desired: 9 changing the desired capacity from 8 to 9.  At ${text(400)} a user request executed policy less, changing the desired capacity from 9 to 8.`,
};

function text(secondsAgo: number): string {
  return new Date(now - secondsAgo * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A watch, and what it asks AWS for. */
function watching(schedule: readonly { readonly at: number; readonly desired: number }[] = []) {
  const asked: string[] = [];
  const answers: Readonly<Record<string, object>> = {
    DescribeScalingActivitiesCommand: { Activities: [failed(200), setAndScaled] },
    DescribeScheduledActionsCommand: {
      ScheduledUpdateGroupActions: schedule.map(({ at, desired }) => {
        return { StartTime: new Date(at), DesiredCapacity: desired };
      }),
    },
  };
  const send = async ({ constructor: { name } }: object) => {
    asked.push(name);
    return answers[name];
  };
  return { asked, watch: new SizeWatch({ autoScaling: { send } as unknown as Aws['autoScaling'] }) };
}

const seen = (changes: Partial<Surge> = {}, desired = 8) => {
  const { group } = see(begun, [], { desired, max: 20 });
  return { group, release: { ...begun, surge: { ...surge, ...changes } }, now };
};
const page = { activities: [failed(10), failed(100)], older: 'older' };

describe('what others have made of the size', () => {
  it('before this run first looked is looked for on older pages, once, even if desired stands as it was left', async () => {
    const { asked, watch } = watching();
    expect((await watch.look(seen(), page)).sizeSet).toMatchObject({ desired: 8, desiredThen: 8 });
    const noted = seen({ settledAt: now - 400_000 });
    expect((await watch.look(noted, page)).sizeSet).toBeUndefined();
    expect((await watch.look(noted, page)).sizeSet).toBeUndefined();
    expect(asked.filter((name) => name === 'DescribeScalingActivitiesCommand')).toHaveLength(2);
  });

  it('is looked for again while desired is not as it was left', async () => {
    const { asked, watch } = watching();
    await watch.look(seen(), page);
    await watch.look(seen({}, 7), page);
    expect(asked.filter((name) => name === 'DescribeScalingActivitiesCommand')).toHaveLength(2);
  });
});

describe('the scheduled action to come', () => {
  const next = { at: now + 60_000, desired: 9 };

  it('is known before machines are launched for surge', async () => {
    const launches = { at: now, zones: { a: 2 } };
    const look = await watching([next]).watch.look(seen({ machines: 0, launches }, 6), page);
    expect(look.scheduled).toEqual(next);
  });

  it('is not asked for where no surge is out', async () => {
    const { asked, watch } = watching([next]);
    expect((await watch.look(seen({ machines: 0 }, 6), page)).scheduled).toBeUndefined();
    expect(asked).not.toContain('DescribeScheduledActionsCommand');
  });
});
