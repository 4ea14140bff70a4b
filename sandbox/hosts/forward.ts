import {
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';

/** A load balancer's idle timeout: milliseconds (ALB guide, "Connection idle timeout": 60 seconds by default). */
export const idleTimeout = 60_000;

/** They concern one connection, and the one to the target is another (RFC 9110, section 7.6.1). */
const hopByHop = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

/**
 * Carries one request to one target and its answer back, both as streams. Each on a connection of its own: one that
 * was kept could be closed by its target at the very moment of use, and nothing here is ever sent twice.
 * 502 when the target cannot be reached or breaks off, 504 when it stays silent (ALB guide, "Troubleshoot").
 */
export function forward(
  request: IncomingMessage,
  answer: ServerResponse,
  target: { readonly host: string; readonly port: number },
  listenerPort: number,
): void {
  const outgoing = ask({
    ...target,
    agent: false,
    method: request.method,
    path: request.url,
    headers: forwardedHeaders(request, listenerPort),
    setHost: false,
  });
  outgoing.once('response', (incoming) => {
    answer.writeHead(incoming.statusCode ?? 502, incoming.statusMessage, withoutHops(incoming.headers));
    incoming.pipe(answer);
    // Half an answer must not look like a whole one.
    incoming.once('error', () => answer.destroy());
    incoming.once('aborted', () => answer.destroy());
  });
  const fail = (status: number) => {
    if (answer.headersSent) answer.destroy();
    else answerWith(request, answer, status);
  };
  outgoing.setTimeout(idleTimeout, () => {
    fail(504);
    outgoing.destroy();
  });
  outgoing.once('error', () => answer.writableEnded || fail(502));
  answer.once('close', () => outgoing.destroy());
  request.pipe(outgoing);
}

/** An answer of the load balancer's own. */
export function answerWith(
  request: IncomingMessage,
  answer: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders = {},
  body = '',
): void {
  request.resume();
  const text = body || (status >= 400 ? `${status} ${STATUS_CODES[status]}\n` : '');
  answer.writeHead(status, { 'content-type': 'text/plain', ...headers, 'content-length': Buffer.byteLength(text) });
  answer.end(request.method === 'HEAD' ? '' : text);
}

function forwardedHeaders(request: IncomingMessage, listenerPort: number): OutgoingHttpHeaders {
  const { 'x-forwarded-for': before } = request.headers;
  const client = request.socket.remoteAddress ?? '';
  const chunked = request.headers['transfer-encoding'] !== undefined;
  return {
    ...withoutHops(request.headers),
    ...(chunked && { 'transfer-encoding': 'chunked' }),
    'x-forwarded-for': before ? `${before}, ${client}` : client,
    'x-forwarded-proto': 'http',
    'x-forwarded-port': `${listenerPort}`,
    connection: 'close',
  };
}

function withoutHops(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = headers.connection?.toLowerCase().split(/\s*,\s*/) ?? [];
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hopByHop.includes(name) && !named.includes(name)),
  );
}
