import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sequencer from '@jest/test-sequencer';

const longest = /\/proof-(first|second)-half\.test\.ts$/;

/** Files that load the same for long are played together by one that imports them; each can be played by itself, by its name. */
const suite = /\/suites\/[^/]+\.test\.ts$/;

function importedBy(path) {
  const imports = readFileSync(path, 'utf8').matchAll(/^import '(.+)\.js';$/gm);
  return [...imports].map(([, module]) => join(path, '..', `${module}.ts`));
}

/** On a fresh clone Jest takes small files for quick ones. These play for long, so they begin, and no core waits for them at the end. */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const suites = tests.filter(({ path }) => suite.test(path));
    const played = new Set(suites.flatMap(({ path }) => importedBy(path)));
    const sorted = (await super.sort(tests)).filter(
      ({ path }) => !played.has(path) && !suites.some((one) => one.path === path),
    );
    const isLongest = ({ path }) => longest.test(path);
    return [...sorted.filter(isLongest), ...suites, ...sorted.filter((test) => !isLongest(test))];
  }
}
