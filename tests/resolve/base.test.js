import { describe } from '@jest/globals';
import { findHits } from '../../dist/evidence/gazetteer.js';
import { baseOf } from '../../dist/resolve/base.js';
import { tokenize } from '../../dist/tokenize/tokenizer.js';
import { lexiconOf } from '../helpers/lexicon.js';
import { testRows } from '../helpers/rows.js';

const lexicon = lexiconOf([
  'Ankara ; LOC',
  'Adana ; LOC',
  'Ada ; LOC',
  'Bakanlığı ; ORGHEAD',
  'Genel Müdürlüğü ; ORGHEAD',
  'Kulübü ; ORGHEAD',
  'Partisi ; ORGHEAD',
  'Zonguldak ; LOC',
]);

/** Base, suffix and case of a text that is one mention. */
function base(text) {
  const table = tokenize(text);
  const found = baseOf(table, findHits(table, [lexicon]), 0, table.length);
  return [found.form.base, found.suffix, found.case];
}

describe('base forms', () => {
  testRows(
    'behind an apostrophe',
    [
      ["Ankara'da", ['Ankara', 'da', 'Loc'], 'a listed name'],
      ["Şoygu'nun", ['Şoygu', 'nun', 'Gen'], 'an unknown name: the apostrophe licenses the cut'],
      ['Şoygu\u0092nun', ['Şoygu', 'nun', 'Gen'], 'the broken apostrophe'],
      ["Galatasaray Kulübü'nde", ['Galatasaray Kulübü', 'nde', 'Loc'], 'a compound'],
      ["İdlib'ti", ['İdlib', 'ti', 'Nom'], 'a copula has no case of its own'],
      ["Ada'na", ['Ada', 'na', 'Dat'], 'the apostrophe decides'],
      ["Kuveyt'xyz", ['Kuveyt', 'xyz', undefined], 'no suffix known: no case'],
      ["ANKARA'DA", ['ANKARA', 'DA', 'Loc'], 'capitals'],
    ],
    base,
  );
  testRows(
    'without one',
    [
      ['Dışişleri Bakanlığına', ['Dışişleri Bakanlığı', 'na', 'Dat'], 'a head word licenses the cut'],
      ['Dışişleri Bakanlığı', ['Dışişleri Bakanlığı', undefined, undefined], 'nothing to cut'],
      ['Emniyet Genel Müdürlüğünden', ['Emniyet Genel Müdürlüğü', 'nden', 'Abl'], 'a head of two words'],
      ['DIŞİŞLERİ BAKANLIĞINA', ['DIŞİŞLERİ BAKANLIĞI', 'NA', 'Dat'], 'capitals'],
      ['Dis\u0327is\u0327leri Bakanlıg\u0306ına', ['Dişişleri Bakanlığı', 'na', 'Dat'], 'NFD becomes NFC'],
      ['Dışişleri Ba\u00adkan\u00adlı\u00adğı\u00adna', ['Dışişleri Bakanlığı', 'na', 'Dat'], 'soft hyphens go'],
      ['Galatasaray  Kulübünün', ['Galatasaray Kulübü', 'nün', 'Gen'], 'blanks are folded'],
      ['Ankarada', ['Ankara', 'da', 'Loc'], 'a listed name'],
      ['Zonguldağa', ['Zonguldak', 'a', 'Dat'], 'a softened consonant is restored'],
      ['ZONGULDAĞA', ['ZONGULDAK', 'A', 'Dat'], 'in capitals'],
      ['Zonguldag\u0306a', ['Zonguldak', 'a', 'Dat'], 'in NFD'],
      ['Adana', ['Adana', undefined, undefined], 'a listed name is never cut'],
      ['Şoygunun', ['Şoygunun', undefined, undefined], 'an unknown name is never cut'],
    ],
    base,
  );
});
