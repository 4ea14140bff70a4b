import { randomBytes } from 'node:crypto';

/** 32 hexadecimal digits that nobody can guess: for markers that outsiders must not be able to forge. */
export function unguessable(): string {
  return randomBytes(16).toString('hex');
}
