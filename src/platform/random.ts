/** Chance, as everything above this room sees it. The sandbox passes a seeded one. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
}

/** The runtime's own generator: for jitter, never for secrets. */
export const systemRandom: Random = { next: () => Math.random() };
