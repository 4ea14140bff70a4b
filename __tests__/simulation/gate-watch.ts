import type { WorldEvent } from '../../sandbox/world/event-log.js';
import type { SimulatedRollout } from './simulated-rollout.js';

/** What a plan asks of new machines. */
export interface GatePromise {
  readonly gate: boolean;
  readonly releaseCommand: boolean;
  /** Machines of a version that has soaked under traffic may serve untested once their runner is dead: so it heals. */
  readonly untilProven?: boolean;
}

/**
 * Watches from inside the world what a gate promises: no machine of the new version is in service, where users reach it,
 * before its check has passed; the release command runs once at most, and before any of them is in service.
 */
export class GateWatch {
  readonly violations: string[] = [];
  readonly #rollout: SimulatedRollout;
  readonly #asks: GatePromise;
  readonly #passed = new Set<string>();

  constructor(rollout: SimulatedRollout, asks: GatePromise) {
    this.#rollout = rollout;
    this.#asks = asks;
    rollout.world.log.onEvent((event) => this.#see(event));
  }

  /** On how many machines the release command was begun. */
  get executions(): number {
    const sent = this.#commands.filter(({ comment }) => comment.endsWith(' release-command'));
    return sent.reduce((sum, { invocations }) => sum + invocations.size, 0);
  }

  get #commands() {
    return [...this.#rollout.region.systemsManager.commands.all.values()];
  }

  get #hasRun(): boolean {
    const done = this.#commands.filter(
      ({ comment, status }) => /release-command$/.test(comment) && status === 'Success',
    );
    return done.length > 0;
  }

  #see({ kind, subject, change }: WorldEvent): void {
    const [, owner = '', id = ''] = subject.split('/');
    if (kind === 'command' && change === 'Success') this.#passes(owner, id);
    if (kind === 'member' && change === 'InService') this.#serves(id);
  }

  #passes(commandId: string, id: string): void {
    const { commands } = this.#rollout.region.systemsManager;
    if (commands.all.get(commandId)?.comment.endsWith(' gate')) this.#passed.add(id);
  }

  #serves(id: string): void {
    const { ec2 } = this.#rollout.region;
    if (ec2.instances.get(id)?.imageId !== this.#rollout.newImageId) return;
    const isProven = (this.#rollout.auditor.journal.newest?.wavesDone ?? 0) > 0;
    if (this.#asks.untilProven && isProven) return;
    if (this.#asks.gate && !this.#passed.has(id)) this.violations.push(`${id} serves untested`);
    if (this.#asks.releaseCommand && !this.#hasRun) this.violations.push(`${id} serves before the release command`);
  }
}
