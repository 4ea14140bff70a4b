import { setMaxListeners } from 'node:events';
import * as core from '@actions/core';
import { explain, isExpected } from './aws-failure.js';
import { endOfPost } from './cancellation.js';
import { systemClock } from './clock.js';
import { describeProblem, InputFailure, Interruption } from './failure.js';
import { literally } from './markdown.js';
import { systemRandom } from './random.js';
import type { Action, Log, Step } from './step.js';
import { readWorkflow } from './workflow.js';

const log: Log = {
  info: core.info,
  debug: core.debug,
  notice: (line, title) => core.notice(line, title === undefined ? {} : { title }),
  warning: (line, title) => core.warning(line, title === undefined ? {} : { title }),
  error: (line, title) => core.error(line, title === undefined ? {} : { title }),
  group: core.group,
};

/** What main leaves for post, whatever the action. */
const states = { mainRan: 'main-ran', cancelledAt: 'cancelled-at' };

/** Runs an action's main, or its post when the runner starts the same bundle a second time. */
export async function runAction(name: string, load: () => Promise<Action>): Promise<void> {
  const isPost = core.getState(states.mainRan) === 'true';
  const step = githubStep(isPost ? postCancellation() : mainCancellation());
  if (!isPost) step.saveState(states.mainRan, 'true');
  try {
    const action = await load();
    if (isPost) await action.post?.(step);
    else await action.main(step);
  } catch (error) {
    if (isPost) core.warning(explain(error), { title: `${name}: clean-up` });
    else await reportFailure(name, error);
  }
  // A child or a socket left open must not keep the job waiting (the runner waits for open pipes too).
  process.exit();
}

async function reportFailure(name: string, error: unknown): Promise<void> {
  process.exitCode = 1;
  await summarizeFailure(name, error);
  if (error instanceof InputFailure) {
    for (const problem of error.problems) core.error(describeProblem(problem), { title: `${name}: wrong input` });
    return;
  }
  core.error(explain(error), { title: `${name} failed` });
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  // What AWS refuses is said in AWS's words; where in the program it was asked helps only who works on the program.
  if (isExpected(error)) core.debug(stack);
  else core.info(stack);
}

let hasSummary = false;

/** The job summary of a step that failed before it had anything to say there. */
async function summarizeFailure(name: string, error: unknown): Promise<void> {
  if (hasSummary || error instanceof Interruption) return;
  const reasons = error instanceof InputFailure ? error.problems.map(describeProblem) : [explain(error)];
  const list = reasons.map((reason) => `- ${literally(reason)}\n`).join('');
  await summarize(`### ${name} failed\n\n${list}`).catch((problem: unknown) => core.debug(explain(problem)));
}

async function summarize(markdown: string): Promise<void> {
  hasSummary = true;
  if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown, true).write();
}

/** Main has 7.5 s from SIGINT to SIGTERM, and 2.5 s more (actions/runner, ProcessInvoker): post has to know when it was. */
function mainCancellation(): AbortSignal {
  return whenSignalled(() => core.saveState(states.cancelledAt, systemClock.now()));
}

function postCancellation(): AbortSignal {
  const cancelledAt = Number(core.getState(states.cancelledAt)) || undefined;
  return AbortSignal.any([whenSignalled(() => {}), endOfPost(systemClock, cancelledAt)]);
}

function whenSignalled(noteIt: () => void): AbortSignal {
  const cancellation = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!cancellation.signal.aborted) noteIt();
      cancellation.abort();
    });
  }
  return cancellation.signal;
}

function githubStep(cancellation: AbortSignal): Step {
  // As many calls listen to it as are under way.
  setMaxListeners(0, cancellation);
  return {
    inputs: { get: (name) => core.getInput(name), mask: core.setSecret },
    log,
    clock: systemClock,
    random: systemRandom,
    workflow: readWorkflow(process.env),
    environment: process.env,
    cancellation,
    output: core.setOutput,
    saveState: core.saveState,
    state: core.getState,
    summarize,
  };
}
