/**
 * `npm run docs`: fills the tables of inputs and outputs in the actions' pages from each action.yml, between
 * `<!-- inputs -->` and `<!-- /inputs -->`, `<!-- outputs -->` and `<!-- /outputs -->`; the operations that the sandbox has
 * in docs/sandbox.md, and what each strategy makes of each input in docs/strategies.md, from the code's own tables; and
 * simulated rollouts, told as they happen, in docs/rollout.md.
 * With --check nothing is written: exit 1 tells which page is out of date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compile } from './compile.mjs';

const proof = ['__tests__/simulation', '__tests__/doubles'];
compile({ project: 'tsconfig.build.json', folders: ['src', 'sandbox', 'bench', ...proof], output: 'build' });
const { operationTable } = await import('../build/sandbox/wire/operation-table.js');
const { stories } = await import('../build/bench/stories/stories.js');
const { strategyInputs, treatments } = await import('../build/src/actions/strategy-inputs.js');

// That this computer's Node is older than GitHub's is no news of a page.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
const check = process.argv.includes('--check');
const pages = [
  { definition: 'action.yml', page: 'README.md' },
  { definition: 'action.yml', page: 'docs/pipeline.md' },
  ...readdirSync('actions').map((name) => ({
    definition: join('actions', name, 'action.yml'),
    page: join('actions', name, 'README.md'),
  })),
];
const sandbox = { definition: 'sandbox/world', page: 'docs/sandbox.md' };
const stale = pages.filter(({ page }) => existsSync(page)).filter(fill);
if (write(sandbox.page, (text) => between(text, 'operations', operationTable()))) stale.push(sandbox);
const strategies = { definition: 'src/actions/strategy-inputs.ts', page: 'docs/strategies.md' };
const rollouts = { definition: 'bench/stories', page: 'docs/rollout.md' };
const told = await stories();
if (write(rollouts.page, (text) => Object.entries(told).reduce(tell, text))) stale.push(rollouts);
if (write(strategies.page, (text) => between(text, 'strategies', strategyTable()))) stale.push(strategies);
if (check && stale.length > 0) {
  for (const { definition, page } of stale) console.error(`${page} is not what ${definition} says.`);
  console.error('Run: npm run docs');
  process.exitCode = 1;
}

/** Fills one page; true when it was out of date. */
function fill({ definition, page }) {
  const { inputs = {}, outputs = {} } = parse(readFileSync(definition, 'utf8'));
  return write(page, (text) => between(between(text, 'inputs', inputTable(inputs)), 'outputs', outputTable(outputs)));
}

/** Rewrites a page, unless only checking; true when it was out of date. */
function write(page, rewrite) {
  const before = readFileSync(page, 'utf8');
  const after = rewrite(before);
  if (after === before) return false;
  if (!check) writeFileSync(page, after);
  return true;
}

function between(text, marker, table) {
  return text.replace(
    new RegExp(`(<!-- ${marker} -->\n)[\\s\\S]*?(<!-- /${marker} -->)`),
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

/** A rollout as a picture and as its log; what the ledger says in the end stands wherever the page wants it. */
function tell(text, [name, { picture, log, requests, failedRequests, ledger, history }]) {
  const counted = `${requests.toLocaleString('en-US')} requests in that time, ${failedRequests} failed.`;
  const story = `${fenced('mermaid', picture)}${counted}\n\n${fenced('console', log)}`;
  const parts = {
    [name]: story,
    [`${name} history`]: fenced('console', history),
    [`${name} ledger`]: fenced('json', ledger),
  };
  return Object.entries(parts).reduce((page, [marker, part]) => between(page, marker, part), text);
}

function fenced(language, text) {
  const fence = '`'.repeat(3);
  return `${fence}${language}\n${text}\n${fence}\n`;
}

/** A column for each strategy; those that treat all inputs alike share one. */
function strategyTable() {
  const columns = new Map();
  for (const strategy of Object.keys(treatments)) {
    columns.set(treatments[strategy], [...(columns.get(treatments[strategy]) ?? []), `\`${strategy}\``]);
  }
  const head = ['Input', ...[...columns.values()].map((names) => names.join(', '))];
  const rows = strategyInputs.map((input) => [
    `\`${input}\``,
    ...[...columns.keys()].map((inputs) => treatment(inputs[input])),
  ]);
  return table(head, rows);
}

function treatment({ kind, as = 'yes', because, remedy }) {
  return kind === 'used' ? cell(as) : cell(`**refused**: ${because}. ${remedy}`);
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
