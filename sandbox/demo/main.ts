import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, messageOf } from '../../src/platform/failure.js';
import { type DemoEnd, playDemo } from './demo.js';
import { countersLine, type Figures, type Plot } from './figures.js';
import { type Options, readOptions, usage } from './options.js';
import { Story } from './story.js';

/** This file runs as build/sandbox/demo/main.js. */
const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** `npm start`. Gives the exit code. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const story = new Story(process.stdout, process.env, () => performance.now());
  const interruption = interruptible(story);
  const end = await playDemo(story, { repository, plot: options.plot, interruption });
  if (!end || interruption.aborted) {
    story.say('Stopped. Everything was cleaned up.');
    return 130;
  }
  close(story, end, options);
  if (options.report !== undefined)
    await writeFile(resolve(options.report), `${JSON.stringify(end.figures, undefined, 2)}\n`);
  return end.complaints.length === 0 ? 0 : 1;
}

/** The first Ctrl-C ends the demo in order. What is left after a second one, the next sandbox finds. */
function interruptible(story: Story): AbortSignal {
  const interruption = new AbortController();
  const stop = () => {
    if (interruption.signal.aborted) process.exit(130);
    story.say('Stopping, and cleaning up. (Once more: stop at once.)');
    interruption.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  return interruption.signal;
}

const morals: Readonly<Record<Plot, string>> = {
  good: 'Every machine was replaced. No user noticed.',
  bad: 'A version that never worked was rolled out, and taken back. No user noticed.',
  kill: 'The runner was killed in the middle, the group served on, and the next run ended its work. No user noticed.',
};

function close(story: Story, { figures, complaints }: DemoEnd, { plot }: Options): void {
  story.chapter('The figures');
  for (const line of closingLines(figures)) story.say(line);
  for (const complaint of complaints) story.say(complaint, 'bad');
  if (complaints.length > 0) return;
  story.say(morals[plot], 'good');
}

function closingLines({ requests, failed, byVersion, machinesReplaced, bakeReal, seconds }: Figures): string[] {
  return [
    countersLine(requests, failed, byVersion),
    `${machinesReplaced} machines replaced, in ${seconds} s${bakeReal ? '' : ' (the bake was not real)'}`,
  ];
}

main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(error instanceof Failure ? messageOf(error) : error);
    process.exit(1);
  },
);
