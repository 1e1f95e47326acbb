import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldKey } from '../../dist/text/fold.js';
import { cleanName, replaceLast, sliceOfUnits } from '../../dist/text/slice.js';
import { testRows } from '../helpers/rows.js';
import { anyText } from '../helpers/texts.js';

describe('parts of words', () => {
  testRows(
    'sliceOfUnits counts key units',
    [
      ['Bakanlığına', 9, 'Bakanlığı', 'plain'],
      ['Bakanlıg\u0306ına', 9, 'Bakanlıg\u0306ı', 'NFD: the breve counts nothing'],
      ['Ba\u00adkan\u00adlığına', 9, 'Ba\u00adkan\u00adlığı', 'soft hyphens count nothing'],
      ['Ada\u0302na', 3, 'Ada\u0302', 'a mark after the last unit belongs to it'],
      ['Ada', 9, 'Ada', 'more units than there are'],
      ['Ada', 0, '', 'none'],
    ],
    (text, units) => sliceOfUnits(text, 0, text.length, units),
  );
  test('sliceOfUnits is the inverse of the key for lengths', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), (text, units) => {
        const key = foldKey(text);
        fc.pre(units > 0 && units <= key.length && foldKey(text[0]) !== '');
        expect(foldKey(sliceOfUnits(text, 0, text.length, units)).length).toBe(units);
      }),
    );
  });
  testRows(
    'replaceLast restores a softened consonant',
    [
      ['Bakanlığ', 'k', 'Bakanlık', 'ğ to k'],
      ['BAKANLIĞ', 'k', 'BAKANLIK', 'in capitals'],
      ['KULÜB', 'p', 'KULÜP', 'b to p in capitals'],
      ['Bakanlıg\u0306', 'k', 'Bakanlık', 'NFD: the breve goes with its letter'],
      ['BAKANLIG\u0306', 'k', 'BAKANLIK', 'NFD in capitals'],
      ['Bakanlığ\u00ad', 'k', 'Bakanlık', 'a soft hyphen after the letter'],
    ],
    (word, letter) => replaceLast(word, letter.charCodeAt(0)),
  );
  testRows(
    'cleanName',
    [
      ['Recep  Tayyip\nErdoğan', 'Recep Tayyip Erdoğan', 'white space of any kind is one blank'],
      ['İs\u00adtan\u200bbul\ufeff', 'İstanbul', 'invisible characters go'],
      ['I\u0307zmir', 'İzmir', 'NFC'],
      ['Dışişleri\u00a0Bakanlığı', 'Dışişleri Bakanlığı', 'a no-break space is a blank'],
      [' Ankara ', 'Ankara', 'ends are trimmed'],
    ],
    cleanName,
  );
});
