import type { Group } from '../../../sandbox/world/auto-scaling/group.js';
import type { WorldEvent } from '../../../sandbox/world/event-log.js';
import { allowanceFor } from '../../../src/rollout/heart/waves.js';
import { type Audit, groupsOf, type OurCall, type Watcher } from './invariants.js';
import type { Journal } from './journal.js';
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

/** Less than this of a request, or of a machine, is the sum's rounding. */
const nothing = 1e-6;

const anyRequest = { host: 'example.com', path: '/', method: 'GET' };

/** A machine that serves: since when, in milliseconds, and how much of its group's capacity it is. */
interface Server {
  readonly since: number;
  readonly units: number;
}

/** The healthy targets of a target group, and how much capacity they are together. */
class Crew {
  units = 0;
  readonly #servers = new Map<string, Server>();

  join(subject: string, since: number, units: number): void {
    if (this.#servers.has(subject)) return;
    this.#servers.set(subject, { since, units });
    this.units += units;
  }

  leave(subject: string): Server | undefined {
    const server = this.#servers.get(subject);
    if (!server) return undefined;
    this.#servers.delete(subject);
    this.units -= server.units;
    return server;
  }
}

/** `REGION/TARGET-GROUP/ID:PORT` */
function idIn(subject: string): string {
  return subject.slice(subject.lastIndexOf('/') + 1, subject.lastIndexOf(':'));
}

/**
 * Who serves, and whom we take away: never below the floor (A1), and never with requests under way (A2). What the
 * environment took a moment before our step, we cannot have known: it is not held against us.
 */
export class Serving implements Watcher {
  /** Nothing but us can cost a request in this world: then none at all may fail. */
  isAllOurs = true;
  /** For how long a runner stands still between what it has seen and what it does; milliseconds. */
  heldUp = 0;
  readonly #audit: Audit;
  readonly #journal: Journal;
  readonly #wishes: Wishes;
  /** Who serves, by the name of the target group. */
  readonly #healthy = new Map<string, Crew>();
  /** Which share of its requests each target group gets, by name; only those that get any. */
  readonly #shares = new Map<string, number>();
  readonly #arns = new Map<string, string>();
  /** What the environment took that served, or was about to: of which target group, and when. */
  #losses: { readonly at: number; readonly name: string; readonly units: number }[] = [];
  #before = 0;
  /** By machine: how many requests had failed on it when we took it. */
  readonly #taken = new Map<string, number>();
  /** Failed requests when an outage began that is ours. */
  #outageFrom: number | undefined;
  /** Requests that failed by what we did. */
  #lost = 0;
  readonly #failedBefore: number;

  constructor(audit: Audit, journal: Journal, wishes: Wishes) {
    this.#audit = audit;
    this.#journal = journal;
    this.#wishes = wishes;
    const { region, traffic, machines } = audit.scene;
    this.#failedBefore = traffic.failed;
    this.#learnShares();
    machines.onAnswerChange((id) => {
      if (region.ec2.instances.get(id)?.state === 'running') this.#forgive(id);
    });
    for (const { name, targets } of audit.scene.region.loadBalancing.targetGroups.values()) {
      for (const { id, port, health } of targets.values()) {
        if (health.state !== 'healthy') continue;
        this.#healthyIn(name).join(`${audit.scene.region.name}/${name}/${id}:${port}`, 0, this.#unitsOf(id));
      }
    }
  }

  /**
   * How many machines serve: as many as could, shared out as requests are. Where a group gets half of all requests, two of
   * its machines carry what four would carry of all of them; the group that carries least is what counts.
   */
  get serving(): number {
    let least = Number.POSITIVE_INFINITY;
    for (const [name, share] of this.#shares) {
      if (!this.#isInUse(this.#arns.get(name) ?? '')) continue;
      least = Math.min(least, (this.#healthy.get(name)?.units ?? 0) / share);
    }
    return Number.isFinite(least) ? least : 0;
  }

  /** Something forwards to it, and a group is behind it. */
  #isInUse(arn: string): boolean {
    const { region } = this.#audit.scene;
    const isBehind = groupsOf(this.#audit.scene).some(({ targetGroupArns }) => targetGroupArns.has(arn));
    return isBehind && (region.loadBalancing.targetGroups.get(arn)?.loadBalancerArns.size ?? 0) > 0;
  }

  /** The share of all requests that a group gets, from 0 to 1. */
  shareOf({ targetGroupArns }: Group): number {
    const { targetGroups } = this.#audit.scene.region.loadBalancing;
    const shares = [...targetGroupArns].map((arn) => this.#shares.get(targetGroups.get(arn)?.name ?? '') ?? 0);
    return Math.max(0, ...shares);
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
    if (kind === 'listener') this.#learnShares();
    if (kind === 'instance' && change === 'shutting-down' && !by)
      this.#forgive(subject.slice(subject.indexOf('/') + 1));
    if (kind !== 'target') return;
    const now = this.#audit.now();
    const [, name = ''] = subject.split('/');
    const healthy = this.#healthyIn(name);
    if (change === 'healthy') healthy.join(subject, now, this.#unitsOf(idIn(subject)));
    else {
      const left = healthy.leave(subject);
      if (left) this.#lose(left, name, by);
    }
    if (this.serving > 0) this.#endOutage();
  }

  /** What dies or stops to answer while it drains, by a Spot reclaim, say, would have finished its requests in our hands. */
  #forgive(id: string): void {
    if (!this.#taken.has(id)) return;
    const groups = [...this.#audit.scene.region.loadBalancing.targetGroups.values()];
    const isDraining = groups.some(({ targets }) =>
      [...targets.values()].some((target) => target.id === id && target.health.state === 'draining'),
    );
    if (isDraining) this.#taken.delete(id);
  }

  /** A machine is healthy no more. Where nobody is sent to it, nobody has lost it by us. */
  #lose({ since, units }: Server, name: string, by: OurCall | undefined): void {
    const share = this.#shares.get(name) ?? 0;
    const at = this.#audit.now();
    if (!by) this.#losses.push({ at, name, units });
    // What we take right after it has become healthy, we took for one that serves nobody.
    else if (share > 0 && at - since < this.#sight) this.#before -= units / share;
  }

  /** How much of its group's capacity a machine is. */
  #unitsOf(id: string): number {
    for (const group of groupsOf(this.#audit.scene)) {
      const member = group.members.get(id);
      if (member) return member.weight;
    }
    return 1;
  }

  #healthyIn(name: string): Crew {
    const known = this.#healthy.get(name);
    if (known) return known;
    const healthy = new Crew();
    this.#healthy.set(name, healthy);
    this.#learnShares();
    return healthy;
  }

  /** Traffic sources without listeners get all requests of their own. */
  #learnShares(): void {
    const { loadBalancing } = this.#audit.scene.region;
    this.#shares.clear();
    for (const listener of [...loadBalancing.listeners.keys(), ...loadBalancing.targetGroups.keys()]) {
      for (const { arn, weight } of loadBalancing.sharesOf(listener, anyRequest)) {
        const name = loadBalancing.targetGroups.get(arn)?.name ?? arn;
        this.#shares.set(name, weight);
        this.#arns.set(name, arn);
      }
    }
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
    this.#losses = this.#losses.filter(({ at }) => now - at < within);
    // Users who are sent to a group a moment after it has lost a machine have lost it, too.
    const ofUsers = this.#losses.filter(({ name }) => this.#shares.has(name));
    const lost = ofUsers.reduce((sum, { units }) => sum + units, 0);
    const size = this.#wishes.lowestWithin(within);
    const unavailable = Math.max(allowanceFor(plan, size).unavailable, this.#missingOnTheWayBack(size));
    const floor = Math.max(0, size - unavailable) - lost;
    if (this.serving < floor - nothing) {
      const left = Math.floor(10 * this.serving) / 10;
      this.#audit.report('A1', `${operation} leaves ${left} machines to serve, the floor is ${floor}`);
    }
    if (this.serving > 0) return;
    // A plan may allow that nobody serves, and what the environment took a moment before could not be known.
    if (floor > 0) this.#outageFrom ??= this.#audit.scene.traffic.failed;
    else this.isAllOurs = false;
  }

  /** Where the plan lets neither surge be nor machines be missing, a bad image goes one by one all the same. */
  #missingOnTheWayBack(size: number): number {
    const { direction, plan } = this.#journal.newest ?? {};
    const { group, max } = this.#wishes;
    if (direction !== 'back' || plan?.raiseMax !== false || Math.min(group.maxSize, max) > size) return 0;
    const heaviest = Math.max(...[...group.members.values()].map(({ weight }) => weight));
    return heaviest < size ? heaviest : 0;
  }

  /** How old what a runner knows can be, in milliseconds. */
  get #sight(): number {
    const { plan, oldestRead } = this.#audit.scene;
    return oldestRead + 2 * plan.pollInterval + 20_000 + this.heldUp;
  }

  #endOutage(): void {
    if (this.#outageFrom === undefined) return;
    this.#lost += this.#audit.scene.traffic.failed - this.#outageFrom;
    this.#outageFrom = undefined;
  }
}
