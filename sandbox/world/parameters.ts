import { AwsError } from './aws-error.js';
import type { Operation } from './operation.js';
import type { Call } from './world.js';

/**
 * Refuses every parameter that carries a value which the operation would ignore. EC2 answers UnknownParameter (EC2 API,
 * "Common client errors"); for the other services this strictness is the sandbox's own, and the message says so.
 */
export function refuseUnknownParameters(call: Call, operation: Operation): void {
  for (const path of pathsOf(call.input, '')) {
    if (operation.accepts.some((accepted) => covers(accepted, path))) continue;
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
}

function covers(accepted: string, path: string): boolean {
  if (accepted.endsWith('.*')) return path === accepted.slice(0, -2) || path.startsWith(accepted.slice(0, -1));
  return accepted === path;
}

/** The dotted paths of all leaves that carry a value: empty texts, lists and structures are as good as absent. */
function* pathsOf(value: unknown, path: string): Generator<string> {
  if (value === undefined || value === null || value === '') return;
  if (Array.isArray(value)) for (const item of value) yield* pathsOf(item, path);
  else if (typeof value === 'object' && !(value instanceof Date) && !(value instanceof Uint8Array)) {
    for (const [name, child] of Object.entries(value)) yield* pathsOf(child, path === '' ? name : `${path}.${name}`);
  } else yield path;
}
