import { Failure } from '../platform/failure.js';
import type { Action } from '../platform/step.js';

export const inputs = {};

export const steadfleet: Action = {
  async main() {
    throw new Failure('steadfleet is being built.');
  },
};
