/** A key pair; AWS keeps only its public half. */
export interface KeyPair {
  readonly id: string;
  readonly name: string;
  readonly type: 'rsa' | 'ed25519';
  readonly fingerprint: string;
  /** As a line of authorized_keys has it. */
  readonly publicKey: string;
  readonly tags: Map<string, string>;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
}
