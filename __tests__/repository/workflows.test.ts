import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[]; readonly 'timeout-minutes'?: number }>>;
}

const examples = filesIn('examples/workflows', '.yml');
const own = filesIn('.github/workflows', '.yml');
const blocks = [
  'README.md',
  ...filesIn('docs', '.md'),
  ...filesIn('actions', '.md'),
  ...filesIn('examples', '.md'),
].flatMap((page) =>
  codeBlocks(readFileSync(page, 'utf8')).map((text, index) => [`${page}, block ${index + 1}`, text] as const),
);
/** Everything in the repository that a user pastes or GitHub runs, with all steps in it. */
const pieces = [...[...examples, ...own].map((path) => [path, readFileSync(path, 'utf8')] as const), ...blocks];

describe.each(pieces)('%s', (_, text) => {
  const steps = stepsIn(parse(text));

  it('puts no expression inside a script: it would be run as part of it', () => {
    expect(steps.filter(({ run = '' }) => String(run).includes('${{'))).toEqual([]);
  });

  it('gives our actions only inputs that they have, and all that they need', () => {
    const wrong = steps.flatMap((step) => wrongInputs(step));
    expect(wrong).toEqual([]);
  });
});

describe.each([...examples, ...own])('%s as a whole', (path) => {
  const workflow = parse(readFileSync(path, 'utf8')) as Workflow;

  it('says at its top what it may do, and no more than reading', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(workflow.permissions);
  });

  it('bounds the time of each job', () => {
    const unbounded = Object.values(workflow.jobs).filter((job) => job['timeout-minutes'] === undefined);
    expect(unbounded).toEqual([]);
  });

  it('names the group that takes turns, and cuts no deployment short', () => {
    expect(workflow.concurrency?.group).toBeTruthy();
    if (examples.includes(path)) expect(workflow.concurrency?.['cancel-in-progress']).toBe(false);
  });

  it('pins what it uses: ours and the examples by version, everything that runs here by commit', () => {
    const uses = stepsIn(workflow).flatMap(({ uses = [] }) => uses);
    const pin = own.includes(path) ? /@[0-9a-f]{40}$/ : /@v\d+$/;
    expect(uses.filter((name) => !pin.test(name))).toEqual([]);
  });
});

function wrongInputs({ uses = '', with: given = {} }: Step): string[] {
  const match = /^steadfleet\/steadfleet(\/actions\/[a-z-]+)?@/.exec(uses);
  if (!match) return uses.includes('/steadfleet') ? [`${uses}: write steadfleet/steadfleet/actions/NAME@v1`] : [];
  const file = parse(readFileSync(join('.', match[1] ?? '', 'action.yml'), 'utf8')) as {
    inputs?: Record<string, { required?: boolean }>;
  };
  const known = file.inputs ?? {};
  const unknown = Object.keys(given).filter((name) => !(name in known));
  const missing = Object.keys(known).filter((name) => known[name]?.required && !(name in given));
  return [...unknown.map((name) => `${uses} has no input ${name}`), ...missing.map((name) => `${uses} needs ${name}`)];
}

/** Steps wherever they stand: in a whole workflow, in a job, or in a list on its own. */
function stepsIn(node: unknown): readonly Step[] {
  if (Array.isArray(node)) return node.flatMap(stepsIn);
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.entries(node).flatMap(([key, value]) => (key === 'with' ? [] : stepsIn(value)));
  return 'uses' in node || 'run' in node ? [node as Step, ...below] : below;
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

function codeBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)].map(([, text]) => text ?? '');
}
