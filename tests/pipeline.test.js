import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withOffsets } from '../dist/output/json.js';
import { analyseText, analyseTokens } from '../dist/pipeline.js';
import { resourcesOf } from './helpers/lexicon.js';
import { expectLinear } from './helpers/linear.js';
import { testRows } from './helpers/rows.js';
import { anyText } from './helpers/texts.js';

const LINES = [
  'Ankara ; LOC',
  'Rusya ; LOC',
  'Libya ; LOC',
  'Moskova ; LOC',
  'Ahmet ; GIVEN',
  'Fayiz ; GIVEN',
  'Halife ; GIVEN',
  'Sergey ; GIVEN',
  'Yılmaz ; SURNAME',
  'Işık ; SURNAME ;  ; weak',
  'Vladimir Putin ; PER ; Putin',
  'Birleşmiş Milletler ; ORG ; BM',
  'Dışişleri Bakanı ; TITLE ;  ; before',
  'Başkan ; TITLE ;  ; before',
  'oğlu ; TITLE ;  ; before',
  'Bergama Barosu ; ORG',
  'Barosu Başkanı ; TITLE ;  ; before',
  'Usta ; TITLE ;  ; after',
  'Usta ; SURNAME',
  'Çelik ; ORGHEAD',
  'Çelik ; SURNAME',
  'Bey ; TITLE ;  ; after',
  'Sayın ; TITLE ;  ; before',
  'Bakanlığı ; ORGHEAD',
  'Hükümeti ; ORGHEAD',
  'Kulübü ; ORGHEAD',
  'Mahallesi ; LOCHEAD',
  'Türkiye ; LOC',
  'Bergama ; LOC ; Bergama İlçesi',
  // Words that start sentences: lists tell them from names.
  ...['Dün', 'Bugün', 'Sonra', 'Ama', 'Karar', 'Birçok'].map((word) => `${word} ; COMMON`),
];
const resources = resourcesOf(LINES);

const names = (text, options, given = resources) =>
  analyseText(text, given, options).result.entities.map(({ type, text: slice, name }) =>
    slice === name ? `${type} ${slice}` : `${type} ${slice} -> ${name}`,
  );

describe('texts and their names', () => {
  testRows(
    'persons',
    [
      ['Bugün Ahmet Yılmaz geldi.', ['PER Ahmet Yılmaz'], 'given name and surname'],
      [
        'Dün Ahmet Yılmaz geldi. Sonra Yılmaz gitti.',
        ['PER Ahmet Yılmaz', 'PER Yılmaz -> Ahmet Yılmaz'],
        'the surname alone',
      ],
      [
        'Dün Fayiz es-Serrac geldi. Sonra Serrac gitti. Libya’da Serrac’la görüştü.',
        ['PER Fayiz es-Serrac', 'PER Serrac -> Fayiz es-Serrac', 'LOC Libya', 'PER Serrac -> Fayiz es-Serrac'],
        'an Arabic surname without its article',
      ],
      ["Görüşme Putin'in evinde.", ['PER Putin -> Vladimir Putin'], 'a listed short form'],
      ['Dün Ahmet Bey geldi.', ['PER Ahmet'], 'a form of address is no part of the name'],
      ['Odada ışık vardı, Ahmet Işık geldi.', ['PER Ahmet Işık'], 'a weak surname behind a given name'],
      ['Odada Işık vardı.', [], 'a weak surname alone'],
      ['ve F.K. tutuklandı.', ['PER F.K.'], 'initials'],
      [
        'AHMET YILMAZ ANKARA’DA GÖRÜLDÜ',
        ['PER AHMET YILMAZ -> Ahmet Yılmaz', 'LOC ANKARA -> Ankara'],
        'a headline in capitals',
      ],
      ['Dün Ahmet YILMAZ geldi.', ['PER Ahmet YILMAZ -> Ahmet Yılmaz'], 'a surname in capitals, as in court files'],
      ['Dün Ahmet Çelik geldi.', ['PER Ahmet Çelik'], 'a surname that is a head word'],
      [
        "Dün Ahmet Yılmaz, Dışişleri Bakanlığı'nda konuştu.",
        ['PER Ahmet Yılmaz', 'ORG Dışişleri Bakanlığı'],
        'a comma alone does not run on to a head word',
      ],
    ],
    names,
  );
  testRows(
    'places and organizations',
    [
      ["Dün Bergama İlçesi'nde kar yağdı.", ['LOC Bergama İlçesi -> Bergama'], 'a class word with a capital'],
      ['Dün Bergama ilçesinde kar yağdı.', ['LOC Bergama'], 'a class word without one'],
      ["Dün Ankara'da toplandı.", ['LOC Ankara'], 'the suffix stays outside'],
      [
        'Karar Dışişleri Bakanlığına gitti.',
        ['ORG Dışişleri Bakanlığına -> Dışişleri Bakanlığı'],
        'inflected: spanned whole',
      ],
      ["Dün Galatasaray Kulübü'nde toplandı.", ['ORG Galatasaray Kulübü'], 'an apostrophe behind a compound'],
      ['Rusya Dışişleri Bakanı Sergey Lavrov geldi.', ['LOC Rusya', 'PER Sergey Lavrov'], 'a title is no organization'],
      ['Birçok Libyalı geldi.', [], 'a derivation is no name'],
      ['Karar BM’den çıktı.', ['ORG BM -> Birleşmiş Milletler'], 'an acronym'],
      [
        'Ulusal Mutabakat Hükümeti (UMH) karar aldı. Sonra UMH’nin üyeleri bekledi.',
        [
          'ORG Ulusal Mutabakat Hükümeti',
          'ORG UMH -> Ulusal Mutabakat Hükümeti',
          'ORG UMH -> Ulusal Mutabakat Hükümeti',
        ],
        'an acronym and its expansion',
      ],
      [
        'Dün Ulusal Mutabakat Hükümeti toplandı. Sonra Ulusal Mutabakat Hükümeti dağıldı. Ama Ulusal Mutabakat Hukümeti kaldı.',
        [
          'ORG Ulusal Mutabakat Hükümeti',
          'ORG Ulusal Mutabakat Hükümeti',
          'ORG Ulusal Mutabakat Hukümeti -> Ulusal Mutabakat Hükümeti',
        ],
        'a misspelling links to the right form',
      ],
      ['Dün Ulusal Mutabakat Hukümeti toplandı.', [], 'a misspelling makes no name by itself'],
      ['', [], 'nothing'],
    ],
    names,
  );
  testRows(
    'roles',
    [
      [
        'Rusya Dışişleri Bakanı Sergey Lavrov geldi.',
        { 'Sergey Lavrov': ['Rusya Dışişleri Bakanı'] },
        'with its place',
      ],
      [
        "Dün Rusya'nın Dışişleri Bakanı Sergey Lavrov geldi.",
        { 'Sergey Lavrov': ["Rusya'nın Dışişleri Bakanı"] },
        'a genitive belongs to it',
      ],
      [
        "Dün Rusya'ya Dışişleri Bakanı Ahmet Yılmaz geldi.",
        { 'Ahmet Yılmaz': ['Dışişleri Bakanı'] },
        'a dative does not',
      ],
      [
        "Dün TÜRKİYE'NİN DIŞİŞLERİ BAKANI Sergey Lavrov geldi.",
        { 'Sergey Lavrov': ["TÜRKİYE'NİN DIŞİŞLERİ BAKANI"] },
        'a genitive in capitals',
      ],
      [
        'Bergama Barosu Başkanı Ahmet Yılmaz geldi.',
        { 'Ahmet Yılmaz': ['Bergama Barosu Başkanı'] },
        'an organization that starts the sentence and runs into a listed title',
      ],
      [
        'Dün Ulusal Mutabakat Hükümeti (UMH) Başkan Ahmet Yılmaz geldi.',
        { 'Ahmet Yılmaz': ['Ulusal Mutabakat Hükümeti (UMH) Başkan'] },
        'an acronym in brackets',
      ],
      [
        "Dün Başkan Sergey Lavrov'un oğlu Ahmet Yılmaz geldi.",
        { 'Sergey Lavrov': ['Başkan'], 'Ahmet Yılmaz': ["Sergey Lavrov'un oğlu"] },
        'whose relative it is',
      ],
      [
        "Dün Sergey Lavrov'un Başkan Ahmet Yılmaz ile görüştüğü söylendi.",
        { 'Sergey Lavrov': undefined, 'Ahmet Yılmaz': ['Başkan'] },
        'no role is a relative of a person before it but kin',
      ],
      [
        'Dün Başkanlar Ahmet Yılmaz ve Sergey Lavrov geldi.',
        { 'Ahmet Yılmaz': undefined, 'Sergey Lavrov': undefined },
        'a plural is not of the next person alone',
      ],
      ['Dün Ahmet Yılmaz geldi.', { 'Ahmet Yılmaz': undefined }, 'none'],
    ],
    (text) => Object.fromEntries(analyseText(text, resources).result.people.map(({ name, roles }) => [name, roles])),
  );
});

describe('options', () => {
  const text = "Dün Ahmet Yılmaz Ankara'da BM ile görüştü.";
  test('types keep the names of some types', () => {
    const { result } = analyseText(text, resources, { types: ['LOC'] });
    expect(result.entities.map(({ type }) => type)).toEqual(['LOC']);
    expect([result.people, result.organizations]).toEqual([[], []]);
    expect(names(text, { types: [] })).toEqual([]);
  });
  test('a least score drops the less sure', () => {
    for (const minScore of [0.6, 0.9, 1])
      for (const { score } of analyseText(text, resources, { minScore }).result.entities)
        expect(score).toBeGreaterThanOrEqual(minScore);
  });
  testRows(
    "the user's own list wins",
    [
      ["Dün Ankara'da toplandı.", ['ORG Ankara'], 'over the type of the shipped list'],
      ['Dün kurye app kapandı.', ['ORG kurye app'], 'as the user wrote it, in small letters'],
      ['Dün kurye kapandı.', [], 'but not a part of it'],
      ['Dün ku kapandı.', [], 'nor an alias it merely begins like'],
      ['Dün Xyz Bakanlığı toplandı.', ['LOC Xyz'], 'over a longer name'],
    ],
    (given) => names(given, {}, resourcesOf(LINES, ['Ankara ; ORG', 'kurye app ; ORG ; Ku', 'Xyz ; LOC'])),
  );
});

describe('given tokens', () => {
  test('stay one token each, and a name ends before its suffix', () => {
    const { table, result } = analyseTokens([['Dün', "Ankara'da", 'Ahmet', "Yılmaz'ı", 'gördü', '.']], resources);
    expect(table.length).toBe(6);
    expect(result.entities.map(({ text }) => text)).toEqual(['Ankara', 'Ahmet Yılmaz']);
  });
});

/** What must hold for the result of any text; gives what does not. */
function resultFaults(text, result) {
  const faults = [];
  let end = 0;
  for (const ent of result.entities) {
    if (ent.start < end) faults.push(`${ent.text} at ${ent.start} overlaps or is out of order`);
    if (ent.start >= ent.end || ent.end > text.length) faults.push(`${ent.start}-${ent.end} is no span of the text`);
    if (ent.text !== text.slice(ent.start, ent.end)) faults.push(`${ent.text} is not the slice`);
    if (ent.name === '' || ent.name !== ent.name.trim()) faults.push(`the name '${ent.name}' is empty or not trimmed`);
    if (!(ent.score >= 0 && ent.score <= 1)) faults.push(`score ${ent.score}`);
    end = ent.end;
  }
  for (const [type, list] of [
    ['PER', result.people],
    ['LOC', result.places],
    ['ORG', result.organizations],
  ]) {
    const found = result.entities.filter((ent) => ent.type === type);
    const sum = list.reduce((total, { count }) => total + count, 0);
    if (sum !== found.length) faults.push(`${sum} ${type} counted, ${found.length} found`);
    for (const { name, count } of list)
      if (found.filter((ent) => ent.name === name).length !== count) faults.push(`count of ${name}`);
  }
  return faults;
}

describe('any text', () => {
  const bytes = (text, offsets) =>
    Buffer.from(text)
      .subarray(...offsets)
      .toString();

  test('gives entities that are slices, sorted, disjoint, counted, and the same twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { result } = analyseText(text, resources);
        expect(resultFaults(text, result)).toEqual([]);
        expect(JSON.stringify(analyseText(text, resources).result)).toBe(JSON.stringify(result));
      }),
      { numRuns: 1500 },
    );
  });

  test('gives byte and code point offsets that hold the same text', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const text = given.toWellFormed();
        const { result } = analyseText(text, resources);
        const inBytes = withOffsets(result, text, 'byte').entities;
        const inPoints = withOffsets(result, text, 'codepoint').entities;
        result.entities.forEach((ent, i) => {
          expect(bytes(text, [inBytes[i].start, inBytes[i].end])).toBe(ent.text);
          expect([...text].slice(inPoints[i].start, inPoints[i].end).join('')).toBe(ent.text);
        });
      }),
    );
  });

  test('of given tokens never fails either', () => {
    const token = fc.oneof(
      anyText.map((text) => text.replace(/\s/gu, '')),
      fc.constantFrom("Ankara'da", 'Ahmet', '#'),
    );
    const sentences = fc.array(
      fc.array(
        token.filter((text) => text !== ''),
        { minLength: 1, maxLength: 6 },
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(sentences, (given) => {
        const { table, result } = analyseTokens(given, resources);
        expect(table.length).toBe(given.flat().length);
        expect(resultFaults(table.text, result)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile text', () => {
  const repeat = (piece, size = 150_000) => piece.repeat(Math.ceil(size / piece.length));
  const letters = 'abcdefghijklmnop';
  const word = (i) => `S${[12, 8, 4, 0].map((shift) => letters[(i >> shift) & 15]).join('')}`;
  const each = (form) => Array.from({ length: 8000 }, (_, i) => form(word(i))).join('');
  test.each([
    ['one name on one line', repeat('Ahmet Yılmaz ')],
    ['names parted by commas', repeat('Ahmet Yılmaz, ')],
    ['different names', each((surname) => `Ahmet ${surname}, `)],
    ['different ministries', each((name) => `${name} Bakanlığı, `)],
    ['capitals', repeat('A ')],
    ['acronyms', repeat('AB CD ')],
    ['titles', repeat('Dışişleri Bakanı ')],
    ['domains of one ministry', `${repeat('Çevre ve ')}Bakanlığı`],
    ['one word', repeat('A')],
    ['one suffix', `Ankara'${repeat('da')}`],
    ['suffixes without an apostrophe', each((name) => `${name}larındakilerdendirler `)],
    ['apostrophes', repeat("'")],
    ['unknown words', each((name) => `${name}'da `)],
  ])('%s are read in linear time', (_, text) => {
    const { result } = expectLinear(() => analyseText(text, resources));
    expect(result.entities.every((ent) => text.startsWith(ent.text, ent.start))).toBe(true);
  });
});
