import type { Field, Rule } from './inputs.js';

/** A rule: the region is given, or the environment's. */
export function regionKnown(environment: NodeJS.ProcessEnv): Rule<{ readonly region: Field<string | undefined> }> {
  return ({ region }) =>
    region || environment.AWS_REGION
      ? undefined
      : {
          input: 'region',
          found: 'nothing, and no AWS_REGION in the environment',
          allowed: 'the name of an AWS region',
          remedy: 'Add "region:", or run aws-actions/configure-aws-credentials in an earlier step.',
        };
}
