import { Failure } from '../platform/failure.js';
import type { Post } from '../platform/http.js';
import type { Step } from '../platform/step.js';
import { deliver } from './deliver.js';
import { type DeploymentEvent, type DeploymentFacts, deploymentEvent } from './event.js';
import type { Receiver } from './receiver.js';
import { slackWebhook } from './slack.js';
import { signedWebhook } from './webhook.js';

/** Who is told, and how much it matters. */
export interface Audience {
  readonly slack?: URL | undefined;
  /** Gets the event as JSON, signed with the secret. */
  readonly webhook?: { readonly url: URL; readonly secret: string } | undefined;
  /** Milliseconds that one attempt may take. */
  readonly timeout: number;
  /** Whether a failed delivery fails the step. */
  readonly failOnError: boolean;
}

/** What was said, and the names of those who heard it. */
export interface Announcement {
  readonly event: DeploymentEvent;
  readonly delivered: readonly string[];
}

/**
 * Tells everyone in the audience what happened to a deployment. A failed delivery is a warning.
 * @throws {Failure} for a failed delivery, when asked to, after everyone was tried.
 */
export async function announce(
  step: Step,
  facts: DeploymentFacts,
  audience: Audience,
  post: Post,
): Promise<Announcement> {
  const { clock, random, environment, workflow } = step;
  const event = deploymentEvent(facts, { workflow, step: environment.GITHUB_ACTION ?? '', now: clock.now() });
  const delivery = { post, clock, random, environment, timeout: audience.timeout };
  const ends = await deliver(event, receiversOf(audience), delivery);
  const problems = ends.filter(({ problem }) => problem !== undefined);
  for (const { receiver, problem } of problems) {
    step.log.warning(`The notice "${event.status}" did not reach ${receiver}: ${problem}`, 'Notice not delivered');
  }
  if (audience.failOnError && problems.length > 0) {
    const names = problems.map(({ receiver }) => receiver).join(' and ');
    throw new Failure(`${names} could not be told, and fail-on-error is true. See the warnings for why.`);
  }
  return { event, delivered: ends.filter(({ problem }) => problem === undefined).map(({ receiver }) => receiver) };
}

function receiversOf({ slack, webhook }: Audience): readonly Receiver[] {
  return [...(slack ? [slackWebhook(slack)] : []), ...(webhook ? [signedWebhook(webhook.url, webhook.secret)] : [])];
}
