import type { Periods, PeriodUnit } from './data.js';

const DAY_MS = 86_400_000;
const UNITS: readonly PeriodUnit[] = ['day', 'week', 'month', 'year'];
/** More bars than this cannot be told apart; fewer show no course. */
const MOST_PERIODS = 120;
const LEAST_PERIODS = 8;
/** Documents a period should hold on average, so that one more or less does not look like news. */
const ENOUGH_DOCUMENTS = 25;
/** Share of documents on either side that may be left out, when that halves the axis or better. */
const OUTLIERS = 0.005;

/** Gives the number of the period a day lies in; weeks start on Monday, months count from year 0. */
export function periodOf(day: number, unit: PeriodUnit): number {
  const date = new Date(day * DAY_MS);
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      // 1 January 1970 was a Thursday.
      return Math.floor((day + 3) / 7);
    case 'month':
      return date.getUTCFullYear() * 12 + date.getUTCMonth();
    case 'year':
      return date.getUTCFullYear();
  }
}

/** Gives the first day of a period. */
export function firstDay(period: number, unit: PeriodUnit): number {
  switch (unit) {
    case 'day':
      return period;
    case 'week':
      return period * 7 - 3;
    case 'month':
      return Date.UTC(Math.floor(period / 12), period % 12, 1) / DAY_MS;
    case 'year':
      return Date.UTC(period, 0, 1) / DAY_MS;
  }
}

/**
 * Chooses the time axis for documents of these days.
 * @param days documents a day
 * @returns undefined when all lie in one day: there is nothing to see over time
 */
export function choosePeriods(days: ReadonlyMap<number, number>): Periods | undefined {
  const sorted = [...days].sort(([a], [b]) => a - b);
  if (sorted.length < 2) return undefined;
  const [first, last] = withoutOutliers(sorted);
  const unit = unitFor(
    first,
    last,
    sorted.reduce((sum, [, docs]) => sum + docs, 0),
  );
  const start = periodOf(first, unit);
  const totals = new Array<number>(periodOf(last, unit) - start + 1).fill(0);
  let outside = 0;
  for (const [day, docs] of sorted) {
    if (day < first || day > last) outside += docs;
    else totals[periodOf(day, unit) - start] += docs;
  }
  return totals.length > 1 ? { unit, start, totals, outside } : undefined;
}

/** The finest unit that gives neither too many periods nor, while there are plenty, too few documents in each. */
function unitFor(first: number, last: number, documents: number): PeriodUnit {
  const count = (unit: PeriodUnit) => periodOf(last, unit) - periodOf(first, unit) + 1;
  const fits = (unit: PeriodUnit, i: number) => {
    const next = UNITS[i + 1];
    if (next === undefined) return true;
    return count(unit) <= MOST_PERIODS && (documents / count(unit) >= ENOUGH_DOCUMENTS || count(next) < LEAST_PERIODS);
  };
  return UNITS.find(fits) ?? 'year';
}

/** First and last day, without a few documents dated far away (1 January 1970 is what a missing date often becomes). */
function withoutOutliers(sorted: readonly (readonly [number, number])[]): [number, number] {
  const all = sorted.reduce((sum, [, docs]) => sum + docs, 0);
  const whole: [number, number] = [sorted[0][0], sorted[sorted.length - 1][0]];
  const inner: [number, number] = [quantile(sorted, all * OUTLIERS), quantile(sorted, all * (1 - OUTLIERS))];
  return inner[1] > inner[0] && inner[1] - inner[0] <= (whole[1] - whole[0]) / 2 ? inner : whole;
}

/** The day up to which more than `docs` documents lie. */
function quantile(sorted: readonly (readonly [number, number])[], docs: number): number {
  let sum = 0;
  for (const [day, count] of sorted) {
    sum += count;
    if (sum > docs) return day;
  }
  return sorted[sorted.length - 1][0];
}
