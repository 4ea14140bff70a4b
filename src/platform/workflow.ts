import { readFileSync } from 'node:fs';

/** Whose machine runs the job. GitHub's own are thrown away with their job, all processes included. */
export type RunnerEnvironment = 'github-hosted' | 'self-hosted' | 'unknown';

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
  /** 1 for the first; one more each time the run is started again. */
  readonly runAttempt: string;
  /** The job's id in the workflow file: all jobs of a matrix have the same. */
  readonly job: string;
  /** The machine that runs the job, or an empty text. */
  readonly runnerName: string;
  readonly runnerEnvironment: RunnerEnvironment;
  /** Who started the run. */
  readonly actor: string;
  readonly eventName: string;
  /** The run's page. */
  readonly runUrl: string;
  /** Where GitHub's API is, without a slash at the end. */
  readonly apiUrl: string;
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
    runnerName: env.RUNNER_NAME ?? '',
    runnerEnvironment: runnerEnvironment(env.RUNNER_ENVIRONMENT),
    actor: env.GITHUB_ACTOR ?? '',
    eventName: env.GITHUB_EVENT_NAME ?? '',
    runUrl: `${server}/${repository}/actions/runs/${runId}`,
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    event: readEvent(env.GITHUB_EVENT_PATH),
  };
}

function runnerEnvironment(given: string | undefined): RunnerEnvironment {
  return given === 'github-hosted' || given === 'self-hosted' ? given : 'unknown';
}

function readEvent(path: string | undefined): Readonly<Record<string, unknown>> {
  if (!path) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
