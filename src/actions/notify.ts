import { type Field, optional, required, secret, withDefault } from '../platform/inputs.js';
import { duration, flag, oneOf, text } from '../platform/input-types.js';
import type { Action } from '../platform/step.js';
import { Failure } from '../platform/failure.js';

const url = (field: Field<URL | undefined>): Field<URL | undefined> => secret(field);

export const inputs = {
  status: required(oneOf('start', 'success', 'failure', 'cancelled')),
  'slack-webhook-url': url(optional((value) => new URL(value))),
  'webhook-url': url(optional((value) => new URL(value))),
  'webhook-secret': secret(optional(text)),
  service: optional(text),
  environment: optional(text),
  group: optional(text),
  'image-id': optional(text),
  'previous-image-id': optional(text),
  outcome: optional(text),
  'started-at': optional(text),
  message: optional(text),
  timeout: withDefault('10s', duration),
  'fail-on-error': withDefault('false', flag),
};

export const notify: Action = {
  async main() {
    throw new Failure('notify is being built.');
  },
};
