import type { Shape } from './shapes.js';

/** Thrown with the dotted path of a member that the shape does not have. */
export class UnknownMember extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`no such member: ${path}`);
    this.path = path;
  }
}

/**
 * Copies a value along its shape, as the way over the wire would: nothing that one side changes later is seen by the
 * other. Members without a value are left out.
 * @throws {UnknownMember}
 */
export function copyAlong(shape: Shape, value: unknown, path = ''): unknown {
  switch (shape.kind) {
    case 'structure':
      return copyStructure(shape, value as Readonly<Record<string, unknown>>, path);
    case 'list':
      return (value as readonly unknown[]).map((item) => copyAlong(shape.item, item, path));
    case 'map':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, entry]) => [key, copyAlong(shape.value, entry, path)]),
      );
    case 'timestamp':
      return value instanceof Date ? new Date(value.getTime()) : value;
    case 'blob':
      return value instanceof Uint8Array ? value.slice() : value;
    default:
      return value;
  }
}

function copyStructure(
  { members }: Extract<Shape, { kind: 'structure' }>,
  value: Readonly<Record<string, unknown>>,
  path: string,
): object {
  const copy: Record<string, unknown> = {};
  for (const name in value) {
    const child = value[name];
    if (child === undefined || child === null) continue;
    const member = members.get(name);
    if (!member) throw new UnknownMember(path + name);
    copy[name] = copyAlong(member.shape, child, `${path}${name}.`);
  }
  return copy;
}
