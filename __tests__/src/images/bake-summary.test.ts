import { describe, expect, it } from '@jest/globals';
import { bakeSummary } from '../../../src/images/bake-summary.js';

describe('the job summary of a bake', () => {
  const baked = {
    images: [{ build: 'amazon-ebs', region: 'eu-west-1', id: 'ami-0a' }],
    sourceImages: new Map([['amazon-ebs', 'ami-0b']]),
    packerVersion: '1.11.2',
    duration: 83_400,
  };

  it('shows each image with its region and what it was made from', () => {
    expect(bakeSummary(baked, {})).toContain('| eu-west-1 | ami-0a | ami-0b | amazon-ebs |');
    expect(bakeSummary(baked, {})).toContain('Packer 1.11.2, 83 s.');
  });

  it('shows text from outside as it is: nothing becomes Markdown, HTML or another column', () => {
    const summary = bakeSummary(baked, { team: 'a|b <img src=x>\n# [c](d) `e`' });
    const row = summary.split('\n').find((line) => line.startsWith('| team'));
    expect(row?.match(/\|/g)).toHaveLength(3);
    expect(row).not.toMatch(/[<>[\]`]/);
  });
});
