import type { InvariantName } from '../../__tests__/simulation/invariants/invariants.js';
import type { Verdict } from '../../__tests__/simulation/play.js';
import type { Scenario } from '../../__tests__/simulation/scenario.js';

/** A story in which an invariant was violated. */
export interface Finding {
  readonly invariant: InvariantName;
  readonly what: string;
  /** Seconds after the beginning. */
  readonly at: number;
  readonly scenario: Scenario;
  /** Of a story of chance: so it can be made smaller. */
  readonly drawn?: Drawn | undefined;
}

/** The seed of a campaign that a story was drawn from. */
export interface Drawn {
  readonly campaign: number;
  readonly number: number;
}

/** A mistake shows in many stories alike: the first of them, and how often. */
export interface KindOfFinding {
  readonly first: Finding;
  times: number;
}

/** What a piece of the work has found; pieces add up. */
export interface Findings {
  stories: number;
  violations: number;
  readonly kinds: Map<string, KindOfFinding>;
  readonly reached: Record<string, number>;
}

export function noFindings(): Findings {
  return { stories: 0, violations: 0, kinds: new Map(), reached: {} };
}

/** Adds what was found in one story. */
export function note(
  findings: Findings,
  scenario: Scenario,
  { violations, reached }: Pick<Verdict, 'violations' | 'reached'>,
  drawn?: Drawn,
): void {
  findings.stories++;
  findings.violations += violations.length;
  for (const state of reached) addTo(findings.reached, state, 1);
  for (const violation of violations) addKind(findings, { first: { ...violation, scenario, drawn }, times: 1 });
}

export function add(total: Findings, piece: Findings): void {
  total.stories += piece.stories;
  total.violations += piece.violations;
  for (const [state, times] of Object.entries(piece.reached)) addTo(total.reached, state, times);
  for (const kind of piece.kinds.values()) addKind(total, kind);
}

function addTo(counts: Record<string, number>, name: string, times: number): void {
  counts[name] = (counts[name] ?? 0) + times;
}

/** Two findings that differ in machines and numbers alone are of one kind. */
function addKind({ kinds }: Findings, { first, times }: KindOfFinding): void {
  const words = first.what.replace(/\b(i|ami)-[0-9a-f]+/g, '').replace(/\d+/g, '');
  const name = `${first.invariant} ${first.scenario.strategy} ${words}`;
  const known = kinds.get(name);
  if (known) known.times += times;
  else kinds.set(name, { first, times });
}
