/**
 * Draws docs/demo.svg: what `npm start` really said, as a picture of a terminal.
 *
 *     npm start | node scripts/demo-picture.mjs docs/demo.svg
 */
import { writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const [target = 'docs/demo.svg'] = process.argv.slice(2);
const widest = 116;
const size = 13;
const advance = size * 0.602;
const lineHeight = 19;
const margin = { left: 20, top: 52, bottom: 20 };
// A dark window has its own background, so it reads the same on light and dark pages.
const colours = {
  page: '#0d1117',
  frame: '#30363d',
  plain: '#e6edf3',
  quiet: '#9198a1',
  title: '#79c0ff',
  good: '#56d364',
  bad: '#ff7b72',
};

const told = (await text(process.stdin)).trim().split('\n');
const lines = ['$ npm start', '', ...told.flatMap(wrapped)];
const width = Math.round(margin.left * 2 + widest * advance);
const height = margin.top + lines.length * lineHeight + margin.bottom;

writeFileSync(
  target,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="What npm start prints">
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${colours.page}" stroke="${colours.frame}"/>
${['#ff5f57', '#febc2e', '#28c840'].map((fill, at) => `<circle cx="${24 + at * 20}" cy="22" r="6" fill="${fill}"/>`).join('')}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${size}" style="white-space: pre" xml:space="preserve">
${lines.map(drawn).join('\n')}
</g>
</svg>
`,
);
console.log(`Drew ${lines.length} lines into ${target}.`);

/** A long line goes on below its own text. */
function wrapped(line) {
  if (line.length <= widest) return [line];
  const indent = / {10}\| */.exec(line)?.[0] ?? ' '.repeat(10);
  const at = line.lastIndexOf(' ', widest);
  return [line.slice(0, at), ...wrapped(indent + line.slice(at + 1))];
}

function drawn(line, at) {
  const y = margin.top + at * lineHeight + size;
  const time = /^ *[\d.]+ s {2}/.exec(line)?.[0] ?? '';
  const rest = line.slice(time.length);
  const parts = [time && part(time, 'quiet'), rest && part(rest, toneOf(line, time))];
  return `<text x="${margin.left}" y="${y}" xml:space="preserve">${parts.join('')}</text>`;
}

/** The tones that a terminal shows, told by what a line is. */
function toneOf(line, time) {
  if (line.startsWith('$ ')) return 'good';
  if (/^ {10}/.test(line)) return 'quiet';
  if (time === '') return 'title';
  if (/Outcome: (succeeded|rolled-back)$|No user noticed|Baked ami-/.test(line)) return 'good';
  return 'plain';
}

function part(content, tone) {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<tspan fill="${colours[tone]}"${tone === 'title' ? ' font-weight="bold"' : ''}>${escaped}</tspan>`;
}
