import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A user's repository: the sample service with the examples' workflows in it, word for word. */
export class ScratchRepository {
  /** Holds everything that a run needs, and everything that it leaves. */
  readonly folder = mkdtempSync(join(tmpdir(), 'steadfleet-workflows-'));
  readonly checkout = join(this.folder, 'sample');
  /** What a release of Steadfleet holds of itself. */
  readonly steadfleet = join(this.folder, 'steadfleet');
  /** Stands for aws-actions/configure-aws-credentials. */
  readonly credentials = join(this.folder, 'configure-aws-credentials');

  constructor() {
    // Debian's Packer has its plugins inside, and cannot read the file that names them.
    cpSync('examples/service', this.checkout, { recursive: true, filter: (path) => !path.endsWith('plugins.pkr.hcl') });
    cpSync('examples/workflows', join(this.checkout, '.github/workflows'), { recursive: true });
    for (const path of ['action.yml', 'actions', 'dist']) {
      cpSync(path, join(this.steadfleet, path), { recursive: true });
    }
    mkdirSync(this.credentials);
    writeFileSync(join(this.credentials, 'action.yml'), credentialsAction);
    this.#git('init', '--quiet', '--initial-branch=main');
    this.#git('remote', 'add', 'origin', 'https://github.com/acme/sample.git');
    this.commit('Say "hello" & <wave>');
  }

  /** Commits what there is, and something new; gives the commit's hash. */
  commit(message: string): string {
    this.#git('add', '--all');
    this.#git(
      '-c',
      'user.name=Ben',
      '-c',
      'user.email=ben@acme.test',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      message,
    );
    return this.head();
  }

  head(): string {
    return this.#git('rev-parse', 'HEAD').trim();
  }

  /** Goes to a branch, from where the checkout is. */
  branch(name: string): void {
    this.#git('checkout', '--quiet', '-B', name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #git(...parameters: string[]): string {
    return execFileSync('git', ['-C', this.checkout, ...parameters], { encoding: 'utf8' });
  }
}

/** Checks that it is asked for a role and a region, and gives what the sandbox takes. */
const credentialsAction = `name: Stub of configure-aws-credentials
description: Gives the sandbox's credentials
inputs:
  aws-region:
    description: Region
    required: true
  role-to-assume:
    description: Role
    required: true
runs:
  using: composite
  steps:
    - shell: bash
      env:
        REGION: \${{ inputs.aws-region }}
        ROLE: \${{ inputs.role-to-assume }}
      run: |
        [[ "$ROLE" == arn:aws:iam::* ]]
        printf '%s\\n' AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox "AWS_REGION=$REGION" >> "$GITHUB_ENV"
`;
