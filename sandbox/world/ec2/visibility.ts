import { draw } from '../profile.js';
import type { SeededRandom } from '../random.js';
import type { World } from '../world.js';

/**
 * What is too new to be seen: for a while after its creation a describe answers that a resource does not exist (EC2
 * API, "Eventual consistency"). How long is drawn from the profile's lag.
 */
export class Visibility {
  readonly #world: World;
  readonly #random: SeededRandom;
  readonly #hiddenUntil = new Map<string, number>();

  constructor(world: World, random: SeededRandom) {
    this.#world = world;
    this.#random = random;
  }

  /** To be called when the resource is made. */
  created(id: string): void {
    const { lag } = this.#world.profile;
    if (lag[1] > 0) this.#hiddenUntil.set(id, this.#world.clock.now() + draw(lag, this.#random));
  }

  isHidden(id: string): boolean {
    if (this.#hiddenUntil.size === 0) return false;
    const until = this.#hiddenUntil.get(id);
    if (until === undefined) return false;
    if (until > this.#world.clock.now()) return true;
    this.#hiddenUntil.delete(id);
    return false;
  }
}
