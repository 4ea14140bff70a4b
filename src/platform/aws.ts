import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import { EC2Client } from '@aws-sdk/client-ec2';
import type { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { VPCLatticeClient } from '@aws-sdk/client-vpc-lattice';
import type { MiddlewareStack } from '@smithy/types';
import type { Clock } from './clock.js';
import { RoleCredentials, type RoleSource, variablesOf } from './credentials.js';
import type { Fence } from './fence.js';
import { identityToken } from './identity-token.js';
import type { Random } from './random.js';
import { sandboxEndpoint } from './sandbox-mode.js';
import type { Step } from './step.js';
import { surroundings } from './surroundings.js';

/** The official SDK clients, each made when it is first used, with their own retries off and ours above the clock. */
export interface Aws {
  readonly region: string;
  readonly autoScaling: AutoScalingClient;
  readonly cloudWatch: CloudWatchClient;
  readonly ec2: EC2Client;
  readonly elasticLoadBalancing: ElasticLoadBalancingV2Client;
  readonly ssm: SSMClient;
  readonly sts: STSClient;
  /** Classic Load Balancers. It is loaded when it is first asked for, as all below: few groups need any of them. */
  classicLoadBalancing(): Promise<ElasticLoadBalancingClient>;
  cloudFormation(): Promise<CloudFormationClient>;
  codeDeploy(): Promise<CodeDeployClient>;
  lattice(): Promise<VPCLatticeClient>;
  /** Variables that give a child process the role's credentials for the rest of their hour; none without a role. */
  childVariables(): Promise<NodeJS.ProcessEnv>;
}

export type AwsClient =
  | AutoScalingClient
  | CloudFormationClient
  | CloudWatchClient
  | CodeDeployClient
  | EC2Client
  | ElasticLoadBalancingClient
  | ElasticLoadBalancingV2Client
  | SSMClient
  | STSClient
  | VPCLatticeClient;

export interface Connection {
  /** Left out: the SDK's own default chain (AWS_REGION and the profile). */
  readonly region?: string | undefined;
  /** The sandbox's. Left out: AWS itself. */
  readonly endpoint?: string | undefined;
  /** Holds HTTPS_PROXY and NO_PROXY, which calls go by (from Node 24.5 on; the SDK by itself ignores them). */
  readonly proxies?: NodeJS.ProcessEnv | undefined;
  readonly clock: Clock;
  readonly random: Random;
  /** Whose credentials sign, renewed for as long as that takes. Left out: the SDK's default chain. */
  readonly role?: RoleSource | undefined;
  /** Bounds changes by a lease. Left out: all calls get through. */
  readonly fence?: Fence | undefined;
  /** Lets calls end early: see cancellation.ts. Left out: they take their time. */
  readonly cancellation?: AbortSignal | undefined;
  /** Anything that plugs in below a client: the sandbox, or a record of the calls made. */
  readonly attach?: (client: AwsClient) => void;
  /** Makes a client. Left out: its own constructor does. */
  readonly make?: <Client extends AwsClient>(type: new (settings: object) => Client, settings: object) => Client;
}

/** Connects to one region of AWS. The SDK's default chain of credentials is never asked for the sandbox. */
export function connect(connection: Connection): Aws {
  const made = new Map<string, AwsClient>();
  const credentials = connection.role && credentialsOf(connection.role, connection);
  const surround = surroundings({ ...connection, credentials });
  const make = connection.make ?? ((type, settings) => new type(settings));
  const client = <Client extends AwsClient>(name: string, type: new (settings: object) => Client): Client => {
    const existing = made.get(name);
    if (existing) return existing as Client;
    const fresh = make(type, settingsOf(connection, credentials));
    surround(fresh.middlewareStack as unknown as MiddlewareStack<object, object>);
    connection.attach?.(fresh);
    made.set(name, fresh);
    return fresh;
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
    classicLoadBalancing: async () => {
      const { ElasticLoadBalancingClient } = await import('@aws-sdk/client-elastic-load-balancing');
      return client('classicLoadBalancing', ElasticLoadBalancingClient);
    },
    cloudFormation: async () => {
      const { CloudFormationClient } = await import('@aws-sdk/client-cloudformation');
      return client('cloudFormation', CloudFormationClient);
    },
    codeDeploy: async () => {
      const { CodeDeployClient } = await import('@aws-sdk/client-codedeploy');
      return client('codeDeploy', CodeDeployClient);
    },
    lattice: async () => {
      const { VPCLatticeClient } = await import('@aws-sdk/client-vpc-lattice');
      return client('lattice', VPCLatticeClient);
    },
    childVariables: async () => (credentials ? variablesOf(await credentials.identity()) : {}),
  };
}

/** What a step says about its way to AWS. */
export interface StepConnection extends Pick<Connection, 'fence'> {
  /** In place of the step's own. */
  readonly cancellation?: AbortSignal;
  /** The ARN of the role to take with GitHub's word for who the job is. Left out: the environment's credentials. */
  readonly role?: string | undefined;
  /** As {@link Connection.attach}. */
  readonly attach?: ((client: AwsClient) => void) | undefined;
}

/**
 * Connects a step to one region (left out: the environment's).
 * @throws {Failure} when sandbox mode is on without a loopback endpoint.
 */
export function connectFrom(step: Step, region: string | undefined, settings: StepConnection = {}): Aws {
  const { environment, clock, random } = step;
  const { fence, role, attach, cancellation = step.cancellation } = settings;
  return connect({
    region,
    endpoint: sandboxEndpoint(environment),
    proxies: environment,
    role: role === undefined ? undefined : roleSource(role, step),
    ...{ clock, random, fence, cancellation, ...(attach && { attach }) },
  });
}

/** In China, STS takes another audience (IAM user guide, "Create an OpenID Connect identity provider"). */
function roleSource(arn: string, { environment, workflow, inputs }: Step): RoleSource {
  const audience = arn.startsWith('arn:aws-cn:') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
  return {
    arn,
    sessionName: `steadfleet-${workflow.runId}-${workflow.runAttempt}`,
    identityToken: () => identityToken(audience, environment),
    mask: (secret) => inputs.mask(secret),
  };
}

function credentialsOf({ sessionName, ...role }: RoleSource, connection: Connection): RoleCredentials {
  const sts = new STSClient(settingsOf(connection, undefined));
  connection.attach?.(sts);
  const assume = async (WebIdentityToken: string) => {
    const order = { RoleArn: role.arn, RoleSessionName: sessionName, WebIdentityToken };
    return (await sts.send(new AssumeRoleWithWebIdentityCommand(order))).Credentials;
  };
  const { clock, random, cancellation } = connection;
  return new RoleCredentials({ ...role, assume, clock, random, cancellation });
}

/**
 * Milliseconds to connect, and without a sign of life afterwards. The SDK by itself waits for ever, so one answer lost
 * in the network would hold a rollout until the job's own time-out.
 */
const patience = { connectionTimeout: 10_000, socketTimeout: 60_000 };

/** The default chain may itself ask the real AWS (STS, SSO, the metadata service), so the sandbox is not given it. */
const sandboxCredentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };

function settingsOf({ region, endpoint, proxies }: Connection, credentials: RoleCredentials | undefined): object {
  const sandbox = endpoint && { endpoint, credentials: sandboxCredentials };
  // `memoized`: the SDK asks for each call, and keeps nothing that AWS may meanwhile have called expired.
  const identity = credentials && Object.assign(() => credentials.identity(), { memoized: true });
  return {
    ...{ maxAttempts: 1, requestHandler: { ...patience, ...(proxies && { httpsAgent: { proxyEnv: proxies } }) } },
    ...(region && { region }),
    ...sandbox,
    ...(identity && { credentials: identity }),
  };
}
