import { test } from '@jest/globals';
import fc from 'fast-check';
import { wrapLines } from '../../dist/text/wrap.js';
import { testRows } from '../helpers/rows.js';

testRows(
  'wrapping lines',
  [
    ['bir iki üç', 10, 'bir iki üç', 'fits exactly'],
    ['bir iki üç', 9, 'bir iki\nüç', 'breaks before the word that does not fit'],
    ['bir iki\nüç dört', 7, 'bir iki\nüç dört', 'a line end starts anew'],
    ['uzunbirsözcük iki', 5, 'uzunbirsözcük\niki', 'a long word stays whole'],
    ['bir  iki', 5, 'bir \niki', 'of two blanks the last breaks'],
    ['a\u0308b\u0308c\u0308 d', 5, 'a\u0308b\u0308c\u0308 d', 'combining marks take no column'],
    ['bir\u00a0iki üç', 5, 'bir\u00a0iki\nüç', 'a no-break blank holds'],
    ['', 5, '', 'nothing'],
  ],
  wrapLines,
);

test('only blanks become line ends, and no line with a blank is too wide', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ş', ' ', '\n'), maxLength: 80 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 20 }), (source, width) => {
      const wrapped = wrapLines(source, width);
      const same = [...wrapped].every((char, i) => char === source[i] || (char === '\n' && source[i] === ' '));
      const fits = wrapped.split('\n').every(
        (line) =>
          line.length <= width ||
          !line
            .slice(0, width + 1)
            .trimStart()
            .includes(' '),
      );
      return wrapped.length === source.length && same && fits;
    }),
  );
});
