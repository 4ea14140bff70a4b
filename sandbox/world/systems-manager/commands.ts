import type { Cancel } from '../clock.js';
import type { Instance } from '../ec2/instance.js';
import type { CommandResult } from '../machines/machines.js';
import { draw } from '../profile.js';
import type { SeededRandom } from '../random.js';
import type { Region } from '../region.js';

export type CommandStatus = 'Pending' | 'InProgress' | 'Success' | 'Failed' | 'TimedOut' | 'Cancelled' | 'Cancelling';

/** A command on one instance. */
export interface Invocation {
  readonly instanceId: string;
  status: CommandStatus;
  statusDetails: string;
  result: CommandResult | undefined;
  /** Milliseconds since the Unix epoch, as all times. */
  startedAt: number | undefined;
  endedAt: number | undefined;
  stop: Cancel;
}

/** The documents that there are, and the step of each that runs the script. */
export const documents = {
  'AWS-RunShellScript': 'aws:runShellScript',
  'AWS-RunPowerShellScript': 'aws:runPowerShellScript',
} as const;

export type DocumentName = keyof typeof documents;

/** A script sent to some instances. */
export interface Command {
  readonly id: string;
  /** The document's name. */
  readonly document: DocumentName;
  readonly comment: string;
  readonly script: readonly string[];
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly instanceIds: readonly string[];
  readonly targets: readonly { Key?: string | undefined; Values?: string[] | undefined }[];
  /** How many instances at once. */
  readonly maxConcurrency: number;
  /** After how many failures nothing more is sent. */
  readonly maxErrors: number;
  /** Milliseconds: how long it may wait for a machine that does not listen, and how long the script may run. */
  readonly deliveryTimeout: number;
  readonly executionTimeout: number;
  readonly requestedAt: number;
  /** By instance; those that were reached so far, which GetCommandInvocation can see. */
  readonly invocations: Map<string, Invocation>;
  readonly waiting: string[];
  status: CommandStatus;
}

export type NewCommand = Omit<Command, 'id' | 'requestedAt' | 'invocations' | 'waiting' | 'status'>;

const over: ReadonlySet<CommandStatus> = new Set(['Success', 'Failed', 'TimedOut', 'Cancelled']);

/** Run Command in one region (Systems Manager user guide, "Understanding command statuses"). */
export class Commands {
  readonly all = new Map<string, Command>();
  readonly #region: Region;
  readonly #random: SeededRandom;

  constructor(region: Region) {
    this.#region = region;
    this.#random = region.world.random.fork(`ssm commands ${region.name}`);
  }

  send(settings: NewCommand): Command {
    const command: Command = {
      ...settings,
      id: this.#newId(),
      requestedAt: this.#now(),
      invocations: new Map(),
      waiting: [...settings.instanceIds],
      status: 'Pending',
    };
    this.all.set(command.id, command);
    this.#region.record('command', command.id, 'sent');
    this.#after(() => this.#proceed(command));
    return command;
  }

  /** What waits is never sent; what runs is stopped, which may come too late (Systems Manager API, CancelCommand). */
  cancel(command: Command, instanceIds: readonly string[]): void {
    const isMeant = (id: string) => instanceIds.length === 0 || instanceIds.includes(id);
    for (const id of command.waiting.splice(0)) {
      if (isMeant(id)) this.#finish(command, this.#reach(command, id), 'Cancelled');
      else command.waiting.push(id);
    }
    for (const invocation of command.invocations.values()) {
      if (invocation.status !== 'InProgress' || !isMeant(invocation.instanceId)) continue;
      invocation.stop();
      invocation.status = 'Cancelling';
      invocation.statusDetails = 'Cancelling';
      this.#after(() => this.#finish(command, invocation, 'Cancelled'));
    }
  }

  /** Whether the machine's agent has reported: only then can it be sent anything. */
  isOnline(instance: Instance): boolean {
    if (instance.state !== 'running' || instance.runningSince === undefined) return false;
    return this.#now() >= instance.runningSince + (this.#region.world.machines.agentDelay?.(instance) ?? 0);
  }

  /** Sends it on, as far as concurrency and errors allow. */
  #proceed(command: Command): void {
    const { invocations, waiting } = command;
    const under = () => [...invocations.values()].filter(({ status }) => !over.has(status)).length;
    const errors = () =>
      [...invocations.values()].filter(({ status }) => status === 'Failed' || status === 'TimedOut').length;
    while (waiting.length > 0 && under() < command.maxConcurrency && errors() <= command.maxErrors) {
      this.#run(command, this.#reach(command, waiting.shift() as string));
    }
    if (errors() > command.maxErrors) {
      for (const id of waiting.splice(0)) this.#finish(command, this.#reach(command, id), 'Cancelled', 'Terminated');
    }
    command.status = this.#statusOf(command);
  }

  #reach({ invocations }: Command, instanceId: string): Invocation {
    const invocation: Invocation = {
      ...{ instanceId, status: 'Pending', statusDetails: 'Pending', result: undefined },
      ...{ startedAt: undefined, endedAt: undefined, stop: () => {} },
    };
    invocations.set(instanceId, invocation);
    return invocation;
  }

  #run(command: Command, invocation: Invocation): void {
    const { clock, machines } = this.#region.world;
    const instance = this.#region.ec2.instances.get(invocation.instanceId);
    if (!instance || !this.isOnline(instance)) {
      const timeUp = () => this.#finish(command, invocation, 'TimedOut', 'DeliveryTimedOut');
      invocation.stop = clock.schedule(command.deliveryTimeout, timeUp);
      return;
    }
    invocation.status = 'InProgress';
    invocation.statusDetails = 'InProgress';
    invocation.startedAt = this.#now();
    const cancelTimeout = clock.schedule(command.executionTimeout, () => {
      stopScript();
      this.#finish(command, invocation, 'TimedOut', 'ExecutionTimedOut');
    });
    const finished = (result: CommandResult) => {
      cancelTimeout();
      this.#after(() => {
        if (over.has(invocation.status)) return;
        invocation.result = result;
        this.#finish(command, invocation, result.exitCode === 0 ? 'Success' : 'Failed');
      });
    };
    const { document, parameters } = command;
    const stopScript = machines.execute(instance, command.script, finished, { document, parameters });
    invocation.stop = () => {
      cancelTimeout();
      stopScript();
    };
  }

  #finish(command: Command, invocation: Invocation, status: CommandStatus, details: string = status): void {
    if (over.has(invocation.status)) return;
    invocation.status = status;
    invocation.statusDetails = details;
    invocation.endedAt = this.#now();
    this.#region.record('command', `${command.id}/${invocation.instanceId}`, details);
    this.#proceed(command);
  }

  #statusOf({ invocations, waiting }: Command): CommandStatus {
    const statuses = new Set([...invocations.values()].map(({ status }) => status));
    if (waiting.length > 0 || [...statuses].some((status) => !over.has(status))) {
      return statuses.has('Cancelling') ? 'Cancelling' : 'InProgress';
    }
    const worst = (['Failed', 'TimedOut', 'Cancelled'] as const).find((status) => statuses.has(status));
    return worst ?? 'Success';
  }

  /** Half of what a command takes besides its script lies before it, half after. */
  #after(event: () => void): void {
    const { clock, profile } = this.#region.world;
    clock.schedule(draw(profile.command, this.#random) / 2, event);
  }

  #newId(): string {
    return [8, 4, 4, 4, 12].map((digits) => this.#random.hex(digits)).join('-');
  }

  #now(): number {
    return this.#region.world.clock.now();
  }
}
