import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Stage } from '../environments/stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.set();
});

describe('the policy in the README', () => {
  it('lists exactly the calls that are made in a whole life', async () => {
    await stage.bringUp({ machines: '2' });
    const next = stage.addImage('shop-2');
    const { outputs } = await stage.bringUp({ machines: '2', 'image-id': next, domain: 'test.example.com' });
    const ours = stage.calls.splice(0);
    const Detached = {
      AutoScalingGroupName: outputs.slug,
      InstanceIds: [stage.whoAnswers()[0]?.id],
      ShouldDecrementDesiredCapacity: false,
    };
    stage.call('autoscaling', 'DetachInstances', Detached);
    await stage.wait(600_000);
    stage.calls.length = 0;
    await stage.down();
    const made = new Set([...ours, ...stage.calls].map(({ service, operation }) => `${service}:${operation}`));
    const page = readFileSync('actions/personal-env/README.md', 'utf8');
    const policy = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as { Statement: { Action: string[] }[] };
    expect([...made].sort()).toEqual(policy.Statement[0]?.Action);
  });
});
