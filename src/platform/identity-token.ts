import { Failure, messageOf } from './failure.js';
import { type Get, httpGet } from './http.js';
import type { Field, Rule } from './inputs.js';

/** Milliseconds that GitHub may take to answer. */
const timeout = 10_000;

/**
 * Asks GitHub who this job is, as a token for one audience. It holds for some minutes only, so it is asked for right
 * before each use (GitHub Actions documentation, "OpenID Connect").
 * @throws {Failure} when GitHub gives none for good; any other Error when to ask again may help.
 */
export async function identityToken(
  audience: string,
  environment: NodeJS.ProcessEnv,
  get: Get = httpGet,
): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: key = '' } = environment;
  if (!URL.canParse(address)) throw new Failure(`${missing.found}. ${missing.remedy}`);
  const url = new URL(address);
  url.searchParams.set('audience', audience);
  const headers = { authorization: `bearer ${key}`, accept: 'application/json' };
  const { status, body } = await get({ url, headers, timeout }, environment).catch((error: unknown) => {
    throw error instanceof Failure ? error : unavailable(messageOf(error));
  });
  if (status === 429 || status >= 500) throw unavailable(`status ${status}`);
  const token = status === 200 ? valueIn(body) : undefined;
  if (token !== undefined) return token;
  throw new Failure(`GitHub gave this job no identity token (status ${status}). ${missing.remedy}`);
}

const missing = {
  found: 'a role, but this job may not ask GitHub for an identity token',
  remedy: 'Add "permissions: id-token: write" to the job.',
};

/** A rule: who gives a role lets the job say who it is. */
export function roleIsReachable(environment: NodeJS.ProcessEnv): Rule<{ readonly role: Field<string | undefined> }> {
  return ({ role }) =>
    role === undefined || environment.ACTIONS_ID_TOKEN_REQUEST_URL
      ? undefined
      : {
          input: 'role',
          found: missing.found,
          allowed: 'a role, in a job with that permission',
          remedy: missing.remedy,
        };
}

function unavailable(why: string): Error {
  return Object.assign(new Error(`GitHub gave this job no identity token (${why})`), { name: 'ServiceUnavailable' });
}

function valueIn(body: string): string | undefined {
  try {
    const { value } = JSON.parse(body) as { readonly value?: unknown };
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch {
    return undefined;
  }
}
