import { describe, expect, it } from '@jest/globals';
import { type AwsClient, connect, connectFrom } from '../../../src/platform/aws.js';
import { RecordedStep } from '../../doubles/recorded-step.js';

/** What the SDK's HTTP handler goes by. It reads its settings once they are asked for. */
async function httpSettings({ config }: AwsClient): Promise<object> {
  const handler = config.requestHandler as unknown as { readonly configProvider: Promise<object> };
  return handler.configProvider;
}

const clock = { now: () => 0, sleep: async () => {} };
const random = { next: () => 0 };

describe('connect', () => {
  it('lets no call wait for ever, neither for a connection nor for an answer', async () => {
    const aws = connect({ region: 'eu-west-1', clock, random });
    const clients = [aws.autoScaling, aws.cloudWatch, aws.ec2, aws.elasticLoadBalancing, aws.ssm, aws.sts];
    for (const client of clients) {
      expect(await httpSettings(client)).toMatchObject({ connectionTimeout: 10_000, socketTimeout: 60_000 });
    }
  });

  it("goes by the step's proxies", async () => {
    const environment = { AWS_REGION: 'eu-west-1', HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: 'localhost' };
    const { ec2 } = connectFrom(new RecordedStep({}, { environment }), undefined);
    expect(await httpSettings(ec2)).toMatchObject({ httpsAgent: { options: { proxyEnv: environment } } });
  });

  it('loads the clients that few groups need when they are asked for, once', async () => {
    const aws = connect({ region: 'eu-west-1', clock, random });
    const loaders = [aws.classicLoadBalancing, aws.cloudFormation, aws.codeDeploy, aws.lattice];
    for (const load of loaders) {
      const client = await load();
      expect(await load()).toBe(client);
      expect(await httpSettings(client)).toMatchObject({ connectionTimeout: 10_000, socketTimeout: 60_000 });
    }
  });

  it('signs for the sandbox with made-up credentials only, whatever the environment holds', async () => {
    const before = process.env.AWS_ACCESS_KEY_ID;
    process.env.AWS_ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE';
    try {
      const { ec2 } = connect({ region: 'eu-west-1', endpoint: 'http://127.0.0.1:9', clock, random });
      expect(await ec2.config.credentials()).toMatchObject({ accessKeyId: 'sandbox', secretAccessKey: 'sandbox' });
    } finally {
      if (before === undefined) delete process.env.AWS_ACCESS_KEY_ID;
      else process.env.AWS_ACCESS_KEY_ID = before;
    }
  });
});
