import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { offsetConverter } from '../../dist/text/offsets.js';
import { testRows } from '../helpers/rows.js';
import { anyText } from '../helpers/texts.js';

describe('offsets in other units', () => {
  testRows(
    'converts',
    [
      ['Ankara', 'utf16', [0, 6], [0, 6], 'UTF-16 is what künye counts'],
      ['😀 Ankara', 'utf16', [3], [3], 'a pair counts two'],
      ['😀 Ankara', 'codepoint', [0, 2, 3, 9], [0, 1, 2, 8], 'a pair is one code point'],
      ['İğ Ş', 'byte', [0, 1, 2, 3, 4], [0, 2, 4, 5, 7], 'Turkish letters take two bytes'],
      ['’😀x', 'byte', [1, 3, 4], [3, 7, 8], 'three and four bytes'],
      ['abc', 'byte', [3, 1], [3, 1], 'going back is allowed, if slow'],
      ['\ud83dx', 'byte', [1, 2], [3, 4], 'a lone half is written as U+FFFD: three bytes'],
    ],
    (text, unit, offsets) => offsets.map(offsetConverter(text, unit)),
  );

  test('byte and code point slices hold the same text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (given, a, b) => {
        const text = given.toWellFormed?.() ?? Buffer.from(given).toString();
        const points = [...text];
        const [from, to] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y);
        const start = points.slice(0, from).join('').length;
        const end = points.slice(0, to).join('').length;
        const slice = text.slice(start, end);
        const byte = offsetConverter(text, 'byte');
        const point = offsetConverter(text, 'codepoint');
        const [byteStart, byteEnd] = [byte(start), byte(end)];
        expect(Buffer.from(text).subarray(byteStart, byteEnd).toString()).toBe(slice);
        expect([point(start), point(end)]).toEqual([from, to]);
      }),
    );
  });
});
