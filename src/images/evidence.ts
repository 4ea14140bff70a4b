import type { BakeRecord } from './bake-record.js';
import type { BuildReport } from './build-report.js';

/** What links things of AWS to one bake: the names that Packer drew for it, and the ids that it said. */
export interface Evidence {
  /** Milliseconds since the Unix epoch: nothing older can be ours. */
  readonly since: number;
  readonly keyPairs: readonly string[];
  readonly securityGroups: readonly string[];
  readonly instances: readonly string[];
  readonly imageNames: readonly string[];
  readonly imageHints: readonly string[];
}

/** Clocks of runner and AWS may differ by so much. */
const clockSkew = 120_000;

export function evidenceOf({ startedAt }: BakeRecord, { traces, imageHints }: BuildReport): Evidence {
  const all = (name: 'keyPair' | 'securityGroup' | 'instance' | 'imageName') =>
    [...traces.values()].flatMap((build) => build[name] ?? []);
  return {
    since: startedAt - clockSkew,
    keyPairs: all('keyPair'),
    securityGroups: all('securityGroup'),
    instances: all('instance'),
    imageNames: all('imageName'),
    imageHints,
  };
}

/**
 * Whether a machine may be left that nothing links to this bake: one was being launched with a key pair and a security
 * group of the user's own, and Packer was killed before it said its id.
 */
export function isBlind({ traces }: BuildReport): boolean {
  return [...traces.values()].some(
    ({ launching, instance, keyPair, securityGroup }) => launching && !instance && !keyPair && !securityGroup,
  );
}
