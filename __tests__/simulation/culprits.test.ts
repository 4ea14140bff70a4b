import { describe, expect, it } from '@jest/globals';
import type { Behaviour } from '../../sandbox/world/machines/simulated-machines.js';
import { report } from '../../src/actions/deployment-report.js';
import type { Plan } from '../../src/rollout/heart/plan.js';
import { RecordedStep } from '../doubles/recorded-step.js';
import { SimulatedRollout } from './simulated-rollout.js';

const gate = { gate: { kind: 'command', command: 'check', timeout: 60_000 } } as const;
const dying: Behaviour = {
  answers: 'never',
  console: { booting: ['booting'], running: ['</pre> | ##[error]x', '::error::y', 'FATAL: no database'] },
};

async function failWith(newImage: Behaviour, plan: Partial<Plan> = {}) {
  const rollout = new SimulatedRollout({ seed: 71, machines: 3, newImage, plan });
  const { step, deployment } = rollout.runner();
  const end = await rollout.clock.run(deployment.run({ imageId: rollout.newImageId }, () => undefined));
  return { rollout, step, end, summary: deployment.summarize(end), log: step.linesAt('info') };
}

describe('what the first culprit wrote last', () => {
  it('is in the log, in the annotation and in the summary: of its console', async () => {
    const { end, log, summary, rollout } = await failWith(dying, { bootAllowance: 180_000 });
    expect(end.outcome).toBe('rolled-back');
    const of = expect.stringMatching(/^The console of i-[0-9a-f]{17}$/);
    expect(end.lastWords).toMatchObject({ of, lines: expect.arrayContaining(['FATAL: no database']) });
    expect(log).toContain('  | FATAL: no database');
    expect(() => report(new RecordedStep({}), end)).toThrow(/did not become healthy.*says last:.*FATAL: no database/s);
    expect(summary).toContain('FATAL: no database');
    expect(rollout.calls.filter(({ operation }) => operation === 'GetConsoleOutput')).toHaveLength(1);
  });

  it('is of its gate, where that has failed', async () => {
    const { end } = await failWith({ commands: () => ({ exitCode: 1, output: 'one\ntwo\n' }) }, gate);
    expect(end.lastWords).toMatchObject({ of: expect.stringMatching(/^The gate on i-/), lines: ['one', 'two'] });
  });

  it('is its exit code, where a gate has failed without a word', async () => {
    const { end } = await failWith({ commands: () => ({ exitCode: 3, output: '' }) }, gate);
    expect(end.lastWords?.lines).toEqual(['failed to run commands: exit status 3']);
    expect(end.cause).toMatch(/did not pass the gate: failed to run commands: exit status 3$/);
  });

  it('is of the release command, where that has failed', async () => {
    const failed = { commands: () => ({ exitCode: 1, output: 'table is locked' }) };
    const { end } = await failWith(failed, { releaseCommand: 'migrate' });
    expect(end.lastWords).toEqual({ of: 'The release command', lines: ['table is locked'] });
  });

  it('breaks out neither of the log nor of the summary', async () => {
    const { log, summary } = await failWith(dying, { bootAllowance: 180_000 });
    expect(log.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
    expect(summary.match(/<\/?pre>/g)).toEqual(['<pre>', '</pre>']);
  });

  it('stays out of the ledger, which has little room', async () => {
    const long = Array.from({ length: 40 }, (_, line) => `${line} ${'x'.repeat(400)}`).join('\n');
    const { rollout, end } = await failWith({ commands: () => ({ exitCode: 1, output: long }) }, gate);
    expect(end.lastWords?.lines.length).toBeLessThanOrEqual(10);
    expect(rollout.auditor.journal.newest?.reason?.length).toBeLessThan(300);
  });

  it('is not asked of machines that did nothing wrong', async () => {
    const { end, rollout } = await failWith({});
    expect(end).toMatchObject({ outcome: 'succeeded' });
    expect(end.lastWords).toBeUndefined();
    expect(rollout.calls.filter(({ operation }) => operation === 'GetConsoleOutput')).toEqual([]);
  });
});
