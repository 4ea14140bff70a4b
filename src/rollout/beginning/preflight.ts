import { Failure } from '../../platform/failure.js';
import { isZero } from '../../platform/input-types.js';
import { addsNoTargets } from '../group/traffic.js';
import { isConfiguration } from '../heart/launch-source.js';
import type { Group } from '../heart/observation.js';
import { isRefresh, type Plan } from '../heart/plan.js';
import { allowanceFor, waveTarget } from '../heart/waves.js';
import { preferencesOf } from '../instance-refresh/refresh.js';

/** AWS's own engine waits for these for ever, and says nothing (Auto Scaling user guide, "Suspend and resume processes"). */
const refreshNeeds = ['Launch', 'Terminate', 'InstanceRefresh'];

/**
 * What would stop a plan on this group half-way, said before anything is changed.
 * @throws {Failure} with what was found and what to write instead.
 */
export function requireFeasible(group: Group, plan: Plan): void {
  const { name, desired, max, suspended } = group;
  const needed = isRefresh(plan.strategy) ? refreshNeeds : refreshNeeds.slice(0, 2);
  const missing = needed.filter((process) => suspended.includes(process));
  if (missing.length > 0) {
    throw new Failure(
      `Group "${name}" has suspended ${missing.join(' and ')}, so no machine could be replaced. Resume ${missing.length > 1 ? 'them' : 'it'} first.`,
    );
  }
  requireRegistration(group);
  requireAcceptedWeights(group, plan);
  if (isRefresh(plan.strategy)) requireRefreshable(group, plan);
  requirePause(group, plan);
  requireReplaceable(group, plan);
  const { surge, unavailable } = allowanceFor(plan, desired);
  const room = plan.raiseMax ? surge : Math.min(surge, max - desired);
  if (isRefresh(plan.strategy) || desired === 0 || room + unavailable > 0) return;
  throw new Failure(
    `Group "${name}" is at its maximum (${max}), "raise-max" is false and "max-unavailable" leaves no machine to spare. ` +
      'Let the maximum be raised for the rollout, or give max-unavailable: 1.',
  );
}

function requireRegistration(group: Group): void {
  if (!addsNoTargets(group)) return;
  throw new Failure(
    `Group "${group.name}" has suspended AddToLoadBalancer, so no new machine would ever get requests. Resume it first.`,
  );
}

/** In a small group a share of it may be no whole machine: a surge that somebody has forbidden must not come in its place. */
function requireReplaceable({ name, desired }: Group, plan: Plan): void {
  if (isRefresh(plan.strategy) || desired === 0 || !isZero(plan.maxSurge)) return;
  if (allowanceFor(plan, desired).unavailable > 0) return;
  throw new Failure(
    `Group "${name}" has ${desired} ${desired === 1 ? 'machine' : 'machines'}, of which "max-unavailable" comes to none, and "max-surge" is 0, so no machine could be replaced. ` +
      'Give max-unavailable: 1, or a max-surge.',
  );
}

/** In a small group the wave to pause after may come to all of it: then nobody would be asked before the end. */
function requirePause({ name, desired }: Group, plan: Plan): void {
  const { pauseAfter, strategy } = plan;
  const size = strategy === 'two-group' ? 100 : desired;
  if (pauseAfter === undefined || size === 0 || waveTarget(plan, pauseAfter - 1, size) < size) return;
  throw new Failure(
    `Group "${name}" has ${desired} ${desired === 1 ? 'machine' : 'machines'}, and wave ${pauseAfter} of the plan comes to all of it, so "pause-after" would ask nobody before everything is replaced. ` +
      'Take "pause-after" out, or give "waves" that leave some for later, or let the group have more machines.',
  );
}

/** Where types have weights, a group's sizes, and so the plan's numbers, are units of capacity, not machines (rule 8). */
function requireAcceptedWeights(group: Group, { strategy, acceptsWeights }: Plan): void {
  const weights = weightsOf(group);
  if (!weights || (acceptsWeights && strategy !== 'two-group')) return;
  const found = `Group "${group.name}" counts its capacity in weights (${weights.found})`;
  throw new Failure(
    strategy === 'two-group'
      ? `${found}, and two groups are compared machine by machine. Take the strategy "rolling", or ${weights.remedy}.`
      : `${found}, so waves, surge and unavailability would be units of capacity, not machines. ` +
          `Set accept-weights: true if that is what you want, or ${weights.remedy}.`,
  );
}

/** What gives the types of a group weights, and how they go. */
function weightsOf({ countsIn, policy }: Group): { readonly found: string; readonly remedy: string } | undefined {
  if (countsIn)
    return { found: `its DesiredCapacityType is ${countsIn}`, remedy: 'set its DesiredCapacityType to units' };
  const overrides = policy?.LaunchTemplate?.Overrides ?? [];
  const weighted = overrides.find(({ WeightedCapacity: weight = '1' }) => weight !== '1');
  if (!weighted) return undefined;
  const found = `${weighted.InstanceType} counts ${weighted.WeightedCapacity}`;
  return { found, remedy: 'take the weights out of its mixed instances policy' };
}

function requireRefreshable(group: Group, plan: Plan): void {
  requireTemplate(group, plan);
  requireListening(group);
  requireShare(group, plan);
}

/**
 * AWS's own engine asks nobody but the group's health checks, and goes on once a machine has run for its warm-up (Auto Scaling
 * user guide, "How an instance refresh works"). A gate is no help: a machine that has passed it may be out of reach all the same.
 */
function requireListening({ name, trafficSources, healthChecks }: Group): void {
  const needed = trafficSources.map(({ type }) => (type === 'vpc-lattice' ? 'VPC_LATTICE' : 'ELB'));
  if (needed.every((check) => healthChecks.includes(check))) return;
  const whole = new Set([...healthChecks.filter((check) => check !== 'EC2'), ...needed]);
  throw new Failure(
    `Group "${name}" has health check type ${healthChecks.join(',')}, which does not ask every load balancer that it is attached to, so AWS would replace one machine after the other while no new one gets requests. ` +
      `Set the group's health check type to ${[...whole].join(',')}, or use strategy: rolling.`,
  );
}

/** AWS counts who has to serve in whole percent (Auto Scaling API, RefreshPreferences): in a large group one machine is no share. */
function requireShare({ name, desired }: Group, plan: Plan): void {
  const { MinHealthyPercentage: least = 0, MaxHealthyPercentage: most = 0 } = preferencesOf(plan, desired);
  const keepsMachines = plan.strategy === 'replace-root-volume';
  if (desired === 0 || least < 100 || (most > 100 && !keepsMachines)) return;
  throw new Failure(
    `AWS keeps a share of group "${name}" in whole percent in service, and "max-unavailable" leaves it not one percent of ${desired} to take out. ` +
      `Give max-unavailable: ${Math.ceil(desired / 100)}${keepsMachines ? '' : ', or a max-surge'}, or take the strategy "rolling".`,
  );
}

/** What a refresh shall launch is told to AWS as a template or a policy (Auto Scaling API, DesiredConfiguration). */
function requireTemplate({ name, template }: Group, { strategy }: Plan): void {
  if (!isConfiguration({ version: Number(template.version) })) return;
  throw new Failure(
    `Group "${name}" launches from the launch configuration "${template.id}", and AWS refreshes only to launch templates with a way back. ` +
      `Give it a launch template, or take the strategy "rolling" in place of "${strategy}".`,
  );
}
