import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a release of the sample service is. */
export interface ServiceRelease {
  readonly version: string;
  /** Whether its health check ever passes. */
  readonly healthy: boolean;
  readonly port: number;
}

const unit = 'steadfleet-sample.service';
const home = 'opt/steadfleet-sample';
const user = 'steadfleet-sample';
/** Of the service's own user; below 1000, as system users are, and none that Debian gives away itself. */
const userId = 799;

/**
 * Lays out what the playbook of examples/service would leave on a machine, without a bake: for the version that runs when
 * the demo begins, and for computers where a bake cannot be real. `use` gets the folder, which is gone afterwards.
 */
export async function withPreparedImage(
  source: string,
  { port, ...release }: ServiceRelease,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'steadfleet-image-'));
  const into = async (path: string) => {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    return target;
  };
  try {
    await copyFile(join(source, 'service.py'), await into(`${home}/service.py`));
    await writeFile(await into(`${home}/release.json`), `${JSON.stringify(release)}\n`);
    await writeFile(await into(`etc/default/${user}`), `PORT=${port}\n`);
    await copyFile(join(source, unit), await into(`etc/systemd/system/${unit}`));
    await symlink(`/etc/systemd/system/${unit}`, await into(`etc/systemd/system/multi-user.target.wants/${unit}`));
    await writeFile(
      await into('etc/passwd'),
      await extended('/etc/passwd', `${user}:x:${userId}:${userId}::/${home}:/usr/sbin/nologin`),
    );
    await writeFile(await into('etc/group'), await extended('/etc/group', `${user}:x:${userId}:`));
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A machine's files lie over the computer's own: its users are the computer's, and one more. */
async function extended(path: string, line: string): Promise<string> {
  const before = await readFile(path, 'utf8').catch(() => '');
  const others = before.split('\n').filter((each) => each !== '' && !each.startsWith(`${user}:`));
  return `${[...others, line].join('\n')}\n`;
}
