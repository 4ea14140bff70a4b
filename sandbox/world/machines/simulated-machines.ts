import type { Cancel } from '../clock.js';
import type { Instance } from '../ec2/instance.js';
import { draw, type Span } from '../profile.js';
import type { SeededRandom } from '../random.js';
import type { World } from '../world.js';
import type { Behaviour } from './behaviour.js';
import type { CommandResult, Machines, Probe, ProbeResult, SentCommand } from './machines.js';

export type { Behaviour, CommandOutcome } from './behaviour.js';

/** Changes what a machine that boots now would do. */
export type BehaviourChange = (instance: Instance, behaviour: Behaviour) => Behaviour;

type Life = 'starting' | 'up' | 'down';

interface Machine {
  readonly id: string;
  /** Of its root volume. */
  readonly imageId: string;
  readonly behaviour: Behaviour;
  /** Milliseconds from running to the agent's first sign of life. */
  readonly agentDelay: number;
  life: Life;
  answering: boolean;
  /** Whether its application has come as far as it ever does since it booted. */
  hasStarted: boolean;
  /** Takes back what the machine would do by itself next. */
  next: Cancel | undefined;
  /** Of the scripts that run on it. */
  readonly scripts: Set<Cancel>;
}

const well: Behaviour = {};

/** Machines that exist only on the world's clock: for tests, simulations and worlds without root. */
export class SimulatedMachines implements Machines {
  readonly #world: World;
  readonly #behaviours = new Map<string, Behaviour>();
  readonly #machines = new Map<string, Machine>();
  readonly #listeners: ((instanceId: string) => void)[] = [];
  readonly #changes = new Set<BehaviourChange>();
  #random: SeededRandom | undefined;
  #agentRandom: SeededRandom | undefined;
  #addresses = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** Sets what machines that boot from this image from now on do. */
  behave(imageId: string, behaviour: Behaviour): void {
    this.#behaviours.set(imageId, behaviour);
  }

  /** Changes what every machine does that boots from now on, whatever its image, until it is taken back. */
  alter(change: BehaviourChange): Cancel {
    this.#changes.add(change);
    return () => {
      this.#changes.delete(change);
    };
  }

  /** Whether the application on this machine gives good answers now. */
  isAnswering(instanceId: string): boolean {
    return this.#machines.get(instanceId)?.answering ?? false;
  }

  /** What the application on this machine says it is; the image's id where nobody named it. */
  versionOf(instance: Pick<Instance, 'id' | 'imageId'>): string {
    const machine = this.#machines.get(instance.id);
    const { version } = machine?.behaviour ?? this.#behaviours.get(instance.imageId) ?? well;
    return version ?? machine?.imageId ?? instance.imageId;
  }

  /** How many requests a second keep this machine's processor fully busy. */
  requestsAtFullLoad({ id }: Pick<Instance, 'id'>): number {
    return this.#machines.get(id)?.behaviour.requestsAtFullLoad ?? 100;
  }

  /** Makes the application on a machine bad or good from outside, as a fault does. */
  setAnswering(instanceId: string, answering: boolean): void {
    const machine = this.#machines.get(instanceId);
    if (machine?.life === 'up') this.#answer(machine, answering);
  }

  onAnswerChange(listener: (instanceId: string) => void): void {
    this.#listeners.push(listener);
  }

  addressFor(): string {
    const number = ++this.#addresses;
    return `10.0.${(number >> 8) & 255}.${number & 255}`;
  }

  boot(instance: Instance, report: { running(): void; failed(reason: string): void }): void {
    this.#start(instance, instance.imageId, report.running);
  }

  replaceRoot(instance: Instance, imageId: string, { replaced }: { replaced(): void }): void {
    const machine = this.#machines.get(instance.id);
    machine?.next?.();
    if (machine) this.#answer(machine, false);
    this.#start(instance, imageId, replaced);
  }

  #start(instance: Instance, imageId: string, isUp: () => void): void {
    let behaviour = this.#behaviours.get(imageId) ?? well;
    for (const change of this.#changes) behaviour = change(instance, behaviour);
    const { runningSince = this.#world.clock.now() } = instance;
    const agentDelay = this.#world.clock.now() - runningSince + this.#drawAgentDelay(behaviour);
    const machine: Machine = {
      ...{ id: instance.id, imageId, behaviour, agentDelay },
      ...{ life: 'starting', answering: false, hasStarted: false, next: undefined, scripts: new Set() },
    };
    this.#machines.set(instance.id, machine);
    machine.next = this.#after(this.#world.profile.start, () => {
      machine.life = 'up';
      this.#startApplication(machine);
      isUp();
    });
  }

  stop(instance: Instance, done: () => void): void {
    this.#shutDown(instance, done);
  }

  terminate(instance: Instance, done: () => void): void {
    this.#shutDown(instance, done);
  }

  capture(instance: Instance, imageId: string, report: { available(): void; failed(reason: string): void }): void {
    this.#inherit(instance.imageId, imageId);
    this.#after(this.#world.profile.capture, report.available);
  }

  copy(sourceImageId: string, imageId: string, report: { available(): void; failed(reason: string): void }): void {
    this.#inherit(sourceImageId, imageId);
    this.#after(this.#world.profile.capture, report.available);
  }

  discard(imageId: string): void {
    this.#behaviours.delete(imageId);
  }

  execute(
    { id }: Instance,
    script: readonly string[],
    done: (result: CommandResult) => void,
    { document, parameters }: SentCommand = { document: '', parameters: {} },
  ): Cancel {
    const machine = this.#machines.get(id);
    const { behaviour = well, answering: isAnswering = false } = machine ?? {};
    const outcome = behaviour.commands?.(document, parameters, { id, isAnswering });
    const { exitCode, output, takes } = outcome ?? {
      exitCode: behaviour.exitCode ?? 0,
      output: `simulated: ${script.length} line(s) of script\n`,
    };
    const stop = this.#after(takes ?? this.#world.profile.command, () => {
      machine?.scripts.delete(stop);
      done({ exitCode, stdout: output, stderr: '' });
    });
    machine?.scripts.add(stop);
    return stop;
  }

  agentDelay({ id }: Instance): number {
    return this.#machines.get(id)?.agentDelay ?? 0;
  }

  probe(instance: Instance, probe: Probe, done: (result: ProbeResult) => void): void {
    const machine = this.#machines.get(instance.id);
    if (machine?.answering) {
      done({ healthy: true });
      return;
    }
    const description = machine?.life === 'up' ? 'Health checks failed' : `Request timed out after ${probe.timeout} ms`;
    const reason = machine?.life === 'up' ? 'Target.FailedHealthChecks' : 'Target.Timeout';
    done({ healthy: false, reason, description });
  }

  consoleOutput(instance: Instance, isLatest = false): string {
    const machine = this.#machines.get(instance.id);
    const { id, imageId } = machine ?? instance;
    const { booting = [], running = [] } = machine?.behaviour.console ?? {};
    const lines = [`simulated machine ${id} from ${imageId}`];
    if (machine && machine.life !== 'starting') lines.push(...booting);
    if (machine?.hasStarted && (isLatest || machine.life === 'down')) lines.push(...running);
    return `${lines.join('\n')}\n`;
  }

  #startApplication(machine: Machine): void {
    const { answers = 'well', boot = this.#world.profile.boot } = machine.behaviour;
    machine.next = this.#after(boot, () => {
      machine.hasStarted = true;
      if (answers === 'never') return;
      this.#answer(machine, true);
      if (answers === 'well') return;
      machine.next = this.#world.clock.schedule(answers.badAfter, () => this.#answer(machine, false));
    });
  }

  #drawAgentDelay({ agent = this.#world.profile.agent }: Behaviour): number {
    if (agent === 'never') return Number.POSITIVE_INFINITY;
    // Of its own, so that it shifts no other draw; made at first use, as the other is.
    this.#agentRandom ??= this.#world.random.fork('agents');
    return draw(agent, this.#agentRandom);
  }

  #shutDown(instance: Instance, done: () => void): void {
    const machine = this.#machines.get(instance.id);
    machine?.next?.();
    if (machine) {
      machine.life = 'down';
      for (const stop of machine.scripts) stop();
      machine.scripts.clear();
      this.#answer(machine, false);
    }
    this.#after(this.#world.profile.shutdown, done);
  }

  #answer(machine: Machine, answering: boolean): void {
    if (machine.answering === answering) return;
    machine.answering = answering;
    for (const listener of this.#listeners) listener(machine.id);
  }

  /** A captured image does what its source does, unless it is told otherwise. */
  #inherit(sourceImageId: string, imageId: string): void {
    const behaviour = this.#behaviours.get(sourceImageId);
    if (behaviour && !this.#behaviours.has(imageId)) this.#behaviours.set(imageId, behaviour);
  }

  #after(span: Span, event: () => void): Cancel {
    // Made at first use: the world hands itself over before it is complete.
    this.#random ??= this.#world.random.fork('machines');
    return this.#world.clock.schedule(draw(span, this.#random), event);
  }
}
