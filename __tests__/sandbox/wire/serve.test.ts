import { connect } from 'node:net';
import {
  AutoScalingClient,
  DescribeAutoScalingGroupsCommand,
  ScalingActivityInProgressFault,
  SetDesiredCapacityCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  ResourceNotFound,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { DescribeInstancesCommand, DescribeVolumesCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { GetParameterCommand, ParameterNotFound, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RealClock } from '../../../sandbox/wire/real-clock.js';
import { type SandboxServer, serve } from '../../../sandbox/wire/serve.js';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import type { Call } from '../../../sandbox/world/world.js';
import { settings, worldOn } from './stub-world.js';

const clock = new RealClock();
const stub = worldOn(clock, () => ({}));
const calls: Call[] = [];
let server: SandboxServer;
let client: { endpoint: string };

beforeAll(async () => {
  server = await serve(stub.world);
  client = { ...settings, endpoint: server.url };
});

afterAll(async () => {
  await server.close();
  clock.stop();
});

beforeEach(() => {
  calls.length = 0;
  answerWith({});
});

function answerWith(output: object): void {
  stub.answer = (call) => {
    calls.push(call);
    return output;
  };
}

function refuseWith(code: string, status = 400): void {
  stub.answer = () => {
    throw new AwsError(code, 'for <this> & that reason', status);
  };
}

function authorization(service: string, { key = 'sandbox', region = 'eu-west-1' } = {}): Record<string, string> {
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
  };
}

async function post(body: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(server.url, { method: 'POST', body, headers: { ...type, ...headers } });
  return { status: response.status, text: await response.text() };
}

async function control(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${server.url}/_sandbox/${path}`, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('the SDK over HTTP', () => {
  it('is answered in each protocol', async () => {
    answerWith({ AutoScalingGroups: [{ AutoScalingGroupName: 'web', CreatedTime: new Date(1_700_000_000_123) }] });
    const groups = await new AutoScalingClient(client).send(new DescribeAutoScalingGroupsCommand({ MaxRecords: 7 }));
    expect(groups.AutoScalingGroups?.[0]?.CreatedTime).toEqual(new Date(1_700_000_000_123));
    answerWith({ Parameter: { Name: '/a', Value: 'é "1"' } });
    const parameter = await new SSMClient(client).send(new GetParameterCommand({ Name: '/a' }));
    expect(parameter.Parameter?.Value).toBe('é "1"');
    answerWith({ MetricAlarms: [{ AlarmName: 'cpu', Threshold: 0.5 }] });
    const alarms = await new CloudWatchClient(client).send(new DescribeAlarmsCommand({ AlarmNames: ['cpu'] }));
    expect(alarms.MetricAlarms?.[0]?.Threshold).toBe(0.5);
    answerWith({ Account: '000000000000' });
    expect((await new STSClient(client).send(new GetCallerIdentityCommand({}))).Account).toBe('000000000000');
    expect(calls.map(({ service, operation }) => `${service} ${operation}`)).toEqual([
      'autoscaling DescribeAutoScalingGroups',
      'ssm GetParameter',
      'monitoring DescribeAlarms',
      'sts GetCallerIdentity',
    ]);
  });

  it('takes the region from the scope of the signature', async () => {
    for (const region of ['eu-west-1', 'us-east-1']) {
      await new EC2Client({ ...client, region }).send(new DescribeInstancesCommand({}));
    }
    expect(calls.map(({ region }) => region)).toEqual(['eu-west-1', 'us-east-1']);
  });

  it.each([
    ['ScalingActivityInProgress', ScalingActivityInProgressFault],
    ['ResourceContention', Error],
  ])('throws typed errors of query services: %s', async (code, Exception) => {
    refuseWith(code, code === 'ResourceContention' ? 500 : 400);
    const command = new SetDesiredCapacityCommand({ AutoScalingGroupName: 'web', DesiredCapacity: 2 });
    const error = await new AutoScalingClient(client).send(command).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Exception);
    expect(error).toMatchObject({ name: `${code}Fault`, message: 'for <this> & that reason' });
  });

  it('throws typed errors of JSON services, by their query names too', async () => {
    refuseWith('ParameterNotFound');
    const missing = await new SSMClient(client).send(new GetParameterCommand({ Name: '/x' })).catch((e: unknown) => e);
    expect(missing).toBeInstanceOf(ParameterNotFound);
    refuseWith('ResourceNotFound', 404);
    const command = new SetAlarmStateCommand({ AlarmName: 'x', StateValue: 'OK', StateReason: 'test' });
    const unknown = await new CloudWatchClient(client).send(command).catch((e: unknown) => e);
    expect(unknown).toBeInstanceOf(ResourceNotFound);
  });

  it('throws EC2 errors with their code and status', async () => {
    refuseWith('RequestLimitExceeded', 503);
    const error = await new EC2Client(client).send(new DescribeInstancesCommand({})).catch((e: unknown) => e);
    expect(error).toMatchObject({
      name: 'RequestLimitExceeded',
      Code: 'RequestLimitExceeded',
      $metadata: { httpStatusCode: 503 },
    });
  });

  it('reads large bodies and text beyond ASCII', async () => {
    answerWith({ Version: 1 });
    const value = `${'größe 火 '.repeat(20_000)}end`;
    await new SSMClient(client).send(new PutParameterCommand({ Name: '/big', Value: value, Type: 'String' }));
    expect(calls[0]?.input).toEqual({ Name: '/big', Value: value, Type: 'String' });
  });

  it('passes the empty values that Packer sends, and filters without values', async () => {
    const empty = { IamInstanceProfile: { Name: '' }, Placement: { AvailabilityZone: '' }, SubnetId: '', UserData: '' };
    const command = new RunInstancesCommand({ ImageId: 'ami-1', MinCount: 1, MaxCount: 1, ClientToken: 'x', ...empty });
    await new EC2Client(client).send(command);
    expect(calls[0]?.input).toMatchObject(empty);
    await new EC2Client(client).send(new DescribeVolumesCommand({ Filters: [{ Name: 'volume-id' }] }));
    expect(calls[1]?.input).toEqual({ Filters: [{ Name: 'volume-id' }] });
  });
});

describe('a query by hand', () => {
  it('is refused an unknown parameter: by EC2 as AWS does, elsewhere with a word about our strictness', async () => {
    const ec2 = await post('Action=DescribeInstances&Version=2016-11-15&Instance.1=i-1', authorization('ec2'));
    expect(ec2.status).toBe(400);
    expect(ec2.text).toContain(
      '<Response><Errors><Error><Code>UnknownParameter</Code><Message>The parameter Instance ',
    );
    const group = await post('Action=SetDesiredCapacity&Version=2011-01-01&Desired=1', authorization('autoscaling'));
    expect(group.text).toMatch(
      /<ErrorResponse [^>]*><Error><Type>Sender<\/Type><Code>ValidationError<\/Code>.*stricter than AWS/,
    );
    const nested = await post('Action=RunInstances&Version=2016-11-15&Placement.Tenant=x', authorization('ec2'));
    expect(nested.text).toContain('Placement.Tenant');
    expect(calls).toEqual([]);
  });

  it('is refused a value of the wrong type', async () => {
    const text = (await post('Action=RunInstances&Version=2016-11-15&MinCount=many', authorization('ec2'))).text;
    expect(text).toContain(
      '<Code>InvalidParameterValue</Code><Message>MinCount must be a number, not &quot;many&quot;',
    );
  });

  it.each(['2012-06-01', '2015-12-01'])(
    'is for the API of load balancing whose version it names: %s',
    async (version) => {
      const { text } = await post(
        `Action=DescribeLoadBalancers&Version=${version}`,
        authorization('elasticloadbalancing'),
      );
      expect(text).toContain(`xmlns="http://elasticloadbalancing.amazonaws.com/doc/${version}/"`);
    },
  );

  it('is told by name of an operation, service or API that the sandbox has not', async () => {
    const unknown = await post('Action=DescribeMoon&Version=2016-11-15', authorization('ec2'));
    expect(unknown.status).toBe(400);
    expect(unknown.text).toContain(
      '<Code>InvalidAction</Code><Message>The sandbox does not implement ec2 DescribeMoon.',
    );
    const iam = await post('Action=GetInstanceProfile&Version=2010-05-08', authorization('iam'));
    expect(iam.text).toContain('The sandbox does not implement iam GetInstanceProfile.');
    const classic = await post('Action=DescribeMoon&Version=2012-06-01', authorization('elasticloadbalancing'));
    expect(classic.text).toContain('elasticloadbalancing (classic) DescribeMoon');
    const session = await post('{}', { ...authorization('ssm'), 'x-amz-target': 'AmazonSSM.Sing' });
    expect(JSON.parse(session.text)).toMatchObject({
      __type: 'InvalidAction',
      message: expect.stringContaining('ssm Sing'),
    });
    const recorded = server.calls.slice(-4).map(({ service, operation, error }) => `${service} ${operation}: ${error}`);
    expect(recorded[1]).toBe('iam GetInstanceProfile: InvalidAction');
  });

  it('may speak to CloudWatch as older clients do', async () => {
    answerWith({ MetricAlarms: [{ AlarmName: 'cpu' }] });
    const form = 'Action=DescribeAlarms&Version=2010-08-01&AlarmNames.member.1=cpu&AlarmNames.member.2=disk';
    const { text } = await post(form, authorization('monitoring'));
    expect(calls[0]?.input).toEqual({ AlarmNames: ['cpu', 'disk'] });
    expect(text).toContain(
      '<DescribeAlarmsResult><MetricAlarms><member><AlarmName>cpu</AlarmName></member></MetricAlarms>',
    );
  });

  it('keeps the order of numbered lists, also beyond ten and with gaps', async () => {
    const form = [12, 2, 1, 30].map((n) => `InstanceId.${n}=i-${n}`).join('&');
    await post(`Action=DescribeInstances&Version=2016-11-15&${form}`, authorization('ec2'));
    expect(calls[0]?.input).toEqual({ InstanceIds: ['i-1', 'i-2', 'i-12', 'i-30'] });
  });

  it('must be signed, except for the calls that get one credentials', async () => {
    const unsigned = await post('Action=DescribeInstances&Version=2016-11-15');
    expect(unsigned.status).toBe(403);
    expect(unsigned.text).toContain('<Code>MissingAuthenticationToken</Code>');
    await post('Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=r&RoleSessionName=s&WebIdentityToken=t');
    expect(calls).toMatchObject([{ service: 'sts', operation: 'AssumeRoleWithWebIdentity' }]);
  });

  it.each(['AKIAIOSFODNN7EXAMPLE', 'ASIAIOSFODNN7EXAMPLE'])('is refused a key that looks real: %s', async (key) => {
    const refused = await post('Action=DescribeInstances&Version=2016-11-15', authorization('ec2', { key }));
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('AWS_ACCESS_KEY_ID=sandbox');
    expect(refused.text).not.toContain(key);
  });
});

describe('the server', () => {
  it.each(['0.0.0.0', '192.168.1.4', '::', 'example.com'])('binds to loopback only, not to %s', async (host) => {
    await expect(serve(stub.world, { host })).rejects.toThrow('loopback only');
  });

  it('says that the sandbox itself failed when it did', async () => {
    const defects: unknown[] = [];
    const broken = worldOn(clock, () => {
      throw new RangeError('oops');
    });
    const other = await serve(broken.world, { onDefect: (error) => defects.push(error) });
    const response = await fetch(other.url, {
      method: 'POST',
      body: 'Action=DescribeInstances&Version=2016-11-15',
      headers: authorization('ec2'),
    });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('The sandbox itself failed: oops');
    expect(defects).toHaveLength(1);
    await other.close();
  });

  it('lists calls and events since a point, and tells the time', async () => {
    const before = (await control('calls')).body.next as number;
    await new EC2Client({ ...client, region: 'us-west-2' } as object).send(new DescribeInstancesCommand({}));
    const { body } = await control(`calls?since=${before}`);
    expect(body.calls).toMatchObject([{ service: 'ec2', operation: 'DescribeInstances', region: 'us-west-2' }]);
    expect(body.next).toBe(before + 1);
    const time = (await control('clock')).body;
    expect(Date.parse(String(time.time))).toBe(time.now);
    expect((await control('timeline')).body).toEqual({ events: [], next: 0 });
    expect((await control('timeline?since=x')).status).toBe(400);
    expect((await control('nothing')).body.error).toContain('GET /_sandbox/clock');
    expect((await control('reset', { method: 'POST' })).body.error).toContain('cannot be reset');
  });

  it('takes faults, strikes with them, lists and clears them', async () => {
    const fault = { service: 'ec2', operation: 'Describe*', error: 'throttle', nth: 2 };
    expect((await control('faults', { method: 'POST', body: JSON.stringify(fault) })).status).toBe(200);
    const ec2 = new EC2Client(client);
    await ec2.send(new DescribeInstancesCommand({}));
    await expect(ec2.send(new DescribeInstancesCommand({}))).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
    await ec2.send(new DescribeInstancesCommand({}));
    expect((await control('faults')).body.faults).toEqual([{ rule: fault, seen: 3, struck: 1 }]);
    await control('faults', { method: 'DELETE' });
    expect((await control('faults')).body.faults).toEqual([]);
    const wrong = await control('faults', { method: 'POST', body: '{"operaton":"x","error":"y"}' });
    expect(wrong).toMatchObject({ status: 400, body: { error: expect.stringContaining('"operaton"') } });
  });

  it('takes no calls from web pages', async () => {
    const answer = await fetch(`${server.url}/_sandbox/faults`, {
      method: 'DELETE',
      headers: { origin: 'https://example.com' },
    });
    expect(answer.status).toBe(403);
  });

  it('breaks the connection when a fault asks for it', async () => {
    server.faults.add({ error: 'reset', nth: 1 });
    const error = await new EC2Client(client).send(new DescribeInstancesCommand({})).catch((e: unknown) => e);
    expect(String(error)).toContain('socket hang up');
    server.faults.clear();
  });
});

describe('the refusing proxy', () => {
  function raw(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let received = '';
      const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (chunk) => {
        received += chunk.toString();
      });
      socket.on('end', () => resolve(received));
      socket.on('error', reject);
    });
  }

  it('refuses a tunnel, and says in the status line what was tried and what to do', async () => {
    const target = 'ec2.eu-west-1.amazonaws.com:443';
    const answer = await raw(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
    const [statusLine = ''] = answer.split('\r\n');
    expect(statusLine).toMatch(/^HTTP\/1\.1 403 /);
    expect(statusLine).toContain(target);
    expect(statusLine).toContain('custom_endpoint_ec2');
    expect(statusLine).toContain('--endpoint-url');
    expect(stub.world.log.events).toContainEqual(
      expect.objectContaining({ kind: 'proxy', subject: target, change: 'refused' }),
    );
  });

  it('refuses a request in absolute form', async () => {
    const answer = await raw('GET http://example.com/x HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain('refused a connection to example.com');
  });
});
