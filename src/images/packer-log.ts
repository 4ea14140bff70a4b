import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { Log } from '../platform/step.js';
import { unguessable } from '../platform/token.js';
import { readPackerLine } from './machine-readable.js';

/** Packer's log file: shown in the step's log as it grows, and read whole at the end. */
export class PackerLog {
  readonly path: string;
  readonly #decoder = new StringDecoder('utf8');
  #position: number;
  #rest = '';

  /** `position`: how far the log has been shown already, in bytes; left out, none of it. */
  constructor(path: string, position = 0) {
    this.path = path;
    this.#position = position;
  }

  /** How far the log has been shown, in bytes. A line that was not whole yet may be missing. */
  get position(): number {
    return this.#position;
  }

  /** Everything written so far. */
  text(): string {
    return readFileSync(this.path, { encoding: 'utf8', flag: 'a+' });
  }

  /** Shows the whole lines that came since the last time. */
  show(log: Log): void {
    for (const line of this.#newLines()) {
      const read = readPackerLine(line);
      if (read.kind === 'said' || read.kind === 'other') log.info(read.text);
    }
  }

  *#newLines(): Generator<string> {
    const file = openSync(this.path, 'a+');
    const chunk = Buffer.alloc(65_536);
    for (;;) {
      const size = readSync(file, chunk, 0, chunk.length, this.#position);
      if (size === 0) break;
      this.#position += size;
      const lines = (this.#rest + this.#decoder.write(chunk.subarray(0, size))).split('\n');
      this.#rest = lines.pop() ?? '';
      yield* lines;
    }
    closeSync(file);
  }
}

/**
 * A folded group of log lines in which GitHub executes nothing: whatever a provisioner prints, such as
 * `::set-output::` or `::add-mask::`, stays text (GitHub's documentation, "Stopping and starting workflow commands").
 */
export function inertGroup<Value>(log: Log, title: string, body: () => Promise<Value>): Promise<Value> {
  const token = unguessable();
  return log.group(title, async () => {
    log.info(`::stop-commands::${token}`);
    try {
      return await body();
    } finally {
      log.info(`::${token}::`);
    }
  });
}
