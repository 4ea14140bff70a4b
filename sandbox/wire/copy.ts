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
export function copyAlong(shape: Shape, value: unknown): unknown {
  return copierOf(shape)(value);
}

type Copier = (value: unknown) => unknown;

/** Most of a simulated call's time is copying, so what a shape asks for is found out once. */
const copiers = new WeakMap<Shape, Copier>();

function copierOf(shape: Shape): Copier {
  const known = copiers.get(shape);
  if (known) return known;
  const copier = newCopier(shape);
  copiers.set(shape, copier);
  return copier;
}

const same: Copier = (value) => value;

function newCopier(shape: Shape): Copier {
  switch (shape.kind) {
    case 'structure':
      return structureCopier(shape);
    case 'list':
      return (value) => (value as readonly unknown[]).map(copierOf(shape.item));
    case 'map':
      return (value) =>
        Object.fromEntries(Object.entries(value as object).map(([key, entry]) => [key, copierOf(shape.value)(entry)]));
    case 'timestamp':
      return (value) => (value instanceof Date ? new Date(value.getTime()) : value);
    case 'blob':
      return (value) => (value instanceof Uint8Array ? value.slice() : value);
    default:
      return same;
  }
}

/** Members are looked up when first met, for shapes may contain themselves. */
function structureCopier(shape: Extract<Shape, { kind: 'structure' }>): Copier {
  const known: Record<string, Copier | undefined> = Object.create(null);
  return (value) => {
    // All at once, for to add member after member takes several times as long.
    const copy = { ...(value as Readonly<Record<string, unknown>>) };
    for (const name in copy) {
      const child = copy[name];
      if (child === undefined || child === null) {
        delete copy[name];
        continue;
      }
      let copier = known[name];
      if (!copier) {
        copier = copierOfMember(shape, name);
        known[name] = copier;
      }
      if (copier !== same) copy[name] = copier(child);
    }
    return copy;
  };
}

/** @throws {UnknownMember} */
function copierOfMember({ members }: Extract<Shape, { kind: 'structure' }>, name: string): Copier {
  const member = members.get(name);
  if (!member) throw new UnknownMember(name);
  const copier = copierOf(member.shape);
  if (copier === same) return same;
  return (value) => {
    try {
      return copier(value);
    } catch (error) {
      throw error instanceof UnknownMember ? new UnknownMember(`${name}.${error.path}`) : error;
    }
  };
}
