import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Kunye, KunyeError } from '../dist/index.js';
import { shippedLexicon } from '../dist/load/resources.js';
import { tokenize } from '../dist/tokenize/tokenizer.js';
import { runCli } from './helpers/cli.js';
import { testRows } from './helpers/rows.js';

const kunye = await Kunye.load();
const listsOnly = await Kunye.load({ model: false });
const TEXT = "Yasemin Korkmaz, Zonguldak'a gitti.  Korkmaz, Sağlık Bakanlığına seslendi.\nZonguldak'ta kar yağdı.";

function wrongLexicon() {
  const bytes = readFileSync(shippedLexicon());
  bytes[bytes.length >> 1] ^= 1;
  return bytes;
}

describe('a recognized text', () => {
  const doc = kunye.recognize(TEXT);

  test('names people, places and organizations with their counts', () => {
    expect(doc.people.map(({ name, count }) => [name, count])).toEqual([['Yasemin Korkmaz', 2]]);
    expect(doc.places.map(({ name, count }) => [name, count])).toEqual([['Zonguldak', 2]]);
    expect(doc.organizations.map(({ name, count }) => [name, count])).toEqual([['Sağlık Bakanlığı', 1]]);
  });

  test.each([
    ["Zonguldak'a", 'Zonguldak', 'a', 'Dat', 'cut at the apostrophe'],
    ['Bakanlığına', 'Bakanlığı', 'na', 'Dat', 'cut where a list knows the word'],
    ['seslendi', 'seslendi', undefined, undefined, 'no list knows it: left whole'],
    [',', ',', undefined, undefined, 'punctuation'],
  ])('token %s has base %s, suffix %s, case %s: %s', (text, base, suffix, kase) => {
    const token = doc.tokens.find((candidate) => candidate.text === text);
    expect([token.base, token.suffix, token.case]).toEqual([base, suffix, kase]);
  });

  test('tokens know their sentence and their mention, sentences their tokens and mentions', () => {
    const korkmaz = doc.tokens.filter(({ text }) => text === 'Korkmaz')[1];
    expect(korkmaz.sentence.i).toBe(1);
    expect(korkmaz.entity.name).toBe('Yasemin Korkmaz');
    expect(korkmaz.sentence.tokens).toContain(korkmaz);
    expect(korkmaz.sentence.text).toBe('Korkmaz, Sağlık Bakanlığına seslendi.');
    expect(korkmaz.sentence.entities.map(({ text }) => text)).toEqual(['Korkmaz', 'Sağlık Bakanlığına']);
    expect(doc.tokens.find(({ text }) => text === 'gitti').entity).toBeUndefined();
    expect(korkmaz.spaceBefore).toBe(true);
    expect([korkmaz.type, korkmaz.shape]).toEqual(['word', 'title']);
  });

  test('is the same as what the command line prints', async () => {
    const { stdout } = await runCli(['--to', 'jsonl'], { stdin: TEXT });
    expect(`${JSON.stringify(doc)}\n`).toBe(stdout);
  });
});

describe('tokens and sentences are small wherever their fields are walked', () => {
  const doc = kunye.recognize("Zonguldak'a gitti. Kar yağdı.");
  const [token, gitti] = doc.tokens;
  const zonguldak = { start: 0, end: 9, type: 'LOC', text: 'Zonguldak', name: 'Zonguldak' };

  testRows(
    'as JSON',
    [
      [
        token,
        {
          ...{ i: 0, start: 0, end: 11, text: "Zonguldak'a", base: 'Zonguldak', suffix: 'a', case: 'Dat' },
          ...{ type: 'word', shape: 'title', spaceBefore: false, sentence: 0 },
          entity: expect.objectContaining(zonguldak),
        },
        'a token with all it has',
      ],
      [
        gitti,
        {
          ...{ i: 1, start: 12, end: 17, text: 'gitti', base: 'gitti' },
          ...{ type: 'word', shape: 'lower', spaceBefore: true, sentence: 0 },
        },
        'what a token lacks is left out',
      ],
      [
        doc.sentences[0],
        { i: 0, start: 0, end: 18, text: "Zonguldak'a gitti.", entities: [expect.objectContaining(zonguldak)] },
        'a sentence',
      ],
      [doc.sentences[1], { i: 1, start: 19, end: 29, text: 'Kar yağdı.', entities: [] }, 'a sentence without mentions'],
    ],
    (view) => JSON.parse(JSON.stringify(view)),
  );

  test('their own fields are their indexes alone, and a document has none', () => {
    expect([token, doc.sentences[0], doc].map(Object.keys)).toEqual([['i'], ['i'], []]);
  });

  test('console.log shows their fields', () => {
    expect(inspect(token)).toContain("base: 'Zonguldak'");
    expect(inspect(doc.sentences[1])).toContain("text: 'Kar yağdı.'");
  });

  test('a document asked for all its tokens and sentences grows with its text', () => {
    const sizeOf = (times) => {
      const long = kunye.recognize("Zonguldak'a gitti. ".repeat(times));
      return JSON.stringify([long.tokens, long.sentences]).length;
    };
    expect(sizeOf(200) / sizeOf(100)).toBeLessThan(2.2);
  });
});

test('tokens and sentences tile any text; every mention is its slice', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(TEXT, '', '\n \n', "'a'")), (text) => {
      const doc = kunye.recognize(text);
      let at = 0;
      for (const token of doc.tokens) {
        expect(token.start).toBeGreaterThanOrEqual(at);
        expect(token.text).toBe(text.slice(token.start, token.end));
        at = token.end;
      }
      expect(doc.sentences.flatMap((sentence) => sentence.tokens)).toEqual(doc.tokens);
      for (const entity of doc.entities) expect(text.slice(entity.start, entity.end)).toBe(entity.text);
    }),
    { numRuns: 200 },
  );
});

describe('settings', () => {
  test('types are reported as asked, roles and links still come from all names', () => {
    const doc = kunye.recognize(TEXT, { types: ['PER'] });
    expect(new Set(doc.entities.map(({ type }) => type))).toEqual(new Set(['PER']));
    expect(doc.places).toEqual([]);
  });

  test('a record keeps its own fields and its title is not searched', () => {
    const record = { id: '7', date: '2024-01-02', title: "Ankara'da", text: "İzmir'de" };
    expect(kunye.recognize(record).toJSON()).toMatchObject({
      id: '7',
      date: '2024-01-02',
      title: "Ankara'da",
      places: [{ name: 'İzmir', count: 1 }],
    });
    expect(kunye.recognize(record).id).toBe('7');
  });
});

/** What a call throws, or what it gave where it should have thrown. */
async function thrownBy(call) {
  try {
    return await call();
  } catch (error) {
    return error instanceof KunyeError ? `${error.code}: ${error.message}` : error;
  }
}

const TEXT_RIGHT = 'right would be a string, or { text } with a string';
const TYPES_RIGHT = 'right would be a list of some of PER, LOC, ORG';
const SCORE_RIGHT = 'right would be a number from 0 to 1';
const TOKENS_RIGHT = "right would be a list of tokens a sentence: [['Ankara', 'güzel', '.']]";
const LIST_RIGHT = '{ name, entries }, { name, text } or { name, bytes }';
const ENTRY_RIGHT = "right would be { name: 'Zambak Derneği', type: 'ORG' }";
const lexicon = new Uint8Array(64);
const withList = (list) => Kunye.load({ lexicons: [list] });

test.each([
  ['no text', () => kunye.recognize(), `the text is undefined; ${TEXT_RIGHT}`],
  ['null', () => kunye.recognize(null), `the text is null; ${TEXT_RIGHT}`],
  ['a number', () => kunye.recognize(5), `the text is a number; ${TEXT_RIGHT}`],
  ['bytes', () => kunye.recognize(Buffer.from('a')), `the text is a Buffer; ${TEXT_RIGHT}`],
  ['texts', () => kunye.recognize(['a']), `the text is an array; ${TEXT_RIGHT}`],
  ['no text in it', () => kunye.recognize({ id: '1' }), "the record's text is undefined; right would be a string"],
  [
    'a number for an id',
    () => kunye.recognize({ id: 7, text: '' }),
    "the record's id is a number; right would be a string, or none",
  ],
  [
    'a Date',
    () => kunye.recognize({ date: new Date(0), text: '' }),
    "the record's date is a Date; right would be a string, or none",
  ],
  ['a type', () => kunye.recognize('', { types: 'LOC' }), `types is a string; ${TYPES_RIGHT}`],
  ['types', () => kunye.recognize('', { types: new Set() }), `types is a Set; ${TYPES_RIGHT}`],
  [
    'no type of ours',
    () => kunye.recognize('', { types: ['PERSON'] }),
    "'PERSON' is no type; right would be some of PER, LOC, ORG",
  ],
  ['a string', () => kunye.recognize('', { minScore: '0.5' }), `minScore is a string; ${SCORE_RIGHT}`],
  ['per cent', () => kunye.recognize('', { minScore: 50 }), `minScore is 50; ${SCORE_RIGHT}`],
  ['no number', () => kunye.recognize('', { minScore: Number.NaN }), `minScore is NaN; ${SCORE_RIGHT}`],
  [
    'a type as options',
    () => kunye.recognize('', 'LOC'),
    "options is a string; right would be an object, such as { types: ['LOC'] }",
  ],
  ['a record', () => kunye.explain({ text: '' }), 'the text is an object; right would be a string'],
  ['options', () => kunye.explain('', { types: 'LOC' }), `types is a string; ${TYPES_RIGHT}`],
  ['no list', () => kunye.recognizeTokens('Ankara'), `the list of sentences is a string; ${TOKENS_RIGHT}`],
  ['one sentence', () => kunye.recognizeTokens(['Ankara']), `sentence [0] is a string; ${TOKENS_RIGHT}`],
  ['no token', () => kunye.recognizeTokens([['Ankara', 7]]), 'token [0][1] is a number; right would be a string'],
  [
    'one text',
    () => kunye.stream('Ankara').next(),
    'the input of a stream is a string; right would be an iterable of texts, such as [text]',
  ],
  [
    'one record',
    () => kunye.stream({ text: 'Ankara' }).next(),
    'the input of a stream is an object; right would be an iterable of texts, such as [text]',
  ],
  [
    'nothing',
    () => Kunye.from(),
    'what to make it of is undefined; right would be { lexicon } with the bytes of a compiled lexicon',
  ],
  ['no lexicon', () => Kunye.from({}), 'lexicon is undefined; right would be a Uint8Array'],
  [
    'no bytes',
    () => Kunye.from({ lexicon, model: new ArrayBuffer(8) }),
    'model is an ArrayBuffer; right would be a Uint8Array',
  ],
  [
    'a path',
    () => Kunye.load('names.tsv'),
    "what to load is a string; right would be an object, such as { lexicons: ['names.tsv'] }",
  ],
  [
    'a path for lists',
    () => Kunye.load({ lexicons: 'names.tsv' }),
    "lexicons is a string; right would be a list of lists, such as ['names.tsv']",
  ],
  [
    'true',
    () => Kunye.load({ model: true }),
    'model is a boolean; right would be a path, a URL, a Uint8Array or false',
  ],
  [
    'a file descriptor',
    () => Kunye.load({ lexicon: 0 }),
    'lexicon is a number; right would be a path, a URL or a Uint8Array',
  ],
  [
    'a page',
    () => Kunye.load({ lexicons: [new URL('https://example.org/a.tsv')] }),
    'https://example.org/a.tsv is no file; right would be a file: URL',
  ],
  ['no list of names', () => withList(5), `a list of lexicons is a number; right would be ${LIST_RIGHT}`],
  [
    'no name',
    () => withList({ entries: [] }),
    `a list's name is undefined; right would be a string, as in ${LIST_RIGHT}`,
  ],
  [
    'a name alone',
    () => withList({ name: 'x' }),
    "'entries' of the list 'x' is undefined; right would be [{ name, type }], or 'text'",
  ],
  [
    'no text of a list',
    () => withList({ name: 'x', text: 5 }),
    "'text' of the list 'x' is a number; right would be a string",
  ],
  [
    'text as bytes',
    () => withList({ name: 'x', bytes: 'a' }),
    "'bytes' of the list 'x' is a string; right would be a Uint8Array",
  ],
])('a wrong argument, %s, is refused with what would be right: %s', async (_, call, message) => {
  expect(await thrownBy(call)).toBe(`USAGE: ${message}`);
});

describe('lists of your own', () => {
  const entries = [{ name: 'Görüştü Holding', type: 'ORG', aliases: ['Görüştü'] }];
  test.each([
    ['entries', { name: 'own', entries }],
    ['the text of a file', { name: 'own', text: 'Görüştü Holding\tORG\tGörüştü\n' }],
    ['the bytes of a file', { name: 'own', bytes: new TextEncoder().encode('Görüştü Holding\tORG\tGörüştü\n') }],
  ])('win over everything, given as %s', async (_, list) => {
    const own = await Kunye.load({ lexicons: [list] });
    const [entity] = own.recognize('Lavrov Görüştü.').entities.filter(({ source }) => source === 'user');
    expect(entity).toMatchObject({ type: 'ORG', text: 'Görüştü', name: 'Görüştü Holding' });
  });

  test.each([
    [
      'an entry of no type',
      {
        lexicons: [
          {
            name: 'own',
            entries: [
              { name: 'A', type: 'PER' },
              { name: 'B', type: 'X' },
            ],
          },
        ],
      },
      'LEXICON_INVALID',
      'own:2',
    ],
    [
      'an entry of no name',
      { lexicons: [{ name: 'own', entries: [{ type: 'PER' }] }] },
      'LEXICON_INVALID',
      ENTRY_RIGHT,
    ],
    [
      'an entry of null',
      { lexicons: [{ name: 'own', entries: [null] }] },
      'LEXICON_INVALID',
      'own:1: the entry is null',
    ],
    ['a model of no name', { model: '' }, 'INPUT_UNREADABLE', 'no such file'],
    ['a list that is not there', { lexicons: ['/no/such/list.tsv'] }, 'INPUT_UNREADABLE', '/no/such/list.tsv'],
    ['a model of zeros', { model: new Uint8Array(64) }, 'MODEL_INVALID', 'model'],
    ['a copy of the lexicon with a wrong byte', { lexicon: wrongLexicon() }, 'LEXICON_INVALID', 'lexicon'],
    ['a lexicon of zeros', { lexicon: new Uint8Array(64) }, 'LEXICON_INVALID', 'lexicon'],
  ])('%s is refused with its place', async (_, options, code, place) => {
    await expect(Kunye.load(options)).rejects.toMatchObject({ code, message: expect.stringContaining(place) });
  });
});

test('without the model lists and rules decide, and explain shows their weights', () => {
  const rows = listsOnly.explain("Deniz Korkmaz Zonguldak'a gitti.");
  const kept = rows.filter((row) => row.kept).map(({ type, text }) => [type, text]);
  expect(kept).toEqual([
    ['PER', 'Deniz Korkmaz'],
    ['LOC', 'Zonguldak'],
  ]);
  expect(rows.find((row) => row.text === 'Deniz').verdict).toMatch(/^dropped/u);
  for (const row of rows) expect(row.evidence.length).toBeGreaterThan(0);
});

test.each([
  [{ types: ['LOC'] }, 'Deniz Korkmaz', 'dropped: its type was not asked for'],
  [{ minScore: 1 }, 'Zonguldak', 'dropped: score below 1'],
])('explain with %j says of %s: %s', (options, text, verdict) => {
  const rows = listsOnly.explain("Deniz Korkmaz Zonguldak'a gitti.", options);
  expect(rows.find((row) => row.text === text).verdict).toBe(verdict);
});

test('given tokens stay as they are', () => {
  const doc = kunye.recognizeTokens([
    ['Yasemin', 'Korkmaz', "Zonguldak'a", 'gitti', '.'],
    ['Kar', 'yağdı', '.'],
  ]);
  expect(doc.tokens.map(({ text }) => text)).toEqual([
    'Yasemin',
    'Korkmaz',
    "Zonguldak'a",
    'gitti',
    '.',
    'Kar',
    'yağdı',
    '.',
  ]);
  expect(doc.sentences.length).toBe(2);
  expect(doc.entities.map(({ name }) => name)).toEqual(['Yasemin Korkmaz', 'Zonguldak']);
});

describe('a stream', () => {
  test('takes texts and records, from iterables of both kinds, and reads none ahead', async () => {
    const taken = [];
    async function* source() {
      for (const input of ["Bursa'da", { id: 'b', text: "Sivas'ta" }]) {
        taken.push(input);
        yield input;
      }
    }
    const stream = kunye.stream(source());
    const first = await stream.next();
    expect(first.value.places[0].name).toBe('Bursa');
    expect(taken.length).toBe(1);
    expect((await stream.next()).value.toJSON()).toMatchObject({ id: 'b', places: [{ name: 'Sivas' }] });
    expect((await stream.next()).done).toBe(true);
    for await (const doc of kunye.stream(["Van'a"])) expect(doc.places[0].name).toBe('Van');
  });
});

test('the views stand on the tokenizer alone: no second tokenization', () => {
  const table = tokenize(TEXT);
  expect(kunye.recognize(TEXT).tokens.map(({ start, end }) => [start, end])).toEqual(
    Array.from({ length: table.length }, (_, i) => [table.start[i], table.end[i]]),
  );
});
