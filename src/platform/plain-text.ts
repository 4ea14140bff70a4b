/**
 * The last lines of what a machine has written, to be shown as they are: without control characters, without escape
 * sequences of a terminal, and without what GitHub's runner would take for a command (`##[`, anywhere in a line; `::`, at
 * its beginning: actions/runner, ActionCommand).
 */
export function plainLines(text: string, most: number): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)
    .map(plain)
    .filter((line) => line !== '')
    .slice(-most);
}

const longest = 300;

function plain(line: string): string {
  return line
    .replace(escapeSequences, '')
    .replace(/\p{Cc}|\p{Cf}/gu, ' ')
    .replaceAll('##[', '## [')
    .replace(/^(\s*::)+/, '')
    .trimEnd()
    .slice(0, longest);
}

/** ECMA-48: control sequences, and strings such as a window's title. */
const escapeSequences = new RegExp(
  ['\\u001b\\[[0-?]*[ -/]*[@-~]', '\\u001b\\][^\\u0007\\u001b]*(\\u0007|\\u001b\\\\)', '\\u001b[@-Z\\\\-_]'].join('|'),
  'g',
);
