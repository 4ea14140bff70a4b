import type { AwsError } from '../world/aws-error.js';
import { readJson, writeJson } from './json-codec.js';
import { readQuery } from './query-reader.js';
import { errorNames } from './service-errors.js';
import type { OperationSchema, Protocol, ServiceSchema } from './service-schemas.js';
import { nothing } from './shapes.js';
import { escapeXml, writeXml } from './xml-writer.js';

/** What a request asks for, before it is known which service it is for. */
export interface Asked {
  readonly operation: string;
  /** The API's version, in query requests. */
  readonly version: string | undefined;
  readonly format: 'form' | 'json';
  readonly body: string;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What an error answer is made of, where the service may be unknown. */
export interface Refusal {
  readonly protocol: Protocol;
  readonly service: ServiceSchema | undefined;
  readonly error: AwsError;
  readonly requestId: string;
}

/** Takes a request's outside apart: JSON requests name the operation in a header, query requests in the form. */
export function readAsked(target: string | undefined, body: string): Asked {
  if (target !== undefined) {
    return { operation: target.slice(target.indexOf('.') + 1), version: undefined, format: 'json', body };
  }
  const form = new URLSearchParams(body);
  return { operation: form.get('Action') ?? '', version: form.get('Version') ?? undefined, format: 'form', body };
}

/** Which protocol a request speaks to a service. EC2's is known by its version where the service is not. */
export function protocolOf(asked: Asked, service: ServiceSchema | undefined): Protocol {
  if (asked.format === 'json') return 'json';
  return service?.name === 'ec2' || asked.version === '2016-11-15' ? 'ec2Query' : 'query';
}

/** @throws {UnknownMember} and {MalformedValue} */
export function readInput(protocol: Protocol, { input }: OperationSchema, body: string): object {
  if (protocol === 'json') return readJson(input, JSON.parse(body || '{}')) as object;
  return readQuery(protocol, input, new URLSearchParams(body)) as object;
}

/** The answer to a call that went well. */
export function writeOutput(
  protocol: Protocol,
  {
    service,
    operation,
    output,
    requestId,
  }: { service: ServiceSchema; operation: string; output: object; requestId: string },
): WireResponse {
  const shape = service.operations.get(operation)?.output ?? nothing;
  if (protocol === 'json') return jsonResponse(200, service, writeJson(shape, output) as object, requestId);
  const content = writeXml(shape, output);
  if (protocol === 'ec2Query') {
    // EC2 says "return: true" where it has nothing to say.
    const inside = shape === nothing ? '<return>true</return>' : content;
    return xmlResponse(200, `${operation}Response`, service, `<requestId>${requestId}</requestId>${inside}`, requestId);
  }
  const result = shape === nothing ? '' : `<${operation}Result>${content}</${operation}Result>`;
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return xmlResponse(200, `${operation}Response`, service, result + metadata, requestId);
}

/** The answer to a call that was refused. */
export function writeError({ protocol, service, error, requestId }: Refusal): WireResponse {
  const { code, shape } = service ? errorNames(service, error.code) : { code: error.code, shape: error.code };
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  if (protocol === 'json') {
    const response = jsonResponse(error.status, service, { __type: shape, message: error.message }, requestId);
    return { ...response, headers: { ...response.headers, 'x-amzn-query-error': `${code};${type}` } };
  }
  const codeAndMessage = `<Code>${escapeXml(code)}</Code><Message>${escapeXml(error.message)}</Message>`;
  if (protocol === 'ec2Query') {
    const inside = `<Errors><Error>${codeAndMessage}</Error></Errors><RequestID>${requestId}</RequestID>`;
    return xmlResponse(error.status, 'Response', undefined, inside, requestId);
  }
  const inside = `<Error><Type>${type}</Type>${codeAndMessage}</Error><RequestId>${requestId}</RequestId>`;
  return xmlResponse(error.status, 'ErrorResponse', service, inside, requestId);
}

function jsonResponse(
  status: number,
  service: ServiceSchema | undefined,
  body: object,
  requestId: string,
): WireResponse {
  const type = `application/x-amz-json-${service?.jsonVersion ?? '1.1'}`;
  return { status, headers: { 'content-type': type, 'x-amzn-requestid': requestId }, body: JSON.stringify(body) };
}

function xmlResponse(
  status: number,
  name: string,
  service: ServiceSchema | undefined,
  inside: string,
  requestId: string,
): WireResponse {
  const namespace = service ? ` xmlns="${service.xmlNamespace}"` : '';
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<${name}${namespace}>${inside}</${name}>`;
  return { status, headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId }, body };
}
