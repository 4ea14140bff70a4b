import { Failure } from './failure.js';
import { isLoopback, isSandboxMode } from './sandbox-mode.js';

/** One HTTP POST of text. */
export interface PostRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds without a sign of life after which it fails. */
  readonly timeout: number;
}

/** One HTTP GET. */
export type GetRequest = Omit<PostRequest, 'body'>;

/** What came back: the status, the headers by lower-case name, and the text. */
export interface PostResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Posts once: no retry, no redirect. Throws when no answer came. */
export type Post = (request: PostRequest, environment: NodeJS.ProcessEnv) => Promise<PostResponse>;

/** Gets once: no retry, no redirect. Throws when no answer came. */
export type Get = (request: GetRequest, environment: NodeJS.ProcessEnv) => Promise<PostResponse>;

/** Posts over the network, through the proxy that `HTTPS_PROXY` and `NO_PROXY` name; in sandbox mode to loopback only. */
export const httpPost: Post = ({ body, ...request }, environment) => exchange('POST', request, body, environment);

/** Gets over the network, on the same ways as {@link httpPost}. */
export const httpGet: Get = (request, environment) => exchange('GET', request, '', environment);

async function exchange(
  method: 'GET' | 'POST',
  { url, headers, timeout }: GetRequest,
  body: string,
  environment: NodeJS.ProcessEnv,
): Promise<PostResponse> {
  if (isSandboxMode(environment) && !isLoopback(url.href)) {
    throw new Failure(`STEADFLEET_SANDBOX=1 allows only loopback addresses, but this one is at ${url.hostname}`);
  }
  const { HttpClient } = await import('@actions/http-client');
  const client = new HttpClient('steadfleet', [], { allowRedirects: false, socketTimeout: timeout });
  const response = await client.request(method, url.href, body, { ...headers });
  const { statusCode, headers: answered } = response.message;
  const single = Object.entries(answered).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return { status: statusCode ?? 0, headers: Object.fromEntries(single), body: await response.readBody() };
}
