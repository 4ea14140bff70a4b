import { AutoScalingClient, DescribeTagsCommand } from '@aws-sdk/client-auto-scaling';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeImagesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { PutParameterCommand, SendCommandCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachWorld, type SdkClient } from '../../../sandbox/wire/attach-world.js';
import { attachWire } from '../../../sandbox/wire/request-handler.js';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import type { Call } from '../../../sandbox/world/world.js';
import { failureOf, settings, worldThat } from './stub-world.js';

/** Any text that XML can hold: the query protocols answer in XML. The SDK reads a blank text with a line break as none. */
const text = fc.string({ unit: 'binary', maxLength: 40 }).filter(isXmlText);
const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });

function isXmlText(value: string): boolean {
  if (value.trim() === '' && value.includes('\n')) return false;
  return !/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(value);
}

interface AnyClient extends SdkClient {
  send(command: object): Promise<object>;
}

/** Sends a command through the serialisers; what the world got, and what the client got back. */
async function roundTrip(client: unknown, command: object, output: object) {
  let received: Call | undefined;
  const { world, clock } = worldThat((call) => {
    received = call;
    return output;
  });
  attachWire(client as AnyClient, world);
  const { $metadata, ...answer } = (await clock.run((client as AnyClient).send(command))) as Record<string, unknown>;
  expect($metadata).toBeDefined();
  return { input: received?.input, answer };
}

describe('text on the wire', () => {
  it('arrives in EC2 as it was sent, in lists within lists, and comes back so', async () => {
    const client = new EC2Client(settings);
    const filters = fc.array(fc.record({ Name: anyText, Values: fc.array(anyText, { minLength: 1 }) }), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(filters, fc.array(text), async (Filters, names) => {
        const output = { Images: names.map((Name) => ({ Name, Tags: [{ Key: Name, Value: Name }] })) };
        const { input, answer } = await roundTrip(client, new DescribeImagesCommand({ Filters }), output);
        expect(input).toEqual({ Filters });
        expect(answer).toEqual(output);
      }),
    );
  });

  it('arrives in Auto Scaling as it was sent, and comes back so', async () => {
    const client = new AutoScalingClient(settings);
    const filters = fc.array(fc.record({ Name: anyText, Values: fc.array(anyText) }));
    await fc.assert(
      fc.asyncProperty(filters, text, fc.boolean(), async (Filters, Value, PropagateAtLaunch) => {
        const output = { Tags: [{ Key: 'k', Value, PropagateAtLaunch }], NextToken: Value };
        const { input, answer } = await roundTrip(client, new DescribeTagsCommand({ Filters }), output);
        expect(input).toEqual({ Filters });
        expect(answer).toEqual(output);
      }),
    );
  });

  it('arrives in JSON as it was sent, in maps too, and comes back so', async () => {
    const client = new SSMClient(settings);
    const parameters = fc.dictionary(
      anyText.filter((key) => key !== '__proto__'),
      fc.array(anyText),
      { noNullPrototype: true },
    );
    await fc.assert(
      fc.asyncProperty(parameters, anyText, async (Parameters, DocumentName) => {
        const output = { Command: { CommandId: DocumentName, Parameters } };
        const { input, answer } = await roundTrip(client, new SendCommandCommand({ DocumentName, Parameters }), output);
        expect(input).toEqual({ DocumentName, Parameters });
        expect(answer).toEqual(output);
      }),
    );
  });

  it('numbers and times come back as they were', async () => {
    const client = new CloudWatchClient(settings);
    const time = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    await fc.assert(
      fc.asyncProperty(number, time, async (Threshold, StateUpdatedTimestamp) => {
        const output = { MetricAlarms: [{ Threshold, StateUpdatedTimestamp }] };
        const { answer } = await roundTrip(client, new DescribeAlarmsCommand({}), output);
        expect(answer).toEqual(output);
      }),
    );
  });

  it('error messages come back as they were', async () => {
    const client = new SSMClient(settings);
    await fc.assert(
      fc.asyncProperty(
        anyText.filter((message) => message !== ''),
        async (message) => {
          const { world, clock } = worldThat(() => {
            throw new AwsError('ParameterAlreadyExists', message);
          });
          attachWire(client, world);
          const command = new PutParameterCommand({ Name: '/a', Value: 'b' });
          expect(await failureOf(clock, client.send(command))).toMatchObject({
            name: 'ParameterAlreadyExists',
            message,
          });
        },
      ),
    );
  });
});

describe('the two doors inside the process', () => {
  it('give the same answers at the same times, in the order of sending, with cold clients too', async () => {
    const traceOf = async (attach: typeof attachWorld | typeof attachWire, seed: number) => {
      const trace: string[] = [];
      const { world, clock } = worldThat(({ service, operation }) => {
        trace.push(`${clock.elapsed()} ${service} ${operation}`);
        if (trace.length % 3 === 0) throw new AwsError('Throttling', `slow down, ${seed}`);
        return {};
      });
      const clients = [new EC2Client(settings), new AutoScalingClient(settings), new SSMClient(settings)] as const;
      for (const client of clients) attach(client, world);
      const [ec2, autoScaling, ssm] = clients;
      const note = (work: Promise<object>) =>
        work.then(
          () => trace.push(`${clock.elapsed()} answered`),
          (error: Error) => trace.push(`${clock.elapsed()} ${error.name}: ${error.message}`),
        );
      const work = async () => {
        for (let turn = 0; turn < 5; turn++) {
          await Promise.all([
            note(ec2.send(new DescribeImagesCommand({}))),
            note(autoScaling.send(new DescribeTagsCommand({}))),
            note(ssm.send(new PutParameterCommand({ Name: '/a', Value: `${seed}` }))),
          ]);
          await clock.sleep(seed * 10);
        }
      };
      await clock.run(work());
      return trace;
    };
    for (let seed = 1; seed <= 5; seed++) {
      const short = await traceOf(attachWorld, seed);
      expect(await traceOf(attachWire, seed)).toEqual(short);
      expect(short).toHaveLength(30);
    }
  });
});
