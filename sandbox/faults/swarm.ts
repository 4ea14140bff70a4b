import type { Cancel } from '../world/clock.js';
import { SeededRandom } from '../world/random.js';
import { type FaultSite, type PlannedFault, whole } from './world-fault.js';
import { type WorldFaultName, worldFaults } from './world-faults.js';

export interface SwarmSettings {
  readonly seed: number;
  /** Faults strike within so many milliseconds from the start. */
  readonly within: number;
  /** What may be drawn; everything if left out. */
  readonly faults?: readonly WorldFaultName[];
  /** How likely each is drawn, from 0 to 1; 0.2 if left out. */
  readonly likelihood?: number;
}

interface Appointment {
  readonly name: WorldFaultName;
  /** Milliseconds after the start. */
  readonly at: number;
  readonly fault: PlannedFault;
}

/**
 * A random subset of faults for each seed, at random times: some seeds have one kind alone, which others would hide
 * ("swarm testing"). The same seed in the same world draws the same; each kind draws from its own numbers.
 */
export class Swarm {
  readonly appointments: readonly Appointment[];
  readonly #site: FaultSite;
  readonly #ends: Cancel[] = [];

  constructor(site: Omit<FaultSite, 'random'>, settings: SwarmSettings) {
    const random = new SeededRandom(settings.seed).fork('swarm');
    this.#site = { ...site, random: random.fork('choices') };
    const names = settings.faults ?? (Object.keys(worldFaults) as WorldFaultName[]);
    this.appointments = names
      .flatMap((name) => this.#draw(name, random.fork(name), settings) ?? [])
      .sort((one, other) => one.at - other.at);
  }

  /** What goes wrong and when, a line each, in order. */
  get description(): readonly string[] {
    return this.appointments.map(({ name, at, fault }) => `${Math.round(at / 1000)} s: ${name}: ${fault.says}`);
  }

  /** Whether users can lose requests by it, however well anybody deploys. */
  get costsRequests(): boolean {
    return this.appointments.some(({ name }) => worldFaults[name].costsRequests);
  }

  start(): void {
    const { clock } = this.#site.region.world;
    for (const { at, fault } of this.appointments) {
      this.#ends.push(
        clock.schedule(at, () => {
          this.#ends.push(fault.strike());
        }),
      );
    }
  }

  /** Takes back what has not struck yet, and ends what can be ended: from now on all must come to rest. */
  heal(): void {
    for (const end of this.#ends.splice(0)) end();
  }

  #draw(name: WorldFaultName, random: SeededRandom, settings: SwarmSettings): Appointment | undefined {
    const { within, likelihood = 0.2 } = settings;
    const fault = worldFaults[name];
    if (random.next() >= likelihood || !fault.applies(this.#site)) return undefined;
    return { name, at: whole(0, within, random), fault: fault.draw(this.#site, random) };
  }
}
