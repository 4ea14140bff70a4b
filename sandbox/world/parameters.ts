import { AwsError } from './aws-error.js';
import type { Operation } from './operation.js';
import type { Call } from './world.js';

/**
 * Refuses every parameter that carries a value which the operation would ignore. EC2 answers UnknownParameter (EC2 API,
 * "Common client errors"); for the other services this strictness is the sandbox's own, and the message says so.
 */
export function refuseUnknownParameters(call: Call, operation: Operation): void {
  const path = firstUnknown(call.input, '', acceptedBy(operation));
  if (path === undefined) return;
  if (call.service === 'ec2') {
    throw new AwsError(
      'UnknownParameter',
      `The parameter ${path} is not recognized (by the sandbox, for ${call.operation})`,
    );
  }
  throw new AwsError(
    'ValidationError',
    `The sandbox (stricter than AWS here) does not honour ${path} of ${call.service} ${call.operation}, and ignores nothing`,
  );
}

/** What an operation accepts: paths, and beginnings of paths below which it accepts all. */
interface Accepted {
  readonly paths: ReadonlySet<string>;
  readonly beginnings: readonly string[];
}

const known = new WeakMap<Operation, Accepted>();

function acceptedBy(operation: Operation): Accepted {
  const before = known.get(operation);
  if (before) return before;
  const open = operation.accepts.filter((path) => path.endsWith('.*')).map((path) => path.slice(0, -2));
  const accepted = {
    paths: new Set([...operation.accepts, ...open]),
    beginnings: open.map((path) => `${path}.`),
  };
  known.set(operation, accepted);
  return accepted;
}

/** The dotted path of the first leaf with a value that is not accepted: empty texts, lists and structures are as good as absent. */
function firstUnknown(value: unknown, path: string, accepted: Accepted): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array) {
    const isKnown = accepted.paths.has(path) || accepted.beginnings.some((beginning) => path.startsWith(beginning));
    return isKnown ? undefined : path;
  }
  const isList = Array.isArray(value);
  for (const [name, child] of Object.entries(value)) {
    const found = firstUnknown(child, isList ? path : path === '' ? name : `${path}.${name}`, accepted);
    if (found !== undefined) return found;
  }
  return undefined;
}
