import { inService } from '../../sandbox/faults/world-fault.js';
import { activeMembers, type Member } from '../../sandbox/world/auto-scaling/group.js';
import { SeededRandom } from '../../sandbox/world/random.js';
import { hookName } from '../../src/rollout/changes/launch-hook.js';
import { isRefresh } from '../../src/rollout/heart/plan.js';
import { allowanceFor } from '../../src/rollout/heart/waves.js';
import { originOf, originsOf } from './invariants/origins.js';
import type { SimulatedRollout } from './simulated-rollout.js';

const second = 1_000;
const minute = 60 * second;

/**
 * How long a group whose runner has died may take to make up for a machine that dies as well, and to grow. Mostly AWS does
 * it alone, for the group launches a version that works: a launch, a boot and the checks. Only if the runner died while the
 * machines of a wave were launching, which AWS's own engine does from beginning to end, it may have to wait until the claim is stale (20 min), for the next scheduled repair
 * (15 min), and for the way back. A claim that was cancelled is nobody's at once.
 */
const recoveryBounds = { usually: 10 * minute, afterLaunching: 50 * minute, afterCancel: 30 * minute } as const;

/** How many more are wanted: not as many as the surge, for that could not be told from a raise whose answer was lost. */
const growth = 2;

/** Proves S1 on a group that is left alone: a minute later a machine dies, and two more are wanted. */
export class Recovery {
  readonly #rollout: SimulatedRollout;

  constructor(rollout: SimulatedRollout) {
    this.#rollout = rollout;
  }

  /** @returns when as many serve as are wanted, or it has taken too long. */
  async begin(when: 'after a crash' | 'after a cancel'): Promise<void> {
    const { clock, auditor } = this.#rollout;
    auditor.serving.isAllOurs = false;
    const bound = when === 'after a crash' ? this.#boundAfterCrash() : this.#boundAfterCancel();
    await clock.sleep(minute);
    this.#killOne();
    this.#scaleOut();
    const deadline = clock.now() + bound;
    // Until a load balancer has noticed, the dead one serves.
    await clock.sleep(minute);
    await this.#recovered(deadline, bound);
  }

  /** One that serves: of those that do not, AWS makes up for each anyway. */
  #killOne(): void {
    const { region, busiest, machines } = this.#rollout;
    const site = { region, groupName: busiest.name, machines, random: new SeededRandom(1) };
    const victim = inService(site).find((id) => machines.isAnswering(id));
    const code = 'Server.InternalError';
    if (victim) region.ec2.terminate(victim, { code, message: `${code}: An internal error occurred` });
  }

  /** A group that is as large as its owner allows cannot grow: there only healing is tried, and the campaign is told so. */
  #scaleOut(): void {
    const { auditor } = this.#rollout;
    const { high, max } = auditor.wishes;
    const hasRoom = high + allowanceFor(auditor.scene.plan, high).surge + growth <= max;
    if (this.#rollout.scaleBy(growth)) auditor.reached.add('scaled-out-after-a-crash');
    else if (hasRoom) auditor.report('S1', `no ${growth} more can be had of ${high}, where ${max} are allowed`);
    else auditor.reached.add('at-its-maximum-after-a-crash');
  }

  #boundAfterCrash(): number {
    return this.#isRefreshed() || this.#isLaunching() ? recoveryBounds.afterLaunching : recoveryBounds.usually;
  }

  /** Everything is put back, but new machines that no gate has held stay until the next repair, whether they work or not. */
  #boundAfterCancel(): number {
    const { auditor, busiest } = this.#rollout;
    const { newest } = auditor.journal;
    if (this.#isRefreshed()) return recoveryBounds.afterLaunching;
    if (newest === undefined) return recoveryBounds.usually;
    const { to, plan } = newest;
    const isHeld = plan.gate.kind !== 'none' || plan.releaseCommand !== undefined;
    const stays = (member: Member) => originsOf(to).has(originOf(member)) && (member.state === 'InService' || !isHeld);
    return activeMembers(busiest).some(stays) ? recoveryBounds.afterCancel : recoveryBounds.usually;
  }

  /** AWS's own engine launches the new version from the first moment on, for whatever is launched. */
  #isRefreshed(): boolean {
    return isRefresh(this.#rollout.auditor.scene.plan.strategy);
  }

  /**
   * Whether machines of a wave are on their way: wanted, or about to be, or come so lately that no runner can have done
   * the rest.
   */
  #isLaunching(): boolean {
    const { scene, versions } = this.#rollout.auditor;
    const { clock, busiest: group } = this.#rollout;
    const lately = clock.now() - 2 * scene.plan.pollInterval - 30 * second;
    const active = activeMembers(group);
    const isComing = ({ state, instance }: Member) => state !== 'InService' || instance.launchTime > lately;
    // While our hook holds machines they are launching, and whatever else the group launches is held as well.
    const isHeld = group.hooks.has(hookName);
    return isHeld || versions.movedAt > lately || active.length < group.desired || active.some(isComing);
  }

  /** Polls, as a person would do it, whether as many serve as are wanted. */
  async #recovered(deadline: number, bound: number): Promise<void> {
    const { clock, auditor } = this.#rollout;
    while (auditor.serving.serving < auditor.wishes.low) {
      if (clock.now() >= deadline) {
        const serve = `${auditor.serving.serving} of ${auditor.wishes.low} serve`;
        auditor.report('S1', `${serve}, ${bound / minute} minutes later`);
        return;
      }
      await clock.sleep(30 * second);
    }
  }
}
