import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, foldInto, foldKey, lower, titleCase, upper } from '../../dist/text/fold.js';
import { testRows } from '../helpers/rows.js';
import { anyText } from '../helpers/texts.js';

describe('case', () => {
  testRows(
    'lower-cases as Turkish does',
    [
      ['İSTANBUL', 'istanbul', 'İ becomes i, one unit: plain toLowerCase gives two'],
      ['IŞIK', 'ışık', 'I becomes ı, not i'],
      ['ÇĞÖŞÜ', 'çğöşü', 'all Turkish letters'],
      ['Straße', 'straße', 'ß stays'],
      ['', '', 'nothing'],
    ],
    lower,
  );
  testRows(
    'upper-cases as Turkish does',
    [
      ['istanbul', 'İSTANBUL', 'i becomes İ'],
      ['ışık', 'IŞIK', 'ı becomes I'],
      ['straße', 'STRAßE', 'SS would move offsets: ß stays'],
      ['ﬁ', 'ﬁ', 'a ligature would become two letters: it stays'],
    ],
    upper,
  );
  testRows(
    'writes a word with a large first letter',
    [
      ['ISPARTA', 'Isparta', 'I large, the rest small'],
      ['izmir', 'İzmir', 'small i becomes İ'],
      ['DİYARBAKIR', 'Diyarbakır', 'both kinds of i'],
      ['', '', 'nothing'],
    ],
    titleCase,
  );
});

describe('fold', () => {
  testRows(
    'makes spellings of one name equal',
    [
      ['İSTANBUL', fold('istanbul'), 'capitals'],
      ['Istanbul', fold('İstanbul'), 'foreign keyboards write I for İ'],
      ['DIYARBAKIR', fold('Diyarbakır'), 'capitals-only texts lose the dots'],
      ['Hakkâri', fold('Hakkari'), 'circumflex a'],
      ['Îran', fold('İran'), 'circumflex i'],
      ['Sükûti', fold('Sükuti'), 'circumflex u'],
      ['Bogotá', fold('Bogota'), 'foreign accents are often left out'],
      ['Škoda', fold('Skoda'), 'a caron is no Turkish letter'],
    ],
    fold,
  );
  testRows(
    'keeps apart what Turkish keeps apart',
    [
      ['kös', 'kos', false, 'ö is no o'],
      ['Şer', 'Ser', false, 'ş is no s'],
      ['çan', 'can', false, 'ç is no c'],
      ['ağa', 'aga', false, 'ğ is no g'],
      ['üç', 'uç', false, 'ü is no u'],
    ],
    (a, b) => fold(a) === fold(b),
  );
  testRows(
    'foldKey also drops what is invisible and composes NFD',
    [
      ['I\u0307stanbul', 'istanbul', 'NFD İ'],
      ['Dis\u0327is\u0327leri', 'dişişleri', 'NFD ş'],
      ['Bakanlıg\u0306ı', 'bakanliği', 'NFD ğ'],
      ['C\u0327ankırı', 'çankiri', 'NFD capital Ç'],
      ['An\u00adkara', 'ankara', 'soft hyphen'],
      ['An\u200bka\u200dra\ufeff', 'ankara', 'zero-width space, joiner, BOM'],
      ['Hakka\u0302ri', 'hakkari', 'NFD circumflex'],
      ['\u0306a', 'a', 'a mark with nothing before it'],
    ],
    foldKey,
  );

  test('foldKey of a word of a million letters does not overflow the stack', () => {
    expect(foldKey('A'.repeat(1_000_000))).toBe('a'.repeat(1_000_000));
  });

  test('lower, upper and fold keep the length of any string', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect([lower(text).length, upper(text).length, fold(text).length]).toEqual([
          text.length,
          text.length,
          text.length,
        ]);
      }),
    );
  });

  test('folding twice is folding once', () => {
    fc.assert(fc.property(anyText, (text) => expect(fold(fold(text))).toBe(fold(text))));
  });

  test('NFC and NFD of Turkish words have one key', () => {
    const letter = fc.constantFrom(...'abcçdefgğhıijklmnoöprsştuüvyzâîûABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZÂÎÛ');
    fc.assert(
      fc.property(fc.array(letter), (letters) => {
        const word = letters.join('');
        expect(foldKey(word.normalize('NFD'))).toBe(foldKey(word));
      }),
    );
  });

  test('foldInto writes what foldKey gives', () => {
    const out = new Uint16Array(16);
    const n = foldInto("x Bakanlıg\u0306ı'na", 2, 12, out);
    expect(String.fromCharCode(...out.subarray(0, n))).toBe('bakanliği');
  });
});
