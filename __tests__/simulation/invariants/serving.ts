import type { WorldEvent } from '../../../sandbox/world/event-log.js';
import { allowanceFor } from '../../../src/rollout/heart/waves.js';
import type { Audit, OurCall, Watcher } from './invariants.js';
import type { Wishes } from './sizes.js';

/** The calls by which we can take a machine from its users. */
const takingCalls = new Set([
  'TerminateInstanceInAutoScalingGroup',
  'EnterStandby',
  'DetachInstances',
  'DeregisterTargets',
  'SetInstanceHealth',
  'TerminateInstances',
  'UpdateAutoScalingGroup',
  'SetDesiredCapacity',
  'ModifyRule',
  'ModifyListener',
]);

/** Less than this of a request is the sum's rounding. */
const nothing = 1e-6;

/**
 * Who serves, and whom we take away: never below the floor (A1), and never with requests under way (A2). What the
 * environment took a moment before our step, we cannot have known: it is not held against us.
 */
export class Serving implements Watcher {
  /** Nothing but us can cost a request in this world: then none at all may fail. */
  isAllOurs = true;
  readonly #audit: Audit;
  readonly #wishes: Wishes;
  /** Who serves, and since when; milliseconds. */
  readonly #healthy = new Map<string, number>();
  /** When the environment took machines that served; milliseconds. */
  #losses: number[] = [];
  #before = 0;
  /** By machine: how many requests had failed on it when we took it. */
  readonly #taken = new Map<string, number>();
  /** Failed requests when an outage began that is ours. */
  #outageFrom: number | undefined;
  /** Requests that failed by what we did. */
  #lost = 0;
  readonly #failedBefore: number;

  constructor(audit: Audit, wishes: Wishes) {
    this.#audit = audit;
    this.#wishes = wishes;
    this.#failedBefore = audit.scene.traffic.failed;
    for (const subject of this.#truth()) this.#healthy.set(subject, 0);
  }

  /** How many machines are healthy and get requests. */
  get serving(): number {
    return this.#healthy.size;
  }

  before({ operation }: OurCall): void {
    if (takingCalls.has(operation)) this.#before = this.serving;
  }

  after({ operation, input }: OurCall): void {
    const { InstanceId, InstanceIds = InstanceId ? [InstanceId] : [] } = input as {
      InstanceId?: string;
      InstanceIds?: string[];
    };
    if (operation === 'ExitStandby') for (const id of InstanceIds) this.#settle(id);
    if (!takingCalls.has(operation)) return;
    const { failedOn } = this.#audit.scene.traffic;
    for (const id of InstanceIds) if (!this.#taken.has(id)) this.#taken.set(id, failedOn.get(id) ?? 0);
    if (this.serving < this.#before) this.#judge(operation);
  }

  event({ kind, subject, change }: WorldEvent, by: OurCall | undefined): void {
    if (kind !== 'target') return;
    const now = this.#audit.now();
    const since = this.#healthy.get(subject);
    if (change === 'healthy') this.#healthy.set(subject, since ?? now);
    else if (since !== undefined) {
      this.#healthy.delete(subject);
      if (!by) this.#losses.push(now);
      // What we take right after it has become healthy, we took for one that serves nobody.
      else if (now - since < this.#sight) this.#before--;
    }
    if (this.serving > 0) this.#endOutage();
  }

  end(): void {
    this.#endOutage();
    for (const id of [...this.#taken.keys()]) this.#settle(id);
    const ours = this.#lost;
    const all = this.#audit.scene.traffic.failed - this.#failedBefore;
    if (ours > nothing) this.#audit.report('A2', `${ours.toFixed(1)} requests failed by what we took`);
    else if (this.isAllOurs && all > nothing) {
      this.#audit.report('A2', `${all.toFixed(1)} requests failed, and nobody but us can be why`);
    }
  }

  /** What failed on a machine that we took, until now: it has gone, or is back in service. */
  #settle(id: string): void {
    const before = this.#taken.get(id);
    if (before === undefined) return;
    this.#lost += (this.#audit.scene.traffic.failedOn.get(id) ?? 0) - before;
    this.#taken.delete(id);
  }

  #judge(operation: string): void {
    const { plan } = this.#audit.scene;
    const within = this.#sight;
    const now = this.#audit.now();
    this.#losses = this.#losses.filter((time) => now - time < within);
    const size = this.#wishes.lowestWithin(within);
    const floor = Math.max(0, size - allowanceFor(plan, size).unavailable) - this.#losses.length;
    if (this.serving < floor) {
      this.#audit.report('A1', `${operation} leaves ${this.serving} machines to serve, the floor is ${floor}`);
    }
    if (this.serving > 0) return;
    // A plan may allow that nobody serves, and what the environment took a moment before could not be known.
    if (floor > 0) this.#outageFrom ??= this.#audit.scene.traffic.failed;
    else this.isAllOurs = false;
  }

  /** How old what a runner knows can be, in milliseconds. */
  get #sight(): number {
    const { plan, region } = this.#audit.scene;
    return region.world.profile.lag[1] + 2 * plan.pollInterval + 20_000;
  }

  #endOutage(): void {
    if (this.#outageFrom === undefined) return;
    this.#lost += this.#audit.scene.traffic.failed - this.#outageFrom;
    this.#outageFrom = undefined;
  }

  *#truth(): Iterable<string> {
    const { region, group } = this.#audit.scene;
    for (const arn of group.targetGroupArns) {
      const targets = region.loadBalancing.targetGroups.get(arn);
      for (const { id, port, health } of targets?.targets.values() ?? []) {
        if (health.state === 'healthy') yield `${region.name}/${targets?.name}/${id}:${port}`;
      }
    }
  }
}
