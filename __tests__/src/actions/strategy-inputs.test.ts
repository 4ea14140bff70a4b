import { describe, expect, it } from '@jest/globals';
import { pairIsWhole, pairOf, planInputs, planOf } from '../../../src/actions/plan-inputs.js';
import {
  planRules,
  type StrategyInput,
  strategyInputs,
  type Treatment,
  treatments,
} from '../../../src/actions/strategy-inputs.js';
import { InputFailure, type InputProblem } from '../../../src/platform/failure.js';
import { groupName } from '../../../src/platform/input-types.js';
import { readInputs, required } from '../../../src/platform/inputs.js';
import { isRefresh, type Strategy } from '../../../src/rollout/heart/plan.js';
import { preferencesOf } from '../../../src/rollout/instance-refresh/refresh.js';

const fields = { group: required(groupName), ...planInputs };
const rule =
  'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/web/0123456789abcdef/0123456789abcdef/0123456789abcdef';

/** What a workflow would write for each input, other than what it says left out. */
const written: Readonly<Record<StrategyInput, string>> = {
  'other-group': 'web-2',
  'listener-rule': rule,
  waves: '2, 40%, 100%',
  'max-surge': '50%',
  'max-unavailable': '10%',
  'raise-max': 'false',
  'min-ready': '45s',
  soak: '7m',
  'gate-command': '/opt/check',
  'gate-path': '/health',
  'gate-port': '8080',
  'gate-timeout': '2m',
  'release-command': '/opt/migrate',
  alarms: 'too many errors',
  'alarm-tags': 'service=web',
  'accept-alarms': 'true',
  'boot-allowance': '4m',
  'progress-deadline': '20m',
  'on-failure': 'hold',
  'keep-previous': '25m',
  'pause-after': '1',
  'pause-expiry': '6h',
  suspend: 'ScheduledActions, InstanceRefresh',
  'accept-weights': 'true',
  'poll-interval': '20s',
};

/** Some inputs say something only beside others. */
const beside: Partial<Record<StrategyInput, Partial<Record<StrategyInput, string>>>> = {
  'gate-port': { 'gate-path': '/health' },
  'gate-timeout': { 'gate-path': '/health' },
  'accept-alarms': { alarms: 'too many errors' },
  'pause-after': { waves: '50%, 100%' },
  'pause-expiry': { waves: '50%, 100%', 'pause-after': '1' },
  waves: { soak: '5m' },
  'raise-max': { 'keep-previous': '0s' },
  soak: { waves: '50%, 100%', soak: '1m' },
};

type Texts = Partial<Record<StrategyInput, string>>;

/** What a strategy cannot do without. */
const needed: Partial<Record<Strategy, Texts>> = {
  'two-group': { 'other-group': 'web-2', 'listener-rule': rule },
  'replace-root-volume': { 'max-unavailable': '1' },
};

function read(strategy: Strategy, texts: Texts) {
  const all: Readonly<Record<string, string>> = { group: 'web', strategy, ...needed[strategy], ...texts };
  return readInputs(fields, { get: (name) => all[name] ?? '', mask: () => undefined }, planRules);
}

function problemsOf(strategy: Strategy, texts: Texts): readonly InputProblem[] {
  try {
    read(strategy, texts);
    return [];
  } catch (error) {
    if (error instanceof InputFailure) return error.problems;
    throw error;
  }
}

/** All that a deployment is told. */
function toldBy(strategy: Strategy, texts: Texts) {
  const values = read(strategy, texts);
  const { 'alarm-tags': tags, 'accept-alarms': accepts } = values;
  return { plan: planOf(values), pair: pairOf(values), tags, accepts };
}

const cells = strategyInputs.flatMap((input) =>
  (Object.keys(treatments) as Strategy[]).map((strategy): [StrategyInput, Strategy, Treatment] => [
    input,
    strategy,
    treatments[strategy][input],
  ]),
);

describe('what a strategy makes of an input', () => {
  it('is told of every input that makes a plan', () => {
    const { strategy: _, ...others } = planInputs;
    expect([...strategyInputs].sort()).toEqual(Object.keys(others).sort());
  });

  it.each(cells.filter(([, , { kind }]) => kind === 'used'))('uses %s for %s', (input, strategy) => {
    const texts = { ...beside[input] };
    const value =
      input === 'other-group' ? 'web-3' : input === 'listener-rule' ? rule.replace('web', 'api') : written[input];
    expect(problemsOf(strategy, { ...texts, [input]: value })).toEqual([]);
    expect(toldBy(strategy, { ...texts, [input]: value })).not.toEqual(toldBy(strategy, texts));
  });

  it.each(
    cells.filter(
      ([, strategy, treatment]) => isRefresh(strategy) && 'as' in treatment && treatment.as?.startsWith('`'),
    ),
  )('maps %s for %s to what AWS takes', (input, strategy, treatment) => {
    const preferences = (texts: Texts) => preferencesOf(toldBy(strategy, texts).plan, 20);
    const [without, with_] = [
      preferences(beside[input] ?? {}),
      preferences({ ...beside[input], [input]: written[input] }),
    ];
    const changed = Object.entries(with_).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify((without as Record<string, unknown>)[name]),
    );
    const named = 'as' in treatment ? treatment.as : '';
    const names = [...(named ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(changed.map(([name]) => name).sort()).toEqual(names.sort());
  });

  it.each(cells.filter(([, , { kind }]) => kind === 'refused'))(
    'refuses %s for %s, and says why',
    (input, strategy, treatment) => {
      const problems = problemsOf(strategy, { [input]: written[input] });
      expect(problems.map((problem) => problem.input)).toEqual([input]);
      if (treatment.kind !== 'refused') throw new Error('not refused');
      expect(problems[0]).toMatchObject({ remedy: treatment.remedy });
      expect(problems[0]?.allowed).toContain(treatment.because);
    },
  );

  it.each(cells.filter(([, , { kind }]) => kind === 'refused'))('takes the default of %s for %s', (input, strategy) => {
    const { default: text } = planInputs[input];
    expect(problemsOf(strategy, { [input]: text })).toEqual([]);
  });

  it.each<[Strategy, Texts, string]>([
    ['blue-green', {}, 'false, with strategy: blue-green, which keeps replaced machines'],
    ['rolling', { 'keep-previous': '25m' }, 'false, with keep-previous, which keeps replaced machines'],
  ])('refuses a maximum that stays where %s has machines come back above it: %j', (strategy, texts, found) => {
    expect(problemsOf(strategy, { ...texts, 'raise-max': 'false' })).toEqual([
      expect.objectContaining({ input: 'raise-max', found, remedy: expect.stringContaining('keep-previous: 0s') }),
    ]);
    expect(problemsOf(strategy, { 'keep-previous': '0s', 'raise-max': 'false' })).toEqual([]);
  });

  it('refuses all that does not fit at once', () => {
    const texts: Texts = { 'on-failure': 'hold', 'pause-after': '1', 'raise-max': 'false' };
    expect(problemsOf('instance-refresh', texts).map(({ input }) => input)).toEqual([
      'raise-max',
      'on-failure',
      'pause-after',
    ]);
  });

  it.each<[string, Texts]>([
    ['keep-previous: 0s', { 'keep-previous': '0s' }],
    ['other processes that rest', { suspend: 'AZRebalance, ScheduledActions' }],
  ])('lets AWS be told what is so anyway: %s', (_, texts) => {
    expect(problemsOf('instance-refresh', texts)).toEqual([]);
  });
});

describe('what would be ignored is refused', () => {
  it.each<[StrategyInput, Texts, string]>([
    ['gate-port', { 'gate-port': '8080' }, '"gate-path"'],
    ['gate-port', { 'gate-port': '8080', 'gate-command': '/opt/check' }, '"gate-path"'],
    ['gate-timeout', { 'gate-timeout': '2m' }, '"gate-command" or "gate-path"'],
    ['accept-alarms', { 'accept-alarms': 'true' }, '"alarms" or "alarm-tags"'],
    ['pause-expiry', { 'pause-expiry': '6h' }, '"pause-after"'],
  ])('%s in %o, without what it says more about', (input, texts, owners) => {
    const problems = problemsOf('canary', texts);
    expect(problems).toMatchObject([{ input, found: `a value, without ${owners}` }]);
    expect(problems[0]?.remedy).toBe(`Give ${owners}, or leave it out.`);
  });

  it('but not a default that is written out, nor what stands beside something that is wrong itself', () => {
    const defaults: Texts = {
      'gate-port': '80',
      'gate-timeout': '5m',
      'accept-alarms': 'false',
      'pause-expiry': '24h',
    };
    expect(problemsOf('rolling', defaults)).toEqual([]);
    const wrong = problemsOf('rolling', { 'gate-port': '8080', 'gate-path': 'health' });
    expect(wrong.map(({ input }) => input)).toEqual(['gate-path']);
  });

  it.each(['0', '0%'])('a surge of %s where no machine may be missing either', (none) => {
    const problems = problemsOf('rolling', { 'max-surge': none });
    expect(problems).toMatchObject([{ input: 'max-surge', found: '0, with max-unavailable: 0' }]);
    expect(problemsOf('canary', { 'max-surge': none, 'max-unavailable': '0%' })).toHaveLength(1);
    expect(problemsOf('rolling', { 'max-surge': none, 'max-unavailable': '1' })).toEqual([]);
  });

  it.each(['0, 100%', '0%, 100%', '50%, 10%, 100%', '3, 2, 100%', '50%, 50%, 100%', '100%, 1, 100%'])(
    'a wave that is no larger than the one before: %s',
    (waves) => {
      expect(problemsOf('rolling', { waves })).toMatchObject([
        { input: 'waves', allowed: expect.stringContaining('each wave is larger') },
      ]);
    },
  );

  it.each(['100%', '1, 10%, 50%, 100%', '10%, 1, 20%, 2, 100%'])('but not the waves %s', (waves) => {
    expect(problemsOf('rolling', { waves })).toEqual([]);
  });
});

it.each(['30s', '0s', '577h', 'tomorrow'])('a pause does not expire after %s', (expiry) => {
  const problems = problemsOf('canary', { 'pause-after': '1', 'pause-expiry': expiry });
  expect(problems.map(({ input }) => input)).toEqual(['pause-expiry']);
});

it('a pause that would never come is refused, for somebody counts on it', () => {
  const [problem] = problemsOf('rolling', { 'pause-after': '5' });
  expect(problem).toMatchObject({ input: 'pause-after', found: '5, with 4 waves' });
  expect(problemsOf('rolling', { 'pause-after': '4', waves: '1, 2, 3, 50%, 100%' })).toEqual([]);
  expect(problemsOf('rolling', { 'pause-after': '4' })).toHaveLength(1);
  expect(problemsOf('blue-green', { 'pause-after': '1' })).toHaveLength(1);
  expect(problemsOf('canary', { 'pause-after': '2', waves: '100%' })).toHaveLength(1);
});

it('a machine is out of service while its root volume is replaced, so some must be allowed to be', () => {
  for (const none of ['0', '0%', '']) {
    const problems = problemsOf('replace-root-volume', { 'max-unavailable': none });
    expect(problems.map(({ input }) => input)).toEqual(['max-unavailable']);
  }
});

it.each(['instance-refresh', 'replace-root-volume'] as const)('AWS rests for 48 hours at most: %s', (strategy) => {
  expect(problemsOf(strategy, { soak: '48h' })).toEqual([]);
  expect(problemsOf(strategy, { soak: '49h' })).toMatchObject([
    { input: 'soak', allowed: expect.stringContaining('48h') },
  ]);
  expect(problemsOf('rolling', { soak: '49h' })).toEqual([]);
});

describe('two groups', () => {
  it.each<[string, Texts, StrategyInput]>([
    ['the other one', { 'other-group': '' }, 'other-group'],
    ['the rule', { 'listener-rule': '' }, 'listener-rule'],
    ['two different names', { 'other-group': 'web' }, 'other-group'],
    [
      'the ARN of a rule, not of a listener',
      { 'listener-rule': rule.replace('listener-rule', 'listener') },
      'listener-rule',
    ],
  ])('need %s', (_, texts, input) => {
    expect(problemsOf('two-group', texts).map((problem) => problem.input)).toEqual([input]);
  });

  it.each(['resume', 'abort', 'undo', 'repair', 'history'])('need only one name to %s', (command) => {
    const values = { command, strategy: 'two-group', group: 'web' } as const;
    expect(pairIsWhole(values)).toBeUndefined();
  });

  it('are named in any order', () => {
    expect(pairOf(read('two-group', {}))).toEqual({ groups: ['web', 'web-2'], rule });
    expect(pairOf(read('rolling', {}))).toBeUndefined();
  });
});
