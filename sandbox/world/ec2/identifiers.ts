import type { SeededRandom } from '../random.js';

/** Makes ids in EC2's long form: a prefix and 17 hexadecimal digits ("Resource IDs" in the EC2 user guide). */
export class Identifiers {
  readonly #random: SeededRandom;

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  next(prefix: string): string {
    return `${prefix}-0${this.#random.hex(16)}`;
  }
}

/** Whether a text looks like an id with this prefix, in the long or in the old short form. */
export function isIdentifier(prefix: string, text: string): boolean {
  return text.startsWith(`${prefix}-`) && /^([0-9a-f]{8}|[0-9a-f]{17})$/.test(text.slice(prefix.length + 1));
}
