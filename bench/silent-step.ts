import type { Clock } from '../src/platform/clock.js';
import type { Random } from '../src/platform/random.js';
import type { Log, Step } from '../src/platform/step.js';
import { readWorkflow } from '../src/platform/workflow.js';

const silent: Log = {
  info: () => undefined,
  debug: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: (_title, body) => body(),
};

/** A step of a workflow that nobody looks at. `run` tells one run of the workflow from another. */
export function silentStep(clock: Clock, random: Random, run = '1'): Step {
  return {
    inputs: { get: () => '', mask: () => undefined },
    log: silent,
    clock,
    random,
    workflow: readWorkflow({ GITHUB_REPOSITORY: 'octo/shop', GITHUB_ACTOR: 'ben', GITHUB_RUN_ID: run }),
    environment: {},
    cancellation: new AbortController().signal,
    output: () => undefined,
    saveState: () => undefined,
    state: () => '',
    summarize: async () => undefined,
  };
}
