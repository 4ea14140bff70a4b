import { describe, expect, it } from '@jest/globals';
import { report, reportRepair, reportUndo } from '../../../src/actions/deployment-report.js';
import { rollingDeploy } from '../../../src/actions/rolling-deploy.js';
import { readDeployInputs } from '../../../src/actions/rolling-deploy-inputs.js';
import { InputFailure } from '../../../src/platform/failure.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

const rule =
  'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/web/0123456789abcdef/0123456789abcdef/0123456789abcdef';

async function problemsOf(inputs: Record<string, string>): Promise<string[]> {
  const error = await rollingDeploy.main(new RecordedStep(inputs)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof InputFailure ? error.problems.map(({ input }) => input) : [];
}

describe('rolling-deploy', () => {
  it('names all wrong inputs at once', async () => {
    const wrong = { 'image-id': 'latest', 'max-surge': '150%', 'min-ready': 'soon' };
    expect(await problemsOf(wrong)).toEqual(['group', 'image-id', 'max-surge', 'min-ready']);
  });

  it('wants exactly one of image-id, image-tags and image-from', async () => {
    expect(await problemsOf({ group: 'web' })).toEqual(['image-id']);
    const both = { group: 'web', 'image-id': 'ami-0abcdef1234567890', 'image-from': 'test' };
    expect(await problemsOf(both)).toEqual(['image-from']);
    expect(await problemsOf({ ...both, 'image-from': '', 'image-tags': 'app=shop' })).toEqual(['image-tags']);
  });

  it.each(['ssm:', 'ssm:/images/shop name', 'Previous', 'ami-1'])('takes no image called %s', async (image) => {
    expect(await problemsOf({ group: 'web', 'image-id': image })).toEqual(['image-id']);
  });

  it.each([
    'ssm:/images/shop:3',
    'ssm:arn:aws:ssm:eu-west-1:123456789012:parameter/images/shop',
    'ssm:arn:aws-us-gov:ssm:us-gov-west-1:123456789012:parameter/images/shop:stable',
  ])('takes a parameter called %s', (image) => {
    expect(readDeployInputs(new RecordedStep({ group: 'web', 'image-id': image }))['image-id']).toBe(image);
  });

  it('says how long a gate may take, whatever it is given instead', () => {
    const given = { group: 'web', 'image-from': 'test', 'gate-command': 'true', 'gate-timeout': 'nonsense' };
    expect(() => readDeployInputs(new RecordedStep(given))).toThrow(
      'Input "gate-timeout": found "nonsense"; allowed: a number with a unit (s, m or h), from 1s to 48h. Write for example 5m.',
    );
  });

  it('takes tags only as lines of name=value', async () => {
    expect(await problemsOf({ group: 'web', 'image-tags': 'shop' })).toEqual(['image-tags']);
  });

  it('wants no image to repair or to tell the history, but a command that exists', async () => {
    expect(await problemsOf({ group: 'web', command: 'redo' })).toEqual(['command']);
    expect(await problemsOf({ command: 'repair' })).toEqual(['group']);
  });

  it('wants a progress deadline that outlasts min-ready', async () => {
    const hasty = { group: 'web', 'image-from': 'test', 'min-ready': '10m', 'progress-deadline': '10m' };
    expect(await problemsOf(hasty)).toEqual(['progress-deadline']);
  });

  it.each<[string, string, string]>([
    ['a boot allowance that the deadline would cut short', 'boot-allowance', '25m'],
    ['looks so rare that a living run would seem dead', 'poll-interval', '8m'],
    ['a gate that may take longer than any script', 'gate-timeout', '49h'],
  ])('refuses %s', async (_what, input, value) => {
    const inputs = { group: 'web', 'image-from': 'test', 'gate-command': 'true', [input]: value };
    expect(await problemsOf(inputs)).toEqual([input === 'boot-allowance' ? 'progress-deadline' : input]);
  });

  it.each(['Launch', 'Terminate', 'AddToLoadBalancer', 'HealthCheck'])(
    'rule 11: never suspends what a rollout lives by: %s',
    async (process) => {
      const given = { group: 'web', 'image-from': 'test', suspend: `AZRebalance, ${process}` };
      expect(await problemsOf(given)).toEqual(['suspend']);
    },
  );

  it.each(['resume', 'abort', 'undo', 'repair', 'history'])('wants a group and no image to %s', async (command) => {
    expect(await problemsOf({ command })).toEqual(['group']);
  });

  it.each([
    ['undo', { 'image-id': 'ami-0abcdef1234567890' }, 'image-id'],
    ['repair', { 'image-tags': 'app=shop' }, 'image-tags'],
    ['abort', { 'image-from': 'test' }, 'image-from'],
    ['resume', { 'image-id': 'previous' }, 'image-id'],
    ['history', { 'image-id': 'ssm:/images/shop' }, 'image-id'],
    ['undo', { force: 'true' }, 'force'],
    ['resume', { force: 'true' }, 'force'],
    ['repair', { expedite: 'true' }, 'expedite'],
    ['abort', { expedite: 'true' }, 'expedite'],
    ['history', { 'dry-run': 'true' }, 'dry-run'],
    ['resume', { soak: '1m' }, 'soak'],
    ['repair', { strategy: 'canary' }, 'strategy'],
    ['undo', { 'release-command': 'migrate' }, 'release-command'],
  ])('does not let %s ignore %o', async (command, given, input) => {
    expect(await problemsOf({ group: 'web', command, ...given })).toEqual([input]);
  });

  it('names all that a command would ignore in one line, and says what to do', () => {
    const given = {
      group: 'web',
      command: 'undo',
      'image-id': 'ami-0abcdef1234567890',
      force: 'true',
      'min-ready': '1m',
    };
    expect(() => readDeployInputs(new RecordedStep(given))).toThrow(
      'Input "image-id": found "image-id", "force" with command: undo; allowed: nothing for them with this command: ' +
        'it goes back to what the ledger knows to have been healthy, and runs no release command. ' +
        'Leave them out, or write command: deploy.',
    );
  });

  const pair = { 'other-group': 'green', 'listener-rule': rule, strategy: 'two-group' };
  it.each([
    ['undo', { soak: '1m', strategy: 'canary', expedite: 'true', 'more-groups': 'workers' }],
    ['undo', pair],
    ['resume', { expedite: 'true', 'more-groups': 'workers' }],
    ['resume', pair],
    ['abort', { ...pair, 'more-groups': '' }],
    ['repair', { ...pair, 'image-id': '', 'image-tags': ' ', force: 'false', soak: '', 'min-ready': '30s', waves: '' }],
    ['history', pair],
  ])('lets %s have what it uses, and what is empty or says nothing: %o', (command, given) => {
    expect(readDeployInputs(new RecordedStep({ group: 'web', command, ...given })).command).toBe(command);
  });

  it.each([
    ['the same group twice', { 'more-groups': 'workers\nweb' }],
    ['two groups of one service', { 'more-groups': 'workers', strategy: 'two-group', 'other-group': 'green' }],
    ['a dry run', { 'more-groups': 'workers', 'dry-run': 'true' }],
  ])('takes more groups, but not %s', async (_, more) => {
    const given = { group: 'web', 'image-from': 'test', 'listener-rule': '', ...more };
    expect(await problemsOf(given)).toContain('more-groups');
  });

  it('does nothing in post when main never claimed anything', async () => {
    const step = new RecordedStep({ group: 'web', 'image-from': 'test' });
    await rollingDeploy.post?.(step);
    expect(step.lines).toEqual([]);
  });

  it.each([
    ['succeeded', 'info'],
    ['unchanged', 'info'],
    ['unproven', 'warning'],
  ] as const)('calls %s no failure', (outcome, level) => {
    const step = new RecordedStep({});
    report(step, { outcome, reason: 'why' });
    expect(step.linesAt(level)).toEqual(['why']);
  });

  it('calls a pause no failure, and says what to do next', () => {
    const step = new RecordedStep({});
    report(step, { outcome: 'paused', reason: 'why' });
    expect(step.linesAt('notice')).toEqual(['why']);
  });

  it.each(['aborted', 'rolled-back', 'succeeded', 'unchanged'] as const)('calls %s what abort asked for', (outcome) => {
    const step = new RecordedStep({});
    reportRepair(step, { outcome, reason: 'why' });
    expect(step.linesAt('info')).toEqual(['why']);
  });

  it('fails an undo whose image works no more, with its last words; who only makes the group whole is warned', () => {
    const end = { outcome: 'rolled-back', reason: 'why', isNotUndone: true } as const;
    const lastWords = { of: 'The console of i-1', lines: ['no disk'] };
    expect(() => reportUndo(new RecordedStep({}), { ...end, lastWords })).toThrow(
      'why\nThe console of i-1 says last:\n  | no disk',
    );
    const step = new RecordedStep({});
    reportRepair(step, end);
    expect(step.linesAt('warning')).toEqual(['why']);
  });

  it.each(['needs-attention', 'interrupted'] as const)('fails an abort that ends %s', (outcome) => {
    expect(() => reportRepair(new RecordedStep({}), { outcome, reason: 'why' })).toThrow('why');
  });

  it.each(['rolled-back', 'aborted', 'needs-attention', 'interrupted'] as const)(
    'fails the step when it ends %s',
    (outcome) => {
      expect(() => report(new RecordedStep({}), { outcome, reason: 'why' })).toThrow('why');
    },
  );
});
