import { describe, expect, it } from '@jest/globals';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { RoleCredentials, variablesOf, withFreshCredentials } from '../../../src/platform/credentials.js';
import { failureKind } from '../../../src/platform/retry.js';

const hour = 3_600_000;
const arn = 'arn:aws:iam::123456789012:role/deploy';

/** A role whose tokens and keys are numbered; `errors` are what STS throws first. */
function role(errors: Error[] = [], tokenErrors: Error[] = []) {
  const clock = new VirtualClock();
  const masked: string[] = [];
  const tokens: string[] = [];
  let keys = 0;
  const credentials = new RoleCredentials({
    arn,
    clock,
    random: { next: () => 0.5 },
    mask: (secret) => masked.push(secret),
    identityToken: async () => {
      const error = tokenErrors.shift();
      if (error) throw error;
      return `token-${tokens.length + 1}`;
    },
    assume: async (token) => {
      tokens.push(token);
      const error = errors.shift();
      if (error) throw error;
      keys++;
      const Expiration = new Date(clock.now() + hour);
      return {
        AccessKeyId: `key-${keys}`,
        SecretAccessKey: `secret-${keys}`,
        SessionToken: `session-${keys}`,
        Expiration,
      };
    },
  });
  const key = async () => (await clock.run(credentials.identity())).accessKeyId;
  const failure = () =>
    clock.run(
      credentials.identity().then(
        () => new Error('it gave some'),
        (error: Error) => error,
      ),
    );
  return { clock, credentials, masked, tokens, key, failure, errors };
}

function named(name: string, message = name): Error {
  return Object.assign(new Error(message), { name });
}

describe('the credentials of a role', () => {
  it('are kept until five minutes before their end, and renewed by a token of their own', async () => {
    const { clock, key, tokens } = role();
    expect(await key()).toBe('key-1');
    clock.advance(hour - 300_000 - 1);
    expect(await key()).toBe('key-1');
    clock.advance(2);
    expect(await key()).toBe('key-2');
    expect(tokens).toEqual(['token-1', 'token-2']);
  });

  it('go on for as long as a run does', async () => {
    const { clock, key } = role();
    for (let minute = 0; minute < 12 * 60; minute++) {
      await key();
      clock.advance(60_000);
    }
    expect(await key()).toBe('key-14');
  });

  it('are asked for once, however many calls wait for them', async () => {
    const { clock, credentials, tokens } = role();
    await clock.run(Promise.all(Array.from({ length: 20 }, () => credentials.identity())));
    expect(tokens).toEqual(['token-1']);
  });

  it('are masked, and so is each token', async () => {
    const { key, masked } = role();
    await key();
    expect(masked).toEqual(['token-1', 'key-1', 'secret-1', 'session-1']);
  });

  it.each([
    ['STS is throttled', named('Throttling')],
    ['STS cannot reach GitHub', named('IDPCommunicationError')],
    ['STS was too impatient', named('InvalidIdentityTokenException', "Couldn't retrieve verification key")],
    ['the token ended on the way', named('ExpiredTokenException', 'Token expired')],
    ['the network broke', named('TimeoutError')],
  ])('are asked for again when %s, with a new token', async (_what, error) => {
    const { key, tokens } = role([error]);
    expect(await key()).toBe('key-1');
    expect(tokens).toEqual(['token-1', 'token-2']);
  });

  it('are asked for again when GitHub did not answer', async () => {
    const { key } = role([], [named('ServiceUnavailable')]);
    expect(await key()).toBe('key-1');
  });

  it('say at once, and in one line, what is wrong with the role', async () => {
    const denied = named('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
    const { failure, tokens } = role([denied]);
    const { message, name } = await failure();
    expect(name).toBe('Failure');
    expect(message).toContain(`Could not assume ${arn}: Not authorized`);
    expect(message).toContain('trust policy');
    expect(message).not.toContain('\n');
    expect(tokens).toHaveLength(1);
  });

  it('bridge the minutes in which nobody gives new ones, and are not asked for at each call then', async () => {
    const { clock, key, tokens, errors } = role();
    await key();
    clock.advance(hour - 240_000);
    errors.push(named('AccessDenied'), named('AccessDenied'));
    expect([await key(), await key(), await key()]).toEqual(['key-1', 'key-1', 'key-1']);
    expect(tokens).toHaveLength(2);
    clock.advance(60_000);
    expect(await key()).toBe('key-1');
    clock.advance(60_000);
    expect(await key()).toBe('key-2');
  });
});

describe('a call whose credentials AWS calls expired', () => {
  /** Calls as the SDK does: gets the credentials, and then an answer. */
  async function callWith(names: readonly (string | undefined)[]) {
    const scene = role();
    const left = [...names];
    await scene.key();
    scene.clock.advance(600_000);
    const keys: string[] = [];
    const send = withFreshCredentials(scene.credentials)(async () => {
      keys.push((await scene.credentials.identity()).accessKeyId);
      const name = left.shift();
      if (name) throw named(name);
      return { output: {}, response: {} };
    }, {});
    const attempt = () =>
      scene.clock.run(
        send({ input: {} }).then(
          () => 'done',
          (error: Error) => `${error.name}: ${failureKind(error)}`,
        ),
      );
    return { attempt, keys };
  }

  it.each(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'])(
    '%s: goes out again with new ones',
    async (name) => {
      const { attempt, keys } = await callWith([name]);
      expect([await attempt(), await attempt()]).toEqual(['CredentialsDiscarded: throttled', 'done']);
      expect(keys).toEqual(['key-1', 'key-2']);
    },
  );

  it('fails when AWS says so of new ones, too', async () => {
    const { attempt } = await callWith(['ExpiredToken', 'ExpiredToken']);
    expect([await attempt(), await attempt()]).toEqual(['CredentialsDiscarded: throttled', 'ExpiredToken: refused']);
  });

  it('asks for none after any other refusal', async () => {
    const { attempt, keys } = await callWith(['ValidationError']);
    expect([await attempt(), await attempt()]).toEqual(['ValidationError: refused', 'done']);
    expect(keys).toEqual(['key-1', 'key-1']);
  });
});

it('gives a child process the keys in its environment, and no profile beside them', () => {
  expect(variablesOf({ accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' })).toEqual({
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 'b',
    AWS_SESSION_TOKEN: 'c',
    AWS_PROFILE: undefined,
  });
});
