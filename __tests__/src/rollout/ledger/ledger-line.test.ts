import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Failure } from '../../../../src/platform/failure.js';
import type { PlannedVersion } from '../../../../src/rollout/heart/launch-source.js';
import type { Claimant, Release, Surge } from '../../../../src/rollout/heart/release.js';
import type { Pin, Side, Sides } from '../../../../src/rollout/heart/sides.js';
import { takeBack, turnBack } from '../../../../src/rollout/ledger/carry-on.js';
import { readLine, requireFits, writeLine } from '../../../../src/rollout/ledger/ledger-line.js';
import { atItsLongest } from '../../../../src/rollout/ledger/longest-line.js';
import { whyCutOff } from '../../../../src/rollout/telling/explain.js';
import { begun } from '../seen.js';

const limit = 4096;
const bytes = (release: Release) => Buffer.byteLength(writeLine(release));

/** Texts as long as inputs may be, with what JSON and UTF-8 make longer. */
const text = (longest: number) =>
  fc
    .tuple(fc.constantFrom('a', '"', '\\', '\n', 'é', '漢', '{{x}}', '\u0001'), fc.integer({ min: 0, max: longest }))
    .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));

/** The largest settings that the inputs allow. */
const settings = fc.record({
  group: text(255),
  gate: text(1000),
  releaseCommand: text(1000),
  alarms: fc.array(text(255), { maxLength: 6 }),
  runnerName: text(60),
  repository: text(100),
});

const moment = 1_999_999_999_999;
const zones = ['us-east-1a', 'us-east-1b', 'us-east-1c', 'us-east-1d', 'us-east-1e', 'us-east-1f'];
const most = { machines: 10_000, from: 10_000, raised: false, max: 20_000, maxBefore: 10_000 };
const settled = { ...most, settledAt: moment, changedAt: moment };
const shrunk = { machines: 100, from: 20_000 };

/** All that a surge can be at a time. */
const surges: readonly Surge[] = [
  { ...settled, launches: { at: moment, zones: Object.fromEntries(zones.map((zone) => [zone, 10_000])) } },
  { ...settled, short: zones, retiring: shrunk },
  { ...settled, short: zones, returning: shrunk },
  { ...settled, raise: { from: 10_000, to: 20_000 }, retiring: shrunk },
];

/** What a rollout adds to its line until it ends. */
const later: Partial<Release> = {
  heartbeatAt: moment,
  missed: { until: moment, min: 10_000, max: 10_000, desired: 10_000 },
  toCome: Array(4).fill({ at: moment, min: 10_000, max: 10_000, desired: 10_000 }),
  scheduled: { at: moment, desired: 10_000, isSkipped: true },
  raises: 10_000,
  refusesLaunches: true,
  wavesDone: 20,
  soak: { wave: 20, since: moment },
  command: 'begun',
};

/** What it ends with, or rests with. */
const ended: Partial<Release> = {
  ...{ outcome: 'needs-attention', endedAt: moment, keptUntil: moment },
  boots: { median: 999_999, p99: 9_999_999, machines: 10_000 },
};
const paused: Partial<Release> = { rests: { kind: 'paused', until: moment } };

const cutOffFor = (because: string) => ({ rests: { kind: 'interrupted', because } }) as const;

const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333';
const side = (group: string): Side => ({
  group,
  targetGroup: `${arn}:targetgroup/${group}/0123456789abcdef`,
  sizes: { min: 1, max: 3, desired: 3 },
});
const sides: Sides = {
  rule: `${arn}:listener-rule/app/web/0123456789abcdef/0123456789abcdef/0123456789abcdef`,
  ...{ blue: side('web-blue'), green: side('web-green'), weights: { blue: 100, green: 0 }, imageId: 'ami-old' },
};
const pin: Pin = {
  size: 10_000,
  was: [10_000, 10_000, 10_000, 10_000],
  since: moment,
  shrinks: 10_000,
  isInherited: true,
};

/** An override of the group's policy that has a template of its own. */
const template = { templateId: 'lt-00000000000000002', imageId: 'ami-00000000000000002' };

/** A release at its beginning that asks for all that its line can grow by, with a gate's command that just fits. */
function fullest(hasSides: boolean): Release {
  const { templateId, imageId } = begun.to;
  const fits = (length: number): Release | undefined => {
    const gate = { kind: 'command', command: 'x'.repeat(length), timeout: 1 } as const;
    const release = {
      ...{
        ...begun,
        from: { ...begun.from, isFloating: true, others: [{ ...template, version: 1, isFloating: true }] },
      },
      ...{ to: { templateId, imageId, others: [template] }, ...(hasSides && { sides }) },
      plan: { ...begun.plan, gate, suspend: ['AZRebalance', 'AlarmNotification', 'ScheduledActions'] },
    };
    try {
      requireFits(release);
      return release;
    } catch {
      return undefined;
    }
  };
  let length = 4096;
  while (!fits(length)) length--;
  return fits(length) ?? begun;
}

/** The next run, of another person and in another job, on a machine with a name that is no shorter. */
const adopter = (run: number): Claimant => ({
  ...begun.claimant,
  ...{ actor: 'a'.repeat(39), job: 'take-what-was-left-back', runAttempt: String(run), runnerName: 'r'.repeat(60) },
});

describe('a line of the ledger', () => {
  it('fits into a parameter at every moment, or is refused before anything is changed', () => {
    fc.assert(
      fc.property(settings, text(5000), ({ group, gate, releaseCommand, alarms, runnerName, repository }, reason) => {
        const plan = {
          ...begun.plan,
          gate: { kind: 'command', command: gate, timeout: 1 } as const,
          releaseCommand,
          alarms,
          suspend: ['ScheduledActions'],
        };
        const claimant = { ...begun.claimant, runnerName, repository };
        const release = { ...begun, group, plan, claimant };
        try {
          requireFits(release);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
          return;
        }
        expect(bytes(release)).toBeLessThanOrEqual(limit);
        const grown = { ...release, ...later, ...ended, surge: surges[0] as Surge, reason };
        expect(bytes(grown)).toBeLessThanOrEqual(limit);
        const { reason: cut = '', ...rest } = readLine('n', writeLine(grown));
        const { reason: _, ...whole } = grown;
        expect(rest).toEqual(whole);
        expect(reason.startsWith(cut.replace(/…$/, ''))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each(surges.flatMap((surge) => [false, true].map((hasSides) => ({ surge, hasSides }))))(
    'that just fits has room for $surge of a pair ($hasSides), for whoever takes over again and again, and for the end',
    ({ surge, hasSides }) => {
      const began = fullest(hasSides);
      const number = 999_999;
      const made = (one: PlannedVersion) => ({ ...one, version: number, pins: 1 });
      let release: Release = {
        ...began,
        ...{ ...later, surge, suspended: began.plan.suspend },
        from: { ...began.from, version: number, pins: 1, others: [{ ...template, version: number, pins: 1 }] },
        to: { ...made(began.to), others: (began.to.others ?? []).map(made) },
        ...(hasSides && { sides: { ...sides, pin } }),
      };
      for (let run = 2; run < 6; run++) {
        expect(bytes({ ...release, ...paused })).toBeLessThanOrEqual(limit);
        const cutOff = readLine('n', writeLine({ ...release, ...cutOffFor('漢"'.repeat(2000)) }));
        expect(bytes(cutOff)).toBeLessThanOrEqual(limit);
        expect(whyCutOff(cutOff)?.length).toBeGreaterThan(50);
        release = turnBack(takeBack(release, adopter(run), moment), adopter(run), moment);
        release = { ...release, direction: 'back', backOutcome: 'rolled-back', reason: '漢"'.repeat(2000) };
        expect(bytes(release)).toBeLessThanOrEqual(limit);
        const { claimant: _, reason, ...rest } = readLine('n', writeLine({ ...release, ...ended }));
        const { claimant: __, reason: ___, ...whole } = { ...release, ...ended };
        expect(rest).toEqual(whole);
        expect(reason?.length).toBeGreaterThan(10);
      }
    },
  );

  it('has room for all that whoever takes over writes', () => {
    const takenOver = Object.keys(takeBack(begun, adopter(2), moment));
    expect(Object.keys(atItsLongest(begun))).toEqual(expect.arrayContaining(takenOver));
  });

  it('has room for what people usually give, and for a long command', () => {
    const gate = { kind: 'path', path: '/health', port: 8080, timeout: 300_000 } as const;
    const plan = { ...begun.plan, gate, releaseCommand: 'r'.repeat(1000), alarms: ['web-5xx', 'web-latency'] };
    expect(() => requireFits({ ...begun, plan })).not.toThrow();
  });

  it('keeps of why a run was cut off no more than it has room for at its longest', () => {
    const short = 'AWS refused ec2:TerminateInstances on *';
    expect(whyCutOff(readLine('n', writeLine({ ...begun, ...cutOffFor(short) })))).toBe(short);
    const because = whyCutOff(readLine('n', writeLine({ ...begun, ...cutOffFor('\n'.repeat(5000)) }))) ?? '';
    expect(because).toMatch(/^\n+…$/);
    const { rests } = atItsLongest(begun);
    expect(JSON.stringify(cutOffFor(because)).length).toBeLessThanOrEqual(JSON.stringify({ rests }).length);
  });

  it('says what is too long', () => {
    const gate = { kind: 'command', command: '漢'.repeat(900), timeout: 1 } as const;
    const plan = { ...begun.plan, gate, releaseCommand: 'r'.repeat(1000) };
    expect(() => requireFits({ ...begun, plan })).toThrow(/gate-command \(2700\), release-command \(1000\)/);
    const groups = Array.from({ length: 100 }, (_, number) => `production-workers-${number}`);
    const together = { name: '42', groups };
    expect(() => requireFits({ ...begun, together })).toThrow(/more-groups \(\d+\)/);
  });

  it('never holds double braces, which SSM refuses', () => {
    const release = { ...begun, plan: { ...begun.plan, releaseCommand: "docker ps --format '{{.ID}}'" } };
    expect(writeLine(release)).not.toContain('{{');
    expect(readLine('n', writeLine(release))).toEqual(release);
  });

  it('of an older version has no plan, and is read all the same', () => {
    const { plan: _, suspended: __, wavesDone: ___, claimant, ...line } = begun;
    const { repository, actor, commit, runUrl } = claimant;
    const read = readLine('n', JSON.stringify({ ...line, claimant: { repository, actor, commit, runUrl } }));
    expect(read).toMatchObject({ ...line, wavesDone: 0, suspended: [], plan: { strategy: 'rolling' } });
    expect(read.claimant).toMatchObject({ actor, runId: '', runnerEnvironment: 'unknown' });
  });

  it.each(['', 'null', '{}', '[]', 'text'])('that is %j is no release', (value) => {
    expect(() => readLine('/steadfleet/web/000007', value)).toThrow(/000007 is not a release/);
  });
});
