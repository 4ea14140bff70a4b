import { Failure, messageOf } from '../src/platform/failure.js';
import { type Options, readOptions, usage } from './command-line.js';
import { RealClock } from './wire/real-clock.js';
import { type SandboxServer, serve } from './wire/serve.js';
import { SimulatedMachines } from './world/machines/simulated-machines.js';
import { profiles } from './world/profile.js';
import { SeededRandom } from './world/random.js';
import { buildStarterWorld, type StarterWorld } from './world/starter-world.js';
import { World } from './world/world.js';

const region = 'eu-west-1';

/** A world that runs, and how it ends. */
interface Running {
  readonly world: World;
  readonly starter: StarterWorld;
  stop(): Promise<void>;
}

/** `npm run sandbox`: a small world, served on loopback until a signal ends it. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  let running = await begin(options);
  const reset = async () => {
    await running.stop();
    running = await begin(options);
    return running.world;
  };
  const server = await open(running.world, options.port, reset).catch(async (error: unknown) => {
    await running.stop();
    throw error;
  });
  const end = async () => {
    await server.close();
    await running.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end().then(() => process.exit(0)));
  console.log(introduction(server.url, running.starter));
}

async function begin({ profile, seed }: Options): Promise<Running> {
  const clock = new RealClock();
  const machines = (world: World) => new SimulatedMachines(world);
  const world = new World({ clock, random: new SeededRandom(seed), profile: profiles[profile], machines });
  const starter = buildStarterWorld(world, { region, machines: 4 });
  return { world, starter, stop: async () => clock.stop() };
}

function open(world: World, port: number, reset: () => Promise<World>): Promise<SandboxServer> {
  const onDefect = (error: unknown) => console.error(error);
  return serve(world, { port, reset, onDefect }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Failure(`Port ${port} is taken. Choose another with --port N, or --port 0 for a free one.`);
  });
}

/** What to paste, and what is there. The last line is `ready`. */
function introduction(url: string, starter: StarterWorld): string {
  return `# Paste these lines into a shell; then the AWS CLI, SDKs and Steadfleet's actions there speak to the sandbox.
export STEADFLEET_SANDBOX=1
export AWS_ENDPOINT_URL=${url}
export AWS_ACCESS_KEY_ID=sandbox
export AWS_SECRET_ACCESS_KEY=sandbox
export AWS_REGION=${starter.region} AWS_DEFAULT_REGION=${starter.region}
unset AWS_PROFILE AWS_SESSION_TOKEN
aws() { command aws --endpoint-url ${url} "$@"; }
# Try: aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names ${starter.groupName}
# In it: group ${starter.groupName}, image ${starter.imageId}, load balancer http://${starter.host}:${starter.listenerPort}
# To watch it: ${url}/_sandbox/snapshot, /_sandbox/timeline, /_sandbox/calls
ready`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Failure ? messageOf(error) : error);
  process.exitCode = 1;
});
