import type { Region } from '../region.js';
import type { Member } from './group.js';

/** Registers a member with the group's target groups; those that are gone are passed over, and so is a dead machine. */
export function register({ loadBalancing }: Region, { group, instance }: Member): void {
  if (instance.state !== 'running') return;
  for (const arn of group.targetGroupArns) {
    if (loadBalancing.targetGroups.has(arn)) loadBalancing.register(arn, { id: instance.id });
  }
}

/** Takes a member out of the group's target groups; `drained` is called once all have drained it. */
export function deregister({ loadBalancing }: Region, { group, instance }: Member, drained: () => void): void {
  const arns = [...group.targetGroupArns].filter((arn) => loadBalancing.targetGroups.has(arn));
  let left = arns.length;
  if (left === 0) drained();
  for (const arn of arns) {
    loadBalancing.deregister(arn, { id: instance.id }, () => {
      left -= 1;
      if (left === 0) drained();
    });
  }
}
