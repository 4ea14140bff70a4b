import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  getsRequests,
  type SourceHealth,
  sendersAmong,
  trafficSourcesOf,
  troubleIn,
} from '../../../../src/rollout/group/traffic.js';
import { decide } from '../../../../src/rollout/heart/decide.js';
import type { Machine } from '../../../../src/rollout/heart/observation.js';
import { sizeOf } from '../../../../src/rollout/size/size.js';
import { at, begun, machine, now, planned, see } from '../seen.js';

describe('the traffic sources of a group', () => {
  it('are all that it lists, each once, however it was attached', () => {
    const arn = 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/web/1';
    const lattice = 'arn:aws:vpc-lattice:eu-west-1:1:targetgroup/tg-1';
    const sources = trafficSourcesOf({
      TargetGroupARNs: [arn],
      LoadBalancerNames: ['old'],
      TrafficSources: [
        { Identifier: arn, Type: 'elbv2' },
        { Identifier: 'old', Type: 'elb' },
        { Identifier: lattice, Type: 'vpc-lattice' },
      ],
    } as Parameters<typeof trafficSourcesOf>[0]);
    expect(sources).toEqual([
      { type: 'elbv2', id: arn },
      { type: 'elb', id: 'old' },
      { type: 'vpc-lattice', id: lattice },
    ]);
  });
});

describe('a machine', () => {
  const health = (entries: Record<string, string>): SourceHealth => new Map(Object.entries(entries));

  it('is healthy only if each source says so of its very id', () => {
    expect(troubleIn([], 'i-1')).toBeUndefined();
    expect(troubleIn([health({ 'i-1': '' })], 'i-1')).toBeUndefined();
    expect(troubleIn([health({ 'i-1': '' }), health({ 'i-1': 'unhealthy, timed out' })], 'i-1')).toBe(
      'unhealthy, timed out',
    );
    expect(troubleIn([health({ 'i-1': '' }), health({ 'i-2': '' })], 'i-1')).toBe(
      'not a target of the load balancer yet',
    );
  });

  it('gets requests from each source that finds it healthy, unless one finds nobody so', () => {
    const well = health({ 'i-1': '', 'i-2': '' });
    const choosy = health({ 'i-1': 'unhealthy', 'i-2': '' });
    expect(getsRequests(sendersAmong([well, choosy]), 'i-1')).toBe(true);
    expect(getsRequests(sendersAmong([choosy]), 'i-1')).toBe(false);
    expect(getsRequests(sendersAmong([well, health({ 'i-1': 'unhealthy' })]), 'i-2')).toBe(false);
    expect(getsRequests(sendersAmong([]), 'i-1')).toBe(false);
  });
});

describe('the traffic guard', () => {
  const word = fc.constantFrom('', 'unhealthy', 'initial', undefined);
  const arbitraryMachine = fc.record({
    version: fc.constantFrom(1 as const, 2 as const),
    stage: fc.constantFrom('starting', 'waiting', 'in-service', 'in-service', 'leaving', 'aside'),
    /** What each of up to three sources says. */
    words: fc.tuple(word, word, word),
    zone: fc.constantFrom('a', 'b'),
    sickFor: fc.constantFrom(0, 120_000),
  });
  const arbitraryScene = fc.record({
    machines: fc.array(arbitraryMachine, { maxLength: 14 }),
    sources: fc.nat(3),
    desired: fc.nat(14),
    surge: fc.option(fc.record({ machines: fc.nat(4), from: fc.nat(8), raised: fc.boolean() }), { nil: undefined }),
    min: fc.nat(4),
    wavesDone: fc.nat(3),
    direction: fc.constantFrom('forward' as const, 'back' as const),
    isUndo: fc.boolean(),
    keepPrevious: fc.constantFrom(0, 60_000),
    maxSurge: fc.nat(3),
    maxUnavailable: fc.nat(3),
    version: fc.constantFrom('1', '2'),
  });

  it('lets no step take from a source what it needs, less what was sick in it before (rule 33)', () => {
    fc.assert(
      fc.property(arbitraryScene, ({ sources, desired, min, version, ...scene }) => {
        const healths = [0, 1, 2].slice(0, sources).map((source) => {
          const told = scene.machines.map(({ words }, index): [string, string | undefined] => [
            `i-${index}`,
            words[source],
          ]);
          return new Map<string, string>(
            told.flatMap(([id, said]) => (said === undefined ? [] : [[id, said] as const])),
          );
        });
        const machines = scene.machines.map(({ version: runs, stage, zone, sickFor }, index) => {
          const id = `i-${index}`;
          const healthy = stage === 'in-service' && troubleIn(healths, id) === undefined;
          const stillServes = stage === 'in-service' && !healthy && getsRequests(sendersAmong(healths), id);
          const seemsWell = stage === 'in-service' && !healthy && getsRequests(healths, id);
          const since = {
            healthySince: healthy ? now - 60_000 : undefined,
            unhealthySince: healthy ? undefined : now - sickFor,
          };
          return machine(id, runs, {
            zone,
            stage: stage as 'waiting',
            healthy,
            stillServes,
            ...(seemsWell && { seemsWell }),
            ...since,
          });
        });
        const { maxSurge, maxUnavailable, keepPrevious, surge, wavesDone, direction, isUndo } = scene;
        const amounts = { maxSurge: { machines: maxSurge }, maxUnavailable: { machines: maxUnavailable } };
        const release = {
          ...planned(begun, { ...amounts, keepPrevious }),
          ...{ wavesDone, direction, isUndo, ...(surge && { surge }) },
        };
        const seen = see(release, machines, { ...at(version), desired, min, max: 20 });
        const move = decide(seen);
        if (move.kind !== 'retire' && move.kind !== 'set-aside') return;
        const size = sizeOf(seen);
        const floor = size - Math.min(size, maxUnavailable);
        const taken = new Set(move.machines.map(({ id }) => id));
        const serving = machines.filter(({ stage }) => stage === 'in-service');
        const staying = serving.filter(({ id }) => !taken.has(id));
        const wellIn = (health: SourceHealth) => (one: Machine) => health.get(one.id) === '';
        const wellInAll = (one: Machine) => healths.every((health) => wellIn(health)(one));
        if (serving.filter(wellInAll).length > staying.filter(wellInAll).length) {
          expect(staying.filter(wellInAll).length).toBeGreaterThanOrEqual(floor);
        }
        for (const health of healths) {
          const left = staying.filter(wellIn(health)).length;
          if (left === serving.filter(wellIn(health)).length) continue;
          const sickInIt = staying.filter((one) => one.stillServes && !wellIn(health)(one)).length;
          expect(left + sickInIt).toBeGreaterThanOrEqual(floor);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
