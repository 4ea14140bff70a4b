/** An AMI. */
export interface Image {
  readonly id: string;
  readonly name: string;
  description: string;
  state: 'pending' | 'available' | 'failed';
  stateReason: string | undefined;
  readonly architecture: string;
  /** An account's number, or `amazon`. */
  readonly owner: string;
  readonly sourceInstanceId: string | undefined;
  readonly sourceImageId: string | undefined;
  readonly sourceImageRegion: string | undefined;
  readonly snapshotIds: readonly string[];
  readonly tags: Map<string, string>;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
}

/** An image that is there from the beginning. */
export interface SeedImage {
  readonly name: string;
  /** Left out: drawn. */
  readonly id?: string;
  readonly description?: string;
  readonly architecture?: 'x86_64' | 'arm64';
  /** Left out: the account itself. `amazon` for a public base image. */
  readonly owner?: string;
  readonly tags?: Iterable<readonly [key: string, value: string]>;
}
