import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import type { FinalizeRequestMiddleware, MiddlewareStack } from '@smithy/types';
import { type CallMiddleware, isRead } from './aws-call.js';
import { nameCall } from './aws-failure.js';
import type { Clock } from './clock.js';
import { type Fence, fenced } from './fence.js';
import { paced } from './pace.js';
import type { Random } from './random.js';
import { isForThisMoment, type Repeatable, withRetry } from './retry.js';
import { sandboxEndpoint } from './sandbox-mode.js';
import type { Step } from './step.js';

/** The official SDK clients, each made when it is first used, with their own retries off and ours above the clock. */
export interface Aws {
  readonly region: string;
  readonly autoScaling: AutoScalingClient;
  readonly cloudWatch: CloudWatchClient;
  readonly ec2: EC2Client;
  readonly elasticLoadBalancing: ElasticLoadBalancingV2Client;
  readonly ssm: SSMClient;
  readonly sts: STSClient;
}

export type AwsClient =
  | AutoScalingClient
  | CloudWatchClient
  | EC2Client
  | ElasticLoadBalancingV2Client
  | SSMClient
  | STSClient;

export interface Connection {
  /** Left out: the SDK's own default chain (AWS_REGION and the profile). */
  readonly region?: string | undefined;
  /** The sandbox's. Left out: AWS itself. */
  readonly endpoint?: string | undefined;
  readonly clock: Clock;
  readonly random: Random;
  /** Bounds changes by a lease. Left out: all calls get through. */
  readonly fence?: Fence | undefined;
  /** Anything that plugs in below a client: the sandbox, or a record of the calls made. */
  readonly attach?: (client: AwsClient) => void;
}

/** Connects to one region of AWS. Credentials come from the SDK's default chain, but never for the sandbox. */
export function connect(connection: Connection): Aws {
  const made = new Map<string, AwsClient>();
  const pacing = paced(connection.clock);
  const client = <Client extends AwsClient>(name: string, make: new (settings: object) => Client): Client => {
    const existing = made.get(name) ?? wire(new make(settingsOf(connection)), connection, pacing);
    made.set(name, existing);
    return existing as Client;
  };
  return {
    region: connection.region ?? process.env.AWS_REGION ?? '',
    get autoScaling() {
      return client('autoScaling', AutoScalingClient);
    },
    get cloudWatch() {
      return client('cloudWatch', CloudWatchClient);
    },
    get ec2() {
      return client('ec2', EC2Client);
    },
    get elasticLoadBalancing() {
      return client('elasticLoadBalancing', ElasticLoadBalancingV2Client);
    },
    get ssm() {
      return client('ssm', SSMClient);
    },
    get sts() {
      return client('sts', STSClient);
    },
  };
}

/**
 * Connects a step to one region (left out: the environment's).
 * @throws {Failure} when sandbox mode is on without a loopback endpoint.
 */
export function connectFrom(
  { environment, clock, random }: Step,
  region: string | undefined,
  { fence }: Pick<Connection, 'fence'> = {},
): Aws {
  return connect({ region, endpoint: sandboxEndpoint(environment), clock, random, fence });
}

/**
 * Milliseconds to connect, and without a sign of life afterwards. The SDK by itself waits for ever, so one answer lost
 * in the network would hold a rollout until the job's own time-out.
 */
const patience = { connectionTimeout: 10_000, socketTimeout: 60_000 };

/** The default chain may itself ask the real AWS (STS, SSO, the metadata service), so the sandbox is not given it. */
const sandboxCredentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };

function settingsOf({ region, endpoint }: Connection): object {
  const sandbox = endpoint && { endpoint, credentials: sandboxCredentials };
  return { maxAttempts: 1, requestHandler: patience, ...(region && { region }), ...sandbox };
}

/** From the outside in: our retry; for each of its attempts the pace and the fence; and whatever `attach` adds. */
function wire<Client extends AwsClient>(client: Client, connection: Connection, pacing: CallMiddleware): Client {
  const { fence, attach } = connection;
  const stack = client.middlewareStack as unknown as MiddlewareStack<object, object>;
  // Priority 'high' puts ours outside everything that `attach` adds to the same step; of one priority, the first is outermost.
  stack.add(retried(connection), { step: 'initialize', priority: 'high', name: 'steadfleet-retry' });
  stack.add(pacing, { step: 'initialize', priority: 'high', name: 'steadfleet-pace' });
  if (fence) {
    stack.add(fenced(fence), { step: 'initialize', priority: 'high', name: 'steadfleet-fence' });
    // Once more when the request is signed, for to get credentials may take its time, too.
    stack.add(fenced(fence) as unknown as FinalizeRequestMiddleware<object, object>, {
      step: 'finalizeRequest',
      priority: 'low',
      name: 'steadfleet-fence-signed',
    });
  }
  attach?.(client);
  return client;
}

function retried({ clock, random }: Connection): CallMiddleware {
  return (next, { clientName = '', commandName = '' }) =>
    async (args) => {
      try {
        const repeatable = repeatableAfter(commandName, args.input);
        const call = async () => requireAnswer(await next(args), repeatable === 'any');
        return await withRetry(call, { clock, random, repeatable });
      } catch (error) {
        throw nameCall(error, `${clientName.replace(/Client$/, '')} ${commandName.replace(/Command$/, '')}`);
      }
    };
}

/** A read, or a call with a client token, always says something: a 200 without a body is a broken answer. */
function requireAnswer<Result extends { readonly output: object }>(result: Result, saysSomething: boolean): Result {
  const isEmpty = Object.keys(result.output).every((name) => name === '$metadata');
  if (saysSomething && isEmpty) throw Object.assign(new Error('AWS answered with nothing'), { name: 'EmptyAnswer' });
  return result;
}

/**
 * Reads change nothing, and a client token makes AWS answer a repeated call with the first one's result. PutParameter
 * writes the same value again; without overwrite, it is refused and its caller recognises what is there as its own.
 */
function repeatableAfter(command: string, input: object): Repeatable {
  if (isForThisMoment(input)) return 'none';
  const isSafe = isRead(command) || command === 'PutParameterCommand' || 'ClientToken' in input;
  return isSafe ? 'any' : 'throttled';
}
