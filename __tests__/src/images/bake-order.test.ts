import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BakeOrder, buildArguments, isHcl, regionsOf, requireFiles } from '../../../src/images/bake-order.js';

describe('a bake order', () => {
  let folder = '';
  let order: BakeOrder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'order-test-'));
    writeFileSync(join(folder, 'shop.json'), '{"region": "eu-west-1", "ami_regions": ["us-gov-east-1"]}');
    order = {
      template: 'shop.json',
      variables: {},
      variableFiles: [],
      only: [],
      except: [],
      workingDirectory: folder,
      packerVersion: undefined,
      packerMirror: new URL('https://releases.hashicorp.com'),
      region: 'eu-central-1',
      timeout: 3_600_000,
    };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('hands every value to Packer as one argument, whatever is in it; single variables win over files', () => {
    const variables = { message: 'a "b"; $(rm -rf /)\n--force', list: '["a","b"]' };
    expect(buildArguments({ ...order, variables, variableFiles: ['my vars.json'], only: ['one', 'two'] })).toEqual([
      'build',
      '-machine-readable',
      '-color=false',
      '-var-file=my vars.json',
      '-var',
      'message=a "b"; $(rm -rf /)\n--force',
      '-var',
      'list=["a","b"]',
      '-only=one,two',
      'shop.json',
    ]);
  });

  it('knows HCL2 by its name, or as a folder', () => {
    mkdirSync(join(folder, 'image'));
    expect(isHcl(order)).toBe(false);
    expect(isHcl({ ...order, template: 'image.pkr.hcl' })).toBe(true);
    expect(isHcl({ ...order, template: 'image.pkr.json' })).toBe(true);
    expect(isHcl({ ...order, template: 'image' })).toBe(true);
  });

  it('finds every region that its files and variables name', () => {
    mkdirSync(join(folder, 'image'));
    writeFileSync(join(folder, 'image', 'a.pkr.hcl'), 'region = "ap-southeast-2"');
    writeFileSync(join(folder, 'image', 'notes.txt'), 'sa-east-1');
    expect(regionsOf(order)).toEqual(['eu-central-1', 'eu-west-1', 'us-gov-east-1']);
    expect(regionsOf({ ...order, template: 'image', variables: { copies: 'us-west-2,me-south-1' } })).toEqual([
      'eu-central-1',
      'ap-southeast-2',
      'us-west-2',
      'me-south-1',
    ]);
  });

  it('is refused by the name of the input whose file is not there', () => {
    expect(() => requireFiles(order)).not.toThrow();
    expect(() => requireFiles({ ...order, template: 'no.json' })).toThrow(/Input "template": there is no .*no\.json/);
    expect(() => requireFiles({ ...order, variableFiles: ['no'] })).toThrow(/Input "variable-files"/);
    expect(() => requireFiles({ ...order, workingDirectory: '/no/such' })).toThrow(/Input "working-directory"/);
  });
});
