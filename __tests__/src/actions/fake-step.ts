import { SeededRandom } from '../../../sandbox/world/random.js';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import type { Clock } from '../../../src/platform/clock.js';
import type { Step } from '../../../src/platform/step.js';
import { readWorkflow } from '../../../src/platform/workflow.js';

/** A step that remembers what was said and written. */
export interface FakeStep extends Step {
  readonly outputs: Record<string, string>;
  readonly saved: Record<string, string>;
  readonly masked: string[];
  readonly lines: string[];
  readonly warnings: string[];
  readonly summaries: string[];
}

export interface FakeStepSettings {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  readonly workflow?: Partial<Step['workflow']>;
  readonly environment?: NodeJS.ProcessEnv;
  readonly cancellation?: AbortSignal;
}

/** A step of a run started by `ben`, on the branch `remote-run/ben/search`. */
export function fakeStep(settings: FakeStepSettings = {}): FakeStep {
  const record = { outputs: {}, saved: {}, masked: [], lines: [], warnings: [], summaries: [] } as Pick<
    FakeStep,
    'outputs' | 'saved' | 'masked' | 'lines' | 'warnings' | 'summaries'
  >;
  return {
    ...record,
    inputs: { get: (name) => settings.inputs?.[name] ?? '', mask: (value) => record.masked.push(value) },
    log: {
      info: (line) => record.lines.push(line),
      debug: () => undefined,
      notice: (line) => record.lines.push(line),
      warning: (line) => record.warnings.push(line),
      error: (line) => record.lines.push(line),
      group: (_title, body) => body(),
    },
    clock: settings.clock ?? new VirtualClock(),
    random: new SeededRandom(1),
    workflow: {
      ...readWorkflow({}),
      repository: 'acme/shop',
      ref: 'refs/heads/remote-run/ben/search',
      sha: '0123456789abcdef0123456789abcdef01234567',
      runId: '7',
      job: 'deploy',
      actor: 'ben',
      eventName: 'push',
      runUrl: 'https://github.com/acme/shop/actions/runs/7',
      ...settings.workflow,
    },
    environment: settings.environment ?? {},
    cancellation: settings.cancellation ?? new AbortController().signal,
    output: (name, value) => {
      record.outputs[name] = value;
    },
    saveState: (name, value) => {
      record.saved[name] = value;
    },
    state: (name) => record.saved[name] ?? '',
    summarize: async (markdown) => {
      record.summaries.push(markdown);
    },
  };
}
