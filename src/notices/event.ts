import { createHash } from 'node:crypto';
import type { Workflow } from '../platform/workflow.js';

export const statuses = ['start', 'success', 'failure', 'cancelled'] as const;
export type DeploymentStatus = (typeof statuses)[number];

/** What a step knows about a deployment besides its workflow's context. */
export interface DeploymentFacts {
  readonly status: DeploymentStatus;
  /** What is deployed; the repository's name by default. */
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly group?: string | undefined;
  readonly imageId?: string | undefined;
  readonly previousImageId?: string | undefined;
  readonly outcome?: string | undefined;
  readonly message?: string | undefined;
  /** Milliseconds since the Unix epoch. */
  readonly startedAt?: number | undefined;
}

/** One thing that happened to a deployment: the one model that every receiver's message is made from. */
export interface DeploymentEvent extends Omit<DeploymentFacts, 'startedAt' | 'service'> {
  /** Raised when a field changes its meaning or goes; new fields alone do not raise it. */
  readonly schemaVersion: 1;
  /** The same for every delivery of the same event: receivers may drop a repeated one. */
  readonly id: string;
  /** ISO 8601. */
  readonly time: string;
  readonly service: string;
  /** `owner/name` */
  readonly repository: string;
  /** The commit's full hash. */
  readonly commit: string;
  /** `refs/heads/main` */
  readonly ref: string;
  /** Who started the run. */
  readonly actor: string;
  /** The run's page. */
  readonly runUrl: string;
  readonly durationSeconds?: number;
}

export interface Occasion {
  readonly workflow: Workflow;
  /** Which step of the job it is (GITHUB_ACTION): two notices of one job are two events. */
  readonly step: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

/** Makes the event out of what the step was told and what its workflow knows. */
export function deploymentEvent(facts: DeploymentFacts, { workflow, step, now }: Occasion): DeploymentEvent {
  const { startedAt, service, ...told } = facts;
  const { repository, runId, runAttempt, job } = workflow;
  const identity = [repository, runId, runAttempt, job, step, facts.status, facts.environment, facts.group];
  return {
    schemaVersion: 1,
    id: createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32),
    time: new Date(now).toISOString(),
    ...told,
    service: service ?? repository.split('/').at(-1) ?? repository,
    repository,
    commit: workflow.sha,
    ref: workflow.ref,
    actor: workflow.actor,
    runUrl: workflow.runUrl,
    ...(startedAt !== undefined && { durationSeconds: Math.max(0, Math.round((now - startedAt) / 1000)) }),
  };
}
