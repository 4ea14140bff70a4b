import { UnknownMember } from './copy.js';
import type { Member, Shape } from './shapes.js';

/** EC2 has its own dialect of AWS Query: other names, and lists without a `member` in between. */
export type Dialect = 'ec2Query' | 'query';

/** A value that cannot be what the schema says. */
export class MalformedValue extends Error {}

/** The dotted keys of a form, taken apart: `Filter.1.Name=x` is the node Filter, 1, Name. */
interface Node {
  value: string | undefined;
  readonly children: Map<string, Node>;
}

/**
 * Reads the parameters of a query request.
 * @throws {UnknownMember} for a key that the schema does not have; {MalformedValue} for one that is not of its type.
 */
export function readQuery(dialect: Dialect, shape: Shape, parameters: Iterable<readonly [string, string]>): unknown {
  const root = newNode();
  for (const [key, value] of parameters) {
    if (key !== 'Action' && key !== 'Version') plant(root, key.split('.'), value);
  }
  return new QueryReader(dialect).read(shape, root, '');
}

function newNode(): Node {
  return { value: undefined, children: new Map() };
}

function plant(root: Node, steps: readonly string[], value: string): void {
  let node = root;
  for (const step of steps) {
    const child = node.children.get(step) ?? newNode();
    node.children.set(step, child);
    node = child;
  }
  node.value = value;
}

const indexes = {
  ec2Query: new WeakMap<object, Map<string, Member>>(),
  query: new WeakMap<object, Map<string, Member>>(),
};

class QueryReader {
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  read(shape: Shape, node: Node, path: string): unknown {
    if (shape.kind === 'structure') return this.#structure(shape.members, node, path);
    if (shape.kind === 'list') return this.#list(shape, node, path);
    if (shape.kind === 'map') return this.#map(shape, node, path);
    const [unexpected] = node.children.keys();
    if (unexpected !== undefined) throw new UnknownMember(`${path}.${unexpected}`);
    return readScalar(shape, node.value ?? '', path);
  }

  #structure(members: ReadonlyMap<string, Member>, node: Node, path: string): object {
    const index = this.#index(members);
    const structure: Record<string, unknown> = {};
    for (const [name, child] of node.children) {
      const childPath = path === '' ? name : `${path}.${name}`;
      const member = index.get(name);
      if (!member) throw new UnknownMember(childPath);
      structure[member.name] = this.read(member.shape, child, childPath);
    }
    return structure;
  }

  #list(shape: Extract<Shape, { kind: 'list' }>, node: Node, path: string): unknown[] {
    const flat = this.#dialect === 'ec2Query' || shape.flattened;
    const entries = flat ? node : onlyChild(node, shape.itemName, path);
    return numbered(entries, path).map((child) => this.read(shape.item, child, path));
  }

  #map(shape: Extract<Shape, { kind: 'map' }>, node: Node, path: string): object {
    const entries = shape.flattened ? node : onlyChild(node, 'entry', path);
    const pairs = numbered(entries, path).map((entry) => {
      const value = entry.children.get(shape.valueName) ?? newNode();
      return [entry.children.get(shape.keyName)?.value ?? '', this.read(shape.value, value, path)] as const;
    });
    return Object.fromEntries(pairs);
  }

  #index(members: ReadonlyMap<string, Member>): ReadonlyMap<string, Member> {
    const known = indexes[this.#dialect].get(members);
    if (known) return known;
    const nameOf = (member: Member) => (this.#dialect === 'ec2Query' ? member.ec2Name : member.xmlName);
    const index = new Map([...members.values()].map((member) => [nameOf(member), member]));
    indexes[this.#dialect].set(members, index);
    return index;
  }
}

/** The node between a list and its items. An empty list is sent as a key without a value, and has none. */
function onlyChild(node: Node, name: string, path: string): Node {
  for (const key of node.children.keys()) if (key !== name) throw new UnknownMember(`${path}.${key}`);
  return node.children.get(name) ?? newNode();
}

/** The children in the order of their numbers. */
function numbered(node: Node, path: string): Node[] {
  const stray = [...node.children.keys()].find((key) => !/^\d+$/.test(key));
  if (stray !== undefined) throw new UnknownMember(`${path}.${stray}`);
  return [...node.children].sort(([one], [other]) => Number(one) - Number(other)).map(([, child]) => child);
}

function readScalar(shape: Shape, text: string, path: string): unknown {
  switch (shape.kind) {
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw new MalformedValue(`${path} must be true or false, not "${text}"`);
      return text === 'true';
    case 'number':
      if (text.trim() === '' || Number.isNaN(Number(text)))
        throw new MalformedValue(`${path} must be a number, not "${text}"`);
      return Number(text);
    case 'timestamp':
      return readTimestamp(text, path);
    case 'blob':
      return new Uint8Array(Buffer.from(text, 'base64'));
    default:
      return text;
  }
}

/** ISO 8601, an HTTP date, or seconds since the Unix epoch: clients differ. */
export function readTimestamp(value: string | number, path: string): Date {
  const seconds = Number(value);
  const time = Number.isNaN(seconds) || value === '' ? Date.parse(String(value)) : Math.round(seconds * 1000);
  if (Number.isNaN(time)) throw new MalformedValue(`${path} must be a time, not "${value}"`);
  return new Date(time);
}
