import { describe } from '@jest/globals';
import { parseRecord } from '../../dist/input/jsonl.js';
import { testRows } from '../helpers/rows.js';

const PLACE = { file: 'a.jsonl', line: 7 };

describe('JSONL input', () => {
  testRows(
    'gives documents',
    [
      ['{"text":"Van"}', undefined, { text: 'Van' }, 'text alone'],
      [
        '{"text":"Van","id":"a","date":"2020-01-13","title":"T","extra":[1]}',
        undefined,
        { text: 'Van', id: 'a', date: '2020-01-13', title: 'T' },
        'all fields; others are ignored',
      ],
      ['{"text":"Van","id":5}', undefined, { text: 'Van', id: '5' }, 'a number for an id'],
      [
        '{"text":"Van","id":1234567890123456789}',
        undefined,
        { text: 'Van', id: '1234567890123456789' },
        'all its digits',
      ],
      ['{"text":"Van","id":null}', undefined, { text: 'Van' }, 'null is none'],
      ['{"text":""}', undefined, { text: '' }, 'an empty text is a text'],
      ['{"text":"\\ufeffVan"}', undefined, { text: '\ufeffVan' }, 'a mark in the text stays: offsets count it'],
      ['\ufeff{"text":"\ufeffVan"}', undefined, { text: '\ufeffVan' }, 'also when the line has its own'],
      ['\ufeff{"text":"Van"}', undefined, { text: 'Van' }, 'a byte order mark before the first record'],
      [' {"text":"Van"} \r', undefined, { text: 'Van' }, 'white space around, CRLF'],
      ['{"body":"Van","no":1}', { text: 'body', id: 'no' }, { text: 'Van', id: '1' }, 'foreign field names'],
      ['{"text":"\\ud83d"}', undefined, { text: '\ud83d' }, 'a lone half of a pair'],
    ],
    (line, fields) => parseRecord(line, PLACE, fields),
  );
  testRows(
    'names what is wrong, with file and line',
    [
      ['{"text":', 'a.jsonl:7: not JSON', 'cut short'],
      ['', 'a.jsonl:7: not JSON', 'empty'],
      ['"Van"', 'a.jsonl:7: not a JSON object', 'a string'],
      ['["Van"]', 'a.jsonl:7: not a JSON object', 'an array'],
      ['null', 'a.jsonl:7: not a JSON object', 'null'],
      ['{"id":"a"}', "a.jsonl:7: the field 'text' is missing", 'no text'],
      ['{"text":5}', "a.jsonl:7: the field 'text' is a number, not a string", 'a number'],
      ['{"text":["a"]}', "a.jsonl:7: the field 'text' is an array, not a string", 'an array for a text'],
      ['{"text":null}', "a.jsonl:7: the field 'text' is null, not a string", 'null for a text'],
      [
        '{"text":"Van","\\u0069d":1234567890123456789}',
        `a.jsonl:7: the field 'id' is a number whose digits cannot be kept; right would be a string, "123"`,
        'a long number that cannot be read off the line',
      ],
    ].map(([line, wanted, reason]) => [line, wanted.length, wanted, reason]),
    (line, length) => {
      try {
        return parseRecord(line, PLACE);
      } catch (error) {
        return error.code === 'INPUT_INVALID' ? error.message.slice(0, length) : error;
      }
    },
  );
});
