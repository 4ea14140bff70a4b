import { scenarioOf, shrink } from '../../__tests__/simulation/draw.js';
import { crashes, everythingOf, smallest } from '../../__tests__/simulation/enumerate.js';
import { type Cell, matrix } from '../../__tests__/simulation/matrix.js';
import { type Catch, hunt } from '../../__tests__/simulation/mutants/hunt.js';
import { mutants } from '../../__tests__/simulation/mutants/table.js';
import { play, type Verdict } from '../../__tests__/simulation/play.js';
import { type Finding, type Findings, noFindings, note } from './findings.js';
import { withMistake } from './mistaken-heart.js';
import type { Kind, ResultOf, Task, TaskOf } from './task.js';

/** In milliseconds: how long a failing seed is made smaller. */
const shrinkingTime = 20_000;

/** What becomes of one piece of the campaign. */
export function work(task: Task): Promise<ResultOf<Kind>> {
  switch (task.kind) {
    case 'matrix':
      return workMatrix(task);
    case 'enumerate':
      return workEnumerations(task);
    case 'crashes':
      return workCrashes(task);
    case 'seeds':
      return workSeeds(task);
    case 'shrink':
      return makeSmaller(task);
    case 'hunt':
      return huntOne(task);
  }
}

async function workMatrix({ from, to }: TaskOf<'matrix'>): Promise<Findings> {
  const findings = noFindings();
  for (const cell of matrix().slice(from, to)) note(findings, cell.scenario, mustEnd(cell, await play(cell.scenario)));
  return findings;
}

/** A cell that ends otherwise reports what is not true; each has its one right size, and no request may fail in most of them. */
function mustEnd({ outcome, desired, mayFail }: Cell, verdict: Verdict): Verdict {
  const { failedRequests, seconds: at } = verdict;
  const violations = [...verdict.violations];
  if (verdict.outcome !== outcome) {
    violations.push({ invariant: 'E5', at, what: `ends ${verdict.outcome} instead of ${outcome}` });
  }
  if (verdict.desired !== desired) {
    violations.push({ invariant: 'E2', at, what: `desired is ${verdict.desired} instead of ${desired}` });
  }
  if (failedRequests > 0 && !mayFail) {
    violations.push({ invariant: 'A2', at, what: `${failedRequests} requests failed` });
  }
  return { ...verdict, violations };
}

async function workEnumerations({ strategy, slice, slices }: TaskOf<'enumerate'>): Promise<Findings> {
  const findings = noFindings();
  let index = 0;
  for await (const scenario of everythingOf(strategy)) {
    if (index++ % slices === slice) note(findings, scenario, await play(scenario));
  }
  return findings;
}

async function workCrashes({ strategy, image }: TaskOf<'crashes'>): Promise<Findings> {
  const findings = noFindings();
  for await (const scenario of crashes(smallest(strategy, image))) note(findings, scenario, await play(scenario));
  return findings;
}

async function workSeeds({ campaign, from, to }: TaskOf<'seeds'>): Promise<Findings> {
  const findings = noFindings();
  for (let number = from; number < to; number++) {
    const scenario = scenarioOf(campaign, number);
    note(findings, scenario, await play(scenario), { campaign, number });
  }
  return findings;
}

async function makeSmaller({ finding }: TaskOf<'shrink'>): Promise<Finding> {
  const { drawn, invariant } = finding;
  if (!drawn) return finding;
  const scenario = await shrink(drawn.campaign, drawn.number, invariant, shrinkingTime);
  const { violations } = await play(scenario);
  const same = violations.find((violation) => violation.invariant === invariant);
  return same ? { ...same, scenario } : finding;
}

/** @throws {Error} when the mutant does not fit the code any more. */
async function huntOne({ name }: TaskOf<'hunt'>): Promise<Catch | undefined> {
  const mutant = mutants.find((one) => one.name === name);
  if (!mutant) throw new Error(`There is no mutant "${name}"`);
  return withMistake(mutant, (playMistaken) => hunt(mutant, playMistaken, play));
}
