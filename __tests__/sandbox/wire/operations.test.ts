import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { operationTable } from '../../../sandbox/wire/operation-table.js';
import { serviceSchemas } from '../../../sandbox/wire/service-schemas.js';
import type { Member } from '../../../sandbox/wire/shapes.js';
import type { Operation, Operations } from '../../../sandbox/world/operation.js';
import { type ServiceName, services } from '../../../sandbox/world/world.js';

const names = Object.keys(services) as ServiceName[];

interface Implemented {
  readonly label: string;
  readonly operation: Operation;
  readonly members: ReadonlyMap<string, Member>;
}

const implemented: readonly Implemented[] = names.flatMap((service) =>
  Object.entries(services[service] as Operations).map(([name, operation]) => {
    const input = serviceSchemas[service].operations.get(name)?.input;
    return { label: `${service} ${name}`, operation, members: input?.kind === 'structure' ? input.members : new Map() };
  }),
);

/** Whether a dotted path, without list positions, leads to something in the SDK's schema. */
function leadsSomewhere(path: string, members: ReadonlyMap<string, Member>): boolean {
  const [first = '', ...rest] = path.split('.');
  if (first === '*') return true;
  const member = members.get(first);
  if (!member || rest.length === 0) return member !== undefined;
  let { shape } = member;
  while (shape.kind === 'list') shape = shape.item;
  if (shape.kind === 'map') return true;
  return rest[0] === '*' || (shape.kind === 'structure' && leadsSomewhere(rest.join('.'), shape.members));
}

describe("an operation's accepted parameters", () => {
  it.each(implemented)('are in the schema: $label', ({ operation, members }) => {
    expect(operation.accepts.filter((path) => !leadsSomewhere(path, members))).toEqual([]);
  });

  it.each(implemented)('include the tokens that the SDK fills in by itself: $label', ({ operation, members }) => {
    const tokens = [...members.values()].filter(({ isToken }) => isToken).map(({ name }) => name);
    expect(tokens.filter((name) => !operation.accepts.includes(name))).toEqual([]);
  });
});

describe('docs/sandbox.md', () => {
  it('lists exactly the operations that are implemented: run npm run docs if not', () => {
    const page = readFileSync('docs/sandbox.md', 'utf8');
    const listed = /<!-- operations -->\n([\s\S]*?)<!-- \/operations -->/.exec(page)?.[1];
    expect(listed).toBe(operationTable());
  });
});
