import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reportOf } from '../../../src/images/build-report.js';
import { remediesFor } from '../../../src/images/known-failures.js';
import { recordedLog } from './fixture.js';

describe('the report of a Packer log', () => {
  const built = reportOf(recordedLog('built'));

  it('lists each image once, though a manifest post-processor makes Packer list them twice', () => {
    expect(built.images).toEqual([
      { build: 'amazon-ebs', region: 'eu-west-1', id: 'ami-00000000000000003' },
      { build: 'amazon-ebs', region: 'us-east-1', id: 'ami-00000000000000004' },
    ]);
  });

  it('knows what Packer made from what Packer said, not from what a script printed afterwards', () => {
    expect(Object.fromEntries(built.traces)).toEqual({
      'amazon-ebs': {
        imageName: 'shop',
        sourceImage: 'ami-0000000000000ba5e',
        keyPair: expect.stringMatching(/^packer_/),
        securityGroup: expect.stringMatching(/^packer_/),
        launching: true,
        instance: 'i-00000000000000002',
      },
    });
  });

  it('tells each error once, with the build that it ended', () => {
    expect(reportOf(recordedLog('script-failed')).errors).toEqual([
      'amazon-ebs: Script exited with non-zero exit status: 3.Allowed exit codes are: [0]',
    ]);
  });

  it('tells what was said when no build began', () => {
    expect(reportOf(recordedLog('required-plugins')).errors).toEqual([
      expect.stringMatching(/^Error: Unsupported block type/),
    ]);
  });

  it('can be made of a log that is cut off anywhere, and never forgets what it knew', () => {
    const log = recordedLog('built');
    fc.assert(
      fc.property(fc.nat(log.length), fc.nat(log.length), (one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map((end) => reportOf(wholeLines(log, end)));
        const before = early?.traces.get('amazon-ebs') ?? {};
        expect(late?.traces.get('amazon-ebs') ?? {}).toMatchObject(before);
      }),
    );
  });
});

function wholeLines(log: string, end: number): string {
  return log.slice(0, log.lastIndexOf('\n', end) + 1);
}

describe('a known failure', () => {
  it.each([
    ['a name that is taken', recordedLog('name-taken'), /ami_name/],
    ['plugins in an old Packer', recordedLog('required-plugins'), /packer-version/],
    ['the Ansible proxy', 'no matching host key type found. Their offer: ssh-rsa', /use_proxy/],
    ['a machine out of reach', 'Timeout waiting for SSH.', /ssh_username/],
    ['no credentials', 'no valid credential sources for  found.', /configure-aws-credentials/],
    ['a missing permission', 'UnauthorizedOperation: You are not authorized', /policy/],
    ['a missing playbook', 'playbook_file: nope.yml is invalid: stat nope.yml: no such file', /working-directory/],
  ])('comes with what to do: %s', (_name, text, remedy) => {
    expect(remediesFor(text)).toEqual([expect.stringMatching(remedy)]);
  });

  it('is not seen where there is none', () => {
    expect(remediesFor(recordedLog('built'))).toEqual([]);
  });
});
