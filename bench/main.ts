import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../src/platform/failure.js';

interface Bench {
  readonly about: string;
  /** Prints a table, and gives what the last line says as JSON. */
  readonly load: () => Promise<(given: readonly string[]) => Promise<object>>;
}

const benches: Readonly<Record<string, Bench>> = {
  'cold-start': {
    about: 'from the start of Node to the first input error, for every action  [--rounds N] [--node PROGRAM]',
    load: async () => (await import('./cold-start.js')).coldStart,
  },
  simulation: {
    about: 'simulated rollouts of six machines per second and core  [--seconds N]',
    load: async () => (await import('./simulation.js')).simulation,
  },
  rollout: {
    about:
      'simulated rollouts beside the physical limit and what a user would pick instead  [--largest N] [--sizes N,N] [--whose ours] [--seeds N] [--table NAMES]',
    load: async () => (await import('./rollout.js')).rollout,
  },
};

async function main([name = '', ...given]: readonly string[]): Promise<void> {
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!bench) {
    const list = Object.entries(benches).map(([each, { about }]) => `  ${each.padEnd(12)}${about}`);
    console.log(['npm run bench -- NAME', '', ...list].join('\n'));
    process.exitCode = name === '' || name === '--help' ? 0 : 1;
    return;
  }
  const figures = await (await bench.load())(given);
  console.log(JSON.stringify(figures));
}

// Bundles and actions are named from the checkout's root: this file runs as build/bench/main.js.
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '../..'));
main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
