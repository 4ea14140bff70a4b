import { describe, expect, it } from '@jest/globals';
import { readUserData } from '../../../sandbox/hosts/user-data.js';

const encode = (text: string) => Buffer.from(text).toString('base64');

describe('user data', () => {
  it('may be left out or empty', () => {
    for (const none of [undefined, '', encode(' \n')]) expect(readUserData(none)).toEqual({ kind: 'none' });
  });

  it('is a script when it begins with #!', () => {
    expect(readUserData(encode('#!/bin/sh\ntrue\n'))).toEqual({ kind: 'script', text: '#!/bin/sh\ntrue\n' });
  });

  it.each(['#cloud-config\n', 'Content-Type: multipart/mixed\n', '<powershell>', '#include https://a'])(
    'is refused otherwise: %j',
    (text) => {
      expect(readUserData(encode(text))).toMatchObject({
        kind: 'refused',
        reason: expect.stringContaining(JSON.stringify(text).slice(0, 10)),
      });
    },
  );
});
