import type { MiddlewareStack } from '@smithy/types';
import type { World } from '../world/world.js';
import { copyAlong, UnknownMember } from './copy.js';
import { Door, type DoorSettings, RefusedCall } from './door.js';
import { clientException } from './service-errors.js';
import { type OperationSchema, type ServiceSchema, serviceSchemas } from './service-schemas.js';

/** Any client of the SDK. */
export interface SdkClient {
  readonly config: { readonly serviceId: string; readonly region: () => Promise<string> };
  // The stack's type names the client's own inputs and outputs, which matter nothing here.
  readonly middlewareStack: { add: unknown };
}

export interface AttachSettings extends DoorSettings {
  /** The client's own region by default. */
  readonly region?: string;
  /** Who the client's calls are made by. */
  readonly caller?: string;
}

/**
 * Answers a client's calls from the world without serialising them: the fast door, for simulations. Inputs and outputs
 * are copied along the SDK's schemas, and errors are the SDK's own classes, so callers see no difference.
 */
export function attachWorld(client: SdkClient, world: World, settings: AttachSettings = {}): void {
  const service = serviceOf(client);
  const door = new Door(world, settings);
  const caller = settings.caller === undefined ? {} : { caller: settings.caller };
  const stack = client.middlewareStack as unknown as MiddlewareStack<object, object>;
  spareWork(client, stack);
  stack.add(
    (_next, { commandName = '' }) => {
      const operation = commandName.replace(/Command$/, '');
      return async ({ input }) => {
        const region = settings.region ?? (await client.config.region());
        const output = await passThrough(door, { service, operation, region, input, ...caller });
        return { response: { headers: headersAt(world.clock.now()) }, output };
      };
    },
    // Lowest in the step: everything the caller adds (our retry, records of calls) stands above it.
    { step: 'initialize', priority: 'low', name: 'steadfleet-world', override: true },
  );
}

/** Few callers ask an answer for its time, and to put that into words takes as long as a short answer. */
function headersAt(time: number): { readonly date: string } {
  return {
    get date() {
      return new Date(time).toUTCString();
    },
  };
}

/**
 * Two things that the SDK does for every call cost more than all the rest: it sorts its middlewares anew, and prepares
 * what a logger might log. So it keeps them sorted (middlewares must be added before the first call), and logs nothing.
 */
function spareWork(client: SdkClient, stack: MiddlewareStack<object, object>): void {
  Object.assign(client.config, { cacheMiddleware: true });
  stack.remove('loggerMiddleware');
}

/** The schema of the service that a client speaks to. */
export function serviceOf(client: SdkClient): ServiceSchema {
  const found = Object.values(serviceSchemas).find(({ serviceId }) => serviceId === client.config.serviceId);
  if (!found) throw new Error(`The sandbox has no service "${client.config.serviceId}"`);
  return found;
}

interface Passing {
  readonly service: ServiceSchema;
  readonly operation: string;
  readonly region: string;
  readonly input: object;
  readonly caller?: string;
}

async function passThrough(door: Door, { service, operation, region, input, ...caller }: Passing): Promise<object> {
  const schema = service.operations.get(operation);
  if (!schema) throw new Error(`${service.serviceId} has no operation "${operation}"`);
  try {
    const checked = checkedInput(schema, input, service, operation);
    const call = { service: service.name, operation, region, input: checked, ...caller };
    const { output, requestId } = await door.call(call);
    const $metadata = { httpStatusCode: 200, requestId, attempts: 1, totalRetryDelay: 0 };
    return Object.assign(copyAlong(schema.output, output) as object, { $metadata });
  } catch (error) {
    if (error instanceof RefusedCall) throw clientException(service, error.reason, error.requestId);
    throw error;
  }
}

function checkedInput(schema: OperationSchema, input: object, service: ServiceSchema, operation: string): object {
  try {
    return copyAlong(schema.input, input) as object;
  } catch (error) {
    if (!(error instanceof UnknownMember)) throw error;
    throw new TypeError(`${service.serviceId} ${operation} has no parameter ${error.path}: the SDK would drop it`);
  }
}
