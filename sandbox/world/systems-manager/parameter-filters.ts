import type { ParameterStringFilter } from '@aws-sdk/client-ssm';
import { AwsError } from '../aws-error.js';
import type { Parameter } from './parameters.js';

/** Keeps what passes every filter (Systems Manager API, ParameterStringFilter). @throws {AwsError} InvalidFilterKey, InvalidFilterOption */
export function matching(parameters: Parameter[], filters: readonly ParameterStringFilter[] | undefined): Parameter[] {
  return (filters ?? []).reduce((kept, filter) => kept.filter(testFor(filter)), parameters);
}

function testFor({ Key = '', Option, Values = [] }: ParameterStringFilter): (parameter: Parameter) => boolean {
  if (Key === 'Path') return ({ name }) => Values.some((path) => isBelow(name, path, Option));
  const compare = comparison(Option ?? 'Equals');
  const read = reader(Key);
  return (parameter) => {
    const found = read(parameter);
    return found !== undefined && (Values.length === 0 || Values.some((value) => compare(found, value)));
  };
}

function isBelow(name: string, path: string, option = 'OneLevel'): boolean {
  const prefix = path.endsWith('/') ? path : `${path}/`;
  return name.startsWith(prefix) && (option === 'Recursive' || !name.includes('/', prefix.length));
}

function reader(key: string): (parameter: Parameter) => string | undefined {
  if (key === 'Name') return ({ name }) => name;
  if (key === 'Type') return ({ versions }) => versions.at(-1)?.type;
  if (key === 'Tier') return () => 'Standard';
  if (key.startsWith('tag:')) return ({ tags }) => tags.get(key.slice('tag:'.length));
  throw new AwsError('InvalidFilterKey', `The sandbox knows Name, Path, Type, Tier and tag:KEY, not ${key}`);
}

function comparison(option: string): (found: string, value: string) => boolean {
  if (option === 'Equals') return (found, value) => found === value;
  if (option === 'BeginsWith') return (found, value) => found.startsWith(value);
  if (option === 'Contains') return (found, value) => found.includes(value);
  throw new AwsError('InvalidFilterOption', `The sandbox knows Equals, BeginsWith and Contains, not ${option}`);
}
