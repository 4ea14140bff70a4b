import type { Load } from './load.js';
import type { RequestLine } from './load-balancing/routing.js';
import type { Target, TargetGroup } from './load-balancing/target-group.js';
import type { SimulatedMachines } from './machines/simulated-machines.js';
import type { Region } from './region.js';
import { Flow } from './traffic-flow.js';

export interface TrafficSettings {
  readonly listenerArn: string;
  readonly request?: Partial<RequestLine>;
  /** Requests a second. */
  readonly rate: number;
  /** The longest a request takes, in milliseconds: durations are spread evenly from 0 to here. 2000 if left out. */
  readonly longest?: number;
}

/** A machine as a target that gets requests. */
interface Served {
  readonly flow: Flow;
  /** What the flow's total was when this machine's requests were last counted. */
  total: number;
  /** Since when it gets requests and answers them. */
  from: number;
}

/**
 * What users see of a simulated world: not requests one by one, but how many there are on average. Between two changes
 * of the targets or of a machine's answer all rates are constant, so counting costs nothing while nothing changes; and
 * a change of one target costs no look at the others, so ten thousand of them can be counted.
 * A request fails if no target takes it, if its machine does not answer, or if its machine dies before it has answered.
 */
export class Traffic implements Load {
  readonly #region: Region;
  readonly #machines: SimulatedMachines;
  readonly #listenerArn: string;
  readonly #longest: number;
  readonly #request: RequestLine;
  /** By target group. */
  readonly #flows = new Map<string, Flow>();
  /** By instance, for each target group that sends it requests. */
  readonly #serving = new Map<string, Map<Target, Served>>();
  /** By instance: what it may still be answering from before it got no more. */
  readonly #past = new Map<string, { readonly flow: Flow; readonly from: number; readonly to: number }[]>();
  readonly #answering = new Map<string, boolean>();
  readonly #byVersion = new Map<string, number>();
  readonly #failedOn = new Map<string, number>();
  /** Requests a second. */
  #rate: number;
  #served = 0;
  #failed = 0;
  /** What no target takes, in requests a millisecond. */
  #lost = 0;
  #lostCounted: number;

  constructor(region: Region, machines: SimulatedMachines, settings: TrafficSettings) {
    this.#region = region;
    this.#machines = machines;
    const { request, rate, listenerArn, longest = 2_000 } = settings;
    this.#listenerArn = listenerArn;
    this.#longest = longest;
    this.#rate = rate;
    this.#request = { host: 'example.com', path: '/', method: 'GET', ...request };
    this.#lostCounted = region.world.clock.now();
    region.loadBalancing.onTargetChange((target) => this.#targetChanged(target));
    region.loadBalancing.onListenerChange(() => this.#listenerChanged());
    machines.onAnswerChange((id) => this.#answerChanged(id));
    region.loads.push(this);
    this.#listenerChanged();
  }

  /** Requests a second. */
  get rate(): number {
    return this.#rate;
  }

  /** More or fewer users from now on. */
  setRate(rate: number): void {
    this.#rate = rate;
    this.#spread();
    this.#region.record('traffic', this.#listenerArn, `${rate} a second`);
  }

  requestsTo(targetGroupArn: string): number {
    const flow = this.#flows.get(targetGroupArn);
    return flow ? flow.rate * flow.targets.size * 1000 : 0;
  }

  utilizationOf(instanceId: string): number {
    const instance = this.#region.ec2.instances.get(instanceId);
    if (!instance || !this.#answering.get(instanceId)) return 0;
    let rate = 0;
    for (const { flow } of this.#serving.get(instanceId)?.values() ?? []) rate += flow.rate * 1000;
    return (100 * rate) / this.#machines.requestsAtFullLoad(instance);
  }

  /** Requests that were answered well, on average. */
  get served(): number {
    this.#settleAll();
    return this.#served;
  }

  /** Requests that users saw fail, on average: a part of one counts too. */
  get failed(): number {
    this.#settleAll();
    return this.#failed;
  }

  /** Failed requests by the machine that had them; what no target took is not among them. */
  get failedOn(): ReadonlyMap<string, number> {
    this.#settleAll();
    return this.#failedOn;
  }

  /** Requests answered well, by the version that answered. */
  get byVersion(): ReadonlyMap<string, number> {
    this.#settleAll();
    return this.#byVersion;
  }

  /** Weights, or which target groups there are, may be others now. */
  #listenerChanged(): void {
    for (const flow of this.#flows.values()) flow.weight = 0;
    for (const { arn, weight } of this.#region.loadBalancing.sharesOf(this.#listenerArn, this.#request)) {
      const group = this.#region.loadBalancing.targetGroups.get(arn);
      if (group) this.#flowTo(group).weight += weight;
    }
    this.#spread();
  }

  #flowTo(group: TargetGroup): Flow {
    const known = this.#flows.get(group.arn);
    if (known) return known;
    const flow = new Flow(group, this.#longest, this.#now());
    this.#flows.set(group.arn, flow);
    for (const target of flow.targets) this.#begin(flow, target);
    return flow;
  }

  /** Only one target's state has changed; but where it was the last healthy one, or is the first, all others do. */
  #targetChanged(target: Target): void {
    const flow = this.#flows.get(target.group.arn);
    if (!flow) return;
    flow.count(this.#now());
    const before = flow.targets;
    const wasServing = before.has(target);
    flow.sort(target);
    const after = flow.targets;
    if (wasServing && !(after === before && after.has(target))) this.#end(flow, target);
    if (after !== before) {
      for (const one of before) this.#end(flow, one);
      for (const one of after) this.#begin(flow, one);
    } else if (!wasServing && after.has(target)) this.#begin(flow, target);
    this.#spread();
  }

  #begin(flow: Flow, target: Target): void {
    const { id } = target;
    const serving = this.#serving.get(id) ?? new Map<Target, Served>();
    if (serving.size === 0) this.#answering.set(id, this.#machines.isAnswering(id));
    this.#serving.set(id, serving.set(target, { flow, total: flow.total, from: this.#now() }));
  }

  #end(flow: Flow, target: Target): void {
    const { id } = target;
    const serving = this.#serving.get(id);
    const served = serving?.get(target);
    if (!served) return;
    this.#settle(id, served);
    serving?.delete(target);
    if (serving?.size === 0) this.#serving.delete(id);
    if (!this.#answering.get(id)) return;
    const now = this.#now();
    const past = (this.#past.get(id) ?? []).filter(({ to }) => to > now - this.#longest);
    this.#past.set(id, [...past, { flow, from: served.from, to: now }]);
  }

  #answerChanged(id: string): void {
    const serving = this.#serving.get(id);
    if (!serving && !this.#past.has(id)) return;
    const now = this.#now();
    for (const flow of this.#flows.values()) flow.count(now);
    for (const served of serving?.values() ?? []) this.#settle(id, served);
    const isAnswering = this.#machines.isAnswering(id);
    if (this.#answering.get(id) && !isAnswering) this.#cut(id);
    for (const served of serving?.values() ?? []) served.from = now;
    this.#answering.set(id, isAnswering);
  }

  /** From now on requests go where the flows' weights and targets say. */
  #spread(): void {
    this.#countLost();
    const rate = this.#rate / 1000;
    let lost = rate;
    for (const flow of this.#flows.values()) {
      flow.count(this.#now());
      flow.spread(rate);
      if (flow.targets.size > 0) lost -= flow.weight * rate;
    }
    // What is left of the sum's rounding is no request.
    this.#lost = lost < 1e-9 ? 0 : lost;
  }

  #countLost(): void {
    const now = this.#now();
    this.#failed += this.#lost * (now - this.#lostCounted);
    this.#lostCounted = now;
  }

  /** Counts what one machine got since it was last counted, as its answers were all the while. */
  #settle(id: string, served: Served): void {
    const requests = served.flow.total - served.total;
    served.total = served.flow.total;
    if (this.#answering.get(id)) this.#serve(id, requests);
    else this.#fail(id, requests);
  }

  #settleAll(): void {
    for (const flow of this.#flows.values()) flow.count(this.#now());
    for (const [id, serving] of this.#serving) for (const served of serving.values()) this.#settle(id, served);
    this.#countLost();
  }

  /** Requests under way when their machine died: those that began at most `longest` ago and last beyond now. */
  #cut(id: string): void {
    let cut = 0;
    for (const { flow, from, to } of this.#past.get(id) ?? []) cut += flow.underWay(from, to);
    for (const { flow, from } of this.#serving.get(id)?.values() ?? []) cut += flow.underWay(from, this.#now());
    this.#past.delete(id);
    this.#serve(id, -cut);
    this.#fail(id, cut);
  }

  #fail(id: string, requests: number): void {
    if (requests === 0) return;
    this.#failed += requests;
    this.#failedOn.set(id, (this.#failedOn.get(id) ?? 0) + requests);
  }

  #serve(id: string, requests: number): void {
    this.#served += requests;
    const instance = this.#region.ec2.instances.get(id);
    if (!instance) return;
    const version = this.#machines.versionOf(instance);
    this.#byVersion.set(version, (this.#byVersion.get(version) ?? 0) + requests);
  }

  #now(): number {
    return this.#region.world.clock.now();
  }
}
