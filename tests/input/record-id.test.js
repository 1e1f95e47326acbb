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
    ['{"id":9007199254740991}', '9007199254740991', 'the longest whole number that is kept as it is'],
    ['{"id":1234567890123456789}', '1234567890123456789', 'more digits than a number keeps'],
    ['{"id":1234567890123456788,"text":"x"}', '1234567890123456788', 'its neighbour is another'],
    ['{"text":"x", "id" : -1234567890123456789 }', '-1234567890123456789', 'a sign, blanks, the end'],
    ['{"id":0.12345678901234567890}', '0.12345678901234567890', 'a fraction'],
    ['{"id":1e400}', '1e400', 'larger than any number'],
    ['{"id":1234567890123456789,"id":7}', '7', 'of two the last counts'],
    ['{"id":7,"id":1234567890123456789}', '1234567890123456789', 'also when that is the long one'],
    ['{"x":{"id":1234567890123456788},"id":1234567890123456789}', '1234567890123456789', 'not the one inside another'],
    ['{"text":"\\"id\\":1234567890123456788","id":1234567890123456789}', '1234567890123456789', 'nor one in the text'],
    ['{"\\"id":1234567890123456788,"id":1234567890123456789}', '1234567890123456789', 'nor a name that ends so'],
    ['{"\\u0069d":1234567890123456789}', undefined, 'spelt with an escape: not told'],
    ['{"id":null}', undefined, 'no id'],
    ['[1]', undefined, 'no record'],
    ['null', undefined, 'nothing'],
    ['{"id":', undefined, 'no JSON'],
  ],
  (line) => parseId(line, 'id'),
);

testRows(
  'long numbers in other fields',
  [
    ['{"a.b":1234567890123456789}', 'a.b', '1234567890123456789', 'a name with a dot'],
    ['{"a|b":1234567890123456789,"b":1}', 'a|b', '1234567890123456789', 'a name with a bar'],
    ['{"nö":1234567890123456789}', 'nö', '1234567890123456789', 'a Turkish name'],
    ['{"x":1234567890123456789,"no":7}', 'no', '7', 'another field is left alone'],
  ],
  parseId,
);
