import type { Filter } from '@aws-sdk/client-ec2';
import { invalidValue } from './errors.js';

/** What a filter by each name looks at: one text, several (any of them may match), or nothing. */
export type FilterFields<Item> = Readonly<Record<string, (item: Item) => string | readonly string[] | undefined>>;

interface Tagged {
  readonly tags: ReadonlyMap<string, string>;
}

type Test = (value: string) => boolean;

/**
 * Keeps what passes every filter; a filter passes when any of its values matches. Values may hold `*` and `?`, and a
 * backslash takes their meaning away; upper and lower case differ (EC2 user guide, "Filter your resources").
 * @throws {AwsError} InvalidParameterValue for a filter that the operation does not have.
 */
export function filtered<Item extends Tagged>(
  items: Iterable<Item>,
  filters: readonly Filter[] | undefined,
  fields: FilterFields<Item>,
): Item[] {
  let kept = Array.isArray(items) ? (items as Item[]) : [...items];
  for (const { Name = '', Values = [] } of filters ?? []) {
    const read = fieldFor(Name, fields);
    const tests = Values.map(testFor);
    kept = kept.filter((item) => passes(read(item), tests));
  }
  return kept;
}

function fieldFor<Item extends Tagged>(name: string, fields: FilterFields<Item>): FilterFields<Item>[string] {
  if (name.startsWith('tag:')) return (item) => item.tags.get(name.slice('tag:'.length));
  if (name === 'tag-key') return (item) => [...item.tags.keys()];
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) throw invalidValue(`The filter '${name}' is invalid`);
  return field;
}

function passes(value: string | readonly string[] | undefined, tests: readonly Test[]): boolean {
  if (value === undefined) return false;
  if (typeof value === 'string') return tests.some((test) => test(value));
  return value.some((one) => tests.some((test) => test(one)));
}

function testFor(pattern: string): Test {
  if (!/[*?\\]/.test(pattern)) return (value) => value === pattern;
  const source = pattern.replace(/\\(.)|[\s\S]/g, (found, escaped: string | undefined) => {
    if (escaped !== undefined) return literally(escaped);
    if (found === '*') return '[\\s\\S]*';
    return found === '?' ? '[\\s\\S]' : literally(found);
  });
  const expression = new RegExp(`^${source}$`);
  return (value) => expression.test(value);
}

function literally(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
}
