import Sequencer from '@jest/test-sequencer';

const longest = /\/(seeds-to-\d+|crashes)\.test\.ts$/;

/** On a fresh clone Jest takes small files for quick ones. These play for long, so they begin, and no core waits for them at the end. */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted.filter(({ path }) => longest.test(path)), ...sorted.filter(({ path }) => !longest.test(path))];
  }
}
