/** Unit, property, simulation and wire tests: all that needs no external tool. Pipeline tests run from .ci/run. */
export default {
  // A busy machine is slow: what hangs is found all the same.
  testTimeout: 30_000,
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/__tests__/pipeline/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '<rootDir>/jest.transform.js' },
  testSequencer: '<rootDir>/jest.sequencer.js',
  clearMocks: true,
  // As many as there are cores: one fewer, which is Jest's way, would leave half of a small machine idle.
  maxWorkers: '100%',
  // Modules of files that are done stay in memory, and the more there are the slower is all else.
  workerIdleMemoryLimit: '700MB',
};
