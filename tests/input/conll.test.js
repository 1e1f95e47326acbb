import { describe } from '@jest/globals';
import { parseConll } from '../../dist/input/conll.js';
import { testRows } from '../helpers/rows.js';

/** Documents as sentences of tokens, each document with its mark. */
const read = (content) =>
  parseConll(content).map(({ sentences, marked }) => [marked, sentences.map((rows) => rows.map((row) => row.token))]);

describe('CoNLL input', () => {
  testRows(
    'tells documents and sentences',
    [
      [
        'Ali\tB-PER\n\nVan\tB-LOC\n',
        [
          [false, [['Ali']]],
          [false, [['Van']]],
        ],
        'without a mark every sentence is a document',
      ],
      [
        '-DOCSTART-\tO\n\nAli\tO\n\nVan\tO\n\n-DOCSTART-\n\nMuş\n',
        [
          [true, [['Ali'], ['Van']]],
          [true, [['Muş']]],
        ],
        'documents with a mark',
      ],
      ['# x\nAli O', [[false, [['#', 'Ali']]]], '# is a token like any other; columns by blanks'],
      [
        'Ali\r\nKaya\r\n\r\nVan',
        [
          [false, [['Ali', 'Kaya']]],
          [false, [['Van']]],
        ],
        'CRLF, no line end at the end',
      ],
      ['\ufeffAli\tO', [[false, [['Ali']]]], 'a byte order mark'],
      ['\n\n\n', [], 'blank lines only'],
      ['', [], 'nothing'],
      ['New York\tB-LOC', [[false, [['New York']]]], 'a blank inside a token when there are tabs'],
      ['-DOCSTART-', [[true, []]], 'a document without sentences'],
      [
        'Ali\n-DOCSTART-\nVan',
        [
          [false, [['Ali']]],
          [true, [['Van']]],
        ],
        'tokens before the first mark',
      ],
      [
        'Ali\n \t \nVan',
        [
          [false, [['Ali']]],
          [false, [['Van']]],
        ],
        'a line of white space is blank',
      ],
    ],
    read,
  );
  testRows(
    'keeps columns and lines',
    [
      [
        'Ali\tNNP\tB-PER\n\nVan\tO',
        [
          ['Ali', ['NNP', 'B-PER'], 1],
          ['Van', ['O'], 3],
        ],
        'tabs',
      ],
      ['Ali NNP  B-PER', [['Ali', ['NNP', 'B-PER'], 1]], 'blanks'],
      ['Ali', [['Ali', [], 1]], 'a token alone'],
    ],
    (content) =>
      parseConll(content).flatMap((doc) =>
        doc.sentences.flat().map(({ token, columns, line }) => [token, columns, line]),
      ),
  );
});
