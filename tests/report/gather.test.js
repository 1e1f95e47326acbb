import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DetailCollector } from '../../dist/report/collector.js';
import { NameCounter } from '../../dist/report/counter.js';
import { Examples } from '../../dist/report/examples.js';
import { Tally } from '../../dist/report/tally.js';
import { Ties } from '../../dist/report/ties.js';

const PER = 0;
const LOC = 1;
const LIMITS = { detailed: 100, listed: 100, detailSize: 1e6 };

/** A document of sentences, each a list of names `[type, name, extra]`. */
function docOf(sentences, fields = {}) {
  const names = new Map();
  const mentions = sentences.flatMap((sentence, i) =>
    sentence.map(([type, name, { aliases = [], roles = [], context } = {}]) => {
      const known = names.get(type + name);
      names.set(type + name, { type, name, count: (known?.count ?? 0) + 1, aliases, roles });
      return { type, name, text: name, sentence: i, ...(context && { context }) };
    }),
  );
  return { label: 'haber', date: '', ...fields, names: [...names.values()], mentions };
}

function gather(docs, limits = LIMITS, most = undefined) {
  const counter = new NameCounter(most);
  for (const doc of docs) counter.add(doc);
  const collector = new DetailCollector(counter, limits);
  for (const doc of docs) collector.add(doc);
  return collector.finish();
}

describe('gathering', () => {
  test('counts documents and mentions, the names in most documents first', () => {
    const data = gather([
      docOf([[[PER, 'Ece Tan']], [[PER, 'Ece Tan']]]),
      docOf([[[PER, 'Ali Kurt']]]),
      docOf([[[PER, 'Ali Kurt']]]),
    ]);
    expect(data.rows).toEqual([
      [PER, 'Ali Kurt', 2, 2],
      [PER, 'Ece Tan', 1, 2],
    ]);
    expect(data).toMatchObject({ documents: 3, mentions: 4, names: 2, namesCut: false, bySentence: true });
  });

  test('names equally frequent stand in Turkish order', () => {
    const data = gather([docOf([['Irmak', 'İnci', 'Çağ', 'Cem', 'Zeki', 'Şen', 'Sinan'].map((name) => [LOC, name])])]);
    expect(data.rows.map(([, name]) => name)).toEqual(['Cem', 'Çağ', 'Irmak', 'İnci', 'Sinan', 'Şen', 'Zeki']);
  });

  test('spellings in capitals are the same name, shown as written most often', () => {
    const data = gather([
      docOf([[[LOC, 'ISPARTA']]]),
      docOf([[[LOC, 'Isparta']], [[LOC, 'ISPARTA']]]),
      docOf([[[LOC, 'Isparta']]]),
      docOf([[[LOC, 'Isparta']]]),
    ]);
    expect(data.rows).toEqual([[LOC, 'Isparta', 4, 5]]);
  });

  test('the same name of two types is two names', () => {
    expect(
      gather([
        docOf([
          [
            [LOC, 'Ordu'],
            [2, 'Ordu'],
          ],
        ]),
      ]).rows,
    ).toHaveLength(2);
  });

  test('aliases and roles come together, the name itself is no alias', () => {
    const mention = (aliases, roles) => docOf([[[PER, 'Ece Tan', { aliases, roles }]]]);
    const data = gather([
      mention(['Tan', 'ECE TAN'], ['Bakan']),
      mention(['Tan'], ['BAKAN']),
      mention([], ['Bakan', 'Vekil']),
    ]);
    expect(data.details[0]).toMatchObject({ aliases: ['Tan'], roles: ['Bakan', 'Vekil'] });
  });

  test('names tie when they share sentences more often than by chance, not when they share documents', () => {
    const together = docOf([
      [
        [PER, 'Ece Tan'],
        [LOC, 'Van'],
      ],
    ]);
    const apart = docOf([[[PER, 'Ece Tan']], [[LOC, 'Muş']]]);
    const other = docOf([[[PER, 'Ali Kurt']]]);
    const data = gather([together, together, apart, apart, other, other, other]);
    const at = (name) => data.rows.findIndex((row) => row[1] === name);
    expect(data.details[at('Ece Tan')].ties).toEqual([at('Van'), 2]);
    expect(data.details[at('Van')].ties).toEqual([at('Ece Tan'), 2]);
    expect(data.details[at('Muş')].ties).toBeUndefined();
  });

  test('without sentences names meet in documents', () => {
    const doc = docOf([[[PER, 'Ece Tan']], [[LOC, 'Van']]]);
    for (const mention of doc.mentions) delete mention.sentence;
    const data = gather([doc, docOf([[[PER, 'Ali Kurt']]])]);
    expect(data.bySentence).toBe(false);
    expect(data.rows.map(([, name]) => name)).toEqual(['Ali Kurt', 'Ece Tan', 'Van']);
    expect(data.details.map(({ ties }) => ties)).toEqual([undefined, [2, 1], [1, 1]]);
  });

  test('documents with a date give each name its course', () => {
    const on = (day, name) => docOf([[[LOC, name]]], { day });
    const data = gather([on(100, 'Van'), on(101, 'Van'), on(101, 'Van'), on(101, 'Muş'), docOf([[[LOC, 'Van']]])]);
    expect(data).toMatchObject({ dated: 4, periods: { unit: 'day', start: 100, totals: [1, 3] } });
    expect(data.details[0].trend).toEqual([0, 1, 1, 2]);
  });

  test('a sentence that several names share is kept once', () => {
    const context = 'Ece Tan dün akşam saatlerinde Van kentine geldi.';
    const data = gather([
      docOf(
        [
          [
            [PER, 'Ece Tan', { context }],
            [LOC, 'Van', { context }],
          ],
        ],
        { label: 'a.txt' },
      ),
    ]);
    expect(data.sentences).toEqual([[context, 0]]);
    expect(data.sources).toEqual([['a.txt', '']]);
    expect(data.details.map(({ examples }) => examples)).toEqual([[0], [0]]);
  });

  test('only so many names of a type get details, others counts, others nothing', () => {
    const docs = Array.from({ length: 30 }, (_, i) =>
      docOf([Array.from({ length: i + 1 }, (_, n) => [PER, `Ad ${n}`])]),
    );
    const data = gather(docs, { detailed: 5, listed: 10, detailSize: 1e6 });
    expect([data.rows.length, data.details.length, data.names]).toEqual([15, 5, 30]);
    expect(data.rows.map(([, , docs]) => docs)).toEqual(Array.from({ length: 15 }, (_, i) => 30 - i));
  });

  test('details stop where their size would pass the limit', () => {
    const context = (n) => `${'uzun bir cümle '.repeat(10)} ${n}`;
    const docs = Array.from({ length: 40 }, (_, i) => docOf([[[PER, `Ad ${i}`, { context: context(i) }]]]));
    const data = gather(docs, { ...LIMITS, detailSize: 1000 });
    expect(JSON.stringify([data.details, data.sentences]).length).toBeLessThan(1500);
    expect(data.rows).toHaveLength(40);
  });

  test('with a full table frequent names keep their exact counts', () => {
    const docs = Array.from({ length: 300 }, (_, i) =>
      docOf([
        [
          [PER, 'Ece Tan'],
          [PER, `Tek ${i}`],
          [LOC, `Yer ${i}`],
        ],
      ]),
    );
    const data = gather(docs, LIMITS, 50);
    expect(data.rows[0]).toEqual([PER, 'Ece Tan', 300, 300]);
    expect([data.namesCut, data.names <= 50]).toEqual([true, true]);
  });
});

describe('examples', () => {
  const long = (n, text = '') => `${n}. cümle ${'okunacak uzunlukta bir örnektir '.repeat(2)}${text}`;

  test('the latest readable sentences are kept', () => {
    const examples = new Examples();
    [5, 9, 1, 7].forEach((day, i) => {
      examples.add(long(day), 'cümle', { label: '', date: '', day }, i);
    });
    examples.add('Kısa.', 'Kısa', { label: '', date: '', day: 99 }, 5);
    expect(examples.list().map(({ sentence }) => Number.parseInt(sentence, 10))).toEqual([9, 7, 5]);
  });

  test('the same sentence in two documents is one example', () => {
    const examples = new Examples();
    examples.add(long(1), 'cümle', { label: 'a', date: '' }, 0);
    examples.add(long(1), 'cümle', { label: 'b', date: '' }, 1);
    expect(examples.list()).toHaveLength(1);
  });

  test('an overlong sentence is cut around the mention, and the mention stays whole', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.stringMatching(/^[a-zçğ ]{1,12}$/u), (before, after, word) => {
        const examples = new Examples();
        const sentence = `${`${word} `.repeat(before)}Ece Tan${` ${word}`.repeat(after)}`;
        examples.add(sentence, 'Ece Tan', { label: '', date: '' }, 0);
        const [{ sentence: shown }] = examples.list();
        return shown.includes('Ece Tan') && shown.length <= 322;
      }),
    );
  });
});

describe('a tally', () => {
  test('stays within its bound and keeps what is frequent', () => {
    const tally = new Tally(10);
    for (let i = 0; i < 1000; i++) {
      tally.add('sık');
      tally.add(`seyrek ${i}`);
    }
    expect(tally.top(1)).toEqual(['sık']);
    expect(tally.top(100).length).toBeLessThanOrEqual(10);
  });
});

describe('ties', () => {
  test('agree with counting pairs one by one', () => {
    const doc = fc.array(fc.uniqueArray(fc.nat(6), { maxLength: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(doc, { maxLength: 8 }), fc.nat(6), fc.nat(6), (docs, a, b) => {
        if (a === b) return true;
        const ties = new Ties(7);
        for (const sentences of docs) ties.addDoc(sentences.map((names) => new Set(names)));
        const expected = docs.filter((sentences) =>
          sentences.some((names) => names.includes(a) && names.includes(b)),
        ).length;
        const listed = ties.of(a).find(([other]) => other === b)?.[1] ?? 0;
        return ties.between(a, b) === expected && listed === expected;
      }),
    );
  });

  test('a list of very many names ties none of them', () => {
    const ties = new Ties(40);
    ties.addDoc([new Set(Array.from({ length: 40 }, (_, i) => i))]);
    expect(ties.of(0)).toEqual([]);
  });
});
