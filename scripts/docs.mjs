/**
 * `npm run docs`: fills the tables of inputs and outputs in the READMEs from the action.yml beside them, between
 * `<!-- inputs -->` and `<!-- /inputs -->`, `<!-- outputs -->` and `<!-- /outputs -->`.
 * With --check nothing is written: exit 1 tells which README is out of date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const check = process.argv.includes('--check');
const folders = ['.', ...readdirSync('actions').map((name) => join('actions', name))];
const stale = folders.filter(fill);
if (check && stale.length > 0) {
  for (const folder of stale) console.error(`${join(folder, 'README.md')} is not what its action.yml says.`);
  console.error('Run: npm run docs');
  process.exitCode = 1;
}

/** Fills one README; true when it was out of date. */
function fill(folder) {
  const readme = join(folder, 'README.md');
  const definition = join(folder, 'action.yml');
  if (!existsSync(readme) || !existsSync(definition)) return false;
  const { inputs = {}, outputs = {} } = parse(readFileSync(definition, 'utf8'));
  const before = readFileSync(readme, 'utf8');
  const after = between(between(before, 'inputs', inputTable(inputs)), 'outputs', outputTable(outputs));
  if (after === before) return false;
  if (!check) writeFileSync(readme, after);
  return true;
}

function between(text, marker, table) {
  return text.replace(
    new RegExp(`(<!-- ${marker} -->\n)[^]*?(<!-- /${marker} -->)`),
    (_, opening, closing) => `${opening}${table}${closing}`,
  );
}

function inputTable(inputs) {
  const rows = Object.entries(inputs).map(([name, { description, required, default: fallback = '' }]) => [
    `\`${name}\``,
    cell(description),
    required ? '**required**' : String(fallback) && `\`${fallback}\``,
  ]);
  return table(['Input', 'What it says', 'Default'], rows);
}

function outputTable(outputs) {
  return table(
    ['Output', 'What it holds'],
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]),
  );
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** A description in one cell: no line break, no bar that would end it. */
function cell(description = '') {
  return String(description)
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}
