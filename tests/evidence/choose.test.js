import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CandidateSet, scoreOf } from '../../dist/evidence/candidate.js';
import { chooseCandidates, LONGEST_NAME, THRESHOLD } from '../../dist/evidence/choose.js';
import { testRows } from '../helpers/rows.js';

const candidate = ([from, to, type, score, certain = false]) => ({ from, to, type, score, certain, evidence: [] });
const show = ({ from, to, type }) => `${from}-${to} ${type}`;
const choose = (rows, ...rest) => chooseCandidates(rows.map(candidate), ...rest).map(show);

describe('overlapping candidates', () => {
  testRows(
    'are settled by one rule',
    [
      [
        [
          [0, 1, 'LOC', 0.9],
          [2, 3, 'PER', 0.8],
        ],
        ['0-1 LOC', '2-3 PER'],
        'no overlap: both stay',
      ],
      [
        [
          [0, 3, 'ORG', 0.6],
          [0, 1, 'LOC', 0.99],
        ],
        ['0-3 ORG'],
        'the longer one wins, though less sure',
      ],
      [
        [
          [0, 3, 'ORG', 0.4],
          [0, 1, 'LOC', 0.99],
        ],
        ['0-1 LOC'],
        'but not below the threshold',
      ],
      [
        [
          [0, 2, 'ORG', 0.6],
          [0, 2, 'PER', 0.7],
        ],
        ['0-2 PER'],
        'equally long: the surer one',
      ],
      [
        [
          [0, 2, 'ORG', 0.6],
          [1, 3, 'ORG', 0.6],
        ],
        ['0-2 ORG'],
        'equally sure: the earlier one',
      ],
      [
        [
          [0, 2, 'PER', 0.6],
          [0, 2, 'LOC', 0.6],
        ],
        ['0-2 LOC'],
        'equal in all: by type name, so that order never matters',
      ],
      [
        [
          [0, 1, 'LOC', 0.1, true],
          [0, 3, 'ORG', 0.99],
        ],
        ['0-1 LOC'],
        "the user's own name wins over all",
      ],
      [
        [
          [0, 1, 'LOC', 1, true],
          [0, 2, 'ORG', 1, true],
        ],
        ['0-2 ORG'],
        'of two own names the longer one',
      ],
      [
        [
          [0, 2, 'A', 0.9],
          [1, 4, 'B', 0.6],
          [3, 5, 'C', 0.9],
        ],
        ['1-4 B'],
        'the longest in the middle takes both neighbours',
      ],
      [
        [
          [0, 2, 'A', 0.9],
          [2, 4, 'B', 0.6],
        ],
        ['0-2 A', '2-4 B'],
        'touching is no overlap',
      ],
      [[[0, 1, 'LOC', THRESHOLD]], ['0-1 LOC'], 'the threshold itself suffices'],
      [[[0, LONGEST_NAME, 'ORG', 0.9]], [`0-${LONGEST_NAME} ORG`], 'a name of the most tokens'],
      [[[0, LONGEST_NAME + 1, 'ORG', 0.9]], [], 'more tokens are no name'],
      [[[0, LONGEST_NAME + 1, 'ORG', 0.9, true]], [`0-${LONGEST_NAME + 1} ORG`], "but the user's own may be longer"],
      [[], [], 'nothing'],
    ],
    (rows) => choose(rows),
  );
  test('a higher threshold drops more', () => {
    expect(
      choose(
        [
          [0, 1, 'LOC', 0.7],
          [2, 3, 'LOC', 0.9],
        ],
        0.8,
      ),
    ).toEqual(['2-3 LOC']);
  });
  test('any candidates: chosen ones are disjoint, in order, and independent of the order given', () => {
    const any = fc.record({
      from: fc.nat(20),
      size: fc.integer({ min: 1, max: 4 }),
      type: fc.constantFrom('PER', 'LOC', 'ORG'),
      score: fc.constantFrom(0.3, 0.5, 0.7, 0.9),
      certain: fc.boolean(),
    });
    const distinct = fc.uniqueArray(any, {
      selector: (each) => `${each.from} ${each.size} ${each.type}`,
      maxLength: 30,
    });
    fc.assert(
      fc.property(distinct, (given) => {
        const all = given.map(({ from, size, ...rest }) => ({ from, to: from + size, evidence: [], ...rest }));
        const chosen = chooseCandidates(all);
        for (let i = 1; i < chosen.length; i++) expect(chosen[i].from).toBeGreaterThanOrEqual(chosen[i - 1].to);
        expect(chooseCandidates([...all].reverse())).toEqual(chosen);
      }),
    );
  });
});

describe('scores', () => {
  test('grow with evidence and stay between 0 and 1', () => {
    const weight = fc.double({ min: -20, max: 20, noNaN: true });
    const evidence = fc.array(weight.map((each) => ({ rule: 'x', weight: each, detail: '' })));
    fc.assert(
      fc.property(evidence, fc.double({ min: 0.01, max: 5, noNaN: true }), (items, more) => {
        const score = scoreOf(items);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(scoreOf([...items, { rule: 'y', weight: more, detail: '' }])).toBeGreaterThanOrEqual(score);
      }),
    );
  });
  test('the same rule counts once for a span, by its strongest finding', () => {
    const set = new CandidateSet();
    set.add(0, 1, 'LOC', 'list', 1, 'first');
    set.add(0, 1, 'LOC', 'list', 3, 'stronger');
    const { evidence } = set.add(0, 1, 'LOC', 'list', 2, 'weaker');
    expect(evidence).toEqual([{ rule: 'list', weight: 3, detail: 'stronger' }]);
    set.add(0, 1, 'ORG', 'list', 1, 'another type');
    expect(set.all).toHaveLength(2);
  });
});
