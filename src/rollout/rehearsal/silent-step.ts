import type { Clock } from '../../platform/clock.js';
import type { Random } from '../../platform/random.js';
import type { Log, Step } from '../../platform/step.js';
import { readWorkflow } from '../../platform/workflow.js';

/** Nobody hears it. */
export const silent: Log = {
  info: () => undefined,
  debug: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: (_title, body) => body(),
};

/** The step of a rehearsed rollout: nobody hears of it, and nobody cancels it. */
export function silentStep(clock: Clock, random: Random): Step {
  return {
    inputs: { get: () => '', mask: () => undefined },
    log: silent,
    clock,
    random,
    workflow: readWorkflow({}),
    environment: {},
    cancellation: new AbortController().signal,
    output: () => undefined,
    saveState: () => undefined,
    state: () => '',
    summarize: async () => undefined,
  };
}
