import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyRegion, region } from './bake-bench.js';

/**
 * Writes a template whose build makes Packer call all that it calls for an image with a copy: key pair, security group,
 * instance, image, copy, sharing, tags. Nothing is reached by SSH, so it needs no real machine. The image's name is
 * fixed: a bake that leaves its image behind makes the next one fail.
 */
export function writeTemplate(folder: string, script = ['true']): Promise<void> {
  const builder = {
    type: 'amazon-ebs',
    region,
    ami_regions: [copyRegion],
    ami_name: 'shop',
    ami_description: 'The shop',
    ami_users: ['111122223333'],
    snapshot_users: ['111122223333'],
    source_ami: '{{user `source`}}',
    instance_type: 't3.micro',
    communicator: 'none',
    tags: { service: 'shop' },
    snapshot_tags: { service: 'shop' },
    custom_endpoint_ec2: '{{user `endpoint`}}',
    skip_credential_validation: true,
    skip_metadata_api_check: true,
  };
  const template = {
    variables: { source: null, endpoint: '{{env `AWS_ENDPOINT_URL`}}' },
    builders: [builder],
    provisioners: [{ type: 'shell-local', inline: script }],
  };
  return writeFile(join(folder, 'template.json'), JSON.stringify(template, null, 2));
}
