import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import winkNLP from 'wink-nlp';
import model, { winkModel } from '../../dist/wink/index.js';
import manifest from '../../package.json' with { type: 'json' };

const nlp = winkNLP(model);
const { its, as } = nlp;
const TEXT = "Yasemin Korkmaz,\t \u00a0Zonguldak’a  IŞIK Vakfı'yla gitti. Sağlık Bakanlığına seslendi: 12 kişi.";

test('the version the model was made for is pinned', () => {
  expect(manifest.dependencies['wink-nlp']).toBe('2.4.0');
});

describe('a Turkish document', () => {
  // By lists and rules alone: a new tagger must not change what is tested here.
  const doc = winkNLP(winkModel({ model: false })).readDoc(TEXT);

  test('comes out as it went in', () => {
    expect(doc.out()).toBe(TEXT);
    expect(doc.tokens().out(its.value, as.text)).toBe(TEXT);
  });

  test('has names without their suffixes, with types and spans of tokens', () => {
    expect(doc.entities().out(its.detail)).toEqual([
      { value: 'Yasemin Korkmaz', type: 'PER' },
      { value: 'Zonguldak', type: 'LOC' },
      { value: 'IŞIK Vakfı', type: 'ORG' },
      { value: 'Sağlık Bakanlığı', type: 'ORG' },
    ]);
    expect(doc.entities().out(its.type)).toEqual(['PER', 'LOC', 'ORG', 'ORG']);
    const tokens = doc.tokens().out();
    for (const [first, last] of doc.entities().out(its.span))
      expect(tokens.slice(first, last + 1).join(' ')).toMatch(
        /^(?:Yasemin Korkmaz|Zonguldak|IŞIK Vakfı|Sağlık Bakanlığı)$/u,
      );
  });

  test('parts suffixes from names', () => {
    expect(doc.tokens().out()).toEqual(
      "Yasemin|Korkmaz|,|Zonguldak|’a|IŞIK|Vakfı|'yla|gitti|.|Sağlık|Bakanlığı|na|seslendi|:|12|kişi|.".split('|'),
    );
  });

  test('has the sentences of the tokenizer, each with its names', () => {
    expect(doc.sentences().length()).toBe(2);
    expect(doc.sentences().itemAt(1).out()).toBe('Sağlık Bakanlığına seslendi: 12 kişi.');
    expect(doc.sentences().itemAt(1).entities().out()).toEqual(['Sağlık Bakanlığı']);
    expect(doc.entities().itemAt(1).parentSentence().index()).toBe(0);
  });

  test('marks names up without their suffixes', () => {
    const marked = nlp.readDoc("IŞIK Vakfı'yla  gitti. Sağlık Bakanlığına.");
    marked.entities().each((entity) => entity.markup('[', ']'));
    expect(marked.out(its.markedUpText)).toBe("[IŞIK Vakfı]'yla  gitti. [Sağlık Bakanlığı]na.");
    expect(marked.sentences().itemAt(1).out(its.markedUpText)).toBe('[Sağlık Bakanlığı]na.');
  });

  test.each([
    [its.normal, "yasemin|korkmaz|,|zonguldak|'a|ışık|vakfı|'yla|gitti|.|sağlık|bakanlığı|na|seslendi|:|12|kişi|."],
    [its.pos, 'PROPN|PROPN|PUNCT|PROPN|X|PROPN|PROPN|X|X|PUNCT|PROPN|PROPN|X|X|PUNCT|NUM|X|PUNCT'],
    [
      its.case,
      'titleCase|titleCase|other|titleCase|other|upperCase|titleCase|other|lowerCase|other|titleCase|titleCase|lowerCase|lowerCase|other|other|lowerCase|other',
    ],
    [
      its.type,
      'word|word|punctuation|word|word|word|word|word|word|punctuation|word|word|word|word|punctuation|number|word|punctuation',
    ],
    [its.shape, "Xxxxx|Xxxxx|,|Xxxxx|’x|XXXX|Xxxxx|'xxx|xxxx|.|Xxxxx|Xxxxx|xx|xxxx|:|dd|xxxx|."],
    [its.prefix, "Ya|Ko|,|Zo|’a|IŞ|Va|'y|gi|.|Sa|Ba|na|se|:|12|ki|."],
  ])('%O', (property, expected) => {
    expect(doc.tokens().out(property).join('|')).toBe(expected);
  });
});

test.each([
  ['IŞIK', 'ışık', 'plain toLowerCase gives işik'],
  ['İstanbul', 'istanbul', 'plain toLowerCase gives i and a combining dot'],
  ['ISPARTA', 'ısparta', 'first met in capitals'],
  ['Isparta', 'ısparta', 'then otherwise: the same norm'],
  ['’nın', "'nın", 'one sign for all apostrophes'],
])('the norm of %s is %s: %s', (word, norm) => {
  const tokens = nlp.readDoc(`bir ${word} bir`).tokens();
  expect(tokens.out(its.normal).slice(1, -1).join('')).toBe(norm);
  expect(tokens.out(its.lemma).slice(1, -1).join('')).toBe(norm);
  expect(tokens.out(its.stem).slice(1, -1).join('')).toBe(norm);
});

test('words that differ only in case share a norm, words in a bag too', () => {
  const bow = nlp.readDoc('IŞIK Işık ışık').tokens().out(its.normal, as.bow);
  expect({ ...bow }).toEqual({ ışık: 3 });
});

test('function words and bare suffixes are stop words, abbreviations are told', () => {
  const tokens = nlp.readDoc("Prof. Korkmaz ve Ankara'dan gelenler için").tokens();
  expect(tokens.filter((token) => token.out(its.stopWordFlag)).out()).toEqual(['ve', "'dan", 'için']);
  expect(tokens.filter((token) => token.out(its.abbrevFlag)).out()).toEqual(['Prof.']);
});

test('any text comes out as it went in, but for white space at its ends', () => {
  const pieces = fc.constantFrom(
    "Ankara'da",
    ' ',
    '  ',
    '\n',
    '\t',
    '\u00a0',
    ' \u00a0 ',
    '\u200b',
    'Dışişleri Bakanlığına',
    '.',
    'www.a.com.tr',
    '__proto__',
    'constructor',
    '5',
    '😀',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const doc = nlp.readDoc(text);
      expect(doc.out()).toBe(text.trim());
      const last = doc.tokens().length() - 1;
      for (const [from, to] of doc.entities().out(its.span)) expect(0 <= from && from <= to && to <= last).toBe(true);
      const sentences = doc.sentences();
      expect(sentences.length() > 0).toBe(last >= 0);
      let next = 0;
      sentences.each((sentence) => {
        const [from, to] = sentence.out(its.span);
        expect(from).toBe(next);
        next = to + 1;
      });
      expect(next).toBe(last + 1);
    }),
    { numRuns: 300 },
  );
});

test('documents keep their names while others are read', () => {
  const first = nlp.readDoc("Yasemin Korkmaz Zonguldak'a gitti.");
  const second = nlp.readDoc("Sağlık Bakanlığı Sivas'ta.");
  expect(first.entities().out()).toEqual(['Yasemin Korkmaz', 'Zonguldak']);
  expect(second.entities().out()).toEqual(['Sağlık Bakanlığı', 'Sivas']);
  expect(first.tokens().itemAt(0).parentEntity().out(its.type)).toBe('PER');
});

test('instances of one model do not share what they have read', () => {
  const [one, other] = [winkNLP(model), winkNLP(model)];
  one.readDoc('zambak');
  const id = (instance, word) => instance.readDoc(word).tokens().itemAt(0).out(its.uniqueId);
  expect(id(other, 'lale')).toBe(id(winkNLP(model), 'lale'));
});

describe('pipes', () => {
  test("'sbd' and 'ner' suffice for names", () => {
    const doc = winkNLP(model, ['sbd', 'ner']).readDoc("Zonguldak'a gitti.");
    expect(doc.entities().out(its.detail)).toEqual([{ value: 'Zonguldak', type: 'LOC' }]);
  });

  test.each([[['ner']], [['pos']], [['ner', 'pos']]])('%j lacks sbd and says so', (pipe) => {
    expect(() => winkNLP(model, pipe).readDoc("Zonguldak'a gitti.")).toThrow(/lacks 'sbd'/u);
  });

  test('an empty pipe still gives tokens', () => {
    const doc = winkNLP(model, []).readDoc("Zonguldak'a 3,5 km.");
    expect(doc.tokens().out()).toEqual(['Zonguldak', "'a", '3,5', 'km', '.']);
  });
});

describe('custom entities', () => {
  test.each([
    ['PER seslendi', 'Yasemin Korkmaz seslendi', 'a type and a word'],
    ['[LOC|ORG] PUNCT', 'Sivas ,', 'alternatives and a part of speech'],
    ['sağlık ocağı', 'SAĞLIK OCAĞI', 'words, by their Turkish norm'],
    ['^SYM tablosu', 'sym tablosu', 'an escaped property is a word'],
  ])('%s finds %s: %s', (pattern, text) => {
    const own = winkNLP(model);
    expect(own.learnCustomEntities([{ name: 'own', patterns: [pattern] }])).toBe(1);
    expect(own.readDoc(`dün ${text} dün`).customEntities().out()).toEqual([text]);
    expect(own.readDoc('dün akşam yağmur yağdı').customEntities().out()).toEqual([]);
  });
});

test('custom entities can compare words as written', () => {
  const own = winkNLP(model);
  own.learnCustomEntities([{ name: 'own', patterns: ['Sağlık ocağı'] }], { matchValue: true });
  expect(own.readDoc('Sağlık ocağı, sağlık ocağı').customEntities().out()).toEqual(['Sağlık ocağı']);
});

test('a list of your own reaches wink', () => {
  const own = winkNLP(
    winkModel({ model: false, lexicons: [{ name: 'own', entries: [{ name: 'Zambak', type: 'ORG' }] }] }),
  );
  expect(own.readDoc("Zambak'ta toplandılar.").entities().out(its.detail)).toEqual([{ value: 'Zambak', type: 'ORG' }]);
});

test('what the model has no measure for is refused plainly', () => {
  expect(() => nlp.readDoc('Kar yağdı.').out(its.readabilityStats)).toThrow(/no such measure/u);
});

test('annotations the model does not make are neutral', () => {
  const doc = nlp.readDoc('Kar yağmadı.');
  expect([doc.out(its.sentiment), doc.out(its.negationFlag)]).toEqual([0, false]);
});
