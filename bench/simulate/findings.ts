import type { Verdict } from '../../__tests__/simulation/play.js';
import type { Scenario } from '../../__tests__/simulation/scenario.js';

/** A story in which an invariant was violated. */
export interface Finding {
  readonly invariant: string;
  readonly what: string;
  /** Seconds after the beginning. */
  readonly at: number;
  readonly scenario: Scenario;
}

/** What a share of the work has found; shares add up. */
export interface Findings {
  seeds: number;
  enumerated: number;
  cells: number;
  violations: number;
  /** One of each kind at most, for a mistake shows in many stories alike. */
  readonly examples: Finding[];
  readonly reached: Record<string, number>;
}

export function noFindings(): Findings {
  return { seeds: 0, enumerated: 0, cells: 0, violations: 0, examples: [], reached: {} };
}

const mostExamples = 12;

/** Adds what was found in one story. */
export function note(findings: Findings, scenario: Scenario, { violations, reached }: Verdict): void {
  findings.violations += violations.length;
  for (const state of reached) findings.reached[state] = (findings.reached[state] ?? 0) + 1;
  for (const { invariant, what, at } of violations) addExample(findings, { invariant, what, at, scenario });
}

export function add(total: Findings, share: Findings): void {
  total.seeds += share.seeds;
  total.enumerated += share.enumerated;
  total.cells += share.cells;
  total.violations += share.violations;
  for (const [state, times] of Object.entries(share.reached)) {
    total.reached[state] = (total.reached[state] ?? 0) + times;
  }
  for (const example of share.examples) addExample(total, example);
}

function addExample({ examples }: Findings, example: Finding): void {
  const isKnown = examples.some((one) => kindOf(one) === kindOf(example));
  if (!isKnown && examples.length < mostExamples) examples.push(example);
}

/** Two findings that differ in machines and numbers alone are of one kind. */
function kindOf({ invariant, what, scenario }: Finding): string {
  const words = what.replace(/\b(i|ami)-[0-9a-f]+/g, '').replace(/\d+/g, '');
  return `${invariant} ${scenario.strategy} ${words}`;
}
