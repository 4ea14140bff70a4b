import { runAction } from './platform/runner.js';

const actions = {
  steadfleet: async () => (await import('./actions/steadfleet.js')).steadfleet,
  'bake-ami': async () => (await import('./actions/bake-ami.js')).bakeAmi,
  'rolling-deploy': async () => (await import('./actions/rolling-deploy.js')).rollingDeploy,
  notify: async () => (await import('./actions/notify.js')).notify,
  'personal-env': async () => (await import('./actions/personal-env.js')).personalEnv,
};

/** The entry of every bundle: `dist/NAME.js` calls run('NAME'), for main and for post. */
export async function run(name: keyof typeof actions): Promise<void> {
  await runAction(name, actions[name]);
}
