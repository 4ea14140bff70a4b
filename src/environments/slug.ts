import { createHash } from 'node:crypto';
import type { BranchParts } from './branch-pattern.js';

/** The tightest limit on a name: a target group's (ELBv2 API, CreateTargetGroup). A DNS label may have 63. */
export const longestSlug = 32;

const hashDigits = 8;

/** The full ref, told apart from other repositories' in the same account, as a SHA-256 in hexadecimal. */
export function refHash(repository: string, ref: string): string {
  return createHash('sha256').update(`${repository.toLowerCase()} ${ref}`).digest('hex');
}

/**
 * A name that is safe for DNS and for every AWS resource: lower-case letters, digits and single hyphens, none of them
 * at an end. It always ends in the hash of the full ref: what is lost in cutting and replacing makes no two branches equal.
 */
export function slugOf({ user, feature }: BranchParts, hash: string): string {
  const readable = `${user}-${feature}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug - hashDigits - 1)
    .replace(/^-+|-+$/g, '');
  return `${readable || 'env'}-${hash.slice(0, hashDigits)}`;
}
