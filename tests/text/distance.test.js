import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NearWords, withinOneEdit } from '../../dist/text/distance.js';
import { expectLinear } from '../helpers/linear.js';
import { testRows } from '../helpers/rows.js';

// The submodule alone: natural as a whole loads database drivers.
const natural = createRequire(import.meta.url)('natural/lib/natural/distance/index.js');

/** Words over few letters, so that near ones are met often. */
const word = fc.string({ unit: fc.constantFrom(...'abcğı'), maxLength: 7 });

describe('withinOneEdit', () => {
  testRows(
    'tells one edit from more',
    [
      ['hukümeti', 'hükümeti', true, 'a changed letter'],
      ['hükmeti', 'hükümeti', true, 'a missing letter'],
      ['hüküümeti', 'hükümeti', true, 'a letter too many'],
      ['hükümtei', 'hükümeti', true, 'two neighbours exchanged'],
      ['hukumeti', 'hükümeti', false, 'two changed letters'],
      ['erdogan', 'erdoğan', true, 'a foreign keyboard'],
      ['', 'a', true, 'one letter from nothing'],
      ['', 'ab', false, 'two letters from nothing'],
      ['', '', true, 'nothing is nothing'],
      ['abc', 'bca', false, 'a letter moved over two'],
      ['abc', 'cba', false, 'an exchange over one'],
    ],
    withinOneEdit,
  );

  test('agrees with the Damerau-Levenshtein distance of natural', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = natural.DamerauLevenshteinDistance(a, b, { restricted: true });
        expect([a, b, withinOneEdit(a, b)]).toEqual([a, b, distance <= 1]);
      }),
      { numRuns: 2000 },
    );
  });

  test('allows what the Levenshtein distance of natural allows, and an exchange besides', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const plain = natural.LevenshteinDistance(a, b) <= 1;
        const exchanged = a.length === b.length && [...a].sort().join() === [...b].sort().join();
        expect(withinOneEdit(a, b)).toBe(plain || (exchanged && withinOneEdit(a, b)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('NearWords', () => {
  test('gives the same as comparing word by word, few or many', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80, size: 'max' }), word, (words, wanted) => {
        const near = new NearWords();
        for (const [i, each] of words.entries()) near.add(each, i);
        const expected = [...words.keys()].filter((i) => withinOneEdit(words[i], wanted));
        expect(near.near(wanted)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('finds words added after the first search', () => {
    const near = new NearWords();
    for (let i = 0; i < 100; i++) near.add(`kelime${i}x`, i);
    expect(near.near('kelime7x')).toContain(7);
    near.add('kelimem7x', 'new');
    expect(near.near('kelime7x').at(-1)).toBe('new');
  });

  test('looks up 20,000 words among 20,000 in linear time', () => {
    const near = new NearWords();
    for (let i = 0; i < 20_000; i++) near.add(`ad${i}`, i);
    expectLinear(() => {
      for (let i = 0; i < 20_000; i++) near.near(`soyad${i}`);
    });
  });
});
