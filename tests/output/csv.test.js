import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CSV_HEADER, renderCsv } from '../../dist/output/csv.js';

/** Reads CSV as RFC 4180 defines it. */
function parseCsv(content) {
  const rows = [];
  let row = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = field.exec(content); match; match = field.exec(content)) {
    row.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('CSV', () => {
  test('has one row a mention, empty fields where a mention has nothing, and says its unit', () => {
    const entities = [
      {
        type: 'LOC',
        start: 0,
        end: 7,
        text: 'Moskova',
        name: 'Moskova',
        suffix: 'da',
        case: 'Loc',
        source: 'list',
        score: 0.98,
      },
      { type: 'PER', start: 12, end: 18, text: 'Lavrov', name: 'Sergey "S" Lavrov', source: 'chain', score: 1 },
    ];
    expect(CSV_HEADER + renderCsv({ id: 'a,b', entities }, 'codepoint')).toBe(
      'id,type,start,end,unit,text,name,suffix,case,source,score\r\n' +
        '"a,b",LOC,0,7,codepoint,Moskova,Moskova,da,Loc,list,0.98\r\n' +
        '"a,b",PER,12,18,codepoint,Lavrov,"Sergey ""S"" Lavrov",,,chain,1\r\n',
    );
  });

  test.each([
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\rb', '"a\rb"'],
    ['a\nb', '"a\nb"'],
    ["a;b'c", "a;b'c"],
  ])('%j is written %j', (text, field) => {
    const entity = { type: 'ORG', start: 0, end: 3, text, name: 'x', source: 'rule', score: 1 };
    expect(renderCsv({ id: 'i', entities: [entity] }, 'utf16')).toBe(`i,ORG,0,3,utf16,${field},x,,,rule,1\r\n`);
  });

  test('any text comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const entities = texts.map((text) => ({
          type: 'ORG',
          start: 0,
          end: 1,
          text,
          name: text,
          source: 'rule',
          score: 1,
        }));
        const rows = parseCsv(renderCsv({ id: 'x', entities }, 'utf16'));
        expect(rows.map((row) => row[5])).toEqual(texts);
        expect(rows.every((row) => row.length === 11)).toBe(true);
      }),
    );
  });
});
