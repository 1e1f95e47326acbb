import { describe, expect, test } from '@jest/globals';
import { parseBrat } from '../../dist/input/brat.js';
import { parseGold } from '../../dist/input/gold.js';
import { parsePredictions } from '../../dist/input/predictions.js';
import { testRows } from '../helpers/rows.js';

const namesOf = (doc) => doc.names.map(({ type, start, end }) => `${type} ${doc.text.slice(start, end)}`);
const tagged = (tokens, tags) => JSON.stringify({ tokens: tokens.split(' '), tags: tags.split(' ') });

describe('names of tags', () => {
  testRows(
    'types and continuation',
    [
      ['Ali Kaya geldi', 'B-PER I-PER O', ['PER Ali Kaya'], 'plain'],
      ['Ali Kaya geldi', 'I-PER I-PER O', ['PER Ali Kaya'], 'an I that continues nothing begins a name'],
      ['Ali Kaya', 'B-PER B-PER', ['PER Ali', 'PER Kaya'], 'a B always begins a name'],
      ['Ali Kaya', 'B-PER I-ORG', ['PER Ali', 'ORG Kaya'], 'an I of another type begins a name'],
      ['Ankara Kalesi', 'B-GPE I-FAC', ['LOC Ankara Kalesi'], 'GPE and FAC are one type here'],
      [
        'Ali Ankara Kızılay',
        'B-PERSON B-LOCATION B-ORGANIZATION',
        ['PER Ali', 'LOC Ankara', 'ORG Kızılay'],
        'long names',
      ],
      ['1 Mayıs Ali', 'B-DATE I-DATE B-PER', ['PER Ali'], 'other types are no names'],
      ["Kohl'ün sözü", 'B-PER O', ["PER Kohl'ün"], 'a token keeps its suffix'],
      ['constructor x', 'B-constructor O', [], 'a type named like a property of every object is no type'],
    ],
    (tokens, tags) => namesOf(parseGold(tagged(tokens, tags), 'gold.jsonl')[0]),
  );

  test('a name ends with its sentence, also inside a document', () => {
    const [doc] = parseGold('-DOCSTART-\tO\n\nAli\tB-PER\n\nKaya\tI-PER\n', 'g.conll');
    expect(namesOf(doc)).toEqual(['PER Ali', 'PER Kaya']);
  });
});

describe('documents', () => {
  const line = (token, doc) => JSON.stringify({ tokens: [token], tags: ['O'], doc });
  const textsOf = (content, options) => parseGold(content, 'g', options).map(({ text }) => text);
  testRows(
    'what is one document',
    [
      [`${line('a', 1)}\n${line('b', 1)}\n`, {}, ['a', 'b'], 'a line of tokens is a document'],
      [`${line('a', 1)}\n${line('b', 1)}\n${line('c', 2)}`, { byDoc: true }, ['a\nb', 'c'], 'or the lines of one doc'],
      [`${line('a')}\n${line('b')}\n`, { byDoc: true }, ['a', 'b'], 'lines without doc stay apart'],
      ['a\tO\nb\tO\n\nc\tO\n', {}, ['a b', 'c'], 'without -DOCSTART- a sentence is a document'],
      ['-DOCSTART-\n\na\tO\n\nb\tO\n\n-DOCSTART-\n\nc\tO\n', {}, ['a\nb', 'c'], 'with it, what it parts'],
      ['# x O\nb\tO\n', {}, ['# b'], '# is a token like any other; the tag is the last column'],
      ['\ufeffa\tO\n', {}, ['a'], 'a byte order mark is no part of a token'],
    ],
    textsOf,
  );

  test('text with entities: optional ones are debatable, others of foreign type are no names', () => {
    const entities = [
      { start: 0, end: 3, type: 'PER' },
      { start: 4, end: 8, type: 'EVENT' },
      { start: 4, end: 8, type: 'LOC', optional: true },
    ];
    const [doc] = parseGold(JSON.stringify({ id: 7, text: 'Ali gitti', entities }), 'g');
    expect(doc).toMatchObject({
      id: '7',
      names: [{ start: 0, end: 3, type: 'PER' }],
      debatable: [{ start: 4, end: 8 }],
    });
  });
});

describe('what is no gold is named with file and line', () => {
  testRows(
    'messages',
    [
      ['', 'g: no gold in it', 'empty'],
      ['a\tO\nb\n', "g:2: 'b' has no tag; right would be token<TAB>tag", 'a missing tag'],
      ['a\tX-PER\n', 'g:1: tag "X-PER"; right would be O, B-TYPE or I-TYPE', 'a wrong tag'],
      ['{"tokens":["a"],"tags":[]}', 'g:1: 1 tokens and 0 tags; right would be one tag a token', 'too few tags'],
      ['{"tokens":[""],"tags":["O"]}', 'g:1: a token is empty or no string', 'an empty token'],
      ['{"tokens":["a"]}', 'g:1: 1 tokens and no "tags"; right would be one tag a token', 'no tags'],
      ['{"text":"a"}', 'g:1: "text" without a list "entities"', 'no entities'],
      [
        '{"text":"a","entities":[]}\n{"x":1}',
        'g:2: no gold; right would be {"tokens":[...],"tags":[...]} or {"text":"...","entities":[...]}',
        'neither form',
      ],
      [
        '{"text":"a","entities":[{"start":0,"end":2,"type":"PER"}]}',
        'g:1: entity {"start":0,"end":2,"type":"PER"}; right would be {"start","end","type"} with 0 <= start < end <= 1',
        'past the end',
      ],
      [
        '{"text":"ab","entities":[null]}',
        'g:1: entity null; right would be {"start","end","type"} with 0 <= start < end <= 2',
        'no entity at all',
      ],
    ],
    (content) => {
      try {
        parseGold(content, 'g');
        return 'no error';
      } catch (error) {
        return error.message;
      }
    },
  );
});

describe('brat', () => {
  test('offsets are code points, types are mapped, other lines are passed over', () => {
    const text = '😀 Ali, Ankara\nKalesi\n';
    const ann =
      'T1\tPerson 2 5\tAli\nR1\tAt Arg1:T1 Arg2:T2\nT2\tFAC 7 13;14 20\tAnkara Kalesi\n#1\tAnnotatorNotes T1\tx\nT3\tDate 2 5\tAli\n';
    expect(namesOf(parseBrat(ann, text, 'a.ann'))).toEqual(['PER Ali', 'LOC Ankara\nKalesi']);
  });

  testRows(
    'what does not fit',
    [
      ['T1\tPER 0 3\tVeli', "a.ann:1: 'Veli' at 0 3, where the text has 'Ali'", 'another text'],
      ['\nT1\tPER 0 30\tAli', 'a.ann:2: 0 30 is no span of a text of 3 characters', 'past the end'],
      ['T1 PER 0 3 Ali', 'a.ann:1: right would be T1<TAB>TYPE START END<TAB>TEXT', 'blanks for tabs'],
    ],
    (ann) => {
      try {
        parseBrat(ann, 'Ali', 'a.ann');
        return 'no error';
      } catch (error) {
        return error.message;
      }
    },
  );
});

describe('predictions', () => {
  const gold = parseGold('Ali\tB-PER\ngeldi\tO\n\nAnkara\tB-LOC\n', 'g.conll');
  testRows(
    'forms',
    [
      ['Ali\tB-ORG\ngeldi\tO\n\nAnkara\tO\n', [['ORG'], []], 'CoNLL'],
      [`${tagged('Ali geldi', 'B-PER O')}\n${tagged('Ankara', 'B-GPE')}\n`, [['PER'], ['LOC']], 'tokens and tags'],
      ['{"entities":[{"start":0,"end":3,"type":"PER"}]}\n{"entities":[]}\n', [['PER'], []], 'entities'],
      ['Ali\tB-PER\ngeldi\tO\n', 'p: 1 documents; right would be the 2 of the gold', 'too few'],
      ['Veli\tO\ngeldi\tO\n\nAnkara\tO\n', 'p:1: not the tokens of g.conll:1', 'other tokens'],
      ['{"entities":[]}\n{}\n', 'p:2: no list "entities"', 'no entities'],
    ],
    (content) => {
      try {
        return parsePredictions(content, 'p', gold).map((names) => names.map(({ type }) => type));
      } catch (error) {
        return error.message;
      }
    },
  );

  test('ids that are long numbers are compared by all their digits', () => {
    const docs = parseGold('{"id":1234567890123456789,"text":"Ali","entities":[]}', 'g');
    const predicted = (id) => () => parsePredictions(`{"id":${id},"entities":[]}`, 'p', docs);
    expect(predicted('"1234567890123456789"')).not.toThrow();
    expect(predicted('1234567890123456789')).not.toThrow();
    expect(predicted('1234567890123456788')).toThrow("has '1234567890123456789'");
  });

  test('an id that is not the gold document’s is refused', () => {
    const docs = parseGold('{"id":"a","text":"Ali","entities":[]}', 'g');
    expect(() => parsePredictions('{"id":"b","entities":[]}', 'p', docs)).toThrow(
      "p:1: document 'b' where g:1 has 'a'",
    );
  });
});
