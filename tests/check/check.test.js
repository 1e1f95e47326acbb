import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareWithExpectation } from '../../dist/check/compare.js';
import { placeOfChange } from '../../dist/check/describe.js';
import { parseExpectation, renderExpectation } from '../../dist/check/expectation.js';
import { renderGithub } from '../../dist/check/reporters/github.js';
import { renderJunit } from '../../dist/check/reporters/junit.js';
import { renderPretty } from '../../dist/check/reporters/pretty.js';
import { judge } from '../../dist/check/verdict.js';
import { tokenize } from '../../dist/tokenize/tokenizer.js';
import { expectLinear } from '../helpers/linear.js';
import { testRows } from '../helpers/rows.js';

const TEXT = "Ali Kaya geldi.\nKaya, Ankara'ya döndü.";
const ali = { type: 'PER', start: 0, end: 8, name: 'Ali Kaya' };
const kaya = { type: 'PER', start: 16, end: 20, name: 'Ali Kaya' };
const ankara = { type: 'LOC', start: 22, end: 28, name: 'Ankara' };
const compare = (names, found, only, debatable = []) =>
  compareWithExpectation(tokenize(TEXT), { names, debatable }, found, only);
const kindsOf = (...args) => compare(...args).changes.map(({ kind }) => kind);

describe('changes', () => {
  testRows(
    'kinds',
    [
      [[ali, kaya, ankara], [ali, kaya, ankara], undefined, [], 'nothing changed'],
      [[ali], [], undefined, ['lost'], 'a name is gone'],
      [[], [ali], undefined, ['gained'], 'a name is new'],
      [[ali], [{ ...ali, end: 3 }], undefined, ['moved'], 'other limits'],
      [[ali], [{ ...ali, type: 'ORG' }], undefined, ['retyped'], 'another type'],
      [[ali], [{ ...ali, type: 'ORG', end: 3 }], undefined, ['retyped'], 'another type and other limits: one change'],
      [[kaya], [{ ...kaya, name: 'Kaya' }], undefined, ['renamed'], 'another base form'],
      [[{ type: 'PER', start: 0, end: 8 }], [ali], undefined, [], 'a base form that is not expected may be any'],
      [[{ ...ali, knownMissing: true }], [], undefined, ['known'], 'still missing'],
      [[{ ...ali, knownMissing: true }], [ali], undefined, ['fixed'], 'found at last'],
      [[ali, ankara], [], ['LOC'], ['lost'], 'only places'],
      [[ankara], [{ ...ankara, type: 'ORG' }], ['ORG'], ['retyped'], 'a type counts on either side'],
    ],
    kindsOf,
  );

  test('what is debatable is passed over', () => {
    expect(kindsOf([], [ali], undefined, [{ start: 0, end: 3 }])).toEqual([]);
  });

  test('a change comes with its sentence', () => {
    const [{ sentence }] = compare([ankara], []).changes;
    expect(TEXT.slice(sentence.start, sentence.end)).toBe("Kaya, Ankara'ya döndü.");
  });
});

describe('verdict', () => {
  const articles = [
    { file: 'a.txt', text: TEXT, comparison: compare([ali, kaya, ankara], [ali, { ...kaya, name: 'Kaya' }]) },
    { file: 'b.txt', text: TEXT, comparison: compare([ali], [ali]) },
  ];
  const fresh = { file: 'c.txt', text: 'x' };
  testRows(
    'limits',
    [
      [[articles[1]], {}, 0, [], 'as expected'],
      [articles, {}, 0, ['the names of 1 article changed'], 'one lost, one renamed'],
      [articles, { maxLost: 1 }, 0, [], 'one may be lost'],
      [articles, { maxLost: 0 }, 0, ['1 names lost, 0 were allowed'], 'none may be lost'],
      [articles, { minF1: 85 }, 0, [], '3 of 4 found, none wrong: F1 is 85.71'],
      [articles, { minF1: 86 }, 0, ['F1 85.71 is below 86'], 'not enough'],
      [[fresh], {}, 0, ['1 new article has no expectation'], 'a new article'],
      [[fresh], { allowNew: true }, 0, [], 'a new article, allowed'],
      [[fresh], { minF1: 0 }, 0, ['1 new article has no expectation'], 'limits are about names, not about articles'],
      [[articles[1]], { allowNew: true }, 2, ['2 files could not be read'], 'what could not be read was not checked'],
    ],
    (list, limits, unread) => judge(list, { allowNew: false, ...limits }, unread).reasons,
  );

  test('a name that is known to be missed is no regression, but it counts for F1', () => {
    const comparison = compare([{ ...ali, knownMissing: true }, ankara], [ankara]);
    const verdict = judge([{ file: 'a.txt', text: TEXT, comparison }], { allowNew: false });
    expect([verdict.passed, verdict.score.recall]).toEqual([true, 50]);
  });
});

describe('expectations', () => {
  test('are an entity a line with sorted keys', () => {
    expect(renderExpectation(TEXT, [ali, ankara])).toBe(
      '{\n  "entities": [\n' +
        '    {"end": 8, "name": "Ali Kaya", "start": 0, "text": "Ali Kaya", "type": "PER"},\n' +
        '    {"end": 28, "name": "Ankara", "start": 22, "text": "Ankara", "type": "LOC"}\n' +
        '  ]\n}\n',
    );
  });

  test('keep what is known to be missing, until it is found, and what is debatable', () => {
    const known = { ...ankara, knownMissing: true };
    const before = { names: [ali, known, { ...kaya, knownMissing: true }], debatable: [{ start: 9, end: 14 }] };
    const written = renderExpectation(TEXT, [kaya], before);
    expect(parseExpectation(written, TEXT, 'a')).toEqual({ names: [kaya, known], debatable: before.debatable });
  });

  test('read back what was written, whatever the article says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const name = { type: 'ORG', start: 0, end: text.length, name: text };
        expect(parseExpectation(renderExpectation(text, [name]), text, 'a').names).toEqual([name]);
      }),
    );
  });

  test('take linear time to read, many names too', () => {
    const text = 'a'.repeat(16_000);
    const names = Array.from(text, (name, start) => ({ type: 'PER', start, end: start + 1, name }));
    const written = renderExpectation(text, names);
    expect(expectLinear(() => parseExpectation(written, text, 'a')).names).toHaveLength(names.length);
  });

  testRows(
    'what is wrong is named with its line',
    [
      ['{', /^a: not JSON/, 'no JSON'],
      ['[]', /^a:1: no list "entities"; `kunye check DIR --update` writes one/, 'no entities'],
      [
        renderExpectation(TEXT, [ali, ankara]).replace('"text": "Ankara"', '"text": "Konya"'),
        /^a:4: expects 'Konya' at 22-28, where the article has 'Ankara'; was the article changed\?/,
        'another text at the offsets',
      ],
      ['{"entities":[{"start":0}]}', /^a:1: entity \{"start":0\}; right would be/, 'half an entity'],
    ].map(([content, pattern, reason]) => [content, pattern, true, reason]),
    (content, pattern) => {
      try {
        parseExpectation(content, TEXT, 'a');
        return 'no error';
      } catch (error) {
        return pattern.test(error.message) || error.message;
      }
    },
  );
});

describe('reporters', () => {
  const odd = { file: 'a,b:c%.txt', text: '<Ali>\r\n& "Kaya"\u0001' };
  const name = { type: 'PER', start: 0, end: odd.text.length, name: 'x' };
  const comparison = compareWithExpectation(tokenize(odd.text), { names: [name], debatable: [] }, []);
  const articles = [{ ...odd, comparison }];

  test('GitHub commands escape what would end them', () => {
    const [first] = renderGithub(articles, judge(articles, { allowNew: false })).split('\n');
    expect(first).toBe(`::error file=a%2Cb%3Ac%25.txt,line=1,col=1,title=name lost::lost PER '<Ali> & "Kaya" '`);
  });

  test('JUnit holds no mark of the text and no character XML forbids', () => {
    const xml = renderJunit(articles, judge(articles, { allowNew: false }));
    expect(xml).toContain("a,b:c%.txt:1:1: lost PER '&lt;Ali&gt; &amp; &quot;Kaya&quot; '");
    expect(xml).toContain('tests="1" failures="1"');
    expect(xml).not.toContain('\u0001');
  });

  test('what is known to be missing is no failure in JUnit, but told', () => {
    const known = { ...ali, knownMissing: true };
    const given = [{ file: 'a.txt', text: TEXT, comparison: compare([known, ankara], [ankara]) }];
    const xml = renderJunit(given, judge(given, { allowNew: false }));
    expect(xml).toContain('tests="1" failures="0"');
    expect(xml).toContain("<system-out>a.txt:1:1: still missing, as known: PER 'Ali Kaya'</system-out>");
    expect(xml).not.toContain('<failure');
  });

  testRows(
    'lines and columns of a change',
    [
      ['Ali', { line: 1, column: 1 }, 'the very start'],
      ['x Ali', { line: 1, column: 3 }, 'the first line'],
      ['x\nAli', { line: 2, column: 1 }, 'a line feed'],
      ['x\r\n Ali', { line: 2, column: 2 }, 'CRLF is one line end'],
      ['x\rAli', { line: 2, column: 1 }, 'a lone carriage return'],
      ['\n\r\n\r Ali', { line: 4, column: 2 }, 'one after the other'],
    ],
    (text) => {
      const start = text.indexOf('Ali');
      return placeOfChange({ kind: 'lost', expected: { type: 'PER', start, end: start + 3 } }, { file: 'a', text });
    },
  );

  const same = (text) => text;
  const plain = { bad: same, good: same, changed: same, dim: same, bold: same };
  testRows(
    'of a long sentence the words next to the name are shown',
    [
      ['kar ', ' var.', '    kar [Ali] var.', 'a short one whole'],
      [
        `${'b'.repeat(99)} `,
        ` ${'s'.repeat(98)}.`,
        `    ${'b'.repeat(99)} [Ali] ${'s'.repeat(98)}.`,
        'a hundred letters on both sides',
      ],
      [
        `Uzak ${'b'.repeat(96)} `,
        ` ${'s'.repeat(96)} uzak.`,
        `    …ak ${'b'.repeat(96)} [Ali] ${'s'.repeat(96)} uz…`,
        'more is cut at the far ends',
      ],
    ],
    (before, after) => {
      const text = `${before}Ali${after}`;
      const expected = { type: 'PER', start: before.length, end: before.length + 3, name: 'Ali' };
      const comparison = compareWithExpectation(tokenize(text), { names: [expected], debatable: [] }, []);
      const given = [{ file: 'a.txt', text, comparison }];
      return renderPretty(given, judge(given, { allowNew: false }), plain).split('\n')[2];
    },
  );

  test('within limits changes are warnings, and the limits are a case of their own', () => {
    const verdict = judge(articles, { allowNew: false, maxLost: 0 });
    expect(renderGithub(articles, verdict)).toMatch(/^::warning .*\n::error title=kunye check::/);
    expect(renderJunit(articles, verdict)).toContain('<failure message="1 names lost, 0 were allowed">');
    const passed = judge(articles, { allowNew: false, maxLost: 1 });
    expect(renderJunit(articles, passed)).toContain('tests="2" failures="0"');
  });
});
