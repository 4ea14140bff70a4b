import everythingElse from './jest.config.js';

/** Tests that need external tools (Packer, Ansible, the AWS CLI, act): `npm run pipeline`, one file at a time. */
export default {
  ...everythingElse,
  roots: ['<rootDir>/__tests__/pipeline'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
  maxWorkers: 1,
  // A test that fails leaves its sandbox open; that must not keep everything waiting.
  forceExit: true,
  // What failed is told once more at the end: the tools' own output is long.
  reporters: ['default', ['summary', { summaryThreshold: 0 }]],
};
