import { type CallMiddleware, isRead } from './aws-call.js';
import { refuseWhenAborted } from './cancellation.js';
import type { Clock } from './clock.js';

/** So many calls at once, and so many each second after that. */
interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

/** What is left out has no pace. */
interface ServicePaces {
  readonly reads?: Pace;
  readonly changes?: Pace;
  /** Of commands with a bucket of their own. */
  readonly commands?: Readonly<Record<string, Pace>>;
}

/** What one run keeps to in the long run, of changes to Auto Scaling groups. */
export const scalingChangesPerSecond = 1.95;

const pace = (burst: number, perSecond: number): Pace => ({ burst, perSecond });

/**
 * AWS throttles an account's calls in a region by token buckets that all its tools share, so one run stays below them:
 * EC2 developer guide, "Request throttling for the Amazon EC2 API" (its smallest: 50 and 10 each second for reads, 50
 * and 5 for changes); Elastic Load Balancing user guide, "Request throttling" (40 and 10 for reads). For Auto Scaling,
 * and for changes to load balancers, AWS publishes nothing: here as few as people have seen throttled. Of Systems Manager only
 * writes of parameters have so small a bucket that one run could empty it (3 a second, says AWS Support: github-aws-runners/
 * terraform-aws-github-runner, issue 2944).
 */
const paces: Readonly<Record<string, ServicePaces>> = {
  AutoScalingClient: { reads: pace(15, 4.8), changes: pace(7, scalingChangesPerSecond) },
  EC2Client: { reads: pace(40, 9.5), changes: pace(40, 4.8) },
  ElasticLoadBalancingClient: { reads: pace(30, 9.5), changes: pace(7, 1.95) },
  ElasticLoadBalancingV2Client: { reads: pace(30, 9.5), changes: pace(7, 1.95) },
  SSMClient: { commands: { PutParameterCommand: pace(2, 2.5) } },
};

/** Spreads the calls of one connection, each attempt of each. A few calls at a time never wait. */
export function paced(clock: Clock, cancellation: AbortSignal | undefined): CallMiddleware {
  const queues = new Map<Pace, Queue>();
  return (next, { clientName = '', commandName = '' }) => {
    const { reads, changes, commands }: ServicePaces = paces[clientName] ?? {};
    const own = commands?.[commandName] ?? (isRead(commandName) ? reads : changes);
    if (!own) return next;
    const queue = queues.get(own) ?? new Queue(own);
    queues.set(own, queue);
    return async (args) => {
      const wait = queue.join(clock.now());
      if (wait > 0) await clock.sleep(wait, cancellation);
      refuseWhenAborted(cancellation);
      return next(args);
    };
  };
}

/** A token bucket, kept as the time at which it will be full again: who joins is told at once how long to wait. */
class Queue {
  readonly #interval: number;
  readonly #burst: number;
  #fullAt = 0;
  #joinedAt = 0;

  constructor({ burst, perSecond }: Pace) {
    this.#interval = 1000 / perSecond;
    this.#burst = burst;
  }

  /** Milliseconds to wait. */
  join(now: number): number {
    // By so much the clock was set back: that is no wait.
    this.#fullAt -= Math.max(0, this.#joinedAt - now);
    this.#joinedAt = now;
    this.#fullAt = Math.max(this.#fullAt, now) + this.#interval;
    return Math.max(0, Math.ceil(this.#fullAt - this.#burst * this.#interval - now));
  }
}
