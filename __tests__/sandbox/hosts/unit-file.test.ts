import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commandLine, readEnvironmentFile, readUnit, splitWords } from '../../../sandbox/hosts/unit-file.js';

const service = (...lines: string[]) => ['[Service]', ...lines].join('\n');

describe('a service unit', () => {
  it('is read: what runs, as whom, where, with what', () => {
    const text = `
# a comment
[Unit]
Description=Shop
After=network-online.target
[Service]
Type=exec
User=shop
Group=shops
WorkingDirectory=/opt/shop
Environment=PORT=8080 "GREETING=good morning"
Environment=HOST=0.0.0.0
EnvironmentFile=-/etc/default/shop
EnvironmentFile=/etc/shop.env
ExecStart=/usr/bin/shop \\
  --port 8080
Restart=on-failure
[Install]
WantedBy=multi-user.target
`;
    expect(readUnit(text)).toEqual({
      execStart: '/usr/bin/shop    --port 8080',
      environment: new Map([
        ['PORT', '8080'],
        ['GREETING', 'good morning'],
        ['HOST', '0.0.0.0'],
      ]),
      environmentFiles: [
        { path: '/etc/default/shop', optional: true },
        { path: '/etc/shop.env', optional: false },
      ],
      workingDirectory: '/opt/shop',
      user: 'shop',
      group: 'shops',
      restart: 'on-failure',
    });
  });

  it('is refused with everything that is not understood, by name', () => {
    const text = service('Type=forking', 'PIDFile=/run/x', 'ExecStart=-/bin/x', 'MemoryMax=1G', 'Restart=on-abort');
    const lines = ['PIDFile= is not understood', 'MemoryMax= is not understood', 'Type=forking is not understood'];
    for (const line of [...lines, 'Restart=on-abort', 'with a prefix']) expect(() => readUnit(text)).toThrow(line);
  });

  it('needs exactly one command', () => {
    expect(() => readUnit(service('Type=simple'))).toThrow('exactly one ExecStart= is needed, found 0');
    expect(() => readUnit(service('ExecStart=/a', 'ExecStart=/b'))).toThrow('found 2');
  });

  it('forgets earlier values after an empty one', () => {
    expect(readUnit(service('ExecStart=/a', 'ExecStart=', 'ExecStart=/b')).execStart).toBe('/b');
  });

  it('is refused with specifiers, which would have to be filled in', () => {
    expect(() => readUnit(service('ExecStart=/bin/x %i'))).toThrow('% specifiers in ExecStart=');
  });
});

describe('a command line', () => {
  it('is split into words by spaces, quotes and backslashes', () => {
    expect(splitWords(`a "b c" 'd "e"' f\\ g --x="y z" ""`)).toEqual(['a', 'b c', 'd "e"', 'f g', '--x=y z', '']);
  });

  it('gives back any words that were quoted', () => {
    const quote = (word: string) => `"${word.replace(/["\\]/g, '\\$&')}"`;
    const words = fc.array(fc.string().filter((word) => !word.includes('\n')));
    fc.assert(fc.property(words, (list) => expect(splitWords(list.map(quote).join(' '))).toEqual(list)));
  });

  it('fills in variables: in a word as they are, alone as words of their own', () => {
    const environment = { PORT: '80', OPTIONS: '-a  -b' };
    const braces = (name: string) => `$\{${name}}`;
    const text = `/bin/x --port=${braces('PORT')} $OPTIONS ${braces('NONE')} $$HOME 100%%`;
    expect(commandLine(text, environment)).toEqual([...['/bin/x', '--port=80', '-a', '-b', '', '$HOME', '100%']]);
  });
});

describe('an environment file', () => {
  it('holds assignments, quoted or not, and comments', () => {
    const text = '# comment\nA=1\n B = two words \nC="three"\n;D=4\nnonsense\n';
    expect([...readEnvironmentFile(text)]).toEqual([
      ['A', '1'],
      ['B', 'two words'],
      ['C', 'three'],
    ]);
  });
});
