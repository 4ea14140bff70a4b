/** Where the story goes: standard output, or a test's own. */
export interface Page {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export type Tone = 'plain' | 'title' | 'good' | 'bad' | 'quiet';

const codes: Readonly<Record<Tone, string>> = { plain: '', title: '1', good: '32', bad: '31', quiet: '2' };
/** How often the counters are told where a line cannot be rewritten, in milliseconds. */
const plainInterval = 5_000;
const clearLine = '\r\u001b[2K';

/**
 * Tells what happens, line by line, each with the seconds since the beginning. Colours and a last line that is rewritten
 * in place on a terminal; plain lines elsewhere, and no colours with NO_COLOR (no-color.org).
 */
export class Story {
  readonly #page: Page;
  readonly #now: () => number;
  readonly #began: number;
  readonly #isTerminal: boolean;
  readonly #hasColours: boolean;
  #counters = '';
  #lastCounters = 0;

  constructor(page: Page, environment: NodeJS.ProcessEnv, now: () => number) {
    this.#page = page;
    this.#now = now;
    this.#began = now();
    this.#lastCounters = this.#began;
    this.#isTerminal = page.isTTY === true && environment.TERM !== 'dumb';
    this.#hasColours = this.#isTerminal && !environment.NO_COLOR;
  }

  /** Seconds since the story began. */
  get seconds(): number {
    return (this.#now() - this.#began) / 1_000;
  }

  /** A new chapter. */
  chapter(title: string): void {
    this.#print('');
    this.#print(this.#coloured(title, 'title'));
  }

  say(text: string, tone: Tone = 'plain'): void {
    for (const line of text.split('\n')) {
      this.#print(
        `${this.#coloured(`${this.seconds.toFixed(1).padStart(6)} s`, 'quiet')}  ${this.#coloured(line, tone)}`,
      );
    }
  }

  /** Something said by another: an action's log, or a message that arrived. */
  quote(text: string, tone: Tone = 'quiet'): void {
    for (const line of text.split('\n')) this.#print(`          ${this.#coloured(`| ${line}`, tone)}`);
  }

  /** The live counters: call it often. */
  count(counters: string): void {
    if (this.#isTerminal) {
      this.#counters = counters;
      this.#page.write(`${clearLine}${this.#fitted(counters)}`);
    } else if (this.#now() - this.#lastCounters >= plainInterval) {
      this.#lastCounters = this.#now();
      this.say(counters);
    }
  }

  /** Takes the live counters away: nothing is counted any more. */
  stopCounting(): void {
    if (this.#counters) this.#page.write(clearLine);
    this.#counters = '';
  }

  #print(line: string): void {
    const after = this.#counters && this.#fitted(this.#counters);
    this.#page.write(`${this.#counters && clearLine}${line}\n${after}`);
  }

  /** A line that wrapped could not be rewritten in place. Some pseudo terminals say that they have 0 columns. */
  #fitted(line: string): string {
    const room = (this.#page.columns || 80) - 1;
    return line.length > room ? `${line.slice(0, room - 1)}…` : line;
  }

  #coloured(text: string, tone: Tone): string {
    return this.#hasColours && codes[tone] ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text;
  }
}
