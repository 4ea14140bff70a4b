import { DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RealClock } from '../../../sandbox/wire/real-clock.js';
import { type SandboxServer, serve } from '../../../sandbox/wire/serve.js';
import { rollingDeploy } from '../../../src/actions/rolling-deploy.js';
import { connectFrom } from '../../../src/platform/aws.js';
import { AwsTime } from '../../../src/platform/aws-time.js';
import { RecordedStep } from '../../doubles/recorded-step.js';
import { worldOn } from '../../sandbox/wire/stub-world.js';

/** A runner whose clock is at a whole second, and calls that take their time on it. */
function begin() {
  let now = Date.parse('2026-05-04T12:00:00Z');
  const step = new RecordedStep(
    {},
    { clock: { now: () => now, sleep: async () => undefined }, workflow: { runnerName: 'rack 7' } },
  );
  const time = new AwsTime(step);
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  /** `ahead`: of the runner's clock, in milliseconds; `before` and `after` AWS has said what time it is. */
  const call = async ({ ahead = 0, before = 50, after = 50, refused = false }): Promise<void> => {
    const next = async () => {
      pass(before);
      const date = new Date(now + ahead).toUTCString();
      pass(after);
      const response = { headers: { date } };
      if (refused) throw Object.assign(new Error('AccessDenied'), { $response: response });
      return { response, output: { $metadata: {} } };
    };
    await time.hearing(next, {})({ input: {} });
  };
  return { step, time, call, pass, off: () => time.now() - now };
}

const warned = (how: string) =>
  `The clock of runner "rack 7" is ${how}, by the time that AWS answers with. This run goes by AWS's time. ` +
  'Set the clock, for example with chrony.';

describe("AWS's time", () => {
  it.each([-9_000, -300, 0, 300, 9_000])("is the runner's own where that is off by %d ms", async (ahead) => {
    const { call, off, step } = begin();
    await call({ ahead });
    expect(off()).toBe(0);
    expect(step.lines).toEqual([]);
  });

  it.each([
    [240_000, '240 s slow'],
    [-240_000, '239 s fast'],
    [-7_200_000, '7199 s fast'],
  ])('is heard where it is %d ms ahead, and told once', async (ahead, how) => {
    const { call, off, step } = begin();
    for (let calls = 0; calls < 3; calls++) await call({ ahead });
    expect(Math.abs(off() - ahead)).toBeLessThanOrEqual(1_000);
    expect(step.lines).toEqual([{ level: 'warning', line: warned(how), title: 'Clock' }]);
  });

  it('is heard in a refusal, too', async () => {
    const { call, off } = begin();
    await expect(call({ ahead: 240_000, refused: true })).rejects.toThrow('AccessDenied');
    expect(off()).toBeGreaterThan(239_000);
  });

  it.each([
    ['the way there', { before: 60_000 }],
    ['the way back', { after: 60_000 }],
  ])('is not taken from %s, however long that was', async (_way, slow) => {
    const { call, off, step } = begin();
    await call(slow);
    expect(off()).toBe(0);
    expect(step.lines).toEqual([]);
  });

  it.each([-240_000, 240_000])('follows a clock that is set by %d ms between two calls, and back', async (by) => {
    const { call, off, pass, step } = begin();
    await call({});
    pass(by);
    await call({ ahead: -by });
    expect(Math.abs(off() + by)).toBeLessThanOrEqual(1_000);
    pass(-by);
    await call({});
    expect(off()).toBe(0);
    expect(step.lines.map(({ level }) => level)).toEqual(['warning', 'info']);
  });

  it.each([-240_000, 240_000])('does not mistake a clock that is set by %d ms during a call', async (after) => {
    const { call, off } = begin();
    await call({ after });
    expect(off()).toBe(0);
  });

  it('is learnt by no more than one call', async () => {
    const { call, time } = begin();
    let calls = 0;
    const counted = (ahead: number) => () => {
      calls += 1;
      return call({ ahead });
    };
    await time.learn(() => Promise.reject(new Error('no answer')));
    await time.learn(counted(0));
    await time.learn(counted(0));
    expect(calls).toBe(1);
  });

  it('is not known where an answer does not say it', async () => {
    const { time, off } = begin();
    const silent = [{}, { response: {} }, { response: { headers: {} } }, { response: { headers: { date: 'soon' } } }];
    for (const result of silent) {
      await time.hearing(async () => ({ response: undefined, output: {}, ...result }), {})({ input: {} });
      expect(off()).toBe(0);
    }
  });
});

let minutes = 4;

class FastClock extends RealClock {
  override now(): number {
    return super.now() + minutes * 60_000;
  }
}

describe("AWS's time over HTTP", () => {
  const clock = new FastClock();
  const stub = worldOn(clock, ({ service }) => (service === 'ssm' ? { Parameters: [] } : { AutoScalingGroups: [] }));
  let server: SandboxServer;

  beforeAll(async () => {
    server = await serve(stub.world);
  });

  afterAll(async () => {
    await server.close();
    clock.stop();
  });

  it.each(['allowed', 'refused'])(
    'sets the clock of a step before anything else where the first call is %s',
    async (how) => {
      if (how === 'refused')
        server.faults.add({ operation: 'GetParameters', error: 'AccessDeniedException', times: 1 });
      const environment = { STEADFLEET_SANDBOX: '1', AWS_ENDPOINT_URL: server.url };
      const step = new RecordedStep(
        { group: 'shop', region: 'eu-west-1', command: 'history' },
        { environment, workflow: { runnerName: 'rack 7' } },
      );
      const before = server.calls.length;
      await expect(rollingDeploy.main(step)).rejects.toThrow('shop');
      expect(server.calls[before]?.operation).toBe('GetParameters');
      expect(step.linesAt('warning')).toEqual([
        expect.stringMatching(/^The clock of runner "rack 7" is 2(39|40) s slow,/),
      ]);
    },
  );

  it('makes a call again that AWS refused because it was signed in a wrong time', async () => {
    minutes = 10;
    const environment = { STEADFLEET_SANDBOX: '1', AWS_ENDPOINT_URL: server.url };
    const { autoScaling } = connectFrom(new RecordedStep({}, { environment }), 'eu-west-1');
    server.faults.add({ service: 'autoscaling', error: 'SignatureDoesNotMatch', status: 403, times: 1 });
    expect(await autoScaling.send(new DescribeAutoScalingGroupsCommand({}))).toMatchObject({ AutoScalingGroups: [] });
  });
});
