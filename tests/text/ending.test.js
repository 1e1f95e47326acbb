import { describe } from '@jest/globals';
import { hasEnding, withoutEnding } from '../../dist/text/ending.js';
import { testRows } from '../helpers/rows.js';

describe('endings of file names', () => {
  testRows(
    'are the same in whatever case',
    [
      ['haber.txt .txt', true, 'as it is written'],
      ['HABER.TXT .txt', true, 'as old systems wrote it'],
      ['c.IOB .iob', true, 'I is no dotless ı'],
      ['c.BİO .bio', true, 'İ neither, as a Turkish upper case gives it'],
      ['a.Jsonl.GZ .gz', true, 'mixed'],
      ['haber.txt.gz .txt', false, 'not at the end'],
      ['gz .gz', false, 'shorter than the ending'],
    ],
    (row) => hasEnding(...row.split(' ')),
  );
  testRows(
    'are cut off',
    [
      ['İLAN.TXT', 'İLAN', 'the name itself keeps its case'],
      ['ilan.html', 'ilan.html', 'another ending stays'],
    ],
    (name) => withoutEnding(name, '.txt'),
  );
});
