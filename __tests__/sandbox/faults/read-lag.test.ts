import { describe, expect, it } from '@jest/globals';
import { ReadLag, type ReadLagSettings } from '../../../sandbox/faults/read-lag.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { starter } from '../world/starter.js';

function lagging(settings: Partial<ReadLagSettings> = {}, seed = 1) {
  const world = starter({ minSize: 1 });
  world.seconds(10);
  const lag = { probability: 1, age: [0, 5_000] as const, ...settings };
  world.world.interceptors.push(new ReadLag(world.world, new SeededRandom(seed), lag));
  const desired = () => world.group().DesiredCapacity;
  const setDesired = (DesiredCapacity: number) => world.autoscaling('SetDesiredCapacity', { DesiredCapacity });
  return { ...world, desired, setDesired };
}

describe('reads that are late', () => {
  it('show what was there before a change, though the caller made it itself, and the truth in the end', () => {
    const { clock, desired, seconds, setDesired } = lagging({ age: [1_000, 5_000] });
    expect(desired()).toBe(4);
    seconds(60);
    setDesired(5);
    clock.advance(1_000);
    expect([desired(), desired(), desired()]).toContain(4);
    seconds(6);
    expect(desired()).toBe(5);
  });

  it('may show the new and then the old again, as replicas do', () => {
    const seen = Array.from({ length: 20 }, (_, seed) => {
      const { clock, desired, setDesired } = lagging({ probability: 0.5 }, seed);
      desired();
      setDesired(5);
      clock.advance(100);
      return Array.from({ length: 8 }, desired).join('');
    });
    expect(seen.some((one) => /54/.test(one))).toBe(true);
  });

  it('are the same for the same seed', () => {
    const run = () => {
      const { clock, desired, setDesired } = lagging({ probability: 0.5 }, 7);
      desired();
      setDesired(5);
      return Array.from({ length: 10 }, () => {
        clock.advance(300);
        return desired();
      });
    };
    expect(run()).toEqual(run());
  });

  it('are those of the services that are named, and the effects of calls are never late', () => {
    const { desired, here, setDesired } = lagging({ services: ['elasticloadbalancing'] });
    desired();
    setDesired(5);
    expect(desired()).toBe(5);
    expect(here.autoScaling.group('shop').desired).toBe(5);
  });

  it('show the health of targets as it was', () => {
    const { clock, ids, machines, seconds, target } = lagging({ age: [4_000, 30_000] });
    const [id = ''] = ids();
    target(id);
    machines.setAnswering(id, false);
    seconds(14);
    expect(target(id)?.State).toBe('healthy');
    clock.advance(31_000);
    target(id);
    expect(target(id)?.State).toBe('unhealthy');
  });
});
