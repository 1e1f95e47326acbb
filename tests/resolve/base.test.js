import { describe } from '@jest/globals';
import { findHits } from '../../dist/evidence/gazetteer.js';
import { Bases, baseOf } from '../../dist/resolve/base.js';
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
  'Heyeti ; ORGHEAD',
  'Hastane ; ORGHEAD',
  'Novikov ; SURNAME',
  'Mark ; GIVEN',
  'Ateş ; SURNAME',
  'Uslu ; SURNAME',
  'Sana ; GIVEN',
  'Şahinbey Belediyesi ; ORG',
  'Belediyesi ; ORGHEAD',
  'Vladimir Putin ; PER',
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

/** Base, suffix and case of the first mention of a text that is written as told. */
function baseIn(text, written, type) {
  const table = tokenize(text);
  const [from] = Array.from({ length: table.length }, (_, i) => i).filter(
    (i) => table.start[i] === text.indexOf(written),
  );
  const to = from + tokenize(written).length;
  const found = new Bases(table, findHits(table, [lexicon])).of(from, to, type);
  return [found.form.base, found.suffix, found.case];
}

describe('base forms in a document, without an apostrophe', () => {
  testRows(
    'persons',
    [
      [
        'Katerina Novikova geldi.',
        'Katerina Novikova',
        ['Katerina Novikova', undefined, undefined],
        'a surname looks like another in the dative',
      ],
      [
        'Vladimir Markin geldi.',
        'Vladimir Markin',
        ['Vladimir Markin', undefined, undefined],
        'like a given name in the genitive',
      ],
      [
        'Hakan Ateşler geldi.',
        'Hakan Ateşler',
        ['Hakan Ateşler', undefined, undefined],
        'a plural is a part of the name',
      ],
      ['Hakan Ateş geldi. Hakan Ateşe sordu.', 'Hakan Ateşe', ['Hakan Ateş', 'e', 'Dat'], 'the document has the base'],
      [
        "Mark geldi. Vladimir Markin gitti, Markin'i gördü.",
        'Vladimir Markin',
        ['Vladimir Markin', undefined, undefined],
        'the document has it before an apostrophe',
      ],
      [
        'Vladimir Putine sordu.',
        'Vladimir Putine',
        ['Vladimir Putin', 'e', 'Dat'],
        'listed with given name and surname',
      ],
      ['Ali Uslunun evi.', 'Ali Uslunun', ['Ali Uslu', 'nun', 'Gen'], 'a genitive behind a vowel'],
    ],
    (text, written) => baseIn(text, written, 'PER'),
  );
  testRows(
    'organizations',
    [
      [
        'İhtiyarlar Heyeti toplandı.',
        'İhtiyarlar Heyeti',
        ['İhtiyarlar Heyeti', undefined, undefined],
        'listed as it stands',
      ],
      ['Devlet Hastanesi açıldı.', 'Devlet Hastanesi', ['Devlet Hastanesi', undefined, undefined], 'a possessive'],
      [
        'Devlet Hastaneleri açıldı.',
        'Devlet Hastaneleri',
        ['Devlet Hastaneleri', undefined, undefined],
        'a plural possessive',
      ],
      [
        'Türk Havacılık Sanayi kuruldu.',
        'Türk Havacılık Sanayi',
        ['Türk Havacılık Sanayi', undefined, undefined],
        'a listed name of another type',
      ],
      ['Kent Bakanlığını gezdi.', 'Kent Bakanlığını', ['Kent Bakanlığı', 'nı', 'Acc'], 'an accusative behind n'],
      ['Şahinbey Belediyesinin işi.', 'Şahinbey Belediyesinin', ['Şahinbey Belediyesi', 'nin', 'Gen'], 'listed whole'],
      [
        'Gaziantep ve Şahinbey Belediyesinin işi.',
        'Gaziantep ve Şahinbey Belediyesinin',
        ['Gaziantep ve Şahinbey Belediyesi', 'nin', 'Gen'],
        'a head word inside of the listed name',
      ],
    ],
    (text, written) => baseIn(text, written, 'ORG'),
  );
});
