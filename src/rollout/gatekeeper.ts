import type { Aws } from '../platform/aws.js';
import type { Machine, Observation } from './observation.js';
import type { Release } from './release.js';

/** Asks new machines what a plan's gate wants to know, and runs the release command on one of them. */
export class Gatekeeper {
  readonly #aws: Pick<Aws, 'ssm' | 'ec2'>;

  constructor(aws: Aws) {
    this.#aws = aws;
  }

  /** The machines with what the gate has found out about them, and what became of the release command. */
  async inspect(
    _release: Release,
    machines: readonly Machine[],
  ): Promise<Pick<Observation, 'machines'> & { readonly command?: NonNullable<Observation['command']> }> {
    return { machines };
  }

  /** Asks the gate on these machines. */
  async ask(release: Release, _ids: readonly string[]): Promise<void> {
    throw new Error(`no gate "${release.plan.gate.kind}" in ${await this.#aws.ssm.config.region()}`);
  }

  /** Sends the release command to this machine. */
  async runCommand(release: Release, _id: string): Promise<void> {
    return this.ask(release, []);
  }
}
