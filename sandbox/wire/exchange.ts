import { AwsError } from '../world/aws-error.js';
import { UnknownMember } from './copy.js';
import { type Door, RefusedCall } from './door.js';
import {
  type Asked,
  protocolOf,
  readAsked,
  readInput,
  type WireResponse,
  writeError,
  writeOutput,
} from './protocols.js';
import { MalformedValue } from './query-reader.js';
import { isBrokenConnection } from './service-errors.js';
import { type OperationSchema, type Protocol, type ServiceSchema, serviceSchemas } from './service-schemas.js';
import { readScope, refuseEndedSession, type Scope } from './signature.js';

/** An HTTP request, as far as AWS's protocols look at it. Header names are lower-case. */
export interface WireRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** The connection breaks without an answer, as a fault may ask for. */
export class BrokenConnection extends Error {
  readonly code = 'ECONNRESET';
  override readonly name = 'TimeoutError';
}

/** Whom a request is for, as its signature says. */
interface Addressed {
  readonly name: string;
  readonly region: string;
  readonly service: ServiceSchema | undefined;
  /** Left out in calls that need no signature. */
  readonly scope?: Scope;
}

/**
 * Answers one request on the wire.
 * @throws {BrokenConnection}, and whatever is a defect of the sandbox itself.
 */
export async function exchange(door: Door, request: WireRequest): Promise<WireResponse> {
  const asked = readAsked(request.headers['x-amz-target'], request.body);
  let addressed: Addressed = { name: '', region: '', service: undefined };
  try {
    addressed = address(asked, request.headers.authorization);
    return await answer(door, asked, addressed);
  } catch (thrown) {
    const refused = thrown instanceof AwsError ? door.refuse(nameCall(asked, addressed), thrown) : thrown;
    if (!(refused instanceof RefusedCall)) throw refused;
    if (isBrokenConnection(refused.reason)) throw new BrokenConnection(refused.message);
    const { service } = addressed;
    return writeError({
      protocol: protocolOf(asked, service),
      service,
      error: refused.reason,
      requestId: refused.requestId,
    });
  }
}

/** Calls that AWS takes without a signature, because they are how one gets credentials (STS API). */
const unsignedOperations = new Set(['AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML']);

/** Elastic Load Balancing has two APIs under one name; the older one, for classic load balancers, has this version. */
const classicLoadBalancing = '2012-06-01';

function address(asked: Asked, authorization: string | undefined): Addressed {
  if (authorization === undefined && unsignedOperations.has(asked.operation)) {
    return { name: 'sts', region: 'us-east-1', service: serviceSchemas.sts };
  }
  const scope = readScope(authorization);
  const { service: name, region } = scope;
  const isClassic = name === 'elasticloadbalancing' && asked.version === classicLoadBalancing;
  const known = new Map<string, ServiceSchema>(Object.entries(serviceSchemas));
  if (isClassic) return { name: `${name} (classic)`, region, service: known.get(`${name}-classic`), scope };
  return { name, region, service: known.get(name), scope };
}

async function answer(door: Door, asked: Asked, { name, region, service, scope }: Addressed): Promise<WireResponse> {
  const { operation } = asked;
  if (scope) refuseEndedSession(scope, door.world.clock.now());
  const protocol = protocolOf(asked, service);
  const schema = service?.operations.get(operation);
  if (!service || !schema || !service.protocols.includes(protocol)) {
    throw new AwsError(
      'InvalidAction',
      `The sandbox does not implement ${name} ${operation || '(no action named)'}. See docs/sandbox.md for what it does.`,
    );
  }
  const input = checkedInput(protocol, schema, asked, service);
  const { output, requestId } = await door.call({ service: service.name, operation, region, input });
  return writeOutput(protocol, { service, operation, output, requestId });
}

function checkedInput(protocol: Protocol, schema: OperationSchema, asked: Asked, service: ServiceSchema): object {
  try {
    return readInput(protocol, schema, asked.body);
  } catch (error) {
    if (error instanceof UnknownMember) throw unknownParameter(service, asked.operation, error.path);
    if (error instanceof MalformedValue) {
      throw new AwsError(service.name === 'ec2' ? 'InvalidParameterValue' : 'ValidationError', error.message);
    }
    if (error instanceof SyntaxError)
      throw new AwsError('SerializationException', `The body is not JSON: ${error.message}`);
    throw error;
  }
}

/** EC2 answers so (EC2 API, "Common client errors"); the other services ignore what they do not know, the sandbox never. */
function unknownParameter(service: ServiceSchema, operation: string, path: string): AwsError {
  if (service.name === 'ec2') return new AwsError('UnknownParameter', `The parameter ${path} is not recognized`);
  return new AwsError(
    'ValidationError',
    `${service.serviceId} ${operation} has no parameter ${path} (the sandbox is stricter than AWS here, and ignores nothing)`,
  );
}

function nameCall({ operation }: Asked, { name, region }: Addressed) {
  return { service: name, operation, region };
}
