/** EC2 keeps the last 64 KB of a machine's console (EC2 API, GetConsoleOutput). */
const kept = 64 * 1024;

/** What the console of one machine has shown. */
export class ConsoleLog {
  #text = '';

  /** One line of the sandbox itself. */
  say(line: string): void {
    this.write(`${line}\n`);
  }

  write(text: string): void {
    this.#text = (this.#text + text).slice(-kept);
  }

  get text(): string {
    return this.#text;
  }
}
