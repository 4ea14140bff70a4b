import { describe, expect, it } from '@jest/globals';
import { type AwsClient, connect } from '../../../src/platform/aws.js';

/** What the SDK's HTTP handler goes by. It reads its settings once they are asked for. */
async function httpSettings({ config }: AwsClient): Promise<object> {
  const handler = config.requestHandler as unknown as { readonly configProvider: Promise<object> };
  return handler.configProvider;
}

describe('connect', () => {
  it('lets no call wait for ever, neither for a connection nor for an answer', async () => {
    const clock = { now: () => 0, sleep: async () => {} };
    const aws = connect({ region: 'eu-west-1', clock, random: { next: () => 0 } });
    const clients = [aws.autoScaling, aws.cloudWatch, aws.ec2, aws.elasticLoadBalancing, aws.ssm, aws.sts];
    for (const client of clients) {
      expect(await httpSettings(client)).toMatchObject({ connectionTimeout: 10_000, socketTimeout: 60_000 });
    }
  });
});
