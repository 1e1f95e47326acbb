import { describe, expect, test } from '@jest/globals';
import { listName, parseLexicon } from '../../dist/lexicon/parse.js';
import { parseShares } from '../../dist/lexicon/shares.js';
import { testRows } from '../helpers/rows.js';

const entry = (fields) => ({ aliases: [], flags: [], rank: 0, note: '', list: 'kisiler', line: 1, ...fields });

describe('lines', () => {
  testRows(
    'are read into entries',
    [
      ['Ankara\tLOC', [entry({ name: 'Ankara', type: 'LOC' })], 'name and type'],
      [
        'Birleşmiş Milletler\tORG\tBM|~Birlik',
        [
          entry({
            name: 'Birleşmiş Milletler',
            type: 'ORG',
            aliases: [
              { text: 'BM', weak: false },
              { text: 'Birlik', weak: true },
            ],
          }),
        ],
        'aliases, one of them weak',
      ],
      [
        'Deniz\tGIVEN\t\tweak rank=12\tdeniz is the sea',
        [entry({ name: 'Deniz', type: 'GIVEN', flags: ['weak'], rank: 12, note: 'deniz is the sea' })],
        'flags, rank and note',
      ],
      [
        '# a comment\n\n  \nAnkara\tLOC',
        [entry({ name: 'Ankara', type: 'LOC', line: 4 })],
        'comments and blank lines count',
      ],
      ['\ufeffAnkara\tLOC', [entry({ name: 'Ankara', type: 'LOC' })], 'a byte order mark'],
      [
        'Ankara\tLOC\r\nVan\tLOC\r\n',
        [entry({ name: 'Ankara', type: 'LOC' }), entry({ name: 'Van', type: 'LOC', line: 2 })],
        'CRLF',
      ],
      ['I\u0307zmir\tLOC', [entry({ name: 'İzmir', type: 'LOC' })], 'NFD becomes NFC'],
      [
        '{"name":"Ankara","type":"LOC","aliases":["Ank.","~Başkent"],"flags":"weak"}',
        [
          entry({
            name: 'Ankara',
            type: 'LOC',
            flags: ['weak'],
            aliases: [
              { text: 'Ank.', weak: false },
              { text: 'Başkent', weak: true },
            ],
          }),
        ],
        'a JSON object',
      ],
      ['', [], 'nothing'],
    ],
    (content) => parseLexicon(content, 'lexicons/kisiler.tsv'),
  );
  testRows(
    'are refused with file, line and column',
    [
      ['Ankara', "x.tsv:1:7: 'Ankara' has no type; right would be a tab and one of PER, LOC, ORG", 'no type'],
      ['Ankara\tCITY', "x.tsv:1:8: unknown type 'CITY'; right would be", 'an unknown type'],
      ['Van\tLOC\nAnkara LOC', "x.tsv:2:11: 'Ankara LOC' has no type", 'a blank in place of a tab'],
      ['\tLOC', 'x.tsv:1:1: the name is empty', 'no name'],
      ['Van\tLOC\tGöl\tstrong', "x.tsv:1:13: unknown flag 'strong'; known are weak", 'an unknown flag'],
      ['Van\tLOC\t\tweak strong', "x.tsv:1:15: unknown flag 'strong'", 'the second flag is the wrong one'],
      ['Van\tLOC\t\trank=0', "x.tsv:1:10: 'rank=0' is no rank from 1", 'ranks start at 1'],
      ['Van\tLOC\t\trank=x', "x.tsv:1:10: 'rank=x' is no rank", 'a rank is a number'],
      ['a\tLOC\tb\t\tnote\tmore', 'x.tsv:1:15: 6 columns; at most 5', 'too many columns'],
      [
        `${'ş'.repeat(21_846)}\tORG`,
        'x.tsv:1:1: the name has 21846 characters; right would be at most 21845',
        'a name whose length a compiled list could not hold',
      ],
      ['{"name": "Van"', 'x.tsv:1:1: not a JSON object', 'broken JSON'],
      ['{"name": 5, "type": "LOC"}', "x.tsv:1:1: 'name' must be a string", 'a number for a name'],
      [
        '{"name":"Ali","type":"X"}',
        `x.tsv:1:1: unknown type 'X'; right would be "type" with one of PER, LOC`,
        'an unknown type in JSON, where no tab belongs',
      ],
      ['{"name":"Ali"}', `x.tsv:1:1: 'Ali' has no type; right would be "type" with one of PER`, 'no type in JSON'],
      [
        '{"name":"Van","type":"LOC","flags":["weak","strong"]}',
        "x.tsv:1:1: unknown flag 'strong'; known are weak",
        'an unknown flag in JSON: the column is that of the object',
      ],
      [
        '{"name":"Ali","type":"PER","aliases":[{"a":1}]}',
        "x.tsv:1:1: 'aliases' must be a string or a list of strings",
        'an object for an alias',
      ],
      ['{"name":"Ali","type":"PER","aliases":{"a":1}}', "x.tsv:1:1: 'aliases' must be a string or", 'one for all'],
      ['{"name":"Ali","type":"PER","aliases":null}', "x.tsv:1:1: 'aliases' must be a string or", 'null is no list'],
      [
        '{"name":"Ali","type":"PER","flags":[1]}',
        "x.tsv:1:1: 'flags' must be a string or a list",
        'a number for a flag',
      ],
    ].map(([content, wanted, reason]) => [content, wanted.length, wanted, reason]),
    (content, length) => {
      try {
        parseLexicon(content, 'x.tsv');
        return 'accepted';
      } catch (error) {
        return error.code === 'LEXICON_INVALID' ? error.message.slice(0, length) : error;
      }
    },
  );
  test('every problem is reported when asked for, and the good lines are kept', () => {
    const problems = [];
    const entries = parseLexicon('Van\tX\nAnkara\tLOC\nMuş\tY', 'x.tsv', (error) => problems.push(error.place));
    expect(problems).toEqual([
      { file: 'x.tsv', line: 1, column: 5 },
      { file: 'x.tsv', line: 3, column: 5 },
    ]);
    expect(entries.map(({ name, line }) => [name, line])).toEqual([['Ankara', 2]]);
  });
});

describe('names of lists', () => {
  testRows(
    'are their files without folder and extension',
    [
      ['lexicons/people.tsv', 'people', 'a path'],
      ['C:\\listeler\\kişiler.txt', 'kişiler', 'a Windows path'],
      ['a.b.jsonl', 'a.b', 'only the last extension goes'],
      ['people', 'people', 'no extension'],
    ],
    listName,
  );
});

describe('shares', () => {
  testRows(
    'are read',
    [
      [
        '# word\tshare\ttotal\nbarış\t0.25\t100\nDeniz\t0.5\t10\n',
        [
          ['barış', 0.25],
          ['Deniz', 0.5],
        ],
        'a comment and two words',
      ],
      ['barış\t0.25\t100\r\n', [['barış', 0.25]], 'CRLF'],
      ['', [], 'nothing'],
    ],
    (content) => [...parseShares(content)],
  );
});
