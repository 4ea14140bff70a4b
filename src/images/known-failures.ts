/** A failure that others met before: how the log shows it, and what to do. */
interface KnownFailure {
  readonly words: RegExp;
  readonly remedy: string;
}

const knownFailures: readonly KnownFailure[] = [
  {
    words: /no matching host key type found\. Their offer: ssh-rsa/,
    remedy:
      'OpenSSH 8.8 and later refuse the key of Packer\'s Ansible proxy. Set "use_proxy": false and "user" on the ansible provisioner.',
  },
  {
    words: /is used by an existing AMI|InvalidAMIName\.Duplicate/,
    remedy:
      'Put something that changes into ami_name, such as {{timestamp}} or the commit, or deregister the old image.',
  },
  {
    words: /Timeout waiting for (SSH|WinRM)/,
    remedy:
      'The machine started but could not be reached: look at ssh_username, at the subnet (a public address, or ssh_interface "session_manager"), and at its network rules.',
  },
  {
    words: /no valid credential sources|NoCredentialProviders|No valid credential sources found/,
    remedy: 'There are no AWS credentials: run aws-actions/configure-aws-credentials in an earlier step of this job.',
  },
  {
    words: /AuthFailure|ExpiredToken|RequestExpired|InvalidClientTokenId/,
    remedy:
      'AWS refused the credentials: they are wrong, or they ran out before the bake ended (see role-duration-seconds).',
  },
  {
    words: /UnauthorizedOperation|AccessDenied/,
    remedy: "The role lacks a permission: compare it with the policy in bake-ami's README.",
  },
  {
    words: /Blocks of type "required_plugins" are not expected here/,
    remedy:
      'This Packer is older than 1.7 and has its plugins inside. Set packer-version, or move required_plugins into a file of its own and leave it out.',
  },
  {
    words:
      /Missing plugins|plugin .* is not installed|The builder amazon-\S+ is unknown|unknown (builder|provisioner) type/i,
    remedy:
      'A plugin is missing: name it in required_plugins of an HCL2 template, and it is installed by "packer init".',
  },
  {
    words: /playbook_file: .* is invalid|could not be found.*playbook|playbook: .* could not be found/i,
    remedy:
      'The playbook is not where the template says: paths are relative to working-directory; template_dir (JSON) or path.root (HCL2) helps.',
  },
  {
    words: /ansible-playbook": executable file not found|Error running "ansible-playbook.* --version"/,
    remedy: 'Ansible is not installed on the runner: add a step such as "pipx install ansible-core".',
  },
  {
    words: /403 API rate limit exceeded|rate limit of .* exceeded/i,
    remedy:
      'GitHub limits downloads of plugins: set PACKER_GITHUB_API_TOKEN to the github.token of the workflow in the step\'s "env:".',
  },
];

/** What to do about each known failure that a log shows. */
export function remediesFor(text: string): readonly string[] {
  return knownFailures.filter(({ words }) => words.test(text)).map(({ remedy }) => remedy);
}
