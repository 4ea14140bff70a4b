import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commandScript, gateScript } from '../../../../src/rollout/gate/scripts.js';

describe('a command on Windows', () => {
  it('has the exit code of the last thing that it did: a script that ends by itself has none', () => {
    const script = commandScript('migrate.exe up', 'Windows', 60_000).lines.join('\n');
    const [, encoded = ''] = /FromBase64String\('([^']+)'\)/.exec(script) ?? [];
    const lines = Buffer.from(encoded, 'base64').toString('utf8').split('\n');
    expect(lines[0]).toBe('\uFEFFmigrate.exe up');
    expect(lines.slice(1, 6)).toEqual([
      'if (-not $?) {',
      '  if ($LASTEXITCODE) { exit $LASTEXITCODE }',
      expect.stringContaining("'NativeCommandError*') { exit 0 }"),
      '  exit 1',
      '}',
    ]);
  });

  it('tells its end even where that is long, for the agent would keep the beginning', () => {
    const script = commandScript('migrate.exe up', 'Windows', 60_000).lines.join('\n');
    expect(script).toContain('$said.Substring([Math]::Max(0, $said.Length - 2000))');
  });
});

it.each([
  ['Linux', 194, 'code=1'],
  ['Windows', 3010, '$code = 1'],
] as const)(
  'on %s the agent is never told to reboot, after which it runs a command once more',
  (platform, code, told) => {
    const [asked = '', end = ''] = commandScript('migrate', platform, 60_000).lines.slice(-2);
    expect(asked).toContain(`${code}`);
    expect(asked).toContain(told);
    expect(end).toMatch(/^exit /);
  },
);

describe('no input is ever part of a script', () => {
  const gate = (path: string) => ({ kind: 'path', path, port: 80, timeout: 60_000 }) as const;
  const scripts = (text: string) =>
    (['Linux', 'Windows'] as const).flatMap((platform) => [
      commandScript(text, platform, 60_000),
      gateScript(gate(text), platform),
    ]);

  it('whatever it is: two inputs of one length differ in letters of base64 only', () => {
    const letters = /[A-Za-z0-9+/]+={0,2}/g;
    fc.assert(
      fc.property(fc.string({ minLength: 9, maxLength: 60 }), (text) => {
        const shapes = scripts(text).map(({ lines }) => lines.map((line) => line.replace(letters, '·')));
        const plain = scripts('x'.repeat(text.length)).map(({ lines }) =>
          lines.map((line) => line.replace(letters, '·')),
        );
        expect(shapes).toEqual(plain);
      }),
    );
  });

  it.each(['Linux', 'Windows'] as const)('nor replaced by Systems Manager on %s', (platform) => {
    expect(commandScript('echo {{ ssm:secret }}', platform, 60_000).lines.join('\n')).not.toContain('{{');
  });
});
