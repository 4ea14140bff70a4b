/** One line of a step's log, as GitHub's page would show it. */
export interface LogLine {
  readonly kind: 'text' | 'group' | 'notice' | 'warning' | 'error';
  readonly text: string;
}

const shown = ['group', 'notice', 'warning', 'error'] as const;

/**
 * Understands what a step prints: commands are carried out or left out, everything else is text, secrets are hidden.
 * GitHub Actions documentation, "Workflow commands" (`::name key=value::text`, `::stop-commands::`, `::add-mask::`).
 */
export class StepLog {
  readonly #secrets: string[] = [];
  #resumeAt: string | undefined;

  /** The line to show, or nothing where the line was an order to the runner. */
  read(line: string): LogLine | undefined {
    if (this.#resumeAt !== undefined) {
      if (line !== `::${this.#resumeAt}::`) return this.#text(line);
      this.#resumeAt = undefined;
      return undefined;
    }
    const [, name = '', value = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
    if (name === '') return this.#text(line);
    if (name === 'stop-commands') this.#resumeAt = unescaped(value);
    if (name === 'add-mask') this.#secrets.push(unescaped(value));
    const kind = shown.find((candidate) => candidate === name);
    return kind && { kind, text: this.#masked(unescaped(value)) };
  }

  #text(line: string): LogLine {
    return { kind: 'text', text: this.#masked(line) };
  }

  #masked(text: string): string {
    return this.#secrets.reduce((masked, secret) => (secret ? masked.replaceAll(secret, '***') : masked), text);
  }
}

function unescaped(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
