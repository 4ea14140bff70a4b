import { describe, expect, it } from '@jest/globals';
import { remarksOn } from '../../../../src/rollout/group/remarks.js';
import { oldOnes, proving, see } from '../seen.js';

const { group, machines } = see(proving, oldOnes);
const deaf = { group: { ...group, trafficSources: [{ type: 'elbv2', id: 'shop' }] as const }, machines };

describe('a group that does not listen to its load balancer', () => {
  it.each([
    ['rolling', 'This rollout asks the load balancer all the same.'],
    ['instance-refresh', "Nor does AWS's own engine"],
    ['replace-root-volume', "Nor does AWS's own engine"],
  ] as const)('is told who asks that in a rollout by %s', (strategy, what) => {
    const { warnings } = remarksOn(deaf, strategy);
    expect(warnings).toEqual([expect.stringContaining(what)]);
    expect(warnings).toEqual([expect.stringContaining('Set the type to ELB')]);
  });

  it('is no group without one', () => expect(remarksOn({ group, machines }, 'rolling').warnings).toEqual([]));
});
