import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ordered, renderJson, renderJsonLine, withOffsets, withRecord } from '../../dist/output/json.js';
import { testRows } from '../helpers/rows.js';
import { anyText } from '../helpers/texts.js';

const entity = (fields) => ({
  // Out of order on purpose: the printed order is fixed.
  score: 0.98,
  source: 'list',
  name: 'Ankara',
  text: 'Ankara',
  end: 6,
  start: 0,
  type: 'LOC',
  ...fields,
});
const doc = (entities, fields = {}) => ({
  people: [],
  places: [{ name: 'Ankara', count: 1 }],
  organizations: [],
  entities,
  ...fields,
});

describe('JSON', () => {
  test('has a fixed order of fields, whatever order they were made in', () => {
    expect(renderJsonLine(doc([entity({ case: 'Loc', suffix: 'da' })], { title: 'T', id: 'a' }))).toBe(
      '{"id":"a","title":"T","people":[],"places":[{"name":"Ankara","count":1}],"organizations":[],"entities":[' +
        '{"type":"LOC","start":0,"end":6,"text":"Ankara","name":"Ankara","suffix":"da","case":"Loc","source":"list","score":0.98}]}',
    );
  });
  test('is readable: a line a field, a line an element', () => {
    expect(renderJson(doc([entity()]))).toBe(
      [
        '{',
        '  "people": [],',
        '  "places": [',
        '    {"name": "Ankara", "count": 1}',
        '  ],',
        '  "organizations": [],',
        '  "entities": [',
        '    {"type": "LOC", "start": 0, "end": 6, "text": "Ankara", "name": "Ankara", "source": "list", "score": 0.98}',
        '  ]',
        '}',
      ].join('\n'),
    );
  });
  test('on a line is what JSON.stringify gives, for any strings and numbers', () => {
    const anyString = fc.oneof(anyText, fc.string({ unit: 'binary' }));
    const anyEntity = fc.record(
      { suffix: anyString, case: anyString, sentence: fc.nat(), context: anyString },
      { requiredKeys: [] },
    );
    const anySummary = fc.record(
      { name: anyString, count: fc.nat(), aliases: fc.array(anyString), roles: fc.array(anyString) },
      { requiredKeys: ['name', 'count'] },
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyString, fc.nat(), fc.double(), anyEntity)),
        fc.array(anySummary),
        fc.record({ id: anyString, date: anyString, title: anyString }, { requiredKeys: [] }),
        (rows, people, fields) => {
          const entities = rows.map(([text, end, score, more]) => entity({ text, name: text, end, score, ...more }));
          const given = doc(entities, { ...fields, people });
          expect(renderJsonLine(given)).toBe(JSON.stringify(ordered(given)));
        },
      ),
    );
  });
  test('has the scores as they are', () => {
    const scores = Array.from({ length: 101 }, (_, i) => i / 100).concat(0.123, 1e-7, 12, -0.5);
    const line = renderJsonLine(doc(scores.map((score) => entity({ score }))));
    expect(JSON.parse(line).entities.map(({ score }) => score)).toEqual(scores);
  });
  test('both forms say the same, on one line where it must be, for any strings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (id, text) => {
        const given = doc([entity({ text })], { id });
        expect(JSON.parse(renderJson(given))).toEqual(JSON.parse(renderJsonLine(given)));
        expect(JSON.parse(renderJsonLine(given))).toEqual(given);
        expect(renderJsonLine(given)).not.toMatch(/[\r\n]/u);
      }),
    );
  });
  test('a record comes before what was found in it, without fields it does not have', () => {
    expect(Object.keys(withRecord({ id: 'a', date: undefined }, doc([])))).toEqual([
      'id',
      'people',
      'places',
      'organizations',
      'entities',
    ]);
  });
});

describe('offsets', () => {
  const text = '😀 Şırnak';
  const given = doc([entity({ start: 3, end: 9 })]);
  testRows(
    'are given in the unit asked for',
    [
      ['utf16', [3, 9], 'as counted'],
      ['codepoint', [2, 8], 'an emoji is one'],
      ['byte', [5, 13], 'UTF-8 bytes'],
    ],
    (unit) => withOffsets(given, text, unit).entities.flatMap(({ start, end }) => [start, end]),
  );
  test('of the given result stay as they are', () => {
    withOffsets(given, text, 'byte');
    expect(given.entities[0].start).toBe(3);
  });
});
