import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseBrat } from '../../dist/input/brat.js';
import { renderBrat } from '../../dist/output/brat.js';

describe('brat', () => {
  test('offsets are code points, a name over a line end is in pieces, another base form is a note', () => {
    const text = '😀 Ali Kaya\n Yılmaz geldi, Kaya gitti.';
    const entities = [
      { type: 'PER', start: 3, end: 19, name: 'Ali Kaya Yılmaz' },
      { type: 'PER', start: 27, end: 31, name: 'Ali Kaya Yılmaz' },
    ];
    expect(renderBrat(text, { entities })).toBe(
      'T1\tPER 2 10;12 18\tAli Kaya Yılmaz\n' + 'T2\tPER 26 30\tKaya\n' + '#1\tAnnotatorNotes T2\tAli Kaya Yılmaz\n',
    );
  });

  test('a lone carriage return ends a line too', () => {
    const entities = [{ type: 'PER', start: 0, end: 9, name: 'Ali Kaya' }];
    expect(renderBrat('Ali\r Kaya geldi.', { entities })).toBe('T1\tPER 0 3;5 9\tAli Kaya\n');
  });

  test('what is written reads back as the same names', () => {
    const word = fc.stringMatching(/^[\p{L}😀.-]+$/u);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, fc.constantFrom(' ', '\n', '\r\n')), { maxLength: 6 }), (parts) => {
        let text = '';
        const entities = [];
        for (const [before, name, gap] of parts) {
          text += `${before}${gap}`;
          entities.push({ type: 'ORG', start: text.length, end: text.length + 2 * name.length + gap.length, name });
          text += `${name}${gap}${name} `;
        }
        const { names } = parseBrat(renderBrat(text, { entities }), text, 'a.ann');
        expect(names).toEqual(entities.map(({ type, start, end }) => ({ type, start, end })));
      }),
    );
  });
});
