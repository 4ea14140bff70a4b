import * as autoScaling from '@aws-sdk/client-auto-scaling';
import * as cloudFormation from '@aws-sdk/client-cloudformation';
import * as cloudWatch from '@aws-sdk/client-cloudwatch';
import * as codeDeploy from '@aws-sdk/client-codedeploy';
import * as ec2 from '@aws-sdk/client-ec2';
import * as classicLoadBalancing from '@aws-sdk/client-elastic-load-balancing';
import * as loadBalancing from '@aws-sdk/client-elastic-load-balancing-v2';
import * as systemsManager from '@aws-sdk/client-ssm';
import * as securityTokens from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import type { SdkClient } from '../../../sandbox/wire/attach-world.js';
import { attachWire } from '../../../sandbox/wire/request-handler.js';
import { serviceSchemas } from '../../../sandbox/wire/service-schemas.js';
import type { Operations } from '../../../sandbox/world/operation.js';
import { type ServiceName, services } from '../../../sandbox/world/world.js';
import { settings, worldThat } from './stub-world.js';
import { synthesize } from './synthetic.js';

interface SdkPackage {
  readonly [name: string]: unknown;
}

type ClientClass = new (settings: object) => SdkClient & { send(command: object): Promise<object> };
type CommandClass = new (input: object) => object;

/** All that the wire carries: VPC Lattice speaks REST, and is reached inside the process only. */
const packages: Readonly<
  Record<Exclude<ServiceName, 'vpc-lattice'>, { readonly sdk: SdkPackage; readonly client: string }>
> = {
  ec2: { sdk: ec2, client: 'EC2Client' },
  autoscaling: { sdk: autoScaling, client: 'AutoScalingClient' },
  cloudformation: { sdk: cloudFormation, client: 'CloudFormationClient' },
  codedeploy: { sdk: codeDeploy, client: 'CodeDeployClient' },
  'elasticloadbalancing-classic': { sdk: classicLoadBalancing, client: 'ElasticLoadBalancingClient' },
  elasticloadbalancing: { sdk: loadBalancing, client: 'ElasticLoadBalancingV2Client' },
  monitoring: { sdk: cloudWatch, client: 'CloudWatchClient' },
  ssm: { sdk: systemsManager, client: 'SSMClient' },
  sts: { sdk: securityTokens, client: 'STSClient' },
};

describe.each(Object.keys(packages) as (keyof typeof packages)[])('the codec of %s', (name) => {
  const { sdk, client: clientName } = packages[name];
  const schema = serviceSchemas[name];
  const world = worldThat(() => ({}));
  const client = new (sdk[clientName] as ClientClass)(settings);
  attachWire(client, world.world);
  const operations = [...schema.operations.keys()];

  it('knows the schema of every operation that the world implements', () => {
    expect(operations).toEqual(expect.arrayContaining(Object.keys(services[name] as Operations)));
  });

  it.each(operations)(
    '%s: what the SDK sends is read, and what is written is what the SDK reads',
    async (operation) => {
      const shapes = schema.operations.get(operation);
      if (!shapes) throw new Error('no schema');
      const input = synthesize(shapes.input);
      const output = synthesize(shapes.output);
      let received: object | undefined;
      world.answer = (call) => {
        received = call.input;
        return output;
      };
      const Command = sdk[`${operation}Command`] as CommandClass;
      const { $metadata, ...answer } = (await world.clock.run(client.send(new Command(input)))) as Record<
        string,
        unknown
      >;
      expect($metadata).toMatchObject({ httpStatusCode: 200 });
      expect(received).toEqual(input);
      expect(answer).toEqual(output);
    },
  );
});
