import { NormalizedSchema, type TypeRegistry } from '@smithy/core/schema';
import type { AwsError } from '../world/aws-error.js';
import type { ServiceSchema } from './service-schemas.js';

/** An error's two names: the code that query protocols write, and the shape that JSON and the SDK's classes are named by. */
export interface ErrorNames {
  readonly code: string;
  readonly shape: string;
}

type ErrorSchema = Parameters<TypeRegistry['getErrorCtor']>[0];

/** Finds both names of an error, from either: `ScalingActivityInProgress` is `ScalingActivityInProgressFault` to the SDK. */
export function errorNames(service: ServiceSchema, code: string): ErrorNames {
  const found = findError(service, code);
  if (!found) return { code, shape: code };
  const schema = NormalizedSchema.of(found.schema);
  const shape = schema.getName() ?? code;
  return { code: queryCode(schema) ?? shape, shape };
}

/** Codes that stand for an answer which never came: the connection broke, before or after the effect. */
export function isBrokenConnection(error: AwsError): boolean {
  return error.code === 'ECONNRESET';
}

/** The exception that the SDK's own client would throw for this answer: its class, name and fields. */
export function clientException(service: ServiceSchema, error: AwsError, requestId: string): Error {
  // The SDK's HTTP handler calls a broken connection a TimeoutError.
  if (isBrokenConnection(error))
    return Object.assign(new Error(error.message), { name: 'TimeoutError', code: error.code });
  return sdkException(service, error, requestId);
}

function sdkException(service: ServiceSchema, error: AwsError, requestId: string): Error {
  const { code, shape } = errorNames(service, error.code);
  const common = {
    name: shape,
    message: error.message,
    $fault: error.status < 500 ? 'client' : 'server',
    $metadata: { httpStatusCode: error.status, requestId, attempts: 1, totalRetryDelay: 0 },
  };
  const Exception = findError(service, code)?.Exception ?? generalException(service);
  const exception = Object.assign(new Exception(common), common);
  if (service.protocols[0] === 'json') return exception;
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  return Object.assign(exception, {
    Type: type,
    Code: code,
    Error: { Type: type, Code: code, Message: error.message },
  });
}

type ExceptionClass = new (options: object) => Error;

interface FoundError {
  readonly schema: ErrorSchema;
  readonly Exception: ExceptionClass;
}

/** By service and code: some packages have hundreds of errors, and simulations throw many. */
const foundErrors = new WeakMap<ServiceSchema, Map<string, FoundError | undefined>>();

function findError(service: ServiceSchema, code: string): FoundError | undefined {
  const known = foundErrors.get(service) ?? new Map<string, FoundError | undefined>();
  foundErrors.set(service, known);
  if (!known.has(code)) known.set(code, searchError(service, code));
  return known.get(code);
}

function searchError(service: ServiceSchema, code: string): FoundError | undefined {
  for (const registry of service.errors) {
    const schema = registry.find((candidate) => isNamed(NormalizedSchema.of(candidate as ErrorSchema), code));
    if (!schema) continue;
    return { schema: schema as ErrorSchema, Exception: registry.getErrorCtor(schema as ErrorSchema) };
  }
  return undefined;
}

function isNamed(schema: NormalizedSchema, code: string): boolean {
  return queryCode(schema) === code || schema.getName() === code;
}

/** The trait awsQueryError: [code, HTTP status]. */
function queryCode(schema: NormalizedSchema): string | undefined {
  return (schema.getMergedTraits().awsQueryError as readonly [string, number] | undefined)?.[0];
}

/** The service's own base class, for codes that have no class of their own. */
function generalException(service: ServiceSchema): ExceptionClass {
  for (const registry of service.errors) {
    const schema = registry.getBaseException();
    if (schema) return registry.getErrorCtor(schema);
  }
  throw new Error(`the SDK's package for ${service.serviceId} exports no general exception`);
}
