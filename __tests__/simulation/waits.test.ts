import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { RecordedStep } from '../doubles/recorded-step.js';
import { idleTwinOf } from './dry-run-stage.js';
import { SimulatedRollout, type SimulationSettings } from './simulated-rollout.js';
import { planOf } from './strategies.js';

const second = 1_000;
const minute = 60 * second;

/** A minute without a line, a look, and what the calls of the look take. */
const longestSilence = minute + 10 * second + 15 * second;

interface Told {
  readonly at: number;
  readonly line: string;
}

/** A rollout, and when its log said what. */
async function logOf(settings: SimulationSettings, alter: (rollout: SimulatedRollout) => void = () => undefined) {
  const rollout = new SimulatedRollout({ machines: 3, ...settings });
  alter(rollout);
  const { clock } = rollout;
  const log: Told[] = [];
  const onLine = (line: string) => log.push({ at: clock.now(), line: line.replace(/^info: /, '') });
  const step = new RecordedStep({}, { clock, onLine });
  const strategy = settings.plan?.strategy;
  const pair = strategy === 'two-group' ? { pair: idleTwinOf(rollout) } : {};
  const deployment = rollout.deploymentOf(step, 'the run', undefined, pair);
  const end = await clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
  onLine(end.reason);
  return { log, end, rollout };
}

/** Silences that nothing explains: a line has said until when it would take, or the last one what is waited for. */
function silences(log: readonly Told[]): readonly string[] {
  let until = 0;
  return log.flatMap(({ at, line }, position) => {
    const before = log[position - 1];
    const isExplained = at <= until + longestSilence || (before?.line.startsWith('Waiting: ') ?? false);
    until = Math.max(until, Date.parse(/^Waiting,? until (\S+Z)/.exec(line)?.[1] ?? '') || 0);
    if (!before || isExplained || at - before.at <= longestSilence) return [];
    return [`${(at - before.at) / second} s between "${before.line}" and "${line}"`];
  });
}

const waitsOf = (log: readonly Told[]) => log.map(({ line }) => line).filter((line) => line.startsWith('Waiting'));

const canary: Partial<Plan> = { ...planOf('canary'), soak: 10 * minute };

describe('no wait of a minute is silent', () => {
  it('a soak says what serves, and until when, once a wave', async () => {
    const { log, end } = await logOf({ seed: 1, machines: 4, plan: canary });
    expect(end.outcome).toBe('succeeded');
    expect(waitsOf(log).filter((line) => line.includes('soak'))).toEqual([
      expect.stringMatching(/^Waiting until \d{4}-\S+:\d\dZ: wave 1 of 3 serves users \(soak, 600 s\)$/),
      expect.stringContaining('wave 2 of 3 serves'),
      expect.stringContaining('wave 3 of 3 serves'),
    ]);
    expect(silences(log)).toEqual([]);
  });

  it('min-ready', async () => {
    const { log } = await logOf({ seed: 2, plan: { minReady: 12 * minute, progressDeadline: 30 * minute } });
    expect(waitsOf(log)).toContainEqual(
      expect.stringMatching(/until \S+Z: \d new to stay healthy \(min-ready, 720 s\)$/),
    );
    expect(silences(log)).toEqual([]);
  });

  it('a gate that is asked for long, and one that cannot be asked', async () => {
    const gate = { kind: 'command', command: 'test', timeout: 20 * minute } as const;
    const slow = { commands: () => ({ exitCode: 0, output: 'ok', takes: [8 * minute, 8 * minute] as const }) };
    const asked = await logOf({ seed: 3, newImage: slow, plan: { gate, progressDeadline: 30 * minute } });
    expect(waitsOf(asked.log)).toContainEqual(
      expect.stringMatching(/^Waiting: the gate is asked on i-\w+ and 1 more, for 1200 s at most \(gate-timeout\)$/),
    );
    expect(silences(asked.log)).toEqual([]);
    const deaf = await logOf({ seed: 4, newImage: { agent: 'never' }, plan: { gate } });
    expect(waitsOf(deaf.log)).toContainEqual(
      expect.stringMatching(/at the latest: i-\w+ .*to answer to Systems Manager/),
    );
    expect(silences(deaf.log)).toEqual([]);
  });

  it('machines that boot slowly, or never', async () => {
    const slow = await logOf({ seed: 5, newImage: { boot: [7 * minute, 8 * minute] }, plan: {} });
    expect(slow.end.outcome).toBe('succeeded');
    expect(waitsOf(slow.log)).toContainEqual(
      expect.stringMatching(
        /^Waiting, until \S+Z at the latest: i-\w+ and 1 more to become healthy \(progress-deadline\)$/,
      ),
    );
    expect(silences(slow.log)).toEqual([]);
    const never = await logOf({ seed: 6, newImage: { answers: 'never' }, plan: { bootAllowance: 5 * minute } });
    expect(waitsOf(never.log)).toContainEqual(expect.stringContaining('to become healthy (boot-allowance)'));
    expect(silences(never.log)).toEqual([]);
  });

  it.each([
    ['launched by name', undefined, 'rolled-back'],
    // Desired stands above the machines that there are then: what never came is given up once the way back has waited, too.
    ['by desired capacity', 'UnsupportedOperation', 'rolled-back'],
  ])('want of capacity, %s; what AWS says of it is told once a zone', async (_how, refusal, outcome) => {
    const { log, end, rollout } = await logOf({ seed: 7, plan: { progressDeadline: 8 * minute } }, (given) => {
      for (const availabilityZone of given.group().AvailabilityZones ?? [])
        given.region.ec2.shortages.add({ availabilityZone });
      if (refusal) given.strike([{ operation: 'LaunchInstances', error: refusal, status: 400 }]);
    });
    expect(end.outcome).toBe(outcome);
    expect(waitsOf(log)).toContainEqual(
      expect.stringMatching(/at the latest: AWS to launch 2 more.* \(progress-deadline\)$/),
    );
    expect(log.filter(({ line }) => line.startsWith('AWS lacks')).length).toBeLessThanOrEqual(3);
    expect(silences(log)).toEqual([]);
    expect(rollout.traffic.failed).toBe(0);
  });

  it.each(['instance-refresh', 'two-group'] as const)('%s', async (strategy) => {
    const plan = strategy === 'two-group' ? { strategy, soak: 5 * minute } : { ...planOf(strategy), soak: 5 * minute };
    const { log, end } = await logOf({
      seed: 8,
      newImage: { boot: [4 * minute, 5 * minute] },
      plan: { ...plan, bootAllowance: 10 * minute },
    });
    expect(end.outcome).toBe('succeeded');
    expect(waitsOf(log).length).toBeGreaterThan(0);
    expect(silences(log)).toEqual([]);
  });

  it('and nothing is told twice', async () => {
    for (const settings of [{ plan: canary }, { newImage: { boot: [7 * minute, 8 * minute] } as const }]) {
      const { log } = await logOf({ seed: 9, machines: 6, ...settings });
      const waits = waitsOf(log);
      expect(new Set(waits).size).toBe(waits.length);
    }
  });
});
