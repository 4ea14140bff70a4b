import type { Member, Shape } from './shapes.js';

/** Writes a value's content in XML (without an element around it), as the query protocols answer. */
export function writeXml(shape: Shape, value: unknown): string {
  if (shape.kind === 'structure') return writeMembers(shape.members, value as Readonly<Record<string, unknown>>);
  if (shape.kind === 'list')
    return (value as readonly unknown[]).map((item) => element(shape.itemName, shape.item, item)).join('');
  if (shape.kind === 'map')
    return entriesOf(shape, value as object)
      .map((entry) => `<entry>${entry}</entry>`)
      .join('');
  return writeScalar(shape, value);
}

function writeMembers(members: ReadonlyMap<string, Member>, value: Readonly<Record<string, unknown>>): string {
  let xml = '';
  for (const name in value) {
    const child = value[name];
    if (child === undefined || child === null) continue;
    const member = members.get(name);
    if (!member) throw new Error(`the answer has "${name}", which AWS's does not`);
    xml += writeMember(member, child);
  }
  return xml;
}

function writeMember({ shape, xmlName }: Member, value: unknown): string {
  if (shape.kind === 'list' && shape.flattened) {
    return (value as readonly unknown[]).map((item) => element(xmlName, shape.item, item)).join('');
  }
  if (shape.kind === 'map' && shape.flattened) {
    return entriesOf(shape, value as object)
      .map((entry) => `<${xmlName}>${entry}</${xmlName}>`)
      .join('');
  }
  return element(xmlName, shape, value);
}

function element(name: string, shape: Shape, value: unknown): string {
  return `<${name}>${writeXml(shape, value)}</${name}>`;
}

function entriesOf(shape: Extract<Shape, { kind: 'map' }>, value: object): string[] {
  return Object.entries(value).map(([key, entry]) => {
    return `<${shape.keyName}>${escapeXml(key)}</${shape.keyName}>${element(shape.valueName, shape.value, entry)}`;
  });
}

function writeScalar(shape: Shape, value: unknown): string {
  if (value instanceof Date)
    return shape.kind === 'timestamp' ? writeTimestamp(shape.format, value) : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return escapeXml(String(value));
}

function writeTimestamp(format: Extract<Shape, { kind: 'timestamp' }>['format'], value: Date): string {
  if (format === 'epoch-seconds') return String(value.getTime() / 1000);
  return format === 'http-date' ? value.toUTCString() : value.toISOString();
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

/** Escapes text for XML 1.0; characters that XML cannot hold become the replacement character. */
export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"\r]/g, (character) => entities[character] ?? character)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
