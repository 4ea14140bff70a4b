import { duration, groupName, imageId, oneOf, pairs, region, text, wholeNumber } from '../platform/input-types.js';
import { optional, required, withDefault } from '../platform/inputs.js';
import type { Action } from '../platform/step.js';
import { Failure } from '../platform/failure.js';

export const inputs = {
  command: required(oneOf('up', 'down')),
  mirror: optional(groupName),
  domain: optional(text),
  'image-id': optional(imageId),
  machines: withDefault('1', wholeNumber(1, 20)),
  listener: optional(text),
  pattern: withDefault('remote-run/{user}/{feature}', text),
  owners: optional(pairs),
  ref: optional(text),
  timeout: withDefault('15m', duration),
  region: optional(region),
};

export const personalEnv: Action = {
  async main() {
    throw new Failure('personal-env is being built.');
  },
};
