import { describe, expect, test } from '@jest/globals';
import { checkUnits, hashUnits, joinHash } from '../../dist/text/hash.js';

const units = (word) => Uint16Array.from(word, (char) => char.charCodeAt(0));
const pair = (word) => [hashUnits(units(word), word.length), checkUnits(units(word), word.length)];

describe('hashes', () => {
  test('100,000 words give 100,000 pairs', () => {
    const seen = new Set();
    for (let i = 0; i < 100_000; i++) seen.add(pair(`kelime${i}`).join());
    expect(seen.size).toBe(100_000);
  });
  test('the order of joined words counts', () => {
    const [a] = pair('ahmet');
    const [b] = pair('mehmet');
    expect(joinHash(a, b)).not.toBe(joinHash(b, a));
  });
  test('only the first n units count', () => {
    expect(hashUnits(units('ankaraxx'), 6)).toBe(pair('ankara')[0]);
    expect(checkUnits(units('ankaraxx'), 6)).toBe(pair('ankara')[1]);
  });
});
