import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addPlainTokens } from '../../dist/tokenize/plain.js';
import { addToken, createTable } from '../../dist/tokenize/table.js';
import { tokenize, tokenizeWith } from '../../dist/tokenize/tokenizer.js';
import { testRows } from '../helpers/rows.js';
import { anyText } from '../helpers/texts.js';

const COLUMNS = ['start', 'end', 'stemEnd', 'kind', 'shape', 'flags', 'sentence', 'hash', 'check'];

/** The table as lists of numbers. */
function columnsOf(table) {
  const lists = COLUMNS.map((name) => [name, Array.from(table[name].subarray(0, table.length))]);
  return { ...Object.fromEntries(lists), starts: table.sentenceStart, cases: table.sentenceCase };
}

/** What the short way takes at the start of a text into a table with room for one token. */
function taken(text) {
  const table = createTable(text, 1);
  const end = addPlainTokens(table, 0);
  return table.length === 0 ? 'left to the long way' : text.slice(table.start[0], end);
}

/** Words the short way has to judge: letters, apostrophes and the marks that may join them to more. */
const wordLike = fc
  .array(
    fc.constantFrom(
      ...'aşİIğCsS',
      'ankara',
      'Ankara',
      'www',
      'http',
      'Prof',
      'bkz',
      'XIX',
      ...'\'’.-&@_:/,; \n"1',
      '\u00ad',
      '\u0301',
      'ا',
      '😀',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('the short way for plain words and marks', () => {
  test('gives the tokens of the long way', () => {
    const none = (_, from) => from;
    fc.assert(
      fc.property(fc.oneof(anyText, wordLike), (text) => {
        expect(columnsOf(tokenize(text))).toEqual(columnsOf(tokenizeWith(text, none)));
      }),
      { numRuns: 3000 },
    );
  });
  test('stem, case and hashes are those of addToken', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wordLike), (text) => {
        const table = tokenize(text);
        const again = createTable(text, 4);
        for (let i = 0; i < table.length; i++) addToken(again, table.start[i], table.end[i], table.kind[i], 0);
        for (const name of ['stemEnd', 'shape', 'hash', 'check'])
          expect(again[name].subarray(0, again.length)).toEqual(table[name].subarray(0, table.length));
      }),
    );
  });
  testRows(
    'takes marks and what cannot be more than a word',
    [
      ['Ankara', 'Ankara', 'the end of the text'],
      ['ankara,', 'ankara', 'before a mark'],
      ["Ankara'da ", "Ankara'da", 'with its suffix'],
      ['Ankara. ', 'Ankara', 'before a stop'],
      [' \n(Ankara)', '(', 'a mark, after white space'],
      ['’Ankara', '’', 'an apostrophe that begins no suffix'],
      ['... ', 'left to the long way', 'an ellipsis'],
      ['#ankara', 'left to the long way', 'a hashtag'],
      ['8 ', 'left to the long way', 'a number'],
      ['Prof. ', 'left to the long way', 'an abbreviation'],
      ['XIX. ', 'left to the long way', 'an ordinal'],
      ['F. ', 'left to the long way', 'an initial'],
      ['Ankaralı.com', 'left to the long way', 'a host name'],
      ["O'Neill", 'left to the long way', 'the apostrophe of a name'],
      ["Moody's ", 'left to the long way', 'no suffix'],
      ['Türk-İş', 'left to the long way', 'a hyphen'],
      ['haber@site.com', 'left to the long way', 'an address'],
      ['https://a.b', 'left to the long way', 'a scheme'],
    ],
    taken,
  );
});
