import { scenarioOf, shrink } from '../../__tests__/simulation/draw.js';
import { everythingOf } from '../../__tests__/simulation/enumerate.js';
import { matrix } from '../../__tests__/simulation/matrix.js';
import { warmUp } from '../../__tests__/simulation/mutants/hunt.js';
import { play, type Verdict } from '../../__tests__/simulation/play.js';
import type { Scenario } from '../../__tests__/simulation/scenario.js';
import { strategyNames } from '../../__tests__/simulation/strategies.js';
import { type Findings, noFindings, note } from './findings.js';
import type { Part } from './options.js';

/** What one worker of several does: every so-manieth story. */
export interface Share {
  readonly worker: number;
  readonly workers: number;
  readonly part: Exclude<Part, 'mutants'>;
  readonly seed: number;
  /** Milliseconds for seeds; and how many there are to be at least, in all shares together. */
  readonly time: number;
  readonly atLeast: number;
}

/** How long a failing seed is made smaller. */
const shrinkingTime = 20_000;

export async function work(share: Share): Promise<Findings> {
  const findings = noFindings();
  await warmUp();
  if (share.part === 'matrix') await workMatrix(share, findings);
  if (share.part === 'enumerate') await workEnumerations(share, findings);
  if (share.part === 'seeds') await workSeeds(share, findings);
  return findings;
}

async function workMatrix({ worker, workers }: Share, findings: Findings): Promise<void> {
  for (const [index, { scenario, outcome }] of matrix().entries()) {
    if (index % workers !== worker) continue;
    findings.cells++;
    note(findings, scenario, mustEnd(outcome, await playSafely(scenario)));
  }
}

async function workEnumerations({ worker, workers }: Share, findings: Findings): Promise<void> {
  let index = 0;
  for (const strategy of strategyNames) {
    for await (const scenario of everythingOf(strategy)) {
      if (index++ % workers !== worker) continue;
      findings.enumerated++;
      note(findings, scenario, await playSafely(scenario));
    }
  }
}

async function workSeeds({ worker, workers, seed, time, atLeast }: Share, findings: Findings): Promise<void> {
  const ends = performance.now() + time;
  let isShrunk = false;
  for (let number = worker; performance.now() < ends || number < atLeast; number += workers) {
    const scenario = scenarioOf(seed, number);
    const verdict = await playSafely(scenario);
    findings.seeds++;
    if (verdict.violations.length === 0 || isShrunk) note(findings, scenario, verdict);
    else {
      isShrunk = true;
      const smaller = await shrink(seed, number, verdict, shrinkingTime);
      note(findings, smaller, await playSafely(smaller));
    }
  }
}

function mustEnd(expected: string, verdict: Verdict): Verdict {
  if (verdict.outcome === expected) return verdict;
  const what = `ends ${verdict.outcome} instead of ${expected}`;
  return { ...verdict, violations: [...verdict.violations, { invariant: 'E5', at: verdict.seconds, what }] };
}

/** A story that cannot be played is the worst of findings, not the end of the campaign. */
async function playSafely(scenario: Scenario): Promise<Verdict> {
  try {
    return await play(scenario);
  } catch (error) {
    const violations = [{ invariant: 'L1', at: 0, what: `the story breaks off: ${String(error)}` }] as const;
    return { violations, reached: [], outcome: undefined, calls: [], failedRequests: 0, seconds: 0 };
  }
}
