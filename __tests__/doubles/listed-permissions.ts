import { readFileSync } from 'node:fs';

interface Policy {
  readonly Statement: readonly { readonly Sid?: string; readonly Action: readonly string[] }[];
}

/** The calls that an action's README asks permission for: the first statement of its policy, sorted. */
export function listedPermissions(action: string): readonly string[] {
  return [...(policyOf(action).Statement[0]?.Action ?? [])].sort();
}

/** The same, for each statement of the policy that says by its `Sid` what it is for. */
export function permissionsBySid(action: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policyOf(action).Statement.flatMap(({ Sid, Action }) => (Sid === undefined ? [] : [[Sid, [...Action].sort()]])),
  );
}

function policyOf(action: string): Policy {
  const page = readFileSync(`actions/${action}/README.md`, 'utf8');
  const policy = /```json\n(\{\s+"Version": "2012-10-17"[^`]*)```/.exec(page)?.[1];
  if (!policy) throw new Error(`actions/${action}/README.md shows no policy`);
  return JSON.parse(policy) as Policy;
}

/** The permissions that calls need, each once, sorted. IAM names services as signatures do, but for one. */
export function permissionsFor(calls: readonly { readonly service: string; readonly operation: string }[]): string[] {
  return [
    ...new Set(
      calls.map(({ service, operation }) => `${service === 'monitoring' ? 'cloudwatch' : service}:${operation}`),
    ),
  ].sort();
}
