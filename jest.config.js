/** Tests are plain ESM JavaScript against the compiled output: what is tested is what is published. */
export default {
  rootDir: 'tests',
  testMatch: ['**/*.test.js'],
  testEnvironment: 'node',
  transform: {},
  maxWorkers: 2,
};
