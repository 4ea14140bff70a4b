import { Failure } from '../platform/failure.js';
import type { Workflow } from '../platform/workflow.js';
import type { BranchPattern } from './branch-pattern.js';
import { refHash, slugOf } from './slug.js';

/** The tag that marks what belongs to an environment: nothing without it is ever touched. */
export const markKey = 'steadfleet:environment';

/** Which environment it is: one for every branch of a repository. */
export interface Environment {
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly user: string;
  readonly feature: string;
  /** The name of its group, template and target group, and the first label of its host name. */
  readonly slug: string;
  /** The value of {@link markKey}: the slug and the whole hash of the ref. */
  readonly mark: string;
}

export interface EnvironmentRequest {
  readonly command: 'up' | 'down';
  /** The input `ref`: `refs/heads/NAME` or `NAME`. */
  readonly ref: string | undefined;
  readonly pattern: BranchPattern;
  readonly workflow: Workflow;
}

/**
 * Finds out which environment a run is about.
 * @throws {Failure} for a fork, for a ref that is no branch, and for a branch that the pattern does not fit.
 */
export function environmentOf({ command, ref, pattern, workflow }: EnvironmentRequest): Environment {
  refuseForks(workflow);
  const branch = branchOf(ref ?? (command === 'down' ? deletedRef(workflow) : workflow.ref));
  const parts = pattern(branch);
  if (!parts) {
    throw new Failure(
      `Branch ${JSON.stringify(branch)} names no personal environment. Compare it with the input "pattern", or run this step only for branches that fit.`,
    );
  }
  const hash = refHash(workflow.repository, `refs/heads/${branch}`);
  const slug = slugOf(parts, hash);
  return { branch, ...parts, slug, mark: `${slug}/${hash}` };
}

/** The branch that a `delete` event is about: its payload alone tells (the run itself is on the default branch). */
function deletedRef({ event, eventName }: Workflow): string {
  if (eventName !== 'delete') {
    throw new Failure(
      `"command: down" outside a delete event (this is "${eventName}") needs the input "ref": the branch.`,
    );
  }
  if (event.ref_type !== 'branch') {
    throw new Failure(`A ${String(event.ref_type)} was deleted, not a branch: it has no environment.`);
  }
  return String(event.ref ?? '');
}

function branchOf(ref: string): string {
  const branch = ref.replace(/^refs\/heads\//, '');
  if (branch !== '' && !branch.startsWith('refs/')) return branch;
  throw new Failure(
    `${JSON.stringify(ref)} is no branch, and only branches have environments. Run this step on push (or give the branch as "ref").`,
  );
}

/** Code from a fork never gets machines here: whoever may push to this repository may have an environment. */
function refuseForks({ event, repository }: Workflow): void {
  const heads = [nameIn(event, 'pull_request', 'head', 'repo'), nameIn(event, 'workflow_run', 'head_repository')];
  for (const head of heads) {
    if (head === undefined || head.toLowerCase() === repository.toLowerCase()) continue;
    throw new Failure(`This run is for the fork ${head}; only branches of ${repository} get an environment.`);
  }
}

/** The full name of the repository at a path of the payload; undefined when the payload has no such path. */
function nameIn(payload: unknown, ...path: readonly string[]): string | undefined {
  let value = payload;
  for (const [at, key] of path.entries()) {
    if (typeof value !== 'object' || value === null || !(key in value)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
    // A deleted fork is null: whose code it was is unknown, so it is not ours.
    if (value === null && at > 0) return '(deleted)';
  }
  const { full_name: name } = (value ?? {}) as { full_name?: unknown };
  return typeof name === 'string' ? name : '(deleted)';
}
