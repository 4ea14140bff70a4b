import { existsSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { withPreparedImage } from '../../sandbox/prepared-image.js';

const release = { version: '1', healthy: true, port: 8080 };

describe('an image that nobody baked', () => {
  it('holds what the playbook lays down', async () => {
    await withPreparedImage('examples/service', release, async (folder) => {
      const read = (path: string) => readFile(join(folder, path), 'utf8');
      const unit = 'etc/systemd/system/steadfleet-sample.service';
      const playbook = await readFile('examples/service/playbook.yml', 'utf8');
      expect(JSON.parse(await read('opt/steadfleet-sample/release.json'))).toEqual({ version: '1', healthy: true });
      expect(await read('opt/steadfleet-sample/service.py')).toBe(
        await readFile('examples/service/service.py', 'utf8'),
      );
      expect(await read(unit)).toBe(await readFile('examples/service/steadfleet-sample.service', 'utf8'));
      expect(await readlink(join(folder, 'etc/systemd/system/multi-user.target.wants/steadfleet-sample.service'))).toBe(
        `/${unit}`,
      );
      expect(await read('etc/default/steadfleet-sample')).toBe('PORT=8080\n');
      expect((await read('etc/passwd')).match(/^steadfleet-sample:/gm)).toHaveLength(1);
      expect(playbook).toContain('home: /opt/steadfleet-sample');
      expect(playbook).toContain('dest: /etc/default/steadfleet-sample');
    });
  });

  it('leaves no folder behind, even when it cannot be used', async () => {
    let seen = '';
    const refuse = async (folder: string) => {
      seen = folder;
      throw new Error('no room');
    };
    await expect(withPreparedImage('examples/service', release, refuse)).rejects.toThrow('no room');
    expect(existsSync(seen)).toBe(false);
  });
});
