import { describe, expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import { hookTimeout } from '../../../../src/rollout/changes/launch-hook.js';
import { HookHeartbeat } from '../../../../src/rollout/gate/hook-heartbeat.js';
import type { Observation } from '../../../../src/rollout/heart/observation.js';
import { machine, now, planned, proving, see, waiting } from '../seen.js';

const gate = { kind: 'command', command: 'check', timeout: 60_000 } as const;
const gated = planned(proving, { gate });
const half = (hookTimeout(gated.plan) * 1000) / 2;
const held = { hook: 'ABANDON' } as const;
const fresh = [machine('i-4', 2, waiting), machine('i-5', 2, waiting)];

/** A heartbeat, and the machines that AWS was told of. */
function listen(refusal?: string) {
  const told: string[] = [];
  const send = async ({ input }: { readonly input: { readonly InstanceId: string } }) => {
    told.push(input.InstanceId);
    if (refusal !== undefined) throw Object.assign(new Error(refusal), { name: refusal });
  };
  const heartbeat = new HookHeartbeat({ autoScaling: { send } as unknown as Aws['autoScaling'] });
  const at = (passed: number, more: Partial<Observation> = {}) => ({
    ...see(gated, fresh, held),
    now: now + passed,
    ...more,
  });
  return { told, heartbeat, at };
}

describe('a machine that our hook holds', () => {
  it('gets a sign of life for each half of the time-out that it has waited', async () => {
    const { told, heartbeat, at } = listen();
    for (const passed of [0, half - 1]) await heartbeat.beat(at(passed));
    expect(told).toEqual([]);
    for (const passed of [half, half + 1, 2 * half - 1, 2 * half]) await heartbeat.beat(at(passed));
    expect(told).toEqual(['i-4', 'i-5', 'i-4', 'i-5']);
  });

  it('gets one at once when an earlier run has launched it', async () => {
    const { told, heartbeat, at } = listen();
    await heartbeat.beat(at(0, { release: { ...gated, continues: 6 } }));
    await heartbeat.beat(at(1, { release: { ...gated, continues: 6 } }));
    expect(told).toEqual(['i-4', 'i-5']);
  });

  it('gets one at once when the runner has stood still since it came', async () => {
    const { told, heartbeat, at } = listen();
    await heartbeat.beat(at(0, { machines: [] }));
    await heartbeat.beat(at(half));
    expect(told).toEqual(['i-4', 'i-5']);
  });

  it.each<[string, Partial<Observation>]>([
    ['is let go', { machines: fresh.map((one) => ({ ...one, isReleased: true })) }],
    ['serves', { machines: [machine('i-4', 2), machine('i-5', 2)] }],
    ['is held by another hook than ours', { group: see(gated, fresh).group }],
    ["is another run's by now", { superseded: true }],
  ])('gets none when it %s', async (_case, more) => {
    const { told, heartbeat, at } = listen();
    await heartbeat.beat(at(0));
    await heartbeat.beat(at(half, more));
    expect(told).toEqual([]);
  });

  it('may have been let go meanwhile, but no refusal is hidden', async () => {
    const gone = listen('ValidationError');
    for (const passed of [0, half]) await gone.heartbeat.beat(gone.at(passed));
    expect(gone.told).toEqual(['i-4', 'i-5']);
    const refused = listen('AccessDenied');
    await refused.heartbeat.beat(refused.at(0));
    await expect(refused.heartbeat.beat(refused.at(half))).rejects.toThrow('AccessDenied');
  });

  it('is one of twenty between two looks, the longest waiting first', async () => {
    const { told, heartbeat, at } = listen();
    const many = Array.from({ length: 30 }, (_, index) => machine(`i-${index + 10}`, 2, waiting));
    await heartbeat.beat(at(0, { machines: many }));
    for (const passed of [half, half + 1]) await heartbeat.beat(at(passed, { machines: [...many].reverse() }));
    expect(told).toEqual(many.map(({ id }) => id));
  });
});
