import { messageOf } from '../platform/failure.js';
import { failureKind } from '../platform/retry.js';

/** The answer, or undefined when AWS says that the thing does not exist. */
export async function absentWhen<Output>(code: RegExp, call: () => Promise<Output>): Promise<Output | undefined> {
  try {
    return await call();
  } catch (error) {
    if (code.test(nameOf(error))) return undefined;
    throw error;
  }
}

const movedOn =
  /AlreadyExists|^Duplicate|PriorityInUse|NotFound|ResourceInUse|ScalingActivityInProgress|ResourceContention/;

/** Auto Scaling says ValidationError for all of these, too; only the message tells. */
const movedOnSays = /(group name|instance id) not found|launch template .*does not exist/i;

/**
 * Whether to look again rather than to give up: the world changed between looking and acting (or a describe was stale),
 * or it is unknown whether a call had its effect. Looking tells.
 */
export function isWorthAnotherLook(error: unknown): boolean {
  return movedOn.test(nameOf(error)) || movedOnSays.test(messageOf(error)) || failureKind(error) === 'unavailable';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
