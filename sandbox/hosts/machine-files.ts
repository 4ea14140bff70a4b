import { constants, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { posix } from 'node:path';

/** The files of a machine that is up, seen from outside. Paths are the machine's. */
export class MachineFiles {
  readonly #root: string;

  /** `process1`: the machine's first process, by its id on the computer. */
  constructor(process1: number) {
    this.#root = `/proc/${process1}/root`;
  }

  /** @returns undefined if there is no such file. */
  read(file: string): string | undefined {
    try {
      return readFileSync(this.#follow(file), 'utf8');
    } catch {
      return undefined;
    }
  }

  /** The names in a folder; none if there is no such folder. */
  list(folder: string): string[] {
    try {
      return readdirSync(this.#root + folder).sort();
    } catch {
      return [];
    }
  }

  async write(file: string, text: string, mode: number): Promise<void> {
    await writeFile(this.#root + file, text, { mode });
  }

  /** Writes to a pipe that a program on the machine holds open. */
  async tell(pipe: string, line: string): Promise<void> {
    await writeFile(this.#root + pipe, `${line}\n`, { flag: constants.O_RDWR | constants.O_NOFOLLOW });
  }

  /** A link's target is a path on the machine, not on the computer. */
  #follow(file: string): string {
    try {
      return this.#follow(posix.resolve(posix.dirname(file), readlinkSync(this.#root + file)));
    } catch {
      return this.#root + file;
    }
  }
}
