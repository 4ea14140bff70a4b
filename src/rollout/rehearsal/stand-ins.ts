import type { World } from '../../../sandbox/world/world.js';

/** The images of a rehearsal, each in place of a real one. */
export class StandIns {
  readonly #world: World;
  readonly #region: string;
  /** The world's ids, by those in reality. */
  readonly #images = new Map<string, string>();

  constructor(world: World, region: string) {
    this.#world = world;
    this.#region = region;
  }

  /** The image that stands for a real one. */
  imageLike(imageId: string): string {
    const { ec2 } = this.#world.region(this.#region);
    const id = this.#images.get(imageId) ?? ec2.addImage({ name: `image ${this.#images.size + 1}` }).id;
    this.#images.set(imageId, id);
    return id;
  }

  /** A text from the rehearsal as it would be said of the real group, whose machines have other names. */
  inReality(text: string): string {
    let told = text.replaceAll(/\bi-[0-9a-f]{17}\b/g, 'one of them');
    for (const [real, simulated] of this.#images) told = told.replaceAll(simulated, real);
    return told;
  }
}
