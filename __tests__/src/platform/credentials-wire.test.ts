import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DescribeAutoScalingGroupsCommand,
  SetDesiredCapacityCommand,
  UpdateAutoScalingGroupCommand,
} from '@aws-sdk/client-auto-scaling';
import { CreateLaunchTemplateVersionCommand, DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetParameterCommand, PutParameterCommand } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RealClock } from '../../../sandbox/wire/real-clock.js';
import { type SandboxServer, serve } from '../../../sandbox/wire/serve.js';
import type { WorldClock } from '../../../sandbox/world/clock.js';
import { SimulatedMachines } from '../../../sandbox/world/machines/simulated-machines.js';
import { profiles } from '../../../sandbox/world/profile.js';
import { SeededRandom } from '../../../sandbox/world/random.js';
import { buildStarterWorld, type StarterWorld } from '../../../sandbox/world/starter-world.js';
import { World } from '../../../sandbox/world/world.js';
import { type Aws, connectFrom } from '../../../src/platform/aws.js';
import { explain } from '../../../src/platform/aws-failure.js';
import { type Clock, systemClock } from '../../../src/platform/clock.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

const region = 'eu-west-1';
const role = 'arn:aws:iam::000000000000:role/deploy';

/** The machine's own clock, and hours can be skipped. */
class SkippingClock implements Clock, WorldClock {
  readonly #real = new RealClock();
  #skipped = 0;
  now = () => this.#real.now() + this.#skipped;
  schedule = (delay: number, event: () => void) => this.#real.schedule(delay, event);
  sleep: Clock['sleep'] = (milliseconds, signal) => systemClock.sleep(milliseconds, signal);
  skip = (milliseconds: number) => {
    this.#skipped += milliseconds;
  };
  stop = () => this.#real.stop();
}

const clock = new SkippingClock();
let server: SandboxServer;
let github: Server;
let starter: StarterWorld;
let environment: NodeJS.ProcessEnv;
const issued: string[] = [];

beforeAll(async () => {
  const world = new World({
    clock,
    random: new SeededRandom(1),
    profile: profiles.fast,
    machines: (made) => new SimulatedMachines(made),
  });
  starter = buildStarterWorld(world, { region, machines: 2 });
  server = await serve(world);
  github = createServer((request, response) => {
    const audience = new URL(request.url ?? '', 'http://github').searchParams.get('audience');
    const isOurs = request.headers.authorization === 'bearer runner-key' && audience === 'sts.amazonaws.com';
    const value = `jwt-${issued.length + 1}`;
    if (isOurs) issued.push(value);
    response.writeHead(isOurs ? 200 : 401).end(JSON.stringify({ value }));
  });
  await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve));
  environment = {
    STEADFLEET_SANDBOX: '1',
    AWS_ENDPOINT_URL: server.url,
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}/?v=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-key',
  };
});

afterAll(async () => {
  await server.close();
  await new Promise((resolve) => github.close(resolve));
  clock.stop();
});

/** What a turn of a rollout calls, through five services and three protocols. */
async function turn(aws: Aws, number: number): Promise<void> {
  const group = { AutoScalingGroupName: starter.groupName };
  const name = `/steadfleet/web/${number}`;
  await aws.autoScaling.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [starter.groupName] }));
  await aws.ec2.send(new DescribeInstancesCommand({}));
  await aws.elasticLoadBalancing.send(new DescribeTargetHealthCommand({ TargetGroupArn: starter.targetGroupArn }));
  await aws.ssm.send(new PutParameterCommand({ Name: name, Value: '{}', Type: 'String', Overwrite: true }));
  await aws.ssm.send(new GetParameterCommand({ Name: name }));
  await aws.ec2.send(
    new CreateLaunchTemplateVersionCommand({
      LaunchTemplateId: starter.launchTemplateId,
      SourceVersion: '1',
      LaunchTemplateData: { InstanceType: 't3.small' },
    }),
  );
  await aws.autoScaling.send(new UpdateAutoScalingGroupCommand({ ...group, MaxSize: 4 }));
  await aws.autoScaling.send(new SetDesiredCapacityCommand({ ...group, DesiredCapacity: 2 }));
}

/** The error of each call that failed since the last time. */
let seen = 0;
function errorsSince(): readonly string[] {
  const calls = server.calls.slice(seen);
  seen = server.calls.length;
  return calls.flatMap(({ operation, error }) => (error === undefined ? [] : [`${operation}: ${error}`]));
}

describe('a run with a role, over HTTP', () => {
  const step = () => new RecordedStep({}, { clock, environment });

  it('lasts longer than the hour of its credentials, and AWS refuses no call of it', async () => {
    const own = step();
    const aws = connectFrom(own, region, { role });
    const before = issued.length;
    for (let tenMinutes = 0; tenMinutes < 13; tenMinutes++) {
      await turn(aws, tenMinutes);
      clock.skip(600_000);
    }
    expect(errorsSince()).toEqual([]);
    expect(issued.length - before).toBe(3);
    expect(own.masked).toEqual(expect.arrayContaining(issued.slice(before)));
    expect(own.masked.filter((secret) => secret.startsWith('ASIASANDBOX'))).toHaveLength(3);
    expect(own.lines).toEqual([]);
  });

  it.each([
    ['autoscaling', 'SetDesiredCapacity', 'ExpiredToken', 403],
    ['ec2', 'CreateLaunchTemplateVersion', 'RequestExpired', 400],
    ['ssm', 'PutParameter', 'ExpiredTokenException', 400],
  ])(
    'goes on with new credentials when %s says in the middle that these have expired',
    async (service, operation, error, status) => {
      const aws = connectFrom(step(), region, { role });
      await turn(aws, 1);
      clock.skip(120_000);
      errorsSince();
      const before = issued.length;
      server.faults.add({ service, operation, error, status, nth: 1 });
      await turn(aws, 2);
      expect(errorsSince()).toEqual([`${operation}: ${error}`]);
      expect(issued.length - before).toBe(1);
      server.faults.clear();
    },
  );

  it('after a pause of hours, starts with new ones', async () => {
    const aws = connectFrom(step(), region, { role });
    await turn(aws, 1);
    clock.skip(5 * 3_600_000);
    await turn(aws, 2);
    expect(errorsSince()).toEqual([]);
  });

  it('hands them to a child process', async () => {
    const variables = await connectFrom(step(), region, { role }).childVariables();
    expect(variables).toMatchObject({ AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIASANDBOX/) });
    expect(await connectFrom(step(), region).childVariables()).toEqual({});
  });

  it('without a role, fails at the end of its credentials with one line that names the remedy', async () => {
    const aws = connectFrom(step(), region);
    server.faults.add({ service: 'autoscaling', error: 'ExpiredToken', status: 403, times: 1 });
    const failure = await turn(aws, 1).then(
      () => '',
      (error: unknown) => explain(error),
    );
    expect(failure).toContain('"role"');
    expect(failure).toContain('permissions: id-token: write');
    expect(failure).not.toContain('\n');
    server.faults.clear();
  });
});
