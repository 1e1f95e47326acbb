import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareSystems } from '../../dist/evaluate/bootstrap.js';
import { pairNames } from '../../dist/evaluate/compare.js';
import { confusionOf } from '../../dist/evaluate/confusion.js';
import { renderError } from '../../dist/evaluate/report.js';
import { Tally } from '../../dist/evaluate/score.js';
import { testRows } from '../helpers/rows.js';

/** `PER 0-3, LOC 5-8` as names. */
const names = (list) =>
  list === ''
    ? []
    : list.split(', ').map((name) => {
        const [, type, start, end] = /^(\w+) (\d+)-(\d+)$/.exec(name);
        return { type, start: Number(start), end: Number(end) };
      });

describe('pairs', () => {
  testRows(
    'relations',
    [
      ['PER 0-3', '', 'PER 0-3', ['correct'], 'equal'],
      ['PER 0-3', '', '', ['missed'], 'nothing found'],
      ['', '', 'PER 0-3', ['spurious'], 'nothing there'],
      ['PER 0-3', '', 'ORG 0-3', ['type'], 'same span, other type'],
      ['PER 0-8', '', 'PER 0-3', ['boundary'], 'overlap, same type'],
      ['PER 0-8', '', 'ORG 0-3', ['both'], 'overlap, other type'],
      ['PER 0-3', '', 'PER 3-8', ['missed', 'spurious'], 'names side by side do not overlap'],
      ['PER 0-8', '', 'PER 0-3, PER 4-8', ['boundary', 'spurious'], 'a name is answered once'],
      ['PER 0-3, PER 4-8', '', 'PER 0-8', ['boundary', 'missed'], 'and answers once'],
      ['PER 0-8', '', 'ORG 0-3, PER 4-8', ['boundary', 'spurious'], 'the right type goes before the first overlap'],
      ['PER 0-3', '', 'PER 0-3, PER 0-3', ['correct'], 'the same name twice counts once'],
      ['', 'PER 0-3', 'PER 0-3', [], 'what is debatable counts neither way'],
      ['', 'PER 2-6', 'ORG 0-3', [], 'nor does what touches it'],
      ['PER 0-3', 'PER 2-6', 'PER 0-3', ['correct'], 'a gold name that touches it counts'],
    ],
    (gold, debatable, predicted) =>
      pairNames(names(gold), names(debatable), names(predicted)).map(({ relation }) => relation),
  );
});

describe('scores', () => {
  const score = (mode, gold, predicted) => {
    const { micro, PER } = new Tally(mode).add(pairNames(names(gold), [], names(predicted))).table();
    return [micro.precision, micro.recall, PER.precision, PER.recall].map(Math.round);
  };
  // Two gold names: one found with too little, one with the wrong type; one name found where none is.
  const gold = 'PER 0-8, LOC 10-14';
  const predicted = 'PER 0-3, PER 10-14, ORG 20-24';
  testRows(
    'measures of SemEval-2013 task 9',
    [
      ['strict', gold, predicted, [0, 0, 0, 0], 'nothing is right in both'],
      ['partial', gold, predicted, [50, 75, 75, 50], '0.5 for the overlap, 1 for the span of another type'],
      ['type', gold, predicted, [33, 50, 50, 100], 'the overlap of the right type'],
      ['strict', '', '', [0, 0, 0, 0], 'nothing to divide by'],
    ],
    score,
  );

  const arbitraryNames = fc
    .array(fc.tuple(fc.constantFrom('PER', 'LOC', 'ORG'), fc.nat(6), fc.integer({ min: 1, max: 4 })), { maxLength: 8 })
    .map((parts) => {
      let at = 0;
      return parts.map(([type, gap, length]) => {
        const start = at + gap;
        at = start + length;
        return { type, start, end: at };
      });
    });

  test('every name is in one pair, and the loose measures are never below the strict one', () => {
    fc.assert(
      fc.property(arbitraryNames, arbitraryNames, (a, b) => {
        const pairs = pairNames(a, [], b);
        expect(pairs.flatMap(({ gold }) => gold ?? []).sort(byStart)).toEqual(a);
        expect(pairs.flatMap(({ predicted }) => predicted ?? []).sort(byStart)).toEqual(b);
        const f1 = (mode) => new Tally(mode).add(pairs).table().micro.f1;
        expect(f1('partial')).toBeGreaterThanOrEqual(f1('strict'));
        expect(f1('type')).toBeGreaterThanOrEqual(f1('strict'));
        expect(new Tally('strict').add(pairNames(a, [], a)).total()).toMatchObject({
          right: a.length,
          found: a.length,
        });
      }),
    );
  });

  test('the strict measure is that of sets: equal keys are right, what touches a debatable span is not counted', () => {
    const key = ({ type, start, end }) => `${type} ${start} ${end}`;
    fc.assert(
      fc.property(arbitraryNames, arbitraryNames, arbitraryNames, (gold, debatable, predicted) => {
        const keys = new Set(gold.map(key));
        const right = predicted.filter((name) => keys.has(key(name))).length;
        const touching = ({ start, end }) => debatable.some((span) => span.start < end && start < span.end);
        const counted = predicted.filter((name) => keys.has(key(name)) || !touching(name)).length;
        expect(new Tally('strict').add(pairNames(gold, debatable, predicted)).total()).toEqual({
          gold: gold.length,
          predicted: counted,
          found: right,
          right,
        });
      }),
    );
  });

  test('confusion counts every gold name in its row', () => {
    const confusion = confusionOf([pairNames(names(gold), [], names(predicted))]);
    expect(confusion.PER).toEqual({ PER: 1, LOC: 0, ORG: 0, missed: 0 });
    expect(confusion.LOC).toEqual({ PER: 1, LOC: 0, ORG: 0, missed: 0 });
    expect(confusion.spurious).toEqual({ PER: 0, LOC: 0, ORG: 1 });
  });
});

const byStart = (a, b) => a.start - b.start;

describe('errors in context', () => {
  const text = 'Dün Ali Kaya geldi.';
  testRows(
    'marks nest',
    [
      ['PER 4-12', 'PER 4-7', '[{Ali} Kaya]', 'same beginning'],
      ['PER 4-12', 'PER 8-12', '[Ali {Kaya}]', 'same end, the gold name longer'],
      ['PER 8-12', 'PER 4-12', '{Ali [Kaya]}', 'same end, the found name longer'],
      ['PER 4-12', 'ORG 4-12', '[{Ali Kaya}]', 'same span'],
      ['PER 4-12', '', '[Ali Kaya]', 'missed'],
    ],
    (gold, predicted) => {
      const [pair] = pairNames(names(gold), [], names(predicted));
      return /Dün (.*) geldi/.exec(renderError(pair, { text, file: 'g', line: 3 }))[1];
    },
  );

  test('line ends and control characters of the text stay out', () => {
    const [pair] = pairNames(names('PER 2-5'), [], []);
    expect(renderError(pair, { text: 'a\nAli\u001b[31m\nb', file: 'g', line: 3 })).toBe(
      "g:3: missed: gold PER 'Ali'\n    a [Ali] [31m b\n",
    );
  });
});

describe('paired bootstrap', () => {
  const counts = (right, n) => Array.from({ length: n }, () => ({ gold: 10, predicted: 10, found: right, right }));
  test('equal systems do not differ', () => {
    expect(compareSystems(counts(5, 30), counts(5, 30))).toMatchObject({ difference: 0, interval: [0, 0], p: 1 });
  });
  test('a system that is better in every document is better', () => {
    const { difference, interval, p } = compareSystems(counts(8, 30), counts(5, 30));
    expect(difference).toBeCloseTo(30);
    expect(interval[0]).toBeCloseTo(30);
    expect(p).toBeLessThan(0.01);
  });
  test('the interval leaves out what is rarer than one in forty at either end', () => {
    // F1 of the documents differs by 20, 10 and 0. 1 sample in 27 has nothing but the first, another nothing but the last: both stay in.
    const first = [...counts(7, 1), ...counts(6, 1), ...counts(5, 1)];
    const { difference, interval } = compareSystems(first, counts(5, 3));
    expect([difference, ...interval].map(Math.round)).toEqual([10, 0, 20]);
    // With 30, 20, 10 and 0, of 256 samples 1 sums up to 0 and 4 to 10, together too few; 10 sum up to 20, a mean of 5. So at the other end.
    const more = compareSystems([...counts(8, 1), ...first], counts(5, 4));
    expect(more.interval.map((value) => Math.round(value * 10) / 10)).toEqual([5, 25]);
  });
  test('no number of samples makes it certain', () => {
    expect(compareSystems(counts(8, 30), counts(5, 30)).p).toBeCloseTo(2 / 2001, 10);
    expect(compareSystems(counts(8, 30), counts(5, 30), 99).p).toBeCloseTo(2 / 100, 10);
  });
  test('one better document among thirty may be chance', () => {
    const first = [...counts(5, 29), { gold: 10, predicted: 10, found: 6, right: 6 }];
    expect(compareSystems(first, counts(5, 30)).p).toBeGreaterThan(0.05);
  });
  test('the sides are symmetric and the figures repeat', () => {
    const a = [...counts(5, 10), ...counts(9, 10)];
    const b = [...counts(7, 10), ...counts(6, 10)];
    const forth = compareSystems(a, b);
    const back = compareSystems(b, a);
    expect(compareSystems(a, b)).toEqual(forth);
    expect(back.difference).toBeCloseTo(-forth.difference);
    expect(back.p).toBe(forth.p);
  });
});
