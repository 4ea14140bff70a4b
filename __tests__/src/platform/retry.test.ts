import { describe, expect, it } from '@jest/globals';
import { VirtualClock } from '../../../sandbox/world/virtual-clock.js';
import { failureKind, type Repeatable, withRetry } from '../../../src/platform/retry.js';

const random = { next: () => 0.5 };

describe('failureKind', () => {
  it.each([
    [{ name: 'RequestLimitExceeded', $metadata: { httpStatusCode: 503 } }, 'throttled'],
    [{ name: 'Throttling', $metadata: { httpStatusCode: 400 } }, 'throttled'],
    [{ name: 'ResourceContentionFault', $metadata: { httpStatusCode: 500 } }, 'unavailable'],
    [{ name: 'Error', code: 'ECONNRESET' }, 'unavailable'],
    [{ name: 'Error', code: 'EAI_AGAIN' }, 'unavailable'],
    [{ name: 'Unknown', $metadata: { httpStatusCode: 502 } }, 'unavailable'],
    [{ name: 'ValidationError', $metadata: { httpStatusCode: 400 } }, 'refused'],
    [{ name: 'SignatureDoesNotMatch', $metadata: { httpStatusCode: 403, clockSkewCorrected: true } }, 'throttled'],
    [{ name: 'SignatureDoesNotMatch', $metadata: { httpStatusCode: 403 } }, 'refused'],
    [{ name: 'ValidationError', $metadata: { httpStatusCode: 400, clockSkewCorrected: true } }, 'refused'],
    [{ name: 'Unknown', $metadata: { httpStatusCode: 429 } }, 'throttled'],
    [{ name: 'Error', code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'unavailable'],
    [{ name: 'Error', code: 'EPROTO' }, 'unavailable'],
    [{ name: 'Error', code: 'HPE_INVALID_CONSTANT' }, 'unavailable'],
    [{ name: 'Error', code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' }, 'unavailable'],
    [{ name: 'Error', code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'refused'],
    [{ name: 'SyntaxError', $metadata: { httpStatusCode: 200 } }, 'unavailable'],
    [{ name: 'CredentialsProviderError' }, 'refused'],
    [new Error('anything else'), 'refused'],
  ])('%j is %s', (error, kind) => {
    expect(failureKind(error)).toBe(kind);
  });
});

describe('withRetry', () => {
  async function run(errors: object[], repeatable: Repeatable) {
    const clock = new VirtualClock();
    let calls = 0;
    const call = async () => {
      calls++;
      const error = errors.shift();
      if (error) throw error;
      return 'done';
    };
    const result = await clock.run(withRetry(call, { clock, random, repeatable }).catch((error: Error) => error.name));
    return { result, calls, elapsed: clock.elapsed() };
  }

  it('repeats a throttled change, with waits on the clock that grow', async () => {
    const throttled = { name: 'Throttling' };
    const { result, calls, elapsed } = await run([throttled, throttled], 'throttled');
    expect({ result, calls, elapsed }).toEqual({ result: 'done', calls: 3, elapsed: 500 + 1000 });
  });

  it('does not repeat a change whose effect is unknown', async () => {
    expect(await run([{ name: 'ResourceContention' }], 'throttled')).toMatchObject({
      result: 'ResourceContention',
      calls: 1,
    });
  });

  it('repeats a read whatever went wrong on the way', async () => {
    expect(await run([{ name: 'ResourceContention' }], 'any')).toMatchObject({ result: 'done', calls: 2 });
  });

  it('does not repeat what was right for one moment only, even if it was throttled', async () => {
    expect(await run([{ name: 'Throttling' }], 'none')).toMatchObject({ result: 'Throttling', calls: 1 });
  });

  it('gives up in the end', async () => {
    const { result, calls } = await run(Array(20).fill({ name: 'Throttling' }), 'any');
    expect({ result, calls }).toEqual({ result: 'Throttling', calls: 8 });
  });
});
