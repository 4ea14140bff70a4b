import { type Blueprint, fingerprintOf } from './blueprint.js';
import type { Move } from './move.js';
import type { GroupSeen, MachineSeen, Observation, TargetGroupSeen, TemplateSeen } from './observation.js';

/** The next move towards an environment that is as the blueprint says. Pure. */
export function decideUp(seen: Observation, wanted: Blueprint): Move {
  const { template, targetGroup, group } = seen;
  if (group?.isDeleting) return { kind: 'wait', reason: 'the group of the same name is still being deleted' };
  if (!template) return { kind: 'create-template' };
  if (template.fingerprint !== fingerprintOf(wanted))
    return { kind: 'create-template-version', templateId: template.id };
  if (!targetGroup) return { kind: 'create-target-group' };
  const rule = decideRule(seen, targetGroup, wanted);
  if (rule) return rule;
  if (group) return decideGroup(group, template, targetGroup, wanted);
  return { kind: 'create-group', templateId: template.id, version: template.version, targetGroupArn: targetGroup.arn };
}

/** Exactly one rule, for the wanted host at the wanted listener. */
function decideRule(seen: Observation, { arn }: TargetGroupSeen, { host, listenerArn }: Blueprint): Move | undefined {
  const isRight = ({ hosts, listenerArn: at }: Observation['rules'][number]) =>
    at === listenerArn && hosts.length === 1 && hosts[0] === host;
  const wrong = seen.rules.find((rule) => !isRight(rule)) ?? seen.rules[1];
  if (wrong) return { kind: 'delete-rule', arn: wrong.arn };
  if (seen.rules.length === 1) return undefined;
  return { kind: 'create-rule', targetGroupArn: arn, priority: freePriority(seen.prioritiesInUse) };
}

/** The lowest that is free: a rule for one host name stands before rules for every host, and takes nothing from them. */
function freePriority(used: readonly number[]): number {
  const taken = new Set(used);
  let priority = 1;
  while (taken.has(priority)) priority++;
  return priority;
}

/**
 * Machines of the newest version, as many as wanted. While there are old ones they are extra, so that the environment
 * answers; each goes once all the new ones are healthy, and takes its place in `desired` with it.
 */
function decideGroup(group: GroupSeen, template: TemplateSeen, targetGroup: TargetGroupSeen, wanted: Blueprint): Move {
  const { machines } = wanted;
  const staying = group.machines.filter(({ lifecycle }) => !lifecycle.startsWith('Terminat'));
  const old = staying.filter(({ version }) => version !== template.version);
  const size = { minimum: machines, maximum: machines + old.length, desired: machines + old.length };
  const { minimum, maximum, desired, version } = group;
  const isSized = minimum === size.minimum && maximum === size.maximum && desired === size.desired;
  if (!isSized || version !== template.version) {
    return { kind: 'update-group', templateId: template.id, version: template.version, ...size };
  }
  const fresh = staying.filter((machine) => machine.version === template.version);
  const ready = fresh.filter((machine) => isReady(machine, targetGroup));
  if (ready.length < machines) return { kind: 'wait', reason: waitingFor(fresh, ready.length, targetGroup, wanted) };
  const [first] = old;
  if (first) return { kind: 'retire-machine', id: first.id };
  if (staying.length > machines) return { kind: 'wait', reason: 'machines beyond the wanted number are going' };
  return { kind: 'done' };
}

function isReady({ id, lifecycle }: MachineSeen, { health }: TargetGroupSeen): boolean {
  return lifecycle === 'InService' && health.get(id) === 'healthy';
}

function waitingFor(
  fresh: readonly MachineSeen[],
  ready: number,
  { health }: TargetGroupSeen,
  { machines, imageId }: Blueprint,
): string {
  const others = fresh
    .filter(({ id }) => health.get(id) !== 'healthy')
    .map(({ id, lifecycle }) => `${id} is ${lifecycle}, ${health.get(id) ?? 'not yet registered'}`);
  const unlaunched = fresh.length === 0 ? ': none is launched yet (if it stays so, see the activity of the group)' : '';
  const detail = others.length > 0 ? `: ${others.join('; ')}` : unlaunched;
  return `${ready} of ${machines} machines on ${imageId} answer their health check${detail}`;
}

/** The next move towards nothing. Pure. What refers to another thing goes before it. */
export function decideDown({ rules, group, instances, targetGroup, template }: Observation): Move {
  const [rule] = rules;
  if (rule) return { kind: 'delete-rule', arn: rule.arn };
  if (group && !group.isDeleting) return { kind: 'delete-group' };
  if (group) return { kind: 'wait', reason: 'the group is being deleted' };
  // A group that is deleted by force may go before its machines have gone.
  const running = instances.filter(({ isGoing }) => !isGoing).map(({ id }) => id);
  if (running.length > 0) return { kind: 'terminate-machines', ids: running };
  if (instances.length > 0) return { kind: 'wait', reason: `${instances.length} machines are shutting down` };
  if (targetGroup) return { kind: 'delete-target-group', arn: targetGroup.arn };
  if (template) return { kind: 'delete-template', id: template.id };
  return { kind: 'done' };
}
