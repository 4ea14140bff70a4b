import type { DiskStore } from './disk-store.js';

/**
 * What is on each image: layers over the computer's own file system, uppermost first. Layers never change, so images
 * share them; one that no image and no machine stands on any more is removed.
 */
export class ImageContents {
  readonly #store: DiskStore;
  readonly #layersOf = new Map<string, readonly string[]>();
  readonly #held = new Map<string, number>();

  constructor(store: DiskStore) {
    this.#store = store;
  }

  /** An image that nobody gave a content is the computer's own system. */
  layersOf(imageId: string): readonly string[] {
    return this.#layersOf.get(imageId) ?? [];
  }

  /** Gives an image its content. */
  set(imageId: string, layers: readonly string[]): void {
    this.hold(layers);
    this.discard(imageId);
    this.#layersOf.set(imageId, layers);
  }

  discard(imageId: string): void {
    const layers = this.layersOf(imageId);
    this.#layersOf.delete(imageId);
    this.release(layers);
  }

  /** A machine stands on these layers. */
  hold(layers: readonly string[]): void {
    for (const layer of layers) this.#held.set(layer, (this.#held.get(layer) ?? 0) + 1);
  }

  release(layers: readonly string[]): void {
    for (const layer of layers) {
      const holders = (this.#held.get(layer) ?? 0) - 1;
      this.#held.set(layer, holders);
      if (holders > 0) continue;
      this.#held.delete(layer);
      this.#store.remove(layer).catch(() => undefined);
    }
  }
}
