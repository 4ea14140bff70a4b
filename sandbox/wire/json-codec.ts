import { UnknownMember } from './copy.js';
import { MalformedValue, readTimestamp } from './query-reader.js';
import type { Shape } from './shapes.js';

/**
 * Reads what a JSON request holds.
 * @throws {UnknownMember} for a key that the schema does not have; {MalformedValue} for a value that is not of its type.
 */
export function readJson(shape: Shape, value: unknown, path = ''): unknown {
  switch (shape.kind) {
    case 'structure':
      return readMembers(shape, expectObject(value, path), path);
    case 'list':
      if (!Array.isArray(value)) throw new MalformedValue(`${path} must be a list`);
      return value.map((item) => readJson(shape.item, item, path));
    case 'map':
      return mapValues(expectObject(value, path), (entry) => readJson(shape.value, entry, path));
    case 'document':
      return value;
    default:
      return readScalar(shape, value, path);
  }
}

function readMembers(
  { members }: Extract<Shape, { kind: 'structure' }>,
  value: Readonly<Record<string, unknown>>,
  path: string,
): object {
  const structure: Record<string, unknown> = {};
  for (const [name, child] of Object.entries(value)) {
    const childPath = path === '' ? name : `${path}.${name}`;
    const member = members.get(name);
    if (!member) throw new UnknownMember(childPath);
    if (child !== null) structure[name] = readJson(member.shape, child, childPath);
  }
  return structure;
}

function readScalar(shape: Shape, value: unknown, path: string): unknown {
  if (shape.kind === 'timestamp' && (typeof value === 'number' || typeof value === 'string')) {
    return readTimestamp(value, path);
  }
  if (shape.kind === 'blob' && typeof value === 'string') return new Uint8Array(Buffer.from(value, 'base64'));
  if (shape.kind === 'text' && typeof value === 'string') return value;
  if (shape.kind === 'boolean' && typeof value === 'boolean') return value;
  if (shape.kind === 'number' && typeof value === 'number') return value;
  if (shape.kind === 'number' && /^(NaN|-?Infinity)$/.test(String(value))) return Number(value);
  throw new MalformedValue(`${path} must be a ${shape.kind}, not ${JSON.stringify(value)}`);
}

/** The value as JSON.stringify may have it. */
export function writeJson(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'structure':
      return writeMembers(shape, value as Readonly<Record<string, unknown>>);
    case 'list':
      return (value as readonly unknown[]).map((item) => writeJson(shape.item, item));
    case 'map':
      return mapValues(value as Record<string, unknown>, (entry) => writeJson(shape.value, entry));
    case 'timestamp':
      return writeTimestamp(shape.format, value as Date);
    case 'blob':
      return Buffer.from(value as Uint8Array).toString('base64');
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    default:
      return value;
  }
}

function writeMembers(
  { members }: Extract<Shape, { kind: 'structure' }>,
  value: Readonly<Record<string, unknown>>,
): object {
  const structure: Record<string, unknown> = {};
  for (const [name, child] of Object.entries(value)) {
    if (child === undefined || child === null) continue;
    const member = members.get(name);
    if (!member) throw new Error(`the answer has "${name}", which AWS's does not`);
    structure[name] = writeJson(member.shape, child);
  }
  return structure;
}

function writeTimestamp(format: Extract<Shape, { kind: 'timestamp' }>['format'], value: Date): string | number {
  if (format === 'date-time') return value.toISOString();
  return format === 'http-date' ? value.toUTCString() : value.getTime() / 1000;
}

function expectObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new MalformedValue(`${path || 'the body'} must be an object`);
}

function mapValues(value: Readonly<Record<string, unknown>>, convert: (entry: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, convert(entry)]));
}
