import type { Load } from './load.js';
import type { RequestLine } from './load-balancing/routing.js';
import type { SimulatedMachines } from './machines/simulated-machines.js';
import type { Region } from './region.js';

export interface TrafficSettings {
  readonly listenerArn: string;
  readonly request?: Partial<RequestLine>;
  /** Requests a second. */
  readonly rate: number;
  /** The longest a request takes, in milliseconds: durations are spread evenly from 0 to here. 2000 if left out. */
  readonly longest?: number;
}

/** A stretch of time in which one machine got requests at one rate. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Requests a millisecond. */
  readonly rate: number;
}

/** How requests spread at the moment, in requests a millisecond. */
interface Flow {
  /** By instance. */
  readonly rates: ReadonlyMap<string, number>;
  /** By target group. */
  readonly groups: ReadonlyMap<string, number>;
  /** What no target takes. */
  readonly lost: number;
}

/**
 * What users see of a simulated world: not requests one by one, but how many there are on average. Between two changes
 * of the targets or of a machine's answer all rates are constant, so counting costs nothing while nothing changes.
 * A request fails if no target takes it, if its machine does not answer, or if its machine dies before it has answered.
 */
export class Traffic implements Load {
  readonly #region: Region;
  readonly #machines: SimulatedMachines;
  readonly #settings: Required<Omit<TrafficSettings, 'request' | 'rate'>>;
  readonly #request: RequestLine;
  readonly #recent = new Map<string, Stretch[]>();
  readonly #answering = new Map<string, boolean>();
  readonly #byVersion = new Map<string, number>();
  /** Requests a second. */
  #rate: number;
  #served = 0;
  #failed = 0;
  #flow: Flow = { rates: new Map(), groups: new Map(), lost: 0 };
  #counted: number;

  constructor(region: Region, machines: SimulatedMachines, settings: TrafficSettings) {
    this.#region = region;
    this.#machines = machines;
    const { request, rate, listenerArn, longest = 2_000 } = settings;
    this.#settings = { listenerArn, longest };
    this.#rate = rate;
    this.#request = { host: 'example.com', path: '/', method: 'GET', ...request };
    this.#counted = region.world.clock.now();
    region.loadBalancing.onTargetChange(() => this.#changed());
    region.loadBalancing.onListenerChange(() => this.#changed());
    machines.onAnswerChange((id) => this.#answerChanged(id));
    region.loads.push(this);
    this.#changed();
  }

  /** Requests a second. */
  get rate(): number {
    return this.#rate;
  }

  /** More or fewer users from now on. */
  setRate(rate: number): void {
    this.#count();
    this.#rate = rate;
    this.#flow = this.#spread();
    this.#region.record('traffic', this.#settings.listenerArn, `${rate} a second`);
  }

  requestsTo(targetGroupArn: string): number {
    return (this.#flow.groups.get(targetGroupArn) ?? 0) * 1000;
  }

  utilizationOf(instanceId: string): number {
    const instance = this.#region.ec2.instances.get(instanceId);
    const rate = (this.#flow.rates.get(instanceId) ?? 0) * 1000;
    return instance && this.#answering.get(instanceId) ? (100 * rate) / this.#machines.requestsAtFullLoad(instance) : 0;
  }

  /** Requests that were answered well, on average. */
  get served(): number {
    this.#count();
    return this.#served;
  }

  /** Requests that users saw fail, on average: a part of one counts too. */
  get failed(): number {
    this.#count();
    return this.#failed;
  }

  /** Requests answered well, by the version that answered. */
  get byVersion(): ReadonlyMap<string, number> {
    this.#count();
    return this.#byVersion;
  }

  #changed(): void {
    this.#count();
    this.#flow = this.#spread();
  }

  #answerChanged(id: string): void {
    const rate = this.#flow.rates.get(id);
    if (rate === undefined && !this.#recent.has(id)) return;
    this.#count();
    const isAnswering = this.#machines.isAnswering(id);
    if (this.#answering.get(id) && !isAnswering) this.#cut(id);
    this.#answering.set(id, isAnswering);
  }

  #spread(): Flow {
    const rate = this.#rate;
    const rates = new Map<string, number>();
    const groups = new Map<string, number>();
    let lost = rate / 1000;
    for (const { target, share } of this.#region.loadBalancing.spread(this.#settings.listenerArn, this.#request)) {
      const part = (share * rate) / 1000;
      rates.set(target.id, (rates.get(target.id) ?? 0) + part);
      groups.set(target.group.arn, (groups.get(target.group.arn) ?? 0) + part);
      this.#answering.set(target.id, this.#machines.isAnswering(target.id));
      lost -= part;
    }
    // What is left of the sum's rounding is no request.
    return { rates, groups, lost: lost < 1e-9 ? 0 : lost };
  }

  /** Counts what happened since the last change, at the rates and answers that held all the while. */
  #count(): void {
    const now = this.#region.world.clock.now();
    const from = this.#counted;
    this.#counted = now;
    if (now === from) return;
    this.#failed += this.#flow.lost * (now - from);
    for (const [id, rate] of this.#flow.rates) {
      const requests = rate * (now - from);
      if (!this.#answering.get(id)) {
        this.#failed += requests;
        continue;
      }
      this.#served += requests;
      this.#addToVersion(id, requests);
      this.#remember(id, { from, to: now, rate });
    }
  }

  /** Requests under way when their machine died: those that began at most `longest` ago and last beyond now. */
  #cut(id: string): void {
    const { longest } = this.#settings;
    const now = this.#region.world.clock.now();
    let cut = 0;
    for (const { from, to, rate } of this.#recent.get(id) ?? []) {
      const oldest = Math.min(longest, now - from);
      const youngest = Math.min(longest, now - to);
      // The integral of (1 - age / longest) over the ages of this stretch.
      cut += rate * (oldest - youngest - (oldest ** 2 - youngest ** 2) / (2 * longest));
    }
    this.#recent.delete(id);
    this.#served -= cut;
    this.#failed += cut;
    this.#addToVersion(id, -cut);
  }

  #remember(id: string, stretch: Stretch): void {
    const oldest = stretch.to - this.#settings.longest;
    const stretches = (this.#recent.get(id) ?? []).filter(({ to }) => to > oldest);
    stretches.push(stretch);
    this.#recent.set(id, stretches);
  }

  #addToVersion(id: string, requests: number): void {
    const instance = this.#region.ec2.instances.get(id);
    if (!instance) return;
    const version = this.#machines.versionOf(instance);
    this.#byVersion.set(version, (this.#byVersion.get(version) ?? 0) + requests);
  }
}
