import { Failure } from '../platform/failure.js';

/**
 * Checks that whoever started the run owns the user segment of the branch name: it is their GitHub login (in any case),
 * or `owners` says whose it is. A segment in `owners` belongs to that login alone.
 * @throws {Failure} for anyone else.
 */
export function requireOwner(user: string, actor: string, owners: Readonly<Record<string, string>> = {}): void {
  const mapped = Object.entries(owners).find(([segment]) => segment.toLowerCase() === user.toLowerCase())?.[1];
  const owner = mapped ?? user;
  if (owner.toLowerCase() === actor.toLowerCase()) return;
  throw new Failure(
    `${actor || 'Nobody'} started this run, but "${user}" in the branch name belongs to ${owner}. ` +
      'Push to a branch of your own, or add a line "SEGMENT=LOGIN" to the input "owners".',
  );
}
