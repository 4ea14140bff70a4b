import { describe, expect, it } from '@jest/globals';
import { Story } from '../../../sandbox/demo/story.js';

function tell(isTTY: boolean, environment: NodeJS.ProcessEnv = {}, columns = 20) {
  const page = { text: '', isTTY, columns, write: (text: string) => (page.text += text) };
  const clock = { time: 0 };
  return { page, clock, story: new Story(page, environment, () => clock.time) };
}

describe('the story', () => {
  it('tells every line with the seconds since it began', () => {
    const { page, clock, story } = tell(false);
    clock.time = 1_250;
    story.say('one\ntwo');
    expect(page.text).toBe('   1.3 s  one\n   1.3 s  two\n');
  });

  it('is plain where there is no terminal', () => {
    const { page, story } = tell(false);
    story.chapter('Bake');
    story.say('done', 'good');
    expect(page.text).not.toContain('\u001b');
  });

  it('has colours on a terminal', () => {
    const { page, story } = tell(true);
    story.say('done', 'good');
    expect(page.text).toContain('\u001b[32mdone\u001b[0m');
  });

  it('has no colours with NO_COLOR', () => {
    const { page, story } = tell(true, { NO_COLOR: '1' });
    story.say('done', 'good');
    expect(page.text).toBe('   0.0 s  done\n');
  });

  it('keeps the counters below the last line of a terminal, within its width', () => {
    const { page, story } = tell(true, { NO_COLOR: '1' });
    story.count('12345 requests, 0 failed, and more than fits');
    story.say('next');
    expect(page.text).toBe('\r\u001b[2K12345 requests, 0 …\r\u001b[2K   0.0 s  next\n12345 requests, 0 …');
  });

  it('cuts no figure short on a terminal that does not know its width', () => {
    const { page, story } = tell(true, {}, 0);
    story.count('12345 requests, 0 failed, version 1: 12,345');
    expect(page.text).toBe('\r\u001b[2K12345 requests, 0 failed, version 1: 12,345');
  });

  it('takes the counters away at the end', () => {
    const { page, story } = tell(true);
    story.count('1 request');
    story.stopCounting();
    expect(page.text.endsWith('\r\u001b[2K')).toBe(true);
  });

  it('tells the counters every five seconds where a line cannot be rewritten', () => {
    const { page, clock, story } = tell(false);
    for (clock.time = 0; clock.time <= 12_000; clock.time += 100) story.count('so many');
    expect(page.text.trim().split('\n')).toEqual(['5.0 s  so many', '  10.0 s  so many']);
  });
});
