import { Failure } from '../platform/failure.js';
import { duration, lines, pairs, region, text, webAddress } from '../platform/input-types.js';
import { optional, Refusal, required, withDefault } from '../platform/inputs.js';
import type { Action } from '../platform/step.js';

/** A release of Packer, as its download page names it: `1.11.2`. */
function packerVersion(value: string): string {
  if (/^\d+\.\d+\.\d+$/.test(value)) return value;
  throw new Refusal('one exact version of Packer, such as 1.11.2', 'Write the whole version, without "v" and without a range.');
}

export const inputs = {
  template: required(text),
  variables: withDefault('', pairs),
  'variable-files': withDefault('', lines),
  only: withDefault('', lines),
  except: withDefault('', lines),
  'packer-version': optional(packerVersion),
  'packer-mirror': withDefault('https://releases.hashicorp.com', webAddress),
  'working-directory': withDefault('.', text),
  region: optional(region),
  tags: withDefault('', pairs),
  timeout: withDefault('1h', duration),
};

export const bakeAmi: Action = {
  async main() {
    throw new Failure('bake-ami is being built.');
  },
};
