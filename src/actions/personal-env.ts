import { branchPattern } from '../environments/branch-pattern.js';
import { environmentOf } from '../environments/environment.js';
import type { Site } from '../environments/lifetime.js';
import { requireOwner } from '../environments/owner.js';
import type { Aws } from '../platform/aws.js';
import { roleIsReachable } from '../platform/identity-token.js';
import {
  domain,
  groupName,
  imageId,
  oneOf,
  pairs,
  positiveDuration,
  region,
  roleArn,
  text,
  wholeNumber,
} from '../platform/input-types.js';
import { type InputsOf, optional, type Rule, readInputs, required, withDefault } from '../platform/inputs.js';
import { literally } from '../platform/markdown.js';
import { regionKnown } from '../platform/region-known.js';
import type { Action, Step } from '../platform/step.js';

/** The inputs, as action.yml names them. */
export const inputs = {
  command: required(oneOf('up', 'down')),
  mirror: optional(groupName),
  domain: optional(domain),
  'image-id': optional(imageId),
  machines: withDefault('1', wholeNumber(1, 20)),
  listener: optional(text),
  pattern: withDefault('remote-run/{user}/{feature}', branchPattern),
  owners: optional(pairs),
  ref: optional(text),
  timeout: withDefault('15m', positiveDuration),
  region: optional(region),
  role: optional(roleArn),
};

type Inputs = InputsOf<typeof inputs>;
type Connect = (step: Step, region: string | undefined, role: string | undefined) => Promise<Aws>;

const neededForUp = (name: 'mirror' | 'domain', remedy: string): Rule<typeof inputs> => {
  return (values) => {
    if (values.command !== 'up' || values[name] !== undefined || !(name in values)) return undefined;
    return { input: name, found: 'nothing', allowed: 'a value, for "command: up"', remedy };
  };
};

const rules = [
  neededForUp('mirror', 'Name the Auto Scaling group that the environment shall be like.'),
  neededForUp('domain', 'Give the domain of its host name, such as dev.example.com.'),
];

const connectToAws: Connect = async (step, region, role) =>
  (await import('../platform/aws.js')).connectFrom(step, region, { role });

/** The action, over some way to AWS. */
export function personalEnvOver(connect: Connect): Action {
  return {
    async main(step) {
      const values = readInputs(inputs, step.inputs, [
        ...rules,
        regionKnown(step.environment),
        roleIsReachable(step.environment),
      ]);
      const { command, ref, pattern, timeout } = values;
      const environment = environmentOf({ command, ref, pattern, workflow: step.workflow });
      if (command === 'up') requireOwner(environment.user, step.workflow.actor, values.owners);
      for (const name of ['slug', 'user', 'feature'] as const) step.output(name, environment[name]);
      const site = { aws: await connect(step, values.region, values.role), step, environment, timeout };
      if (command === 'up') await up(site, values);
      else await down(site);
    },
  };
}

async function up(site: Site, values: Inputs): Promise<void> {
  const { bringUp } = await import('../environments/lifetime.js');
  const { step, environment } = site;
  const {
    url,
    host,
    imageId: image,
  } = await bringUp(site, {
    mirror: values.mirror ?? '',
    domain: values.domain ?? '',
    imageId: values['image-id'],
    machines: values.machines,
    listenerArn: values.listener,
  });
  step.output('url', url);
  step.output('host', host);
  step.output('group', environment.slug);
  step.output('image-id', image);
  step.log.info(`Up: ${url} runs ${image} on ${values.machines} of ${environment.user}'s own machines.`);
  await step.summarize(
    `### Personal environment of ${inCode(environment.branch)}\n\n| | |\n|---|---|\n| Address | ${url} |\n| Image | \`${image}\` |\n| Group | \`${environment.slug}\` |\n`,
  );
}

async function down(site: Site): Promise<void> {
  const { takeDown } = await import('../environments/lifetime.js');
  const { step, environment } = site;
  const end = (await takeDown(site)) ? 'Down: all of it is gone' : 'Nothing to take down: it is not there';
  step.log.info(`${end} (${environment.slug}).`);
  await step.summarize(`### Personal environment of ${inCode(environment.branch)}\n\n${end}.\n`);
}

/** A branch's name in Markdown. */
function inCode(branch: string): string {
  return `<code>${literally(branch)}</code>`;
}

/** Gives a branch machines of its own, and takes them away again. */
export const personalEnv: Action = personalEnvOver(connectToAws);
