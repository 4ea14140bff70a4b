import { Failure, messageOf } from '../src/platform/failure.js';
import { type Options, readOptions, usage } from './command-line.js';
import { openSmallWorld, type SmallWorld } from './small-world.js';
import { type SandboxServer, serve } from './wire/serve.js';

/** `npm run sandbox`: the small world, served on loopback until a signal ends it. */
class Sandbox {
  readonly #options: Options;
  #small: SmallWorld;
  #server: SandboxServer | undefined;

  private constructor(options: Options, small: SmallWorld) {
    this.#options = options;
    this.#small = small;
  }

  /** @throws {Failure} when the port is taken. */
  static async start(options: Options): Promise<Sandbox> {
    const sandbox = new Sandbox(options, await openSmallWorld({ ...options, complain }));
    try {
      await sandbox.#listen();
    } catch (error) {
      await sandbox.close();
      throw error;
    }
    return sandbox;
  }

  async close(): Promise<void> {
    await this.#server?.close();
    await this.#small.close();
  }

  /** What to paste, and what is there. The last line is `ready`. */
  introduction(): string {
    const { starter, url, sshPort, limits } = this.#small;
    const endpoint = this.#server?.url ?? '';
    return [
      ...limits.map((limit) => `# Not real here: ${limit}`),
      "# Paste these lines into a shell. There the AWS CLI, SDKs and Steadfleet's actions speak to the sandbox.",
      'export STEADFLEET_SANDBOX=1',
      `export AWS_ENDPOINT_URL=${endpoint}`,
      'export AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox',
      `export AWS_REGION=${starter.region} AWS_DEFAULT_REGION=${starter.region}`,
      'unset AWS_PROFILE AWS_SESSION_TOKEN',
      // Packer looks only every 15 seconds by itself.
      'export AWS_POLL_DELAY_SECONDS=1 AWS_MAX_ATTEMPTS=200',
      ...(sshPort === undefined ? [] : [`export STEADFLEET_SANDBOX_SSH_PORT=${sshPort}`]),
      `aws() { command aws --endpoint-url ${endpoint} "$@"; }`,
      `# In it: group ${starter.groupName}, image ${starter.imageId}${url === undefined ? '' : `, the service at ${url}`}`,
      `# To watch it: ${endpoint}/_sandbox/snapshot, /_sandbox/timeline, /_sandbox/calls`,
      'ready',
    ].join('\n');
  }

  async #listen(): Promise<void> {
    const { port } = this.#options;
    const reset = async () => {
      await this.#small.close();
      this.#small = await openSmallWorld({ ...this.#options, complain });
      return this.#small.world;
    };
    const onDefect = (error: unknown) => console.error(error);
    this.#server = await serve(this.#small.world, { port, reset, onDefect }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new Failure(`Port ${port} is taken. Choose another with --port N, or --port 0 for a free one.`);
    });
  }
}

function complain(line: string): void {
  console.error(line);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  // A signal may come while the world is being built: it is ended once it stands.
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  const sandbox = await Sandbox.start(options);
  console.log(sandbox.introduction());
  await signalled;
  await sandbox.close();
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Failure ? messageOf(error) : error);
    process.exit(1);
  },
);
