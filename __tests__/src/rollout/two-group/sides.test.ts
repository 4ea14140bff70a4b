import { expect, it } from '@jest/globals';
import type { Aws } from '../../../../src/platform/aws.js';
import type { Sides } from '../../../../src/rollout/heart/sides.js';
import { setWeights } from '../../../../src/rollout/two-group/sides.js';

const sizes = { min: 0, max: 4, desired: 2 };
const sides: Sides = {
  rule: 'rule',
  blue: { group: 'blue', targetGroup: 'tg-blue', sizes },
  green: { group: 'green', targetGroup: 'tg-green', sizes },
  weights: { blue: 1, green: undefined },
  imageId: 'ami-old',
};

it('keeps the client secret of a rule that asks people to sign in, which AWS never shows', async () => {
  const signIn = {
    Type: 'authenticate-oidc',
    Order: 1,
    AuthenticateOidcConfig: { Issuer: 'https://id', ClientId: 'me' },
  };
  const forward = { Type: 'forward', Order: 2, TargetGroupArn: 'tg-blue' };
  const sent: { Actions?: readonly object[] }[] = [];
  const send = async ({ input }: { readonly input: object }) => {
    sent.push(input);
    return { Rules: [{ RuleArn: 'rule', IsDefault: false, Actions: [signIn, forward] }] };
  };
  const elasticLoadBalancing = { send } as unknown as Aws['elasticLoadBalancing'];
  await setWeights({ elasticLoadBalancing } as Aws, sides, { blue: 90, green: 10 });
  const [changed, shared] = sent.at(-1)?.Actions ?? [];
  expect(changed).toEqual({
    ...signIn,
    AuthenticateOidcConfig: { ...signIn.AuthenticateOidcConfig, UseExistingClientSecret: true },
  });
  expect(shared).toMatchObject({
    ForwardConfig: {
      TargetGroups: [
        { TargetGroupArn: 'tg-blue', Weight: 90 },
        { TargetGroupArn: 'tg-green', Weight: 10 },
      ],
    },
  });
});
