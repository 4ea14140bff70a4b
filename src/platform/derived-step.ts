import type { Clock } from './clock.js';
import type { Log, Step } from './step.js';

/** How a step differs from the one that it is derived from. */
export interface Derivation {
  /** Inputs that are given in place of the user's; an empty text takes one away. */
  readonly inputs: Readonly<Record<string, string>>;
  /** In place of the step's own. */
  readonly environment?: NodeJS.ProcessEnv;
  /** In place of the step's own. */
  readonly log?: Log;
  /** In place of the step's own. */
  readonly clock?: Clock;
  /** Hears every output besides the runner. */
  readonly onOutput?: (name: string, value: string) => void;
}

/** The same step with some inputs of its own: for an action that is a part of another one. */
export function deriveStep(
  step: Step,
  { inputs, environment = step.environment, log = step.log, clock = step.clock, onOutput }: Derivation,
): Step {
  const { random, workflow, cancellation } = step;
  return {
    ...{ log, clock, random, workflow, environment, cancellation },
    inputs: { get: (name) => inputs[name] ?? step.inputs.get(name), mask: (value) => step.inputs.mask(value) },
    output: (name, value) => {
      onOutput?.(name, value);
      step.output(name, value);
    },
    saveState: (name, value) => step.saveState(name, value),
    state: (name) => step.state(name),
    summarize: (markdown) => step.summarize(markdown),
  };
}
