import { literally } from '../../platform/markdown.js';

/** What a machine wrote before a rollout turned back because of it. */
export interface LastWords {
  /** `The console of i-…`, say. */
  readonly of: string;
  readonly lines: readonly string[];
}

/** For the log and the annotation. */
export function wordLines({ of, lines }: LastWords): readonly string[] {
  return [`${of} says last:`, ...lines.map((line) => `  | ${line}`)];
}

/** For the job summary. None of it can end the element. */
export function wordsInMarkdown({ of, lines }: LastWords): string {
  return `${literally(of)} says last:\n\n<pre>\n${lines.map(literally).join('\n')}\n</pre>\n`;
}
