import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { indexNames, searchNames } from '../../dist/report/search.js';
import { testRows } from '../helpers/rows.js';

const NAMES = [
  ['Türkiye Büyük Millet Meclisi', 'TBMM', 'Meclis'],
  ['Millet Partisi'],
  ['Işıl Çağlar', 'Çağlar'],
  ['İskenderun'],
  ['Şirvan Öztürk'],
  ['Yeni Meclis-Sokağı'],
  ['Aramil'],
];
const index = indexNames(NAMES.map((forms) => ({ forms })));
const find = (query) => searchNames(index, query, 10).found.map((i) => NAMES[i][0]);

testRows(
  'searching names',
  [
    ['isken', ['İskenderun'], 'İ found by i'],
    ['ISKEN', ['İskenderun'], 'and by I, which capitals-only keyboards give'],
    ['ışıl', ['Işıl Çağlar'], 'Turkish lower case'],
    ['isil caglar', ['Işıl Çağlar'], 'typed without Turkish letters'],
    ['ozturk', ['Şirvan Öztürk'], 'a later word'],
    ['tbmm', ['Türkiye Büyük Millet Meclisi'], 'another form'],
    ['mil', ['Millet Partisi', 'Türkiye Büyük Millet Meclisi', 'Aramil'], 'start of name, start of word, inside'],
    ['sokağı', ['Yeni Meclis-Sokağı'], 'a hyphen starts a word'],
    ['  aramil ', ['Aramil'], 'blanks around'],
    ['', [], 'nothing asked, nothing found'],
    ['   ', [], 'only blanks'],
    ['zzz', [], 'not there'],
  ],
  find,
);

test('says how many there are when not all are given', () => {
  expect(searchNames(index, 'e', 2)).toEqual({ found: expect.any(Array), total: 4 });
  expect(searchNames(index, 'e', 2).found).toHaveLength(2);
});

test('every part of every name finds it', () => {
  fc.assert(
    fc.property(fc.nat({ max: NAMES.length - 1 }), fc.nat(), fc.nat(), (i, a, b) => {
      const [name] = NAMES[i];
      const from = a % name.length;
      const part = name.slice(from, from + 1 + (b % (name.length - from)));
      return part.trim() === '' || searchNames(index, part, NAMES.length).found.includes(i);
    }),
  );
});
