import type { ProbeResult } from '../machines/machines.js';
import type { Region } from '../region.js';
import type { Target, TargetHealth } from './target-group.js';

const registering: TargetHealth = {
  state: 'initial',
  reason: 'Elb.RegistrationInProgress',
  description: 'Target registration is in progress',
};

const firstChecks: TargetHealth = {
  state: 'initial',
  reason: 'Elb.InitialHealthChecking',
  description: 'Initial health checks in progress',
};

/** What a check finds that gets no answer, in seconds (ELBv2 API, TargetHealth). */
function timedOut(timeout: number): ProbeResult {
  return { healthy: false, reason: 'Target.Timeout', description: `Request timed out after ${timeout * 1000} ms` };
}

/**
 * How long a load balancer takes to register a target, in milliseconds. AWS publishes no number: a parameter of the
 * model, short, but long enough for a quick application to be up when it is first asked.
 */
const registration = 1_000;

/**
 * Asks targets, each at its group's interval, and decides what they are. Where the machines tell when an answer
 * changes, a target whose state is settled is left alone until then: the checks in between could find nothing new.
 */
export class HealthChecks {
  readonly #region: Region;
  readonly #changed: (target: Target, health: TargetHealth) => void;

  constructor(region: Region, changed: (target: Target, health: TargetHealth) => void) {
    this.#region = region;
    this.#changed = changed;
  }

  /** Starts anew: the first check comes as soon as the target is registered, and one success makes it healthy. */
  begin(target: Target): void {
    this.end(target);
    target.streak = { healthy: false, length: 0 };
    this.#changed(target, registering);
    this.#plan(target, registration);
  }

  end(target: Target): void {
    target.epoch++;
    target.resting = false;
    target.next?.();
    target.next = undefined;
  }

  /** The machine's answer, or what is asked, has changed: the next check comes at its usual time. */
  wake(target: Target): void {
    if (!target.resting) return;
    target.resting = false;
    const interval = target.group.healthCheck.interval * 1000;
    const since = this.#region.world.clock.now() - target.lastCheck;
    this.#plan(target, interval - (since % interval));
  }

  #plan(target: Target, delay: number): void {
    target.next = this.#region.world.clock.schedule(delay, () => this.#check(target));
  }

  #check(target: Target): void {
    const { clock, machines } = this.#region.world;
    const instance = this.#region.ec2.instances.get(target.id);
    if (!instance) return;
    const { protocol, port, path, timeout, matcher } = target.group.healthCheck;
    const at = { port: port === 'traffic-port' ? target.port : Number(port), timeout: timeout * 1000 };
    // Of a check by TCP the connection is all that counts: any answer shows that there is one.
    const isHttp = protocol.startsWith('HTTP');
    const probe = { ...at, path: isHttp ? path : '/', matcher: isHttp ? matcher : '100-599' };
    const { epoch } = target;
    target.lastCheck = clock.now();
    machines.probe(instance, probe, (found) => {
      if (target.epoch !== epoch) return;
      this.#learn(target, target.group.isBlind ? timedOut(timeout) : found);
      if (this.#isSettled(target)) {
        target.resting = true;
        return;
      }
      const elapsed = clock.now() - target.lastCheck;
      this.#plan(target, target.group.healthCheck.interval * 1000 - elapsed);
    });
  }

  /**
   * A new target needs one success; an unhealthy one HealthyThresholdCount in a row; any becomes unhealthy after
   * UnhealthyThresholdCount failures in a row (Application Load Balancers guide, "Health checks for target groups").
   */
  #learn(target: Target, result: ProbeResult): void {
    const { streak, group, health } = target;
    const length = streak.healthy === result.healthy ? streak.length + 1 : 1;
    target.streak = { healthy: result.healthy, length };
    if (result.healthy) {
      // A classic load balancer asks a new instance as often as one that has failed (Classic Load Balancers guide, "Health checks").
      const isOnProbation = health.state === 'unhealthy' || group.type === 'elb';
      const needed = isOnProbation ? group.healthCheck.healthyThreshold : 1;
      if (health.state !== 'healthy' && length >= needed) this.#changed(target, { state: 'healthy' });
    } else if (length >= group.healthCheck.unhealthyThreshold) {
      if (health.state === 'unhealthy' && health.reason === result.reason) return;
      this.#changed(target, { state: 'unhealthy', reason: result.reason, description: result.description });
    } else if (health.reason === registering.reason) {
      this.#changed(target, firstChecks);
    }
  }

  #isSettled({ health, streak }: Target): boolean {
    if (!this.#region.world.machines.onAnswerChange) return false;
    return health.state === (streak.healthy ? 'healthy' : 'unhealthy');
  }
}
