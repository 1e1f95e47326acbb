import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findHits } from '../../dist/evidence/gazetteer.js';
import { tokenize } from '../../dist/tokenize/tokenizer.js';
import { lexiconOf } from '../helpers/lexicon.js';
import { testRows } from '../helpers/rows.js';
import { APOSTROPHES, anyText } from '../helpers/texts.js';

const lexicon = lexiconOf(
  [
    'Ankara ; LOC',
    'Ada ; LOC',
    'Adana ; LOC',
    'Ken ; GIVEN',
    'Kenan ; GIVEN',
    'Libya ; LOC',
    'Zonguldak ; LOC',
    'Dışişleri Bakanlığı ; ORG ; Hariciye',
    'Galatasaray Spor Kulübü ; ORG ; ~Galatasaray|Cimbom',
    'Birleşmiş Milletler ; ORG ; BM',
    'Birleşmiş Milletler Güvenlik Konseyi ; ORG ; BMGK',
    'Fayiz es-Serrac ; PER ; Serrac',
    'Recep Tayyip Erdoğan ; PER ; Erdoğan',
    "Amerika'nın Sesi ; ORG",
    'Mescid-i Aksa ; LOC',
    'Koç Holding A.Ş. ; ORG',
    'Milli İstihbarat Teşkilatı ; ORG ; MİT',
    'UNESCO ; ORG',
  ],
  {},
);

/** The hits as `text of the tokens -> name`, with the case behind a suffix that was cut and `*` behind a derivation. */
function hits(text) {
  const table = tokenize(text);
  const found = findHits(table, [lexicon]);
  return found.list().map((hit) => {
    const written = table.text.slice(table.start[found.from(hit)], table.end[found.to(hit) - 1]);
    const { name } = lexicon.refsOf(found.phrase(hit))[0];
    const reading = found.reading(hit);
    return `${written} -> ${name}${reading ? ` ${reading.case}` : ''}${found.isDerived(hit) ? '*' : ''}`;
  });
}

describe('listed names', () => {
  testRows(
    'are found',
    [
      ['Bugün Ankara sessiz', ['Ankara -> Ankara'], 'as listed'],
      ['ANKARA SESSİZ', ['ANKARA -> Ankara'], 'in capitals'],
      ...APOSTROPHES.map((char) => [
        `Ankara${char}da`,
        [`Ankara${char}da -> Ankara`],
        `suffix behind U+${char.charCodeAt(0).toString(16)}`,
      ]),
      ['Ankarada', ['Ankarada -> Ankara Loc'], 'the apostrophe is missing'],
      ['Zonguldağa', ['Zonguldağa -> Zonguldak Dat'], 'a softened consonant'],
      ['Dışişleri Bakanlığına', ['Dışişleri Bakanlığına -> Dışişleri Bakanlığı Dat'], 'an inflected compound'],
      ["Dışişleri Bakanlığı'na", ["Dışişleri Bakanlığı'na -> Dışişleri Bakanlığı"], 'with an apostrophe'],
      ['DIŞİŞLERİ BAKANLIĞINDAN', ['DIŞİŞLERİ BAKANLIĞINDAN -> Dışişleri Bakanlığı Abl'], 'capitals'],
      [
        'Dis\u0327is\u0327leri Bakanlıg\u0306ına',
        ['Dis\u0327is\u0327leri Bakanlıg\u0306ına -> Dışişleri Bakanlığı Dat'],
        'NFD',
      ],
      ['Dışişleri\u00a0Bakanlığı', ['Dışişleri\u00a0Bakanlığı -> Dışişleri Bakanlığı'], 'a no-break space'],
      [
        'Dışiş\u00adleri Ba\u200bkanlığı',
        ['Dışiş\u00adleri Ba\u200bkanlığı -> Dışişleri Bakanlığı'],
        'invisible characters',
      ],
      [
        "Galatasaray Spor Kulübü'nde",
        ['Galatasaray -> Galatasaray Spor Kulübü', "Galatasaray Spor Kulübü'nde -> Galatasaray Spor Kulübü"],
        'the whole and a weak short form',
      ],
      ["BM'nin", ["BM'nin -> Birleşmiş Milletler"], 'an acronym gives the whole name'],
      ['MİTe', ['MİTe -> Milli İstihbarat Teşkilatı Dat'], 'an acronym with a suffix but no apostrophe'],
      ['Adaya', [], 'three letters and a suffix without an apostrophe are another word too often'],
      ['Ankarası', [], 'a possessive without an apostrophe is another word too often'],
      ['Mide', [], 'a word (stomach) is not an acronym in another case'],
      ['Unescoya', ['Unescoya -> UNESCO Dat'], 'long acronyms are also written as words'],
      ['Erdoğan', ['Erdoğan -> Recep Tayyip Erdoğan'], 'a short form'],
      ['Fayiz es-Serrac', ['Fayiz es-Serrac -> Fayiz es-Serrac'], 'an article'],
      ['Fayiz El-Serrac', ['Fayiz El-Serrac -> Fayiz es-Serrac'], 'another article'],
      ['Fayiz es Serrac', ['Fayiz es Serrac -> Fayiz es-Serrac', 'Serrac -> Fayiz es-Serrac'], 'the article apart'],
      ['Fayiz Serrac', ['Fayiz Serrac -> Fayiz es-Serrac', 'Serrac -> Fayiz es-Serrac'], 'no article'],
      ["Amerika'nın Sesi", ["Amerika'nın Sesi -> Amerika'nın Sesi"], 'a suffix inside the name'],
      ['Amerika’nın Sesine', ["Amerika’nın Sesine -> Amerika'nın Sesi Dat"], 'curly, and inflected'],
      ['Mescid-i Aksa', ['Mescid-i Aksa -> Mescid-i Aksa'], 'a link vowel'],
      ["Koç Holding A.Ş.'nin", ["Koç Holding A.Ş.'nin -> Koç Holding A.Ş."], 'an abbreviation at the end'],
      [
        'Birleşmiş Milletler Güvenlik Konseyi',
        [
          'Birleşmiş Milletler -> Birleşmiş Milletler',
          'Birleşmiş Milletler Güvenlik Konseyi -> Birleşmiş Milletler Güvenlik Konseyi',
        ],
        'a name inside a longer one: both are seen, the choice is later',
      ],
    ],
    hits,
  );
  testRows(
    'are not cut out of other names or words',
    [
      ['Kenan', ['Kenan -> Kenan'], 'Kenan is not Ken+an'],
      ['Adana', ['Adana -> Adana'], 'Adana is not Ada+na'],
      ["Adana'da", ["Adana'da -> Adana"], 'nor with a suffix'],
      ['Adanada', ['Adanada -> Adana Loc'], 'the longest base wins'],
      ["Ada'na", ["Ada'na -> Ada"], 'the apostrophe says where the name ends'],
      ['Libyalı', ['Libyalı -> Libya Nom*'], 'a derivation is no name, and is marked as one'],
      ['Libyalıların', ['Libyalıların -> Libya Gen*'], 'inflected too'],
      ['ankarada', [], 'small letters without an apostrophe: a word'],
      ['Ankarax', [], 'no suffix'],
      ['Amerika Sesi', [], 'the suffix belongs to the name'],
      [
        "Birleşmiş Milletler'in Güvenlik Konseyi",
        ["Birleşmiş Milletler'in -> Birleşmiş Milletler"],
        'a suffix inside ends the name',
      ],
      ['Birleşmiş. Milletler', [], 'not over a sentence end'],
      ['Dışişleri\n\nBakanlığı', [], 'not over a paragraph end'],
    ],
    hits,
  );
});

describe('any text', () => {
  test('has hits that lie in it, ordered by first token, within one sentence', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const table = tokenize(text);
        const found = findHits(table, [lexicon]);
        const { firstAt } = found;
        for (const hit of found.list()) {
          const from = found.from(hit);
          const to = found.to(hit);
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(table.length);
          expect(table.sentence[from]).toBe(table.sentence[to - 1]);
          expect(firstAt[from]).toBeLessThanOrEqual(hit);
          expect(firstAt[from + 1]).toBeGreaterThan(hit);
        }
        expect(firstAt[table.length]).toBe(found.length);
      }),
    );
  });
});
