import { setTimeout as pause } from 'node:timers/promises';
import type { Killed } from './figures.js';
import { thousands } from './figures.js';
import type { Inputs, Runner, StepResult } from './runner.js';
import type { Stage } from './stage.js';
import type { LogLine } from './step-log.js';
import type { Story } from './story.js';

/** How long nobody is at work, in milliseconds: as long as GitHub and a person would take, but much shortened. */
const absence = 4_000;

export interface Accident {
  readonly stage: Stage;
  readonly story: Story;
  readonly runner: Runner;
  readonly counts: () => { readonly sent: number; readonly failed: number };
  /** What version 2 runs on. */
  readonly imageId: string;
  readonly tell: (line: LogLine) => void;
  readonly interruption: AbortSignal;
}

/** Starts a rollout, and kills its process once the first machines are on their way out. */
export async function killInTheMiddle(accident: Accident, inputs: Inputs): Promise<Killed | undefined> {
  const { runner, tell } = accident;
  const result = await runner.step('rolling-deploy', inputs, (line) => {
    if (runner.isCancelled) return;
    tell(line);
    if (/\d leaving/.test(line.text)) runner.kill();
  });
  return result.signal === 'SIGKILL' ? await serveOn(accident, result) : undefined;
}

/** What the dead process leaves, and that its users do not notice. */
async function serveOn(accident: Accident, { signal }: StepResult): Promise<Killed> {
  const { stage, story, counts, imageId, interruption } = accident;
  const { before, after } = stage.inService(imageId);
  const { sent, failed } = counts();
  story.chapter('kill -9: its runner is lost, in the middle of it');
  story.say(`rolling-deploy is gone, by ${signal}. No line of it ran after that: it could not clean up.`, 'bad');
  const desired = `the group is to have ${stage.group.desired}, not 4`;
  story.say(`In service are ${before} machines of version 1 and ${after} of version 2; ${desired}.`);
  story.say(`What it was about stands in AWS: ${stage.newestLine()}.`);
  story.say('Nobody is at work now. Users go on, and AWS goes on launching.');
  await pause(absence, undefined, { signal: interruption }).catch(() => undefined);
  const during = { requests: counts().sent - sent, failed: counts().failed - failed };
  story.say(
    `${absence / 1_000} s later: ${thousands(during.requests)} requests since, ${during.failed} failed`,
    during.failed === 0 ? 'good' : 'bad',
  );
  return { signal: String(signal), before, after, ...during };
}
