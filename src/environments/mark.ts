import { Failure } from '../platform/failure.js';
import { type Environment, markKey } from './environment.js';

interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** The tags that all parts of an environment carry: the mark, and for people the branch. */
export function marksOf({ mark, branch }: Environment): { readonly Key: string; readonly Value: string }[] {
  // What every AWS service allows in a tag's value (ELBv2 API, Tag), and no more than 256 characters.
  const readable = branch.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '_');
  return [
    { Key: markKey, Value: mark },
    { Key: 'steadfleet:branch', Value: readable.slice(0, 256) },
  ];
}

/**
 * The hard stop: what has our name without our mark belongs to somebody else.
 * @throws {Failure} naming it.
 */
export function requireMark(kind: string, name: string, tags: readonly Tag[] | undefined, mark: string): void {
  const found = tags?.find(({ Key }) => Key === markKey)?.Value;
  if (found === mark) return;
  const instead = found === undefined ? `has no tag ${markKey}` : `has the tag ${markKey} = ${JSON.stringify(found)}`;
  throw new Failure(
    `The ${kind} "${name}" ${instead}, so it is not this environment's (that would be ${JSON.stringify(mark)}). ` +
      'Nothing was touched: rename or remove it by hand, then run again.',
  );
}
