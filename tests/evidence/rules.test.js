import { describe } from '@jest/globals';
import { analyseText } from '../../dist/pipeline.js';
import { lexiconOf } from '../helpers/lexicon.js';
import { testRows } from '../helpers/rows.js';

const LINES = [
  'Tuz ; LOC',
  'Çeşme ; LOC',
  'Kaya ; LOC',
  'Kaya ; GIVEN',
  'Ahmet ; GIVEN',
  'Güzel ; SURNAME',
  'Demir ; SURNAME',
  'Yılmaz ; SURNAME',
  // Clubs: a list is named after its file, see below.
  'Sazköy ; LOC',
  'Sazköyspor ; ORG ; Sazköy',
  'Kamışspor ; ORG',
  'Kıyı Araştırma Proje Ağı ; ORG ; KAPA',
  'Göl Çevre Kurulu ; ORG ; GÖÇE',
  'usta ; TITLE ;  ; before weak',
  'Başkan ; TITLE ;  ; before',
  'Başkanı ; TITLE ;  ; before',
  'Bey ; TITLE ;  ; after',
  'Merkezi ; ORGHEAD',
  'Derneği ; ORGHEAD',
  'Gölü ; LOCHEAD',
];
/** How often a word with a capital is a name; of others nothing is known against it. */
const SHARES = { Güzel: 0.1, Demir: 0.5, Çeşme: 0.5, KAPA: 0.7, GÖÇE: 0.96 };
const resources = { lexicon: lexiconOf(LINES, SHARES, 'orgs-clubs.tsv'), userLexicons: [] };

const entitiesOf = (text) => analyseText(text, resources).result.entities;
const names = (text) => entitiesOf(text).map(({ type, text: slice }) => `${type} ${slice}`);
/** Some rules change how sure a name is before they change whether it is one. */
const scores = (text) => entitiesOf(text).map(({ type, text: slice, score }) => `${type} ${slice} ${score}`);

describe('words in capitals', () => {
  testRows(
    'are acronyms by their length and by what follows',
    [
      ["Bugün bütün üyeler KANATLI'nın evini bekledi.", ['ORG KANATLI'], 'seven letters may be an acronym'],
      ["Bugün bütün üyeler DENİZATI'nın evini bekledi.", ['PER DENİZATI'], 'eight are a word in capitals'],
      ['Dün gelen ZKD Başkanı konuştu.', ['ORG ZKD'], 'a title follows'],
      ['Dün gelen ZKD konuştu.', [], 'nothing speaks for it'],
    ],
    names,
  );
  testRows(
    'may be written as words where the word is hardly anything else',
    [
      ['Dün gelen Göçe açıldı.', ['ORG Göçe'], 'nearly always a name'],
      ['Dün gelen Kapa kapandı.', [], 'in three of ten cases another word'],
      ['Dün gelen KAPA kapandı.', ['ORG KAPA'], 'in capitals it is the acronym'],
    ],
    names,
  );
});

describe('titles', () => {
  testRows(
    'that are ordinary words too',
    [
      ['Dün gelen usta Zorlu konuştu.', [], 'a small one is no title by itself'],
      ['Dün gelen Usta Zorlu konuştu.', ['PER Zorlu'], 'with a capital it is'],
    ],
    names,
  );
  testRows(
    'behind a name speak for a person',
    [
      ['Dün gezen Kaya Bey geldi.', ['PER Kaya'], 'a given name that is a place as well'],
      ['Dün gezen Çeşme Bey geldi.', [], 'a word that is a place half of the time is none here'],
      ['Dün gezen Çeşme geldi.', ['LOC Çeşme'], 'without a title it is one'],
    ],
    names,
  );
});

describe('head words', () => {
  testRows(
    'close a run of capitalised words',
    [
      [
        'Dün orada yeni Ege Zeytin Üretim Araştırma Tanıtım Destek Eğitim Merkezi binası açıldı.',
        ['ORG Ege Zeytin Üretim Araştırma Tanıtım Destek Eğitim Merkezi'],
        'seven words before the head',
      ],
      [
        'Dün orada yeni Ada Bora Ceviz Dere Ege Fidan Gül Hasat Ilgın İncir Merkezi binası açıldı, sonra kapandı.',
        ['ORG Bora Ceviz Dere Ege Fidan Gül Hasat Ilgın İncir Merkezi'],
        'never more than nine',
      ],
      ['Güzel Zeytin Derneği yine orada toplandı.', ['ORG Zeytin Derneği'], 'a first word that is seldom a name'],
      ['Dün yine Güzel Zeytin Derneği toplandı.', ['ORG Güzel Zeytin Derneği'], 'the same inside a sentence'],
      ['Demir Zeytin Derneği yine orada toplandı.', ['ORG Demir Zeytin Derneği'], 'a first word that is often one'],
    ],
    names,
  );
});

describe('persons', () => {
  testRows(
    'have so many words',
    [
      ['Dün orada gezen Zorba Keleş Fırat geldi.', ['PER Zorba Keleş Fırat'], 'three that no list knows'],
      ['Dün orada gezen Zorba Keleş Fırat Tunç geldi.', [], 'four are no name without more evidence'],
      [
        'Dün orada Ahmet Bora Cemre Dora vardı ve yine geldi.',
        ['PER Ahmet Bora Cemre Dora'],
        'four from a given name on',
      ],
      [
        'Dün orada Ahmet Bora Cemre Dora Efes vardı ve yine geldi.',
        ['PER Ahmet Bora Cemre Dora'],
        'a fifth word is no part of the name',
      ],
    ],
    names,
  );
});

describe('a sports text', () => {
  testRows(
    'means clubs by the names of cities',
    [
      [
        "Dün Sazköyspor ile Kamışspor oynadı. Maçı Sazköy kazandı. Sonra Sazköy'de yağmur yağdı.",
        ['ORG Sazköyspor', 'ORG Kamışspor', 'ORG Sazköy', 'LOC Sazköy'],
        'but not in a case that tells where',
      ],
      ['Dün bütün maçları Sazköy kazandı.', ['LOC Sazköy'], 'one club makes no sports text'],
      [
        `Dün Sazköyspor ile Kamışspor oynadı. Maçı Sazköy kazandı. ${'Sonra yağmur yağdı. '.repeat(150)}`,
        ['ORG Sazköyspor', 'ORG Kamışspor', 'LOC Sazköy'],
        'two clubs in a long text neither',
      ],
    ],
    names,
  );
});

describe('the rest of the document', () => {
  testRows(
    'makes single words surer',
    [
      [
        "Dün orada Başkan Zorlu Yılmaz'ı gördü. Zorlu'nun evi yandı. Zorlu evde yoktu.",
        ['PER Zorlu Yılmaz 0.88', 'PER Zorlu 0.73', 'PER Zorlu 0.5'],
        'a given name, the more with a suffix',
      ],
      [
        "Bugün Çeşme'de kar var. Çeşme sessiz.",
        ['LOC Çeşme 0.88', 'LOC Çeşme 0.77'],
        'a place that is sure once, and the first word of a sentence',
      ],
      [
        "Bugün Çeşme'de kar var, hava Çeşme'den Çeşme'ye döndü. Çeşme sessiz.",
        ['LOC Çeşme 0.99', 'LOC Çeşme 0.99', 'LOC Çeşme 0.99', 'LOC Çeşme 0.83'],
        'surer when it is sure three times',
      ],
      [
        `Bugün Çeşme'de kar var. ${"Yine Çeşme'de kar var. ".repeat(5)}Çeşme sessiz.`,
        [...Array(6).fill('LOC Çeşme 0.99'), 'LOC Çeşme 0.88'],
        'to a limit',
      ],
      ['Çeşme sessiz.', [], 'nothing else speaks for it'],
    ],
    scores,
  );
  testRows(
    'shows what is misspelt',
    [
      [
        'Dün bütün Tuz Gölü dondu. Sonra Tuz Göle doldu.',
        ['LOC Tuz Gölü', 'LOC Tuz'],
        'in a word of four letters one letter makes another word',
      ],
      [
        'Dün bütün Tuz Derneği oradaydı. Sonra Tuz Dernegi gitti.',
        ['ORG Tuz Derneği', 'ORG Tuz Dernegi'],
        'in a longer one hardly',
      ],
    ],
    names,
  );
});
