import { DescribeWarmPoolCommand, type Instance } from '@aws-sdk/client-auto-scaling';
import type { Aws } from '../../platform/aws.js';
import type { Clock } from '../../platform/clock.js';
import { provenVersion } from '../heart/fleet.js';
import { runs } from '../heart/matching.js';
import type { Machine, Observation } from '../heart/observation.js';
import { oldestRead } from '../size/size.js';

/** The machines that a group keeps ready beside it. */
export async function readWarmPool(
  { autoScaling }: Pick<Aws, 'autoScaling'>,
  group: string,
): Promise<readonly Instance[]> {
  const instances: Instance[] = [];
  let page: string | undefined;
  do {
    const order = { AutoScalingGroupName: group, MaxRecords: 50, ...(page && { NextToken: page }) };
    const answer = await autoScaling.send(new DescribeWarmPoolCommand(order));
    instances.push(...(answer.Instances ?? []));
    page = answer.NextToken;
  } while (page);
  return instances;
}

/** `Warmed:Stopped`, `Warmed:Running` and `Warmed:Hibernated` are ready, which is aside (Auto Scaling user guide, "Warm pools"). */
export function warmStageOf(state: string): Machine['stage'] {
  if (state === 'Warmed:Pending:Wait') return 'waiting';
  if (state.startsWith('Warmed:Pending')) return 'starting';
  return /^Warmed:Terminat/.test(state) ? 'leaving' : 'aside';
}

/** A load balancer lets a machine finish its requests for no longer (ELBv2 API, TargetGroupAttribute). Milliseconds. */
const longestDrain = 3_600_000;

/**
 * Whether machines of another version are on their way out of a group whose warm pool takes back what a scale-in takes, once that
 * has drained. Nobody would end them there after a rollout's end, and the next scale-out would have them serve.
 */
export function areReturning({ group, machines, release, size, now }: Omit<Observation, 'lastProgress'>): boolean {
  if (!group.reuses || release.isStranded) return false;
  const launched = provenVersion({ release, size });
  const isDraining = ({ stage, unhealthySince = now }: Machine) =>
    stage === 'leaving' && now - unhealthySince < longestDrain;
  return machines.some((machine) => isDraining(machine) && !runs(machine, launched));
}

/**
 * The launch hook fires for a machine when it enters a warm pool, and again when the group takes it from there (Auto Scaling
 * user guide, "Lifecycle hooks with a warm pool"). It is verified the second time; of the first, this remembers whom our hook has
 * let go already: another one may hold them still, or a late read may show what was, while the group has taken them and they wait
 * to be verified.
 */
export class WarmGate {
  readonly #clock: Pick<Clock, 'now'>;
  /** When, in milliseconds since the epoch. */
  readonly #released = new Map<string, number>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  letGo(ids: readonly string[]): void {
    for (const id of ids) this.#released.set(id, this.#clock.now());
  }

  /** The machines of the pool, with what is known of them. */
  inspect(machines: readonly Machine[]): readonly Machine[] {
    const isReleased = ({ id, stage }: Machine) =>
      stage === 'waiting' && this.#clock.now() - (this.#released.get(id) ?? Number.NEGATIVE_INFINITY) < oldestRead;
    return machines.map((machine) => (isReleased(machine) ? { ...machine, isReleased: true } : machine));
  }
}
