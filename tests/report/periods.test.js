import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { choosePeriods, firstDay, periodOf } from '../../dist/report/periods.js';
import { testRows } from '../helpers/rows.js';

const day = (iso) => Date.parse(iso) / 864e5;
const iso = (number) => new Date(number * 864e5).toISOString().slice(0, 10);

testRows(
  'first day of the period of a day',
  [
    ['2024-10-24', 'day', '2024-10-24', 'itself'],
    ['2024-10-24', 'week', '2024-10-21', 'weeks start on Monday'],
    ['2024-10-21', 'week', '2024-10-21', 'Monday starts one'],
    ['2024-10-20', 'week', '2024-10-14', 'Sunday ends one'],
    ['1969-12-31', 'week', '1969-12-29', 'before 1970, too'],
    ['2024-02-29', 'month', '2024-02-01', 'month'],
    ['1899-12-31', 'year', '1899-01-01', 'year'],
  ],
  (date, unit) => iso(firstDay(periodOf(day(date), unit), unit)),
);

describe('the time axis', () => {
  const spread = (from, to, docs) => {
    const days = new Map();
    for (let i = 0; i < docs; i++) {
      const at = Math.round(day(from) + ((day(to) - day(from)) * i) / (docs - 1));
      days.set(at, (days.get(at) ?? 0) + 1);
    }
    return days;
  };

  testRows(
    'its unit',
    [
      ['2024-01-01', '2024-01-31', 5000, 'day', 'a busy month'],
      ['2024-01-01', '2024-12-31', 5000, 'week', 'a year has too many days'],
      ['2016-01-01', '2024-12-31', 5000, 'month', 'nine years have too many weeks'],
      ['1990-01-01', '2024-12-31', 5000, 'year', 'decades'],
      ['2024-01-01', '2024-12-31', 60, 'month', 'few documents: fewer, fuller periods'],
      ['2024-01-01', '2024-01-09', 9, 'day', 'so few that weeks would show no course'],
    ],
    (from, to, docs) => choosePeriods(spread(from, to, docs)).unit,
  );

  test('a single day is no course of time', () => {
    expect(choosePeriods(new Map([[day('2024-01-01'), 7]]))).toBeUndefined();
    expect(choosePeriods(new Map())).toBeUndefined();
  });

  test('a few documents dated far away are left out and counted', () => {
    const days = spread('2024-01-01', '2024-03-31', 1000).set(0, 3);
    const periods = choosePeriods(days);
    expect([iso(firstDay(periods.start, periods.unit)), periods.outside]).toEqual(['2024-01-01', 3]);
  });

  test('every document is in a period or outside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -60_000, max: 40_000 }), fc.integer({ min: 1, max: 99 }))),
        (list) => {
          const days = new Map(list);
          const periods = choosePeriods(days);
          if (!periods) return true;
          const sum = (values) => values.reduce((a, b) => a + b, 0);
          return (
            sum(periods.totals) + periods.outside === sum([...days.values()]) && periods.totals.every((n) => n >= 0)
          );
        },
      ),
    );
  });
});
