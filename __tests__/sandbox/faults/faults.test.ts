import { describe, expect, it } from '@jest/globals';
import { type FaultRule, readFaultRule } from '../../../sandbox/faults/fault-rule.js';
import { Faults } from '../../../sandbox/faults/faults.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import type { Call, ServiceName } from '../../../sandbox/world/world.js';

function callOf(operation: string, service: ServiceName = 'ec2'): Call {
  return { service, operation, input: {}, region: 'eu-west-1' };
}

/** What a call comes to: the error's code, `effect, CODE` if it failed after its effect, `empty` or `fine`. */
function outcomeOf(faults: Faults, call: Call): string {
  let effect = '';
  try {
    faults.before(call);
    effect = 'effect, ';
    return 'some' in faults.after(call, { some: 'output' }) ? 'fine' : 'empty';
  } catch (error) {
    return effect + (error as { code: string }).code;
  }
}

function outcomes(rule: FaultRule, count: number, seed = 1): string[] {
  const faults = new Faults(new SeededRandom(seed), [rule]);
  return Array.from({ length: count }, () => outcomeOf(faults, callOf('DescribeInstances')));
}

describe('a fault', () => {
  it('strikes the nth matching call, once', () => {
    expect(outcomes({ nth: 2, error: 'Oops' }, 4)).toEqual(['fine', 'Oops', 'fine', 'fine']);
  });

  it('strikes from the nth call on, as often as it is told', () => {
    expect(outcomes({ nth: 2, times: 2, error: 'Oops' }, 5)).toEqual(['fine', 'Oops', 'Oops', 'fine', 'fine']);
  });

  it('strikes every call when nothing else is said', () => {
    expect(outcomes({ error: 'Oops' }, 3)).toEqual(['Oops', 'Oops', 'Oops']);
  });

  it('may strike after the effect', () => {
    expect(outcomes({ error: 'Oops', when: 'after' }, 1)).toEqual(['effect, Oops']);
  });

  it('may break the connection, or answer with nothing', () => {
    expect(outcomes({ error: 'reset', when: 'after' }, 1)).toEqual(['effect, ECONNRESET']);
    expect(outcomes({ error: 'empty', nth: 2 }, 2)).toEqual(['fine', 'empty']);
  });

  it('strikes with its probability, and the same calls for the same seed', () => {
    const first = outcomes({ probability: 0.3, error: 'Oops' }, 1000, 7);
    expect(outcomes({ probability: 0.3, error: 'Oops' }, 1000, 7)).toEqual(first);
    expect(outcomes({ probability: 0.3, error: 'Oops' }, 1000, 8)).not.toEqual(first);
    const struck = first.filter((outcome) => outcome === 'Oops').length;
    expect(struck).toBeGreaterThan(240);
    expect(struck).toBeLessThan(360);
  });

  it('strikes only its service and operation', () => {
    const faults = new Faults(new SeededRandom(1), [{ service: 'ec2', operation: 'Describe*s', error: 'Oops' }]);
    expect(outcomeOf(faults, callOf('DescribeImages'))).toBe('Oops');
    expect(outcomeOf(faults, callOf('DescribeImage'))).toBe('fine');
    expect(outcomeOf(faults, callOf('RunInstances'))).toBe('fine');
    expect(outcomeOf(faults, callOf('DescribeImages', 'ssm'))).toBe('fine');
    expect(faults.list()).toMatchObject([{ seen: 1, struck: 1 }]);
  });

  it.each([
    ['ec2', 'RequestLimitExceeded', 503],
    ['autoscaling', 'Throttling', 400],
    ['elasticloadbalancing', 'ThrottlingException', 400],
    ['ssm', 'ThrottlingException', 400],
  ] as const)('throttles %s in its own words', (service, code, status) => {
    const faults = new Faults(new SeededRandom(1), [{ error: 'throttle' }]);
    expect(() => faults.before(callOf('DescribeThings', service))).toThrow(expect.objectContaining({ code, status }));
  });

  it('is decided once a call, however often it is asked about', () => {
    const faults = new Faults(new SeededRandom(1), [{ nth: 1, latency: 500, error: 'Oops', when: 'after' }]);
    const call = callOf('DescribeInstances');
    expect([faults.delay(call), faults.delay(call)]).toEqual([500, 500]);
    expect(outcomeOf(faults, call)).toBe('effect, Oops');
    expect(faults.delay(callOf('DescribeInstances'))).toBe(0);
  });

  it('may only be late', () => {
    expect(outcomes({ latency: 100 }, 1)).toEqual(['fine']);
  });
});

describe('a fault rule from outside', () => {
  it('is taken when it is right', () => {
    const rule = {
      service: 'ec2',
      operation: '*',
      probability: 0.5,
      error: 'Oops',
      status: 500,
      when: 'after',
      latency: 3,
    };
    expect(readFaultRule(rule)).toEqual(rule);
  });

  it.each([
    [{ error: 'x', nht: 1 }, '"nht"'],
    [{ error: 'x', nth: 0 }, '"nth" cannot be 0'],
    [{ error: 'x', probability: 2 }, '"probability" cannot be 2'],
    [{ error: 'x', when: 'during' }, '"when" cannot be "during"'],
    [{ error: 'x', status: 200 }, '"status" cannot be 200'],
    [{ service: 'ec2' }, 'needs an "error" or a "latency"'],
    ['throttle', 'JSON object'],
  ])('is refused, and told why: %j', (rule, reason) => {
    expect(() => readFaultRule(rule)).toThrow(reason);
  });
});
