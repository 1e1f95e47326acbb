import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseId, quickIdReader } from '../../dist/input/record-id.js';
import { testRows } from '../helpers/rows.js';

const quick = (line, field = 'id') => quickIdReader(field)(Buffer.from(line));

testRows(
  'an id is read without parsing where that is safe',
  [
    ['{"id":"a-1","text":"x"}', 'a-1', 'as JSON.stringify writes it'],
    ['{"id": "a 1", "text": "x"}', 'a 1', 'as Python writes it'],
    ['{"id":"","text":"x"}', '', 'an empty id is one'],
    ['{"id":"a","text":"he said \\"id\\""}', 'a', 'the word in the text is no field'],
    ['{"id":"a","text":"Ri', 'a', 'a line cut off'],
    ['{"text":"x","id":"a"}', undefined, 'not at the beginning'],
    ['{"id":7,"text":"x"}', undefined, 'a number'],
    ['{"id":"\u015f","text":"x"}', undefined, 'not in every encoding the same'],
    ['{"id":"a\\n","text":"x"}', undefined, 'an escape'],
    ['{"id":"a","id":"b"}', undefined, 'the last one counts'],
    ['{"id":"a","\\u0069d":"b"}', undefined, 'also when it is spelt otherwise'],
    ['{"id":"a","x":{"id":"b"}}', undefined, 'perhaps another one'],
    ['{"id":"a', undefined, 'no end'],
    ['x', undefined, 'no record'],
    ['', undefined, 'nothing'],
  ],
  (line) => quick(line),
);

testRows(
  'the name of the field',
  [
    ['{"url":"a","text":"x"}', 'url', 'a', 'another field'],
    ['{"url":"a","\\u0075rl":"b"}', 'url', undefined, 'spelt otherwise'],
    ['{"a/b":"a"}', 'a/b', undefined, 'a name that can be spelt in too many ways'],
  ],
  quick,
);

describe('parsing and not parsing', () => {
  const field = fc.constantFrom('id', 'i', 'text', '\\u0069d', 'i\\u0064', 'x');
  const value = fc.oneof(
    fc.string().map((text) => JSON.stringify(text)),
    fc.constantFrom('7', 'null', '"a"', '"\\u0061"', '{"id":"z"}', '["id"]', '"\\"id\\":"'),
  );
  const record = fc
    .array(fc.tuple(field, value), { minLength: 1, maxLength: 4 })
    .chain((fields) =>
      fc
        .constantFrom('', ' ')
        .map((blank) => `{${fields.map(([name, text]) => `"${name}":${blank}${text}`).join(`,${blank}`)}}`),
    );

  test('never differ on a record', () => {
    fc.assert(
      fc.property(record, (line) => {
        const id = quick(line);
        if (id !== undefined) expect(id).toBe(parseId(line, 'id'));
      }),
      { numRuns: 2000 },
    );
  });
});

testRows(
  'parsing',
  [
    ['\ufeff{"text":"x","id":"a"}', 'a', 'a mark at the beginning'],
    ['{"id":7}', '7', 'a number'],
    ['{"id":null}', undefined, 'no id'],
    ['[1]', undefined, 'no record'],
    ['null', undefined, 'nothing'],
    ['{"id":', undefined, 'no JSON'],
  ],
  (line) => parseId(line, 'id'),
);
