import type { NormalizedSchema } from '@smithy/core/schema';

/** What the wire formats need to know of one shape, read from the schemas that the SDK's packages export. */
export type Shape =
  | { readonly kind: 'structure'; readonly members: ReadonlyMap<string, Member> }
  | { readonly kind: 'list'; readonly item: Shape; readonly itemName: string; readonly flattened: boolean }
  | {
      readonly kind: 'map';
      readonly value: Shape;
      readonly keyName: string;
      readonly valueName: string;
      readonly flattened: boolean;
    }
  | { readonly kind: 'timestamp'; readonly format: TimestampFormat }
  | { readonly kind: 'text' | 'number' | 'boolean' | 'blob' | 'document' };

/** How a timestamp is written; undefined where the protocol decides. */
type TimestampFormat = 'date-time' | 'http-date' | 'epoch-seconds' | undefined;

/** A member of a structure. */
export interface Member {
  readonly name: string;
  readonly shape: Shape;
  /** Its name in XML and in AWS Query. */
  readonly xmlName: string;
  /** Its name in EC2 Query: `Filter` for `Filters`. */
  readonly ec2Name: string;
  /** The SDK fills it with a random token when the caller leaves it out. */
  readonly isToken: boolean;
}

/** Numbers that smithy's static schemas use for timestamps with a format of their own. */
const timestampFormats: Readonly<Record<number, TimestampFormat>> = {
  5: 'date-time',
  6: 'http-date',
  7: 'epoch-seconds',
};

const membersOf = new WeakMap<object, ReadonlyMap<string, Member>>();

/** Reads a schema. Members of structures are read when first asked for, for shapes may contain themselves. */
export function shapeOf(schema: NormalizedSchema): Shape {
  const traits = schema.getMergedTraits();
  if (schema.isStructSchema()) return structureOf(schema);
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const itemName = item.getMergedTraits().xmlName ?? 'member';
    return { kind: 'list', item: shapeOf(item), itemName, flattened: traits.xmlFlattened === 1 };
  }
  if (schema.isMapSchema()) {
    const value = schema.getValueSchema();
    const keyName = schema.getKeySchema().getMergedTraits().xmlName ?? 'key';
    const valueName = value.getMergedTraits().xmlName ?? 'value';
    return { kind: 'map', value: shapeOf(value), keyName, valueName, flattened: traits.xmlFlattened === 1 };
  }
  if (schema.isTimestampSchema()) return { kind: 'timestamp', format: timestampFormats[schema.getSchema() as number] };
  return { kind: scalarKind(schema) };
}

function scalarKind(schema: NormalizedSchema): 'text' | 'number' | 'boolean' | 'blob' | 'document' {
  if (schema.isBooleanSchema()) return 'boolean';
  if (schema.isNumericSchema()) return 'number';
  if (schema.isBlobSchema()) return 'blob';
  return schema.isDocumentSchema() ? 'document' : 'text';
}

function structureOf(schema: NormalizedSchema): Shape {
  return {
    kind: 'structure',
    get members() {
      const key = schema.getSchema() as object;
      const known = membersOf.get(key);
      if (known) return known;
      const members = new Map([...schema.structIterator()].map(([name, member]) => [name, memberOf(name, member)]));
      membersOf.set(key, members);
      return members;
    },
  };
}

function memberOf(name: string, schema: NormalizedSchema): Member {
  const traits = schema.getMergedTraits();
  const xmlName = traits.xmlName ?? name;
  const ec2Name = (traits.ec2QueryName as string | undefined) ?? xmlName.charAt(0).toUpperCase() + xmlName.slice(1);
  return { name, shape: shapeOf(schema), xmlName, ec2Name, isToken: schema.isIdempotencyToken() };
}

/** No members: what operations without input or output have. */
export const nothing: Shape = { kind: 'structure', members: new Map() };
