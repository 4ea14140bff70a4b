import { roleIsReachable } from '../platform/identity-token.js';
import {
  flag,
  groupName,
  groupNames,
  imageName,
  oneOf,
  pairs,
  region,
  roleArn,
  text,
} from '../platform/input-types.js';
import { exactlyOneOf, optional, type Rule, readInputs, required, secret, withDefault } from '../platform/inputs.js';
import { regionKnown } from '../platform/region-known.js';
import type { Step } from '../platform/step.js';
import type { ImageSource } from '../rollout/image/image.js';
import { commands, inputsFitCommand } from './command-inputs.js';
import { planInputs } from './plan-inputs.js';
import { planRules } from './strategy-inputs.js';

/** The inputs, as action.yml names them. */
export const inputs = {
  command: withDefault('deploy', oneOf(...commands)),
  group: required(groupName),
  'more-groups': optional(groupNames),
  'image-id': optional(imageName),
  'image-tags': optional(pairs),
  'image-from': optional(groupName),
  'dry-run': withDefault('false', flag),
  force: withDefault('false', flag),
  expedite: withDefault('false', flag),
  ...planInputs,
  region: optional(region),
  role: optional(roleArn),
  'github-token': secret(optional(text)),
};

export type DeployInputs = ReturnType<typeof readDeployInputs>;

/** A rule: only a deployment needs an image, and exactly one. */
const imageForDeploy: Rule<typeof inputs> = (values) =>
  values.command === 'deploy' ? exactlyOneOf<typeof inputs>('image-id', 'image-tags', 'image-from')(values) : undefined;

/** A rule: several groups go by one group's own plan. */
export const groupsOfTheirOwn: Rule<Pick<typeof inputs, 'group' | 'more-groups' | 'dry-run' | 'strategy'>> = ({
  'more-groups': more = [],
  'dry-run': isDry,
  strategy,
  group,
}) => {
  const isTwice = new Set([group, ...more]).size <= more.length;
  if (more.length === 0 || (!isDry && !isTwice && strategy !== 'two-group')) return undefined;
  return {
    input: 'more-groups',
    found: `${more.length} with "${group}"${isDry ? ', and dry-run' : ''}`,
    allowed: 'each group once, without dry-run, and with a strategy of one group',
    remedy: 'Plan each group by itself; give two groups of one service as group and other-group.',
  };
};

/** @throws {InputFailure} naming all that is wrong at once. */
export function readDeployInputs(step: Pick<Step, 'inputs' | 'environment'>) {
  return readInputs(inputs, step.inputs, [
    imageForDeploy,
    inputsFitCommand(inputs),
    groupsOfTheirOwn,
    ...planRules,
    regionKnown(step.environment),
    roleIsReachable(step.environment),
  ]);
}

/** What is to be deployed, in the one way in which it was said. */
export function sourceOf(values: DeployInputs): ImageSource {
  const { 'image-id': imageId = '', 'image-tags': tags, 'image-from': fromGroup } = values;
  if (fromGroup !== undefined) return { fromGroup };
  if (tags !== undefined) return { tags };
  if (imageId === 'previous') return { previous: true };
  return imageId.startsWith('ssm:') ? { parameter: imageId.slice('ssm:'.length) } : { imageId };
}
