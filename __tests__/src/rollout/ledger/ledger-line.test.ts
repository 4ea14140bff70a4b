import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Failure } from '../../../../src/platform/failure.js';
import type { Release } from '../../../../src/rollout/heart/release.js';
import { readLine, requireFits, writeLine } from '../../../../src/rollout/ledger/ledger-line.js';
import { begun } from '../seen.js';

const most = 4096;
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

/** What a rollout adds to its line until it ends. */
const later: Partial<Release> = {
  heartbeatAt: 1_999_999_999_999,
  surge: { machines: 10_000, from: 10_000, raised: false, max: 20_000 },
  wavesDone: 20,
  soak: { wave: 20, since: 1_999_999_999_999 },
  command: 'begun',
  direction: 'back',
  backOutcome: 'rolled-back',
  continues: 999_999,
  rests: { kind: 'paused', until: 1_999_999_999_999 },
  outcome: 'needs-attention',
  endedAt: 1_999_999_999_999,
  keptUntil: 1_999_999_999_999,
  boots: { median: 999_999, p99: 9_999_999, machines: 10_000 },
  predicted: 99_999_999,
};

describe('a line of the ledger', () => {
  it('fits into a parameter at every moment, or is refused before anything is changed', () => {
    fc.assert(
      fc.property(settings, text(5000), ({ group, gate, releaseCommand, alarms, runnerName, repository }, reason) => {
        const plan = {
          ...begun.plan,
          gate: { kind: 'command', command: gate, timeout: 1 } as const,
          releaseCommand,
          alarms,
        };
        const claimant = { ...begun.claimant, runnerName, repository };
        const release = { ...begun, group, plan, claimant };
        try {
          requireFits(release);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
          return;
        }
        expect(bytes(release)).toBeLessThanOrEqual(most);
        const ended = { ...release, ...later, reason };
        expect(bytes(ended)).toBeLessThanOrEqual(most);
        const { reason: cut = '', ...rest } = readLine('n', writeLine(ended));
        const { reason: _, ...whole } = ended;
        expect(rest).toEqual(whole);
        expect(reason.startsWith(cut.replace(/…$/, ''))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('has room for what people usually give, and for a long command', () => {
    const plan = { ...begun.plan, releaseCommand: 'r'.repeat(1000), alarms: ['web-5xx', 'web-latency'] };
    expect(() => requireFits({ ...begun, plan })).not.toThrow();
  });

  it('says what is too long', () => {
    const gate = { kind: 'command', command: '漢'.repeat(900), timeout: 1 } as const;
    const plan = { ...begun.plan, gate, releaseCommand: 'r'.repeat(1000) };
    expect(() => requireFits({ ...begun, plan })).toThrow(/gate-command \(2700\), release-command \(1000\)/);
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
