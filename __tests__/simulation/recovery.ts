import { inService } from '../../sandbox/faults/world-fault.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import type { SimulatedRollout } from './simulated-rollout.js';

const second = 1_000;
const minute = 60 * second;

/**
 * How long a group whose runner has died may take to make up for a machine that dies as well, and to grow: until the claim
 * is stale (20 min), the next scheduled repair (15 min), and the way back, boots and all.
 */
export const recoveryBound = 50 * minute;

/** Proves S1 on a group that is left alone: a minute later a machine dies, and two more are wanted. */
export class Recovery {
  readonly #rollout: SimulatedRollout;

  constructor(rollout: SimulatedRollout) {
    this.#rollout = rollout;
  }

  begin(): void {
    const { clock, auditor } = this.#rollout;
    auditor.serving.isAllOurs = false;
    clock.schedule(minute, () => {
      this.#killOne();
      // Not by as many as the surge, for that could not be told from a raise whose answer was lost.
      this.#rollout.scaleBy(2);
      this.#await(clock.now() + recoveryBound);
    });
  }

  #killOne(): void {
    const { region, starter, machines } = this.#rollout;
    const site = { region, groupName: starter.groupName, machines, random: new SeededRandom(1) };
    const [victim] = inService(site);
    const code = 'Server.InternalError';
    if (victim) region.ec2.terminate(victim, { code, message: `${code}: An internal error occurred` });
  }

  /** A poll, as a person would do it: whether as many serve as are wanted. */
  #await(deadline: number): void {
    const { clock, auditor } = this.#rollout;
    if (auditor.serving.serving >= auditor.wishes.low) return;
    if (clock.now() >= deadline) {
      const minutes = recoveryBound / minute;
      auditor.report('S1', `${auditor.serving.serving} of ${auditor.wishes.low} serve, ${minutes} minutes later`);
      return;
    }
    clock.schedule(30 * second, () => this.#await(deadline));
  }
}
