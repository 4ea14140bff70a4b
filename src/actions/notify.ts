import { announce } from '../notices/announce.js';
import { statuses } from '../notices/event.js';
import { webhookAddress } from '../notices/receiver.js';
import { httpPost, type Post } from '../platform/http.js';
import { flag, instant, oneOf, positiveDuration, text } from '../platform/input-types.js';
import { optional, type Rule, readInputs, required, secret, withDefault } from '../platform/inputs.js';
import type { Action } from '../platform/step.js';

/** The inputs that say who is told. */
export const audienceInputs = {
  'slack-webhook-url': secret(optional(webhookAddress)),
  'webhook-url': secret(optional(webhookAddress)),
  'webhook-secret': secret(optional(text)),
};

/** The inputs, as action.yml names them. */
export const inputs = {
  status: required(oneOf(...statuses)),
  ...audienceInputs,
  service: optional(text),
  environment: optional(text),
  group: optional(text),
  'image-id': optional(text),
  'previous-image-id': optional(text),
  outcome: optional(text),
  'started-at': optional(instant),
  message: optional(text),
  timeout: withDefault('10s', positiveDuration),
  'fail-on-error': withDefault('false', flag),
};

interface AudienceValues {
  readonly 'slack-webhook-url'?: URL | undefined;
  readonly 'webhook-url'?: URL | undefined;
  readonly 'webhook-secret'?: string | undefined;
}

const someoneListens: Rule<typeof inputs> = (values) => {
  // A refused address is absent from the values, but its name is not: only truly empty inputs break this rule.
  if (!('slack-webhook-url' in values && 'webhook-url' in values)) return undefined;
  if (values['slack-webhook-url'] ?? values['webhook-url']) return undefined;
  return {
    input: 'slack-webhook-url',
    found: 'neither "slack-webhook-url" nor "webhook-url"',
    allowed: 'one of them, or both',
    remedy: 'Give one. If you did, the secret does not exist here: secrets of other repositories and forks are empty.',
  };
};

/** A rule: whoever gets the event as JSON can check that it comes from here. */
export const webhookIsSigned: Rule<typeof audienceInputs> = (values) => {
  if (!values['webhook-url'] || values['webhook-secret']) return undefined;
  return {
    input: 'webhook-secret',
    found: 'nothing',
    allowed: 'a key that the receiver knows too, for the signature',
    remedy: 'Make one with "openssl rand -hex 32", keep it in a secret, and pass it.',
  };
};

/** Who is told, from the inputs that say so. */
export function audienceOf(values: AudienceValues) {
  const url = values['webhook-url'];
  const key = values['webhook-secret'];
  return { slack: values['slack-webhook-url'], webhook: url && key ? { url, secret: key } : undefined };
}

/** The action, over some way to post. */
export function notifyOver(post: Post): Action {
  return {
    async main(step) {
      const values = readInputs(inputs, step.inputs, [someoneListens, webhookIsSigned]);
      const { status, service, environment, group, outcome, message } = values;
      const images = { imageId: values['image-id'], previousImageId: values['previous-image-id'] };
      const facts = {
        status,
        service,
        environment,
        group,
        outcome,
        message,
        startedAt: values['started-at'],
        ...images,
      };
      const audience = { ...audienceOf(values), timeout: values.timeout, failOnError: values['fail-on-error'] };
      const { event, delivered } = await announce(step, facts, audience, post);
      step.output('event-id', event.id);
      step.output('time', event.time);
      step.output('delivered', delivered.join(','));
      const heard = delivered.length > 0 ? delivered.join(' and ') : 'nobody';
      step.log.info(`Told ${heard}: ${event.service}, ${event.status}.`);
      await step.summarize(`**Notice**: \`${event.status}\` told to ${heard}.\n`);
    },
  };
}

/** Tells Slack and a webhook what happened to a deployment. */
export const notify: Action = notifyOver(httpPost);
