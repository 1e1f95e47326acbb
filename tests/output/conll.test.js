import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseConll } from '../../dist/input/conll.js';
import { bioTags, renderConll } from '../../dist/output/conll.js';
import { analyseText } from '../../dist/pipeline.js';
import { tableOfTokens, tokenize } from '../../dist/tokenize/tokenizer.js';
import { resourcesOf } from '../helpers/lexicon.js';
import { testRows } from '../helpers/rows.js';
import { anyText } from '../helpers/texts.js';

const span = (text, slice, type = 'LOC') => ({
  start: text.indexOf(slice),
  end: text.indexOf(slice) + slice.length,
  type,
});

describe('CoNLL tags', () => {
  testRows(
    'are IOB2',
    [
      ['Ali Kaya geldi', [['Ali Kaya', 'PER']], 'B-PER I-PER O', 'two tokens of one name'],
      [
        "Ankara'da Ali",
        [
          ['Ankara', 'LOC'],
          ['Ali', 'PER'],
        ],
        'B-LOC B-PER',
        'a suffixed token has the tag of its stem',
      ],
      ['Van Van', [['Van', 'LOC']], 'B-LOC O', 'one of two'],
      ['Ali Kaya', [], 'O O', 'no names'],
      [
        'Van, Muş',
        [
          ['Van', 'LOC'],
          ['Muş', 'LOC'],
        ],
        'B-LOC O B-LOC',
        'two names',
      ],
    ],
    (text, names) =>
      bioTags(
        tokenize(text),
        names.map(([slice, type]) => span(text, slice, type)),
      ).join(' '),
  );
  test('are printed a token a line, with a blank line after each sentence', () => {
    const text = "Ali Van'da. Gitti.";
    expect(renderConll(tokenize(text), [span(text, 'Van')])).toBe("Ali\tO\nVan'da\tB-LOC\n.\tO\n\nGitti\tO\n.\tO\n\n");
  });
  test('exactly the given tokens are printed', () => {
    const given = [["Kohl'ün", '#', 'evi'], ['.']];
    const printed = renderConll(tableOfTokens(given), []);
    expect(parseConll(`-DOCSTART-\n\n${printed}`)[0].sentences.map((rows) => rows.map((row) => row.token))).toEqual(
      given,
    );
  });
  test('of any text read back as its tokens', () => {
    const resources = resourcesOf(['Ankara ; LOC', 'Ahmet ; GIVEN', 'Yılmaz ; SURNAME']);
    fc.assert(
      fc.property(anyText, (text) => {
        const { table, result } = analyseText(text, resources);
        const docs = parseConll(`-DOCSTART-\n\n${renderConll(table, result.entities)}`);
        const rows = docs.flatMap((doc) => doc.sentences.flat());
        expect(rows.length).toBe(table.length);
        expect(rows.filter(({ columns }) => columns[0].startsWith('B-')).length).toBe(result.entities.length);
      }),
    );
  });
});
