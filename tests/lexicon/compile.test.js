import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileLexicon } from '../../dist/lexicon/compile.js';
import { FlagBit, TypeBit } from '../../dist/lexicon/entry.js';
import { PhraseBit } from '../../dist/lexicon/format.js';
import { Lexicon } from '../../dist/lexicon/lexicon.js';
import { parseLexicon } from '../../dist/lexicon/parse.js';
import { articleVariants, phraseKey } from '../../dist/lexicon/phrase.js';
import { lexiconOf } from '../helpers/lexicon.js';
import { testRows } from '../helpers/rows.js';

const find = (lexicon, name) => lexicon.find(...phraseKey(name).whole);
const refs = (lexicon, name) =>
  find(lexicon, name) < 0 ? [] : lexicon.refsOf(find(lexicon, name)).map((ref) => `${ref.name}/${ref.type}`);

describe('compiled lexicon', () => {
  const lexicon = lexiconOf(
    [
      'Birleşmiş Milletler ; ORG ; BM|~Birlik',
      'Vladimir Putin ; PER ; Putin',
      'Deniz ; GIVEN ;  ; weak',
      'Deniz ; LOC',
      'Başkanı ; TITLE ;  ; before name',
      'Fayiz es-Serrac ; PER',
    ],
    { Deniz: 0.5 },
    'karma.tsv',
  );

  testRows(
    'finds names and aliases',
    [
      ['Birleşmiş Milletler', ['Birleşmiş Milletler/ORG'], 'a name'],
      ['BİRLEŞMİŞ MİLLETLER', ['Birleşmiş Milletler/ORG'], 'in capitals'],
      ['BM', ['Birleşmiş Milletler/ORG'], 'an alias'],
      ['Birleşmiş', [], 'a beginning is no name'],
      ['Putin', ['Vladimir Putin/PER'], 'a short form'],
      ['Deniz', ['Deniz/GIVEN', 'Deniz/LOC'], 'two entries of one name'],
      ['Fayiz El Serrac', ['Fayiz es-Serrac/PER'], 'another article'],
      ['Ankara', [], 'not listed'],
    ],
    (name) => refs(lexicon, name),
  );

  testRows(
    'holds the longest names whole and refuses longer ones',
    [
      ['ş'.repeat(21_845), 21_845, 'as long as a list may have'],
      ['ㄱ'.repeat(21_845), 21_845, 'three bytes a character'],
      [
        'ㄱ'.repeat(21_846),
        /takes 65538 bytes; right for a name, or all list names, would be at most 65535$/u,
        'an entry that no list was read for',
      ],
    ].map(([name, length, reason]) => [name, length, length instanceof RegExp ? true : length, reason]),
    (name, wanted) => {
      const entry = { name, type: 'ORG', aliases: [], flags: [], rank: 0, note: '', list: 'x', line: 1 };
      try {
        return new Lexicon(compileLexicon([entry])).refsOf(0)[0].name.length;
      } catch (error) {
        return wanted instanceof RegExp && wanted.test(error.message) ? true : error.message;
      }
    },
  );

  test('keeps what the lines say', () => {
    const deniz = find(lexicon, 'Deniz');
    expect(lexicon.strongMask(deniz)).toBe(TypeBit.LOC);
    expect(lexicon.weakMask(deniz)).toBe(TypeBit.GIVEN);
    expect(lexicon.share(deniz)).toBeCloseTo(0.5, 2);
    expect(lexicon.share(find(lexicon, 'BM'))).toBeUndefined();
    expect(lexicon.flagsOf(find(lexicon, 'Başkanı'), 'TITLE')).toBe(FlagBit.before | FlagBit.name);
    const [birlik] = lexicon.refsOf(find(lexicon, 'Birlik'));
    const listed = { name: 'Birleşmiş Milletler', type: 'ORG', list: 'karma', line: 1 };
    expect(birlik).toMatchObject({ ...listed, alias: true, weak: true, short: false });
    expect(lexicon.refsOf(find(lexicon, 'Putin'))[0]).toMatchObject({ short: true, line: 2, alias: true });
    expect(lexicon.entryCount).toBe(6);
    expect(lexicon.maxWords).toBe(3);
    expect(lexicon.listNames).toEqual(['karma']);
    expect(lexicon.lookUp(...phraseKey('Birleşmiş').whole) & PhraseBit.Prefix).toBe(PhraseBit.Prefix);
  });

  test('equal entries give equal bytes', () => {
    const entries = () => parseLexicon('Ankara\tLOC\nVan\tLOC\tVan Gölü', 'a.tsv');
    expect(compileLexicon(entries())).toEqual(compileLexicon(entries()));
  });

  test('an empty lexicon finds nothing', () => {
    expect(find(lexiconOf([]), 'Ankara')).toBe(-1);
  });

  test('every name of any list is found', () => {
    const name = fc.stringMatching(/^[A-ZÇĞİÖŞÜ][a-zçğıöşü]{1,8}( [A-ZÇĞİÖŞÜ][a-zçğıöşü'-]{1,8}){0,3}$/u);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 40 }), (names) => {
        const listed = lexiconOf(names.map((each) => `${each} ; LOC`));
        for (const each of names) expect(refs(listed, each)).toContain(`${each}/LOC`);
      }),
    );
  });

  test('stays sound with tens of thousands of names', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `Ad${i} Soyad${i % 100}`);
    const large = lexiconOf(names.map((each) => `${each} ; PER`));
    expect(names.every((each) => refs(large, each).length === 1)).toBe(true);
    expect(names.some((each) => find(large, `${each}x`) >= 0)).toBe(false);
  });
});

describe('bytes that are no lexicon', () => {
  const good = compileLexicon(parseLexicon('Ankara\tLOC', 'a.tsv'));
  const changed = (at, value) => {
    const bytes = good.slice();
    bytes[at] = value;
    return bytes;
  };
  testRows(
    'are refused with the reason',
    [
      [new Uint8Array(0), 'x.bin: not a compiled lexicon', 'empty'],
      [new Uint8Array(100), 'x.bin: not a compiled lexicon', 'something else'],
      [changed(4, 99), 'x.bin: compiled lexicon of version 99', 'another version'],
      [good.slice(0, -4), 'x.bin: compiled lexicon cut short', 'cut short'],
      [good.slice(0, -1), 'x.bin: compiled lexicon cut short', 'cut inside a word'],
      [changed(good.length - 6, 77), 'x.bin: compiled lexicon damaged', 'a changed byte'],
    ].map(([bytes, wanted, reason]) => [bytes, wanted.length, wanted, reason]),
    (bytes, length) => {
      try {
        new Lexicon(bytes, 'x.bin');
        return 'accepted';
      } catch (error) {
        return error.code === 'LEXICON_INVALID' ? error.message.slice(0, length) : error;
      }
    },
  );
  test('good bytes at an odd offset of a Buffer are read', () => {
    const odd = Buffer.concat([Buffer.from('x'), good]).subarray(1);
    expect(odd.byteOffset % 4).not.toBe(0);
    expect(refs(new Lexicon(odd, 'x.bin'), 'Ankara')).toEqual(['Ankara/LOC']);
  });
});

describe('spellings of Arabic articles', () => {
  testRows(
    'are one name',
    [
      [
        'Fayiz es-Serrac',
        [
          'Fayiz es-Serrac',
          'Fayiz es Serrac',
          'Fayiz el-Serrac',
          'Fayiz el Serrac',
          'Fayiz al-Serrac',
          'Fayiz al Serrac',
          'Fayiz Serrac',
        ],
        'with any article, apart, or without',
      ],
      ['el-Kaide', ['el-Kaide', 'el Kaide', 'al-Kaide', 'al Kaide'], 'a lone word keeps an article: kaide is a word'],
      ['Ali Kaya', ['Ali Kaya'], 'no article'],
      ['Al-i Osman', ['Al-i Osman'], 'too short for a name'],
    ],
    (name) => articleVariants(name),
  );
});
