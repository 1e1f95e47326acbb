import { expect, test } from '@jest/globals';
import { tieStrength } from '../../dist/report/strength.js';

test('the value of a table worked by hand', () => {
  // 10 of 20 and 30 documents together, 100 in all: cells 10, 10, 20, 60 against 6, 14, 24, 56.
  const byHand = 2 * (10 * Math.log(10 / 6) + 10 * Math.log(10 / 14) + 20 * Math.log(20 / 24) + 60 * Math.log(60 / 56));
  expect(tieStrength(10, 20, 30, 100)).toBeCloseTo(byHand, 10);
});

test('names met no more often than by chance have no tie', () => {
  expect(tieStrength(6, 20, 30, 100)).toBe(0);
  expect(tieStrength(0, 20, 30, 100)).toBe(0);
  expect(tieStrength(100, 100, 100, 100)).toBe(0);
});

test('a pair that is always together is stronger than a pair of names that are everywhere', () => {
  expect(tieStrength(20, 20, 20, 1000)).toBeGreaterThan(tieStrength(200, 400, 400, 1000));
});

test('met often is stronger than met once, at the same ratio', () => {
  expect(tieStrength(20, 20, 20, 1000)).toBeGreaterThan(tieStrength(1, 1, 1, 1000));
});
