import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandScript, gateScript, type Script } from '../../src/rollout/gate/scripts.js';
import { describeWith } from './tool.js';

/** Runs a script as the agent does, its lines by sh; but it waits for nothing. */
async function run(
  { lines }: Script,
  environment: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; said: string }> {
  const child = spawn('sh', ['-c', ['sleep() { :; }', ...lines].join('\n')], {
    env: { ...process.env, ...environment },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said };
}

describe('a command on Linux', () => {
  it.each([
    ['its exit code decides', 'exit 3', { code: 3, said: '' }],
    [
      'it is never run once more after a reboot',
      'printf installed; exit 194',
      { code: 1, said: expect.stringMatching(/^installed\n+It asked for a reboot \(exit code 194\)/) },
    ],
    ['what it says on both channels is told', 'echo out; echo err >&2; false', { code: 1, said: 'out\nerr\n' }],
    [
      'quotes, dollars and backticks are its own',
      `x='a"b$HOME'; test "$x" = 'a"b$HOME' && echo "\`echo in\`"`,
      { code: 0, said: 'in\n' },
    ],
    ['several lines are one script', 'set -e\ntrue\nfalse\necho never', { code: 1, said: '' }],
    [
      'what another shell would end here is not ended',
      "cat <<'EOF'\n{{ ssm:name }}\nEOF",
      { code: 0, said: '{{ ssm:name }}\n' },
    ],
    ['it has no input to wait for', 'cat', { code: 0, said: '' }],
  ])('%s', async (_rule, command, expected) => {
    expect(await run(commandScript(command, 'Linux', 60_000))).toEqual(expected);
  });

  it('the end of a long story is told, not its beginning', async () => {
    const { said } = await run(commandScript('seq 1 5000; echo "no database"; exit 1', 'Linux', 60_000));
    expect(said.length).toBeLessThan(2500);
    expect(said).toMatch(/5000\nno database\n$/);
  });

  it('what does not end is ended, and what it has said until then is told', async () => {
    const { code, said } = await run(commandScript('echo "connection refused: db-7"; exec sleep 60', 'Linux', 1_000));
    expect(code).toBe(124);
    expect(said).toMatch(/^connection refused: db-7\n+It did not end within 1 s\.\n$/);
  });

  it('leaves nothing behind', async () => {
    const { said } = await run(commandScript('dirname "$0"', 'Linux', 60_000));
    expect(await run({ document: 'AWS-RunShellScript', lines: [`test -e ${said.trim()}`] })).toMatchObject({ code: 1 });
  });
});

describeWith('curl', ['curl', '--version'], () => {
  const asked: string[] = [];
  let answers = 0;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const late = request.url === '/late' && ++answers < 2;
    const status = late ? 503 : Number(/^\/(\d{3})/.exec(request.url ?? '')?.[1] ?? 200);
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    server.close();
    await once(server, 'close');
  });

  const ask = (path: string, environment?: NodeJS.ProcessEnv) => {
    const { port } = server.address() as AddressInfo;
    return run(gateScript({ kind: 'path', path, port, timeout: 1_000 }, 'Linux'), environment);
  };

  it.each([
    ['/200', 0],
    ['/204', 0],
    ['/302', 0],
    ['/404', 1],
  ])('a path answered as %s ends with %i', async (path, code) => {
    expect(await ask(path)).toMatchObject({ code });
  });

  it('a path is asked as it is, straight from the machine, through no proxy', async () => {
    const path = `/200/a..b/$(id)/\`id\`/{a,b}/[1-2]?x="y"&z='w'`;
    expect(await ask(path, { http_proxy: 'http://127.0.0.1:1' })).toMatchObject({ code: 0 });
    expect(asked.at(-1)).toBe(path);
  });

  it('a path is asked again until its time is over', async () => {
    expect(await ask('/late')).toMatchObject({ code: 0 });
  });

  it('a path that fails is told with its answer', async () => {
    const { code, said } = await ask('/503');
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('503') });
  });
});
