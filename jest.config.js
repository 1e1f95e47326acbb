/** Tests are plain ESM JavaScript against the compiled output: what is tested is what is published. */
export default {
  rootDir: 'tests',
  testMatch: ['**/*.test.js'],
  testEnvironment: 'node',
  transform: {},
  maxWorkers: 2,
  // For busy machines; no test waits on purpose.
  testTimeout: 60_000,
};
