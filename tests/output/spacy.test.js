import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { toSpacy } from '../../dist/output/spacy.js';
import { tableOfTokens, tokenize } from '../../dist/tokenize/tokenizer.js';
import { anyText } from '../helpers/texts.js';

const span = { start: { type: 'integer', minimum: 0 }, end: { type: 'integer', minimum: 1 } };
const closed = (properties) => ({
  type: 'object',
  required: Object.keys(properties),
  additionalProperties: false,
  properties,
});
const listOf = (properties) => ({ type: 'array', items: closed(properties) });

/** Written from https://spacy.io/api/doc#to_json and its example: text, ents and sents as character spans, tokens with their number. */
const SCHEMA = closed({
  text: { type: 'string' },
  ents: listOf({ ...span, label: { type: 'string', minLength: 1 } }),
  sents: listOf(span),
  tokens: listOf({ id: { type: 'integer', minimum: 0 }, ...span }),
});
const isSpacy = new Ajv().compile(SCHEMA);

/** Checks what spaCy wants of a document it loads; offsets are indices of code points. */
function expectLoadable(doc) {
  expect(isSpacy(doc) || isSpacy.errors).toBe(true);
  const points = [...doc.text];
  const rebuilt = doc.tokens.map(({ start, end }, i) => {
    const next = doc.tokens[i + 1]?.start ?? points.length;
    return points.slice(start, end).join('') + (next > end ? ' ' : '');
  });
  // A Doc's text is its words, each followed by one blank or by nothing; a blank at the very start cannot stand before the first word.
  expect(rebuilt.join('')).toBe(doc.text);
  expect(doc.tokens.map(({ id }) => id)).toEqual(doc.tokens.map((_, i) => i));
  const starts = new Set(doc.tokens.map(({ start }) => start));
  const ends = new Set(doc.tokens.map(({ end }) => end));
  for (const { start, end } of [...doc.ents, ...doc.sents])
    expect([starts.has(start), ends.has(end)]).toEqual([true, true]);
  const inSentences = doc.tokens.filter(({ start, end }) => doc.sents.some((s) => s.start <= start && end <= s.end));
  expect(inSentences).toHaveLength(doc.tokens.length);
}

describe('spaCy documents', () => {
  test('cut tokens before suffixes and count code points', () => {
    const text = "😀 Ankara'da kar var.\n\nAli  geldi.";
    const entities = [
      { type: 'LOC', start: 3, end: 9 },
      { type: 'PER', start: 23, end: 26 },
    ];
    const doc = toSpacy(tokenize(text), { entities });
    expectLoadable(doc);
    const points = [...text];
    const slice = ({ start, end }) => points.slice(start, end).join('');
    expect(doc.tokens.map(slice)).toEqual(['😀', 'Ankara', "'da", 'kar', 'var', '.', '\n\n', 'Ali', ' ', 'geldi', '.']);
    expect(doc.ents.map((ent) => [ent.label, slice(ent)])).toEqual([
      ['LOC', 'Ankara'],
      ['PER', 'Ali'],
    ]);
    expect(doc.sents.map(slice)).toEqual(["😀 Ankara'da kar var.\n\n", 'Ali  geldi.']);
  });

  test('a name that ends inside a token cuts it', () => {
    const doc = toSpacy(tokenize('Ankaralı geldi'), { entities: [{ type: 'LOC', start: 0, end: 6 }] });
    expectLoadable(doc);
    expect(doc.tokens.slice(0, 2)).toEqual([
      { id: 0, start: 0, end: 6 },
      { id: 1, start: 6, end: 8 },
    ]);
  });

  test('a blank at the very start is a token, which no word before it could own', () => {
    const doc = toSpacy(tokenize(' Ali geldi'), { entities: [] });
    expectLoadable(doc);
    expect(doc.tokens.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 4],
      [5, 10],
    ]);
  });

  test('given tokens and an empty text work too', () => {
    expectLoadable(
      toSpacy(
        tableOfTokens([
          ["Kohl'ün", 'sözü'],
          ['Bitti', '.'],
        ]),
        { entities: [] },
      ),
    );
    expect(toSpacy(tokenize(''), { entities: [] })).toEqual({ text: '', ents: [], sents: [], tokens: [] });
  });

  test('any news text loads, wherever names begin and end', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(), { maxLength: 6 }), (text, cuts) => {
        const limits = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
        const table = tokenize(text);
        const inToken = (offset) => wordAt(table, offset);
        const entities = [];
        for (let i = 0; i + 1 < limits.length; i += 2)
          if (inToken(limits[i]) && inToken(limits[i + 1] - 1))
            entities.push({ type: 'ORG', start: limits[i], end: limits[i + 1] });
        expectLoadable(toSpacy(table, { entities: entities.filter((name) => isWhole(text, name)) }));
      }),
    );
  });
});

const wordAt = (table, offset) => {
  for (let i = 0; i < table.length; i++) if (table.start[i] <= offset && offset < table.end[i]) return true;
  return false;
};
/** Names do not cut a surrogate pair. */
const isWhole = (text, { start, end }) => [start, end].every((at) => !/^[\udc00-\udfff]/.test(text.slice(at)));
