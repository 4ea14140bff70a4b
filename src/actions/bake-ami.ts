import type { Aws } from '../platform/aws.js';
import { deriveStep } from '../platform/derived-step.js';
import { Failure } from '../platform/failure.js';
import { roleIsReachable } from '../platform/identity-token.js';
import { lines, pairs, positiveDuration, region, roleArn, text, webAddress } from '../platform/input-types.js';
import { type InputsOf, optional, Refusal, type Rule, readInputs, required, withDefault } from '../platform/inputs.js';
import { regionKnown } from '../platform/region-known.js';
import type { Action, Step } from '../platform/step.js';

/** A release of Packer, as its download page names it. */
function packerVersion(value: string): string {
  if (/^\d+\.\d+\.\d+$/.test(value)) return value;
  throw new Refusal(
    'one exact version of Packer, such as 1.11.2',
    'Write the whole version, without "v" and without a range.',
  );
}

export const inputs = {
  template: required(text),
  variables: optional(pairs),
  'variable-files': optional(lines),
  only: optional(lines),
  except: optional(lines),
  'packer-version': optional(packerVersion),
  'packer-mirror': withDefault('https://releases.hashicorp.com', webAddress),
  'working-directory': withDefault('.', text),
  region: optional(region),
  role: optional(roleArn),
  tags: optional(pairs),
  timeout: withDefault('1h', positiveDuration),
};

type Inputs = InputsOf<typeof inputs>;

/** What STS gives a role's session when nothing else is asked for (STS API, AssumeRoleWithWebIdentity). */
const sessionLength = 3_600_000;

/** A rule: Packer cannot renew the credentials that it is started with. */
const roleOutlastsBake: Rule<typeof inputs> = ({ role, timeout }) => {
  if (role === undefined || timeout === undefined || timeout <= sessionLength) return undefined;
  return {
    input: 'timeout',
    found: `${timeout / 60_000}m`,
    allowed: 'up to 1h together with "role": Packer gets its credentials for an hour',
    remedy: 'Use aws-actions/configure-aws-credentials with "role-duration-seconds" in place of "role".',
  };
};

/** Set once the outputs name the images: from then on they are the user's, and post removes nothing. */
const keptState = 'bake-kept';

export const bakeAmi: Action = {
  async main(step) {
    const given = readInputs(inputs, step.inputs, [
      regionKnown(step.environment),
      roleIsReachable(step.environment),
      roleOutlastsBake,
    ]);
    if (process.platform === 'win32')
      throw new Failure('bake-ami runs on Linux and macOS runners: use runs-on: ubuntu-latest.');
    const home = given.region ?? step.environment.AWS_REGION ?? '';
    const connectTo = await connector(step, given.role);
    const { bake } = await import('../images/bake.js');
    const { provenance, tagImages } = await import('../images/image-tags.js');
    const { bakeSummary } = await import('../images/bake-summary.js');
    const environment = { ...step.environment, ...(await connectTo(home).childVariables()) };
    const baked = await bake(orderOf(given, home), deriveStep(step, { inputs: {}, environment }));
    const tags = { ...given.tags, ...provenance(step.workflow) };
    await tagImages(baked.images, tags, connectTo);

    const here = baked.images.find((image) => image.region === home);
    if (!here) step.log.warning(`No image was built in ${home}: the output image-id is empty.`, 'bake-ami');
    step.output('image-id', here?.id ?? '');
    step.output('images', JSON.stringify(firstByRegion(baked.images)));
    step.output('source-image', (here && baked.sourceImages.get(here.build)) ?? '');
    step.saveState(keptState, 'true');
    await step.summarize(bakeSummary(baked, tags));
  },

  async post(step) {
    const { readRecord, recordState } = await import('../images/bake-record.js');
    const record = readRecord(step.state(recordState));
    if (!record) return;
    if (step.state(keptState) === 'true') {
      const { rm } = await import('node:fs/promises');
      return rm(record.directory, { recursive: true, force: true });
    }
    const { cleanUp } = await import('../images/clean-up.js');
    // The clean-up bounds itself: machines take longer to go than settings to be put back.
    const unbounded = new AbortController().signal;
    await cleanUp(record, await connector(step, step.inputs.get('role') || undefined, unbounded), step);
  },
};

function orderOf(given: Inputs, home: string) {
  return {
    template: given.template,
    variables: given.variables ?? {},
    variableFiles: given['variable-files'] ?? [],
    only: given.only ?? [],
    except: given.except ?? [],
    workingDirectory: given['working-directory'],
    packerVersion: given['packer-version'],
    packerMirror: given['packer-mirror'],
    region: home,
    timeout: given.timeout,
  };
}

async function connector(
  step: Step,
  role: string | undefined,
  cancellation = step.cancellation,
): Promise<(region: string) => Aws> {
  const { connectFrom } = await import('../platform/aws.js');
  return (name) => connectFrom(step, name, { role, cancellation });
}

/** Where several builds made an image in one region, the template's first is the one. */
function firstByRegion(images: readonly { region: string; id: string }[]): Record<string, string> {
  const first: Record<string, string> = {};
  for (const { region, id } of images) first[region] ??= id;
  return first;
}
