/** What happens in the demo: version 2 is good, or never healthy, or good while the runner is killed on the way. */
export type Plot = 'good' | 'bad' | 'kill';

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
  /** What the runner left when it was killed. */
  readonly killed?: Killed;
}

export interface Killed {
  /** What ended the process, as its parent was told. */
  readonly signal: string;
  /** Machines in service at that moment, by what they run. */
  readonly before: number;
  readonly after: number;
  /** What users asked while nobody was at work, and what of it failed. */
  readonly requests: number;
  readonly failed: number;
}

/** What the demo promised. */
export interface Promised {
  readonly plot: Plot;
  /** The fewest requests that prove anything. */
  readonly requests: number;
}

/** What was found at the end. */
export interface Found {
  /** What each machine says it runs, asked one by one. */
  readonly versions: readonly string[];
  /** Settings of the group that are not what they were, a few words each. */
  readonly borrowed: readonly string[];
}

/** What is not as it was promised, a sentence each; nothing when all is well. */
export function complaints(figures: Figures, found: Found, { plot, requests }: Promised): string[] {
  const outcome = outcomeOf(plot);
  const version = plot === 'bad' ? '1' : '2';
  const strangers = found.versions.filter((each) => each !== version);
  const answersOfTwo = figures.byVersion['2'] ?? 0;
  return [
    ...(figures.outcome === outcome ? [] : [`The outcome is "${figures.outcome}", not "${outcome}".`]),
    ...(figures.failed === 0 ? [] : [`${figures.failed} of ${figures.requests} requests failed.`]),
    ...(figures.requests >= requests ? [] : [`Only ${figures.requests} requests were sent, not ${requests}.`]),
    ...(found.versions.length > 0 ? [] : ['There are no machines.']),
    ...(strangers.length === 0 ? [] : [`Not every machine runs version ${version}: ${strangers.join(', ')}.`]),
    ...found.borrowed.map((setting) => `The group was not left as it was found: ${setting}.`),
    ...(plot === 'bad' && answersOfTwo > 0
      ? [`Version 2 answered ${answersOfTwo} requests: it should have answered nobody.`]
      : []),
    ...(plot !== 'bad' && answersOfTwo === 0 ? ['Version 2 answered nobody.'] : []),
    ...(plot === 'kill' ? killComplaints(figures.killed) : []),
  ];
}

/** How rolling-deploy is to end. */
export function outcomeOf(plot: Plot): string {
  return plot === 'bad' ? 'rolled-back' : 'succeeded';
}

/** Only a process that dies in the middle, while users are there, proves anything. */
function killComplaints(killed: Killed | undefined): string[] {
  if (killed?.signal !== 'SIGKILL') return ['Nobody was killed.'];
  return [
    ...(killed.before > 0 && killed.after > 0 ? [] : ['It was not killed in the middle of its work.']),
    ...(killed.requests > 0 ? [] : ['Nobody asked for anything while nobody was at work.']),
  ];
}

/** `6,120 requests, 0 failed, version 1: 2,031, version 2: 4,089` */
export function countersLine(sent: number, failed: number, byVersion: Figures['byVersion']): string {
  const versions = Object.entries(byVersion).sort(([one], [other]) => one.localeCompare(other));
  const answers = versions.map(([version, count]) => `version ${version}: ${thousands(count)}`);
  return [`${thousands(sent)} requests`, `${thousands(failed)} failed`, ...answers].join(', ');
}

export function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
