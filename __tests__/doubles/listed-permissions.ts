import { readFileSync } from 'node:fs';

interface Policy {
  readonly Statement: readonly { readonly Action: readonly string[] }[];
}

/** The calls that an action's README asks permission for: the first statement of its policy, sorted. */
export function listedPermissions(action: string): readonly string[] {
  const page = readFileSync(`actions/${action}/README.md`, 'utf8');
  const policy = /```json\n(\{\s+"Version": "2012-10-17"[^`]*)```/.exec(page)?.[1];
  if (!policy) throw new Error(`actions/${action}/README.md shows no policy`);
  return [...((JSON.parse(policy) as Policy).Statement[0]?.Action ?? [])].sort();
}

/** The permissions that calls need, each once, sorted. IAM names services as signatures do. */
export function permissionsFor(calls: readonly { readonly service: string; readonly operation: string }[]): string[] {
  return [...new Set(calls.map(({ service, operation }) => `${service}:${operation}`))].sort();
}
