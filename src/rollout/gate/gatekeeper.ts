import { createHash } from 'node:crypto';
import type { Aws } from '../../platform/aws.js';
import type { Clock } from '../../platform/clock.js';
import { failureKind } from '../../platform/retry.js';
import { runs } from '../heart/matching.js';
import type { Machine, Observation } from '../heart/observation.js';
import type { Release } from '../heart/release.js';
import { holdsMachines } from '../heart/waves.js';
import { commandState } from './release-command.js';
import {
  answersWithin,
  findCommand,
  hiddenAtMost,
  type Invocation,
  invocationsOf,
  listening,
  type Order,
  sendCommand,
} from './run-command.js';
import { commandScript, gateScript, type Platform } from './scripts.js';

/** What the gatekeeper adds to an observation. */
export type Inspection = Pick<Observation, 'machines'> & Partial<Pick<Observation, 'command' | 'commandSays'>>;

/** A script ends by itself first, and says why; for that the agent gives it so much longer. Milliseconds. */
const lastWords = 30_000;

/**
 * Asks new machines what a plan's gate wants to know, and runs the release command on one of them. What was asked stands in
 * Systems Manager under a comment that names the release, so a later run finds it there; SendCommand has no token.
 */
export class Gatekeeper {
  readonly #ssm: Aws['ssm'];
  readonly #clock: Pick<Clock, 'now'>;
  /** Of machines whose agent listens. */
  readonly #platforms = new Map<string, Platform>();
  /** What became of the gate, by machine. */
  readonly #answers = new Map<string, Invocation>();
  /** Machines of which nothing was sent before that this run does not know of. */
  readonly #searched = new Set<string>();
  readonly #released = new Set<string>();
  #isUnsure = false;
  #command: Pick<Invocation, 'commandId' | 'requestedAt'> | undefined;
  #missingSince: number | undefined;

  constructor({ ssm }: Pick<Aws, 'ssm'>, clock: Pick<Clock, 'now'>) {
    this.#ssm = ssm;
    this.#clock = clock;
  }

  /** The machines, once `recall` has seen them, with what the gate has found out about them, and what became of the release command. */
  async inspect(release: Release, machines: readonly Machine[]): Promise<Inspection> {
    if (!holdsMachines(release)) return { machines };
    const command = release.command === 'begun' ? await this.#lookForCommand(release, machines) : {};
    if (release.direction !== 'forward') return { machines, ...command };
    const isHeld = (machine: Machine) =>
      machine.stage === 'waiting' && !machine.isReleased && runs(machine, release.to);
    const held = machines.filter(isHeld).map(({ id }) => id);
    if (held.length > 0) await this.#look(release, held);
    const awaitsAgents = release.plan.gate.kind !== 'none' || release.command !== 'done';
    return {
      machines: machines.map((machine) => this.#describe(machine, awaitsAgents && isHeld(machine))),
      ...command,
    };
  }

  /** Marks the machines that our hook has let go; nothing is asked. */
  recall(machines: readonly Machine[]): readonly Machine[] {
    if (this.#released.size === 0) return machines;
    return machines.map((machine) => (this.#released.has(machine.id) ? { ...machine, isReleased: true } : machine));
  }

  /** Asks the gate on these machines. One whose agent no longer listens is asked again when it does. */
  async ask(release: Release, ids: readonly string[]): Promise<void> {
    const { gate } = release.plan;
    if (gate.kind === 'none') return;
    for (const platform of ['Linux', 'Windows'] as const) {
      const those = ids.filter((id) => (this.#platforms.get(id) ?? 'Linux') === platform);
      const script = gateScript(gate, platform);
      const order = { script, comment: commentOf(release, 'gate'), timeout: gate.timeout + lastWords };
      if (those.length > 0) await this.#send({ ...order, ids: those });
    }
  }

  /**
   * Sends the release command to this machine. It is never sent again: what the ledger says of it stands there before.
   * @returns whether it was sent; not so where its agent no longer listens.
   */
  async runCommand(release: Release, id: string): Promise<boolean> {
    const { releaseCommand = '', progressDeadline } = release.plan;
    const script = commandScript(releaseCommand, this.#platforms.get(id) ?? 'Linux', progressDeadline);
    const timeout = progressDeadline + lastWords;
    const comment = commentOf(release, 'release-command');
    try {
      const commandId = await sendCommand(this.#ssm, { ids: [id], script, comment, timeout });
      if (commandId !== undefined) this.#command = { commandId, requestedAt: this.#clock.now() };
      return true;
    } catch (error) {
      if (!isAbsent(error)) throw error;
      this.#platforms.delete(id);
      return false;
    }
  }

  /** Our hook has let these go; another one may hold them still. */
  letGo(ids: readonly string[]): void {
    for (const id of ids) this.#released.add(id);
  }

  #describe(machine: Machine, isHeld: boolean): Machine {
    const { state, detail } = this.#answers.get(machine.id) ?? {};
    if (state !== undefined && state !== 'undelivered') {
      return { ...machine, check: { state, ...(detail !== undefined && { detail }) } };
    }
    if (!isHeld || this.#platforms.has(machine.id)) return machine;
    return { ...machine, check: { state: 'unreachable' }, trouble: 'its Systems Manager agent does not listen yet' };
  }

  async #look(release: Release, held: readonly string[]): Promise<void> {
    const { gate } = release.plan;
    if (gate.kind !== 'none') {
      await this.#search(release, held);
      await this.#refresh(held, gate.timeout);
    }
    if (gate.kind === 'none' && release.command === 'done') return;
    const unknown = held.filter((id) => !this.#answers.has(id) && !this.#platforms.has(id));
    if (unknown.length === 0) return;
    for (const [id, platform] of await listening(this.#ssm, unknown)) this.#platforms.set(id, platform);
  }

  /** What an earlier run has asked of these machines, or this one without hearing an answer. */
  async #search(release: Release, held: readonly string[]): Promise<void> {
    if (release.continues === undefined && !this.#isUnsure) return;
    const comment = commentOf(release, 'gate');
    for (const id of held.filter((one) => !this.#answers.has(one) && !this.#searched.has(one))) {
      const [newest] = (await invocationsOf(this.#ssm, { InstanceId: id })).filter((one) => one.comment === comment);
      if (newest && newest.state !== 'undelivered') this.#answers.set(id, newest);
      this.#searched.add(id);
    }
  }

  /** What has become of the checks that run. */
  async #refresh(held: readonly string[], timeout: number): Promise<void> {
    const running = held.map((id) => this.#answers.get(id)).filter((answer) => answer?.state === 'running');
    for (const CommandId of new Set(running.map((answer) => answer?.commandId ?? ''))) {
      for (const answer of await invocationsOf(this.#ssm, { CommandId })) {
        if (answer.state === 'undelivered') this.#forget(answer.machineId);
        else this.#answers.set(answer.machineId, answer);
      }
    }
    for (const id of held) {
      const answer = this.#answers.get(id);
      const isLost = answer && this.#clock.now() - answer.requestedAt > answersWithin(timeout);
      if (answer?.state === 'running' && isLost) {
        this.#answers.set(id, { ...answer, state: 'failed', detail: `It gave no answer in ${timeout / 1000} s.` });
      }
    }
  }

  async #send(order: Order): Promise<void> {
    const { ids } = order;
    try {
      this.#note(order, await sendCommand(this.#ssm, order));
    } catch (error) {
      if (failureKind(error) === 'unavailable') this.#becomeUnsure(ids);
      if (!isAbsent(error)) throw error;
      // One machine without an agent fails the whole call (Systems Manager API, InvalidInstanceId).
      if (ids.length > 1) for (const id of ids) await this.#send({ ...order, ids: [id] });
      else for (const id of ids) this.#forget(id);
    }
  }

  #note({ ids, comment }: Order, commandId: string | undefined): void {
    if (commandId === undefined) this.#becomeUnsure(ids);
    else {
      const asked = { commandId, comment, state: 'running', requestedAt: this.#clock.now() } as const;
      for (const machineId of ids) this.#answers.set(machineId, { ...asked, machineId });
    }
  }

  #becomeUnsure(ids: readonly string[]): void {
    this.#isUnsure = true;
    for (const id of ids) this.#searched.delete(id);
  }

  #forget(id: string): void {
    this.#answers.delete(id);
    this.#platforms.delete(id);
  }

  /** By its comment, on whichever machine an earlier run has sent it to. */
  async #lookForCommand(
    release: Release,
    machines: readonly Machine[],
  ): Promise<Pick<Inspection, 'command' | 'commandSays'>> {
    const now = this.#clock.now();
    this.#command ??= await findCommand(this.#ssm, commentOf(release, 'release-command'), release.startedAt);
    if (!this.#command) {
      this.#missingSince ??= now;
      return { command: now - this.#missingSince > hiddenAtMost ? 'unknown' : 'running' };
    }
    const { commandId: CommandId, requestedAt } = this.#command;
    const [invocation] = await invocationsOf(this.#ssm, { CommandId });
    const isThere = machines.some(({ id, stage }) => id === invocation?.machineId && stage !== 'leaving');
    const isLate = now - requestedAt > answersWithin(release.plan.progressDeadline);
    const command = commandState(invocation, isThere, isLate);
    const isAnswered = command === 'passed' || command === 'failed';
    return { command, ...(isAnswered && invocation?.detail !== undefined && { commandSays: invocation.detail }) };
  }
}

/** At most 100 characters (Systems Manager API, SendCommand). A release that carries on another one has its name. */
function commentOf({ group, number, continues = number }: Release, what: 'gate' | 'release-command'): string {
  const digest = createHash('sha256').update(group).digest('hex').slice(0, 8);
  const name = group.length <= 60 ? group : `${group.slice(0, 51)}-${digest}`;
  return `steadfleet ${name}/${continues} ${what}`;
}

/** "The managed node isn't in valid state": it has gone, or its agent has not reported yet. */
function isAbsent(error: unknown): boolean {
  return (error as Error).name === 'InvalidInstanceId';
}
