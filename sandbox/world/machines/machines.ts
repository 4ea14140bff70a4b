import type { Cancel } from '../clock.js';
import type { Instance } from '../ec2/instance.js';

/** What one command on a machine ended with. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command as Systems Manager got it: the document's name, and what its parameters are. */
export interface SentCommand {
  readonly document: string;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
}

/** How a load balancer asks whether a machine is well. */
export interface Probe {
  readonly port: number;
  readonly path: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Which HTTP statuses are good, as a target group's Matcher has it: `200`, `200-299`, `200,202`. */
  readonly matcher: string;
}

/** What a probe found: well, or the reason code and description that DescribeTargetHealth shows. */
export type ProbeResult =
  | { readonly healthy: true }
  | {
      readonly healthy: false;
      readonly reason: 'Target.ResponseCodeMismatch' | 'Target.Timeout' | 'Target.FailedHealthChecks';
      readonly description: string;
    };

/**
 * What makes an instance run once EC2 has decided that it shall. The world decides states; this carries them out and
 * says when it is done. Simulated in `simulated-machines.ts`; made of real processes in `sandbox/hosts`.
 */
export interface Machines {
  /** The instance's private address: made up in simulated worlds, a loopback address where machines are real. */
  addressFor(instance: Pick<Instance, 'id' | 'subnetId'>): string;
  boot(instance: Instance, report: { running(): void; failed(reason: string): void }): void;
  stop(instance: Instance, done: () => void): void;
  terminate(instance: Instance, done: () => void): void;
  /** Restarts the machine from another image's disk. Left out: that cannot be done here. */
  replaceRoot?(instance: Instance, imageId: string, report: { replaced(): void; failed(reason: string): void }): void;
  /** Keeps the machine's disk as the content of an image. */
  capture(instance: Instance, imageId: string, report: { available(): void; failed(reason: string): void }): void;
  /** Copies an image's content under another id (CopyImage). */
  copy(sourceImageId: string, imageId: string, report: { available(): void; failed(reason: string): void }): void;
  /** Forgets an image's content: it was deregistered. */
  discard(imageId: string): void;
  /** Runs a script on the machine, as SSM Run Command does. `done` is called once, unless cancelled. */
  execute(
    instance: Instance,
    script: readonly string[],
    done: (result: CommandResult) => void,
    sent?: SentCommand,
  ): Cancel;
  /** How long after it runs the machine's SSM agent reports, in milliseconds; at once if left out. */
  agentDelay?(instance: Instance): number;
  probe(instance: Instance, probe: Probe, done: (result: ProbeResult) => void): void;
  /**
   * The last lines of the console: all so far if `isLatest`, else what was kept shortly after the machine last started
   * or ended (EC2 user guide, "Instance console output").
   */
  consoleOutput(instance: Instance, isLatest?: boolean): string;
  /** The address that a load balancer listens on and shows as its DNSName. Left out: a name is invented. */
  addressForLoadBalancer?(name: string): string;
  /**
   * Tells whenever a machine starts or stops to answer well. Where it exists, a load balancer asks a machine only
   * when the answer can have changed; where it does not, at each interval.
   */
  onAnswerChange?(listener: (instanceId: string) => void): void;
}
