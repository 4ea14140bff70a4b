import type { Catch } from '../../__tests__/simulation/mutants/hunt.js';
import type { ImageName } from '../../__tests__/simulation/scenario.js';
import type { StrategyName } from '../../__tests__/simulation/strategies.js';
import type { Finding, Findings } from './findings.js';

/** Pieces of the campaign, each so small that no core idles for long while another one is at the last. */
interface Pieces {
  /** Cells of the matrix, from the first to before the last. */
  readonly matrix: { readonly from: number; readonly to: number };
  /** Every so-manieth story of a strategy's enumerations. */
  readonly enumerate: { readonly strategy: StrategyName; readonly slice: number; readonly slices: number };
  /** A runner that dies around each call of one strategy: a part of its enumerations. */
  readonly crashes: { readonly strategy: StrategyName; readonly image: ImageName };
  readonly seeds: { readonly campaign: number; readonly from: number; readonly to: number };
  /** A finding of a seed is made smaller. */
  readonly shrink: { readonly finding: Finding };
  /** A mutant, by its name, is hunted. */
  readonly hunt: { readonly name: string };
}

interface Results {
  readonly matrix: Findings;
  readonly enumerate: Findings;
  readonly crashes: Findings;
  readonly seeds: Findings;
  readonly shrink: Finding;
  /** Nothing when the mutant has survived. */
  readonly hunt: Catch | undefined;
}

export type Kind = keyof Pieces;

export type TaskOf<Some extends Kind> = { readonly kind: Some } & Pieces[Some];

export type Task = { [Some in Kind]: TaskOf<Some> }[Kind];

export type ResultOf<Some extends Kind> = Results[Some];
