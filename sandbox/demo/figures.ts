/** The closing figures, as `--report` writes them. */
export interface Figures {
  /** rolling-deploy's own word; `none` when it was not reached. */
  readonly outcome: string;
  readonly requests: number;
  readonly failed: number;
  /** Answers by what `x-service-version` said. */
  readonly byVersion: Readonly<Record<string, number>>;
  readonly machinesReplaced: number;
  readonly bakeReal: boolean;
  readonly seconds: number;
}

/** What the demo promised. */
export interface Promised {
  readonly bad: boolean;
  /** The fewest requests that prove anything. */
  readonly requests: number;
}

/**
 * What is not as it was promised, a sentence each; nothing when all is well.
 * @param versions what each machine says it runs, asked one by one
 */
export function complaints(figures: Figures, versions: readonly string[], { bad, requests }: Promised): string[] {
  const outcome = bad ? 'rolled-back' : 'succeeded';
  const version = bad ? '1' : '2';
  const strangers = versions.filter((each) => each !== version);
  const answersOfTwo = figures.byVersion['2'] ?? 0;
  return [
    ...(figures.outcome === outcome ? [] : [`The outcome is "${figures.outcome}", not "${outcome}".`]),
    ...(figures.failed === 0 ? [] : [`${figures.failed} of ${figures.requests} requests failed.`]),
    ...(figures.requests >= requests ? [] : [`Only ${figures.requests} requests were sent, not ${requests}.`]),
    ...(versions.length > 0 ? [] : ['There are no machines.']),
    ...(strangers.length === 0 ? [] : [`Not every machine runs version ${version}: ${strangers.join(', ')}.`]),
    ...(bad && answersOfTwo > 0
      ? [`Version 2 answered ${answersOfTwo} requests: it should have answered nobody.`]
      : []),
    ...(!bad && answersOfTwo === 0 ? ['Version 2 answered nobody.'] : []),
  ];
}

/** `6,120 requests, 0 failed, version 1: 2,031, version 2: 4,089` */
export function countersLine(sent: number, failed: number, byVersion: Figures['byVersion']): string {
  const versions = Object.entries(byVersion).sort(([one], [other]) => one.localeCompare(other));
  const answers = versions.map(([version, count]) => `version ${version}: ${thousands(count)}`);
  return [`${thousands(sent)} requests`, `${thousands(failed)} failed`, ...answers].join(', ');
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
