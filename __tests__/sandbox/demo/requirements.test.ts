import { describe, expect, it } from '@jest/globals';
import { isDebianLike, prepareTools } from '../../../sandbox/demo/requirements.js';

const computer = { isLinux: true, isRoot: true, path: process.env.PATH ?? '', osRelease: '' };

describe('the tools of the demo', () => {
  it.each([
    ['ID=debian', true],
    ['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian', true],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"', true],
    ['ID=fedora', false],
    ['ID_LIKE="rhel fedora"\nHOME_URL="https://debian.example"', false],
    ['', false],
  ])('are installed on Debian and what is like it: %j', (osRelease, expected) => {
    expect(isDebianLike(osRelease)).toBe(expected);
  });

  it('are not looked for without Linux, and the reason is told', async () => {
    const tools = await prepareTools({ ...computer, isLinux: false }, () => undefined);
    expect(tools).toEqual({ real: false, because: 'its machines need Linux' });
  });

  it('are not looked for without root, and the reason is told', async () => {
    const tools = await prepareTools({ ...computer, isRoot: false }, () => undefined);
    expect(tools).toEqual({ real: false, because: 'its machines need root' });
  });

  it('cannot do without Python', async () => {
    await expect(prepareTools({ ...computer, isRoot: false, path: '/nowhere' }, () => undefined)).rejects.toThrow(
      'needs python3',
    );
  });
});
