import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSuffix, readThirdPerson, readWord } from '../../dist/morphology/analyser.js';
import { foldInto } from '../../dist/text/fold.js';
import { replaceLast, sliceOfUnits } from '../../dist/text/slice.js';
import { expectLinear } from '../helpers/linear.js';
import { testRows } from '../helpers/rows.js';
import { anyText } from '../helpers/texts.js';

/** All readings of a word as `base+Tag+Tag=Case`. */
function readings(word, read = readWord) {
  const units = new Uint16Array(word.length);
  const n = foldInto(word, 0, word.length, units);
  return read(units, n).map(({ base, last, tags, case: kase }) => {
    const cut = sliceOfUnits(word, 0, word.length, base);
    return `${[last === 0 ? cut : replaceLast(cut, last), ...tags].join('+')}=${kase}`;
  });
}

function suffix(text) {
  const reading = readSuffix(text, 0, text.length);
  return reading && `${reading.tags.join('+')}=${reading.case}`;
}

describe('suffixes behind an apostrophe', () => {
  testRows(
    'are read whole',
    [
      ['da', 'Loc=Loc', "Ankara'da"],
      ['te', 'Loc=Loc', "Fas'te: hardened, harmony not asked"],
      ['dan', 'Abl=Abl', "Ankara'dan"],
      ['ten', 'Abl=Abl', "Paris'ten"],
      ['ya', 'Dat=Dat', "Ankara'ya"],
      ['e', 'Dat=Dat', "Ahmet'e"],
      ['a', 'Dat=Dat', "Zonguldak'a: the k does not soften in writing"],
      ['ı', 'Acc=Acc', "Ali Yılmaz'ı"],
      ['yi', 'Acc=Acc', "Türkiye'yi"],
      ['nın', 'Gen=Gen', "Libya'nın"],
      ['in', 'Gen=Gen', "Putin'in"],
      ['ün', 'Gen=Gen', "Kohl'ün"],
      ['la', 'Ins=Ins', "Serrac'la"],
      ['yle', 'Ins=Ins', "Türkiye'yle"],
      ['ca', 'Equ=Equ', "Ankara'ca"],
      ['ti', 'Past=Nom', "İdlib'ti: copula, hardened"],
      ['ydı', 'Past=Nom', "Ankara'ydı"],
      ['dir', 'Cop=Nom', "Ankara'dır and the like"],
      ['daydı', 'Loc+Past=Loc', "Ankara'daydı: copula on a case"],
      ['deki', 'Loc+Rel=Loc', "Gazze'deki"],
      ['dekiler', 'Loc+Rel+A3pl=Loc', "Gazze'dekiler"],
      ['dekilerin', 'Loc+Rel+A3pl+Gen=Gen', "Gazze'dekilerin: the outer case counts"],
      ['nınki', 'Gen+Rel=Gen', "Ankara'nınki"],
      ['lar', 'A3pl=Nom', "Yılmaz'lar"],
      ['ların', 'A3pl+Gen=Gen', "Yılmaz'ların"],
      ['ları', 'A3pl+Acc=Acc', "Yılmaz'ları"],
      ['sı', 'P3sg=Nom', "Ankara'sı: nothing but a possessive"],
      ['lı', 'With=Nom', "PKK'lı"],
      ['lılar', 'With+A3pl=Nom', "ABD'liler"],
      ['sız', 'Without=Nom', "Esad'sız"],
      ['ci', 'Agt=Nom', "Atatürk'çü"],
      ['nde', 'Loc=Loc', "Galatasaray Kulübü'nde: behind a possessive"],
      ['ndan', 'Abl=Abl', "Kulübü'ndan"],
      ['ne', 'Dat=Dat', "Bakanlığı'ne"],
      ['nü', 'Acc=Acc', "Kulübü'nü"],
      ['NIN', 'Gen=Gen', "LİBYA'NIN: capitals"],
      ['NİN', 'Gen=Gen', "TÜRKİYE'NİN: capitals"],
      ['xyz', undefined, 'no suffix at all'],
      ['daxx', undefined, 'only its beginning is a suffix'],
      ['', undefined, 'nothing'],
    ],
    suffix,
  );
});

describe('words without an apostrophe', () => {
  testRows(
    'have the right reading among theirs',
    [
      ['Bakanlığına', 'Bakanlığı+Dat=Dat', 'a compound keeps its possessive'],
      ['Bakanlığında', 'Bakanlığı+Loc=Loc', 'pronominal n'],
      ['Bakanlığının', 'Bakanlığı+Gen=Gen', 'genitive'],
      ['Bakanlığından', 'Bakanlığı+Abl=Abl', 'ablative'],
      ['Bakanlığı', 'Bakanlık+P3sg=Nom', 'ğ was k'],
      ['BAKANLIĞINA', 'BAKANLIĞI+Dat=Dat', 'capitals'],
      ['Bakanlıg\u0306ına', 'Bakanlıg\u0306ı+Dat=Dat', 'NFD'],
      ['Kulübünün', 'Kulübü+Gen=Gen', 'genitive of Kulübü'],
      ['Kulübü', 'Kulüp+P3sg=Nom', 'b was p'],
      ['Ankarada', 'Ankara+Loc=Loc', 'the apostrophe is missing'],
      ['Kalelinin', 'Kaleli+Gen=Gen', 'the apostrophe is missing'],
      ['Zonguldaka', 'Zonguldak+Dat=Dat', 'k not softened'],
      ['İstanbullu', 'İstanbul+With=Nom', 'a derivation'],
      ['Libyalıların', 'Libya+With+A3pl+Gen=Gen', 'a derivation, plural, case'],
      ['Gazzedekilerin', 'Gazze+Loc+Rel+A3pl+Gen=Gen', 'stacked'],
      ['Kemale', 'Kemal+Dat=Dat', 'front suffix after a back vowel and l'],
      ['Ahmede', 'Ahmet+Dat=Dat', 't softened to d'],
    ].map(([word, wanted, reason]) => [word, wanted, true, reason]),
    (word, wanted) => readings(word).includes(wanted),
  );
  testRows(
    'never have these readings',
    [
      ['Ankarade', 'Ankara+Loc=Loc', 'harmony'],
      ['Türkiyeya', 'Türkiye+Dat=Dat', 'harmony'],
      ['Ankaraa', 'Ankara+Dat=Dat', 'a vowel needs its buffer'],
      ['İzmirnin', 'İzmir+Gen=Gen', 'a consonant takes no buffer'],
      ['Ankarakı', 'Ankara+Rel=Nom', '-ki needs a case before it'],
      ['Ada', 'Ad+Dat+Dat=Dat', 'one case only'],
    ].map(([word, wrong, reason]) => [word, wrong, false, reason]),
    (word, wrong) => readings(word).includes(wrong),
  );
  testRows(
    'the third person knows no my and your',
    [
      ['Ankaram', [], 'my Ankara'],
      ['Kalemin', ['Kalem+Gen=Gen'], 'not your pen'],
    ],
    (word) => readings(word, readThirdPerson),
  );
});

describe('any word', () => {
  test('is read without failing, and every reading leaves a base inside the word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const word = text.slice(0, 48);
        const units = new Uint16Array(word.length);
        const n = foldInto(word, 0, word.length, units);
        for (const { base, tags } of readWord(units, n)) {
          expect(base).toBeGreaterThan(1);
          expect(base).toBeLessThan(n);
          expect(tags.length).toBeGreaterThan(0);
        }
        readSuffix(word, 0, word.length);
      }),
    );
  });

  test.each([
    ['da', 'da'],
    ['dekiler', 'dekiler'],
    ['lar', 'lar'],
    ['i', 'i'],
    ['nin', 'nin'],
  ])('a chain of a million letters of %s ends at once', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expectLinear(() => readSuffix(text, 0, text.length));
  });
});
