import type { RealMachine } from './real-machine.js';

const settings = (address: string, port: number) => `ListenAddress ${address}:${port}
HostKey /run/steadfleet/host_key
PidFile none
UsePAM no
UseDNS no
StrictModes no
AuthorizedKeysFile /run/steadfleet/authorized_keys
PermitRootLogin prohibit-password
PasswordAuthentication no
PrintMotd no
Subsystem sftp internal-sftp
`;

/** Lets whoever holds one of these keys log in on a machine, as any user that it has: root, for one. */
export async function startSshd(machine: RealMachine, authorizedKeys: readonly string[], port: number): Promise<void> {
  const keys = authorizedKeys.map((key) => `${key.trim()}\n`).join('');
  await machine.files.write('/run/steadfleet/authorized_keys', keys, 0o644);
  await machine.files.write('/run/steadfleet/sshd_config', settings(machine.settings.address, port), 0o600);
  const keygen = ['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', '/run/steadfleet/host_key'];
  if ((await machine.start(keygen).ended) !== 0) {
    machine.console.say('sshd: there is no host key, so nobody can log in');
    return;
  }
  const sshd = machine.start(['/usr/sbin/sshd', '-D', '-e', '-f', '/run/steadfleet/sshd_config']);
  sshd.whenEnded((exitCode) => machine.isUp && machine.console.say(`sshd: ended with ${exitCode}`));
}
