import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const remedy =
  "Debian's Packer and AWS CLI ignore AWS_ENDPOINT_URL: set custom_endpoint_ec2 in the template, or pass --endpoint-url";

/** What was tried, and what to do instead, in one line. */
export function refusalOf(target: string): string {
  return `The Steadfleet sandbox refused a connection to ${target}: nothing may leave this machine in sandbox mode. ${remedy}`;
}

/**
 * Answers a CONNECT, which is how a client asks a proxy for a tunnel. Most clients show only the status line, so the
 * remedy stands there too.
 */
export function refuseTunnel(request: IncomingMessage, socket: Duplex): string {
  const target = (request.url ?? '').replace(/[^\w.:[\]-]/g, '');
  const line = refusalOf(target);
  socket.on('error', () => {});
  socket.end(
    `HTTP/1.1 403 ${line}\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(line) + 1}\r\nConnection: close\r\n\r\n${line}\n`,
  );
  return target;
}

/** The host of a request in absolute form (`GET http://host/`), as proxies get them; undefined for ordinary requests. */
export function proxiedHost(url: string): string | undefined {
  if (url.startsWith('/') || !URL.canParse(url)) return undefined;
  return new URL(url).host;
}
