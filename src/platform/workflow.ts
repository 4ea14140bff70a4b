import { readFileSync } from 'node:fs';

/** Which run of which workflow this is, from the variables that GitHub sets for every step. */
export interface Workflow {
  /** `owner/name` */
  readonly repository: string;
  /** `refs/heads/main` */
  readonly ref: string;
  /** The commit's full hash. */
  readonly sha: string;
  readonly workflow: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly job: string;
  /** Who started the run. */
  readonly actor: string;
  readonly eventName: string;
  /** The run's page. */
  readonly runUrl: string;
  /** The payload of the event, or an empty object. */
  readonly event: Readonly<Record<string, unknown>>;
}

/** Reads the workflow's context. See "Variables" in GitHub's Actions documentation. */
export function readWorkflow(env: NodeJS.ProcessEnv): Workflow {
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const repository = env.GITHUB_REPOSITORY ?? 'local/local';
  const runId = env.GITHUB_RUN_ID ?? '0';
  return {
    repository,
    ref: env.GITHUB_REF ?? '',
    sha: env.GITHUB_SHA ?? '',
    workflow: env.GITHUB_WORKFLOW ?? '',
    runId,
    runAttempt: env.GITHUB_RUN_ATTEMPT ?? '1',
    job: env.GITHUB_JOB ?? '',
    actor: env.GITHUB_ACTOR ?? '',
    eventName: env.GITHUB_EVENT_NAME ?? '',
    runUrl: `${server}/${repository}/actions/runs/${runId}`,
    event: readEvent(env.GITHUB_EVENT_PATH),
  };
}

function readEvent(path: string | undefined): Readonly<Record<string, unknown>> {
  if (!path) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
