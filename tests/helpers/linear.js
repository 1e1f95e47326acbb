import { expect } from '@jest/globals';

/** Sizes are such that quadratic work takes tens of seconds, linear work a fraction of one. */
const MOST_SECONDS = 4;

/** Runs work over a very large input and expects it to take the CPU time of linear work; waiting for a busy machine does not count. */
export function expectLinear(work) {
  const before = process.cpuUsage();
  const result = work();
  const { user } = process.cpuUsage(before);
  expect(user / 1e6).toBeLessThan(MOST_SECONDS);
  return result;
}
