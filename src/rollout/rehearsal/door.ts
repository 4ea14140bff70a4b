import type { MiddlewareStack } from '@smithy/types';
import { AwsError } from '../../../sandbox/world/aws-error.js';
import { draw } from '../../../sandbox/world/profile.js';
import type { SeededRandom } from '../../../sandbox/world/random.js';
import type { ServiceName, World } from '../../../sandbox/world/world.js';
import type { AwsClient } from '../../platform/aws.js';
import { type CallMiddleware, isRead } from '../../platform/aws-call.js';
import type { Clock } from '../../platform/clock.js';
import { scalingChangesPerSecond } from '../../platform/pace.js';

/** The world's names of the services, by the SDK's names of their clients. */
const services: Readonly<Record<string, ServiceName>> = {
  AutoScalingClient: 'autoscaling',
  CloudFormationClient: 'cloudformation',
  CloudWatchClient: 'monitoring',
  CodeDeployClient: 'codedeploy',
  EC2Client: 'ec2',
  ElasticLoadBalancingV2Client: 'elasticloadbalancing',
  SSMClient: 'ssm',
  STSClient: 'sts',
};

export interface DoorSettings {
  readonly world: World;
  readonly region: string;
  readonly clock: Clock;
  /** Draws how long each call takes. */
  readonly random: SeededRandom;
  /** How many real machines each machine stands for. */
  readonly weight: number;
}

/**
 * Answers the SDK's clients from a world in this process. Nothing is checked or copied on the way, unlike in the
 * sandbox's own doors: those need the schema of every operation, which would make each bundle as large as the SDK.
 */
export class Door {
  readonly calls = { reads: 0, changes: 0 };
  readonly #settings: DoorSettings;

  constructor(settings: DoorSettings) {
    this.#settings = settings;
  }

  /** For the `attach` of a connection. */
  readonly attach = (client: AwsClient): void => {
    const stack = client.middlewareStack as unknown as MiddlewareStack<object, object>;
    // The SDK would sort its middlewares and prepare a log line anew for each call, which costs more than all the rest.
    Object.assign(client.config, { cacheMiddleware: true });
    stack.remove('loggerMiddleware');
    stack.add(this.#answer, { step: 'initialize', priority: 'low', name: 'steadfleet-rehearsal' });
  };

  readonly #answer: CallMiddleware =
    (_next, { clientName = '', commandName = '' }) =>
    async ({ input }) => {
      const { world, region, clock, random, weight } = this.#settings;
      const service = services[clientName];
      if (!service) throw new Error(`The rehearsal has no service for ${clientName}`);
      this.calls[isRead(commandName) ? 'reads' : 'changes']++;
      await clock.sleep(draw(world.profile.call, random) + timeForOthers(input, service, weight));
      const operation = commandName.replace(/Command$/, '');
      try {
        const output = world.call({ service, operation, input, region });
        return { response: {}, output: { ...output, $metadata: { httpStatusCode: 200 } } };
      } catch (error) {
        throw error instanceof AwsError ? asFromAws(error) : error;
      }
    };
}

/** A call to Auto Scaling that names machines would be made for each machine that they stand for, at the pace of a run. */
function timeForOthers(input: object, service: ServiceName, weight: number): number {
  const namesMachines = 'InstanceId' in input || 'InstanceIds' in input;
  return service === 'autoscaling' && namesMachines ? ((weight - 1) * 1000) / scalingChangesPerSecond : 0;
}

/** What the SDK would throw, as far as callers look at it: its name, code and status. */
function asFromAws({ code, message, status }: AwsError): Error {
  return Object.assign(new Error(message), { name: code, Code: code, $metadata: { httpStatusCode: status } });
}
