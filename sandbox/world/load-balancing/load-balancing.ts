import { AwsError } from '../aws-error.js';
import type { Instance } from '../ec2/instance.js';
import type { SeededRandom } from '../random.js';
import type { Region } from '../region.js';
import { HealthChecks } from './health-checks.js';
import { forwardsTo, type Listener, type LoadBalancer, type WeightedTargetGroup } from './listener.js';
import { actionsFor, ownAnswer, type RequestLine, type Route, sharesOf } from './routing.js';
import {
  newTarget,
  routableTargets,
  type Target,
  type TargetGroup,
  type TargetHealth,
  type TrafficSourceType,
  targetKey,
} from './target-group.js';

/** One target of a target group: an instance, on the group's port unless said otherwise. */
export interface TargetReference {
  readonly id: string;
  readonly port?: number | undefined;
}

export type ListenerChange = 'created' | 'modified' | 'deleted';

/** All that balances load in one region, by ARN: Elastic Load Balancing, and VPC Lattice's target groups with it. */
export class LoadBalancing {
  readonly region: Region;
  readonly random: SeededRandom;
  /** Those of all traffic sources; classic load balancers stand here by their names. */
  readonly targetGroups = new Map<string, TargetGroup>();
  readonly loadBalancers = new Map<string, LoadBalancer>();
  readonly listeners = new Map<string, Listener>();
  readonly #checks: HealthChecks;
  /** By instance. */
  readonly #targets = new Map<string, Set<Target>>();
  readonly #targetListeners: ((target: Target) => void)[] = [];
  readonly #listenerListeners: ((listener: Listener, change: ListenerChange) => void)[] = [];

  constructor(region: Region) {
    this.region = region;
    this.random = region.world.random.fork(`load-balancing/${region.name}`);
    this.#checks = new HealthChecks(region, (target, health) => this.#set(target, health));
    region.ec2.onStateChange((instance) => this.#instanceChanged(instance));
    region.world.machines.onAnswerChange?.((id) => {
      for (const target of this.#targetsOf(id)) this.#checks.wake(target);
    });
  }

  /** Told after each change of a target's state, and after a target is gone (its health is then `unused`). */
  onTargetChange(listener: (target: Target) => void): void {
    this.#targetListeners.push(listener);
  }

  /** Told when a listener appears, changes (its rules too) or goes. */
  onListenerChange(listener: (listener: Listener, change: ListenerChange) => void): void {
    this.#listenerListeners.push(listener);
  }

  /** Those of one kind of traffic source. */
  ofType(type: TrafficSourceType): TargetGroup[] {
    return [...this.targetGroups.values()].filter((group) => group.type === type);
  }

  /** @throws {AwsError} TargetGroupNotFound, also for one of another kind of traffic source. */
  targetGroup(arn: string | undefined): TargetGroup {
    const group = this.targetGroups.get(arn ?? '');
    if (group?.type !== 'elbv2')
      throw new AwsError('TargetGroupNotFound', `One or more target groups not found: '${arn}'`);
    return group;
  }

  /**
   * Registers an instance. One that is registered stays as it is; one that is draining begins anew.
   * @throws {AwsError} TargetGroupNotFound; InvalidTarget unless it runs (ELBv2 API, RegisterTargets).
   */
  register(targetGroupArn: string, { id, port }: TargetReference): void {
    const group = this.#trafficSource(targetGroupArn);
    if (this.region.ec2.instances.get(id)?.state !== 'running') {
      const message = 'The following targets are not in a running state and cannot be registered';
      throw new AwsError('InvalidTarget', `${message}: '${id}'`);
    }
    const key = targetKey(id, port ?? group.port);
    const existing = group.targets.get(key);
    if (existing && existing.health.state !== 'draining') return;
    const target = existing ?? newTarget(group, id, port ?? group.port);
    group.targets.set(key, target);
    this.#targets.set(id, (this.#targets.get(id) ?? new Set<Target>()).add(target));
    this.#settle(target);
    this.#tellDrained(target);
  }

  /**
   * Takes an instance out. It shows as draining until the deregistration delay is over, even with no request in flight
   * (Application Load Balancers guide, "Deregistration delay"); `drained` is called then, or at once if there is
   * nothing to drain. An unknown target is no error (ELBv2 API, DeregisterTargets).
   */
  deregister(targetGroupArn: string, { id, port }: TargetReference, drained?: () => void): void {
    const group = this.#trafficSource(targetGroupArn);
    const target = port ? group.targets.get(targetKey(id, port)) : this.#find(group, id);
    if (!target) {
      drained?.();
      return;
    }
    if (drained) target.drained.push(drained);
    if (target.health.state === 'draining') return;
    this.#checks.end(target);
    const delay = Number(group.attributes.get('deregistration_delay.timeout_seconds') ?? 300) * 1000;
    if (target.health.state === 'unused' || delay === 0) {
      this.#remove(target);
      return;
    }
    const description = 'Target deregistration is in progress';
    this.#set(target, { state: 'draining', reason: 'Target.DeregistrationInProgress', description });
    target.next = this.region.world.clock.schedule(delay, () => this.#remove(target));
  }

  /** What DescribeTargetHealth says of an instance; undefined if it is not registered. */
  healthOf(targetGroupArn: string, id: string): TargetHealth | undefined {
    const group = this.targetGroups.get(targetGroupArn);
    return group && this.#find(group, id)?.health;
  }

  /** Decides where a request goes; takes turns among the targets that get requests. */
  route(listenerArn: string, request: RequestLine): Route {
    const listener = this.listeners.get(listenerArn);
    if (!listener) return { kind: 'none', status: 503 };
    const actions = actionsFor(listener, request);
    const answer = ownAnswer(actions, request);
    if (answer) return answer;
    const group = this.#pick(actions);
    const targets = group ? routableTargets(group) : [];
    const target = group && targets[group.turn++ % targets.length];
    if (!target) return { kind: 'none', status: 503 };
    return { kind: 'forward', targetGroupArn: target.group.arn, instanceId: target.id, port: target.port };
  }

  /** How a listener's requests spread over target groups: the share of each, at most 1 in sum. Traffic sources without listeners have all of their own. */
  sharesOf(listenerArn: string, request: RequestLine): readonly WeightedTargetGroup[] {
    const source = this.targetGroups.get(listenerArn);
    if (source && source.type !== 'elbv2') return [{ arn: listenerArn, weight: 1 }];
    const listener = this.listeners.get(listenerArn);
    return listener ? sharesOf(actionsFor(listener, request)) : [];
  }

  /** A listener or one of its rules has changed: target groups may have come into use, or out of it. */
  listenerChanged(listener: Listener, change: ListenerChange): void {
    this.region.record('listener', listener.arn, change);
    for (const group of this.ofType('elbv2')) {
      const wasUsed = group.loadBalancerArns.size > 0;
      group.loadBalancerArns.clear();
      for (const { loadBalancerArn, rules } of this.listeners.values()) {
        if (rules.some(({ actions }) => forwardsTo(actions).some(({ arn }) => arn === group.arn))) {
          group.loadBalancerArns.add(loadBalancerArn);
        }
      }
      if (wasUsed === group.loadBalancerArns.size > 0) continue;
      for (const target of group.targets.values()) if (target.health.state !== 'draining') this.#settle(target);
    }
    for (const tell of this.#listenerListeners) tell(listener, change);
  }

  /** The health check of a group has changed: every target is asked again. */
  healthCheckChanged(group: TargetGroup): void {
    for (const target of group.targets.values()) this.#checks.wake(target);
  }

  /** Makes a group's health checks fail, or work again, whatever its targets do. */
  setBlind(group: TargetGroup, isBlind: boolean): void {
    group.isBlind = isBlind;
    this.region.record('target-group', group.name, isBlind ? 'blind' : 'sees again');
    this.healthCheckChanged(group);
  }

  #trafficSource(arn: string): TargetGroup {
    return this.targetGroups.get(arn) ?? this.targetGroup(arn);
  }

  #pick(actions: Parameters<typeof sharesOf>[0]): TargetGroup | undefined {
    const shares = sharesOf(actions);
    let left = shares.length > 1 ? this.random.next() : 0;
    for (const { arn, weight } of shares) {
      if (left < weight) return this.targetGroup(arn);
      left -= weight;
    }
    return undefined;
  }

  /** Begins the checks of a target, or says why there are none (ELBv2 API, TargetHealth). */
  #settle(target: Target): void {
    this.#checks.end(target);
    const state = this.region.ec2.instances.get(target.id)?.state;
    if (state !== 'running') {
      const description = `Target is in the ${state} state`;
      this.#set(target, { state: 'unused', reason: 'Target.InvalidState', description });
    } else if (target.group.loadBalancerArns.size === 0) {
      const description = 'Target group is not configured to receive traffic from the load balancer';
      this.#set(target, { state: 'unused', reason: 'Target.NotInUse', description });
    } else this.#checks.begin(target);
  }

  /**
   * A machine that shuts down just stops answering, and the checks find out. Once it has stopped its targets are
   * unused; once it has terminated they are gone (Application Load Balancers guide, "Register targets").
   */
  #instanceChanged(instance: Instance): void {
    for (const target of this.#targetsOf(instance.id)) {
      if (instance.state === 'terminated') this.#remove(target);
      else if (target.health.state === 'draining') continue;
      else if (instance.state === 'stopped' || instance.state === 'running') this.#settle(target);
    }
  }

  #remove(target: Target): void {
    this.#checks.end(target);
    target.group.targets.delete(targetKey(target.id, target.port));
    const others = this.#targets.get(target.id);
    others?.delete(target);
    if (others?.size === 0) this.#targets.delete(target.id);
    const description = 'Target is not registered to the target group';
    this.#set(target, { state: 'unused', reason: 'Target.NotRegistered', description });
    this.#tellDrained(target);
  }

  #tellDrained(target: Target): void {
    for (const tell of target.drained.splice(0)) tell();
  }

  #set(target: Target, health: TargetHealth): void {
    target.health = health;
    const change = health.reason ? `${health.state} ${health.reason}` : health.state;
    this.region.record('target', `${target.group.name}/${target.id}:${target.port}`, change);
    for (const tell of this.#targetListeners) tell(target);
  }

  #find(group: TargetGroup, id: string): Target | undefined {
    const usual = group.targets.get(targetKey(id, group.port));
    if (usual) return usual;
    for (const target of group.targets.values()) if (target.id === id) return target;
    return undefined;
  }

  #targetsOf(id: string): Target[] {
    return [...(this.#targets.get(id) ?? [])];
  }
}
