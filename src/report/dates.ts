import { plainKey } from './search.js';

const DAY_MS = 86_400_000;
const EARLIEST_YEAR = 1800;
const LATEST_YEAR = 2100;

/** Month names by their plain keys, Turkish and English; the position within a row of twelve is the month. */
const MONTHS = [
  ...['ocak', 'subat', 'mart', 'nisan', 'mayis', 'haziran', 'temmuz', 'agustos', 'eylul', 'ekim', 'kasim', 'aralik'],
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november'],
  'december',
];

/** 2024-10-21, 2024/10/21, 2024.10.21, with or without a time */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u;
/** 20241021 */
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
/** 21.10.2024, 21/10/2024, 21-10-2024, anywhere in the field */
const DAY_FIRST = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/u;
/** 21 Ekim 2024, 21 Eki 2024 Pazartesi, Mon, 21 Oct 2024 */
const DAY_MONTH = /(?<!\d)(\d{1,2})\.?\s+(\p{L}+)\.?,?\s+(\d{4})(?!\d)/u;
/** Ekim 21, 2024 */
const MONTH_DAY = /(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/u;
/** Seconds or milliseconds since 1970 */
const EPOCH = /^(\d{10})(\d{3})?$/u;

/**
 * Reads the day out of a date as news records write it; a time of day and a time zone are ignored, since the day meant is the day written.
 * @returns days since 1 January 1970, or undefined when the field holds no full date of the years 1800 to 2100
 */
export function parseDay(field: string): number | undefined {
  const text = field.trim();
  const epoch = EPOCH.exec(text);
  if (epoch) return dayOfEpoch(Number(epoch[1]));
  const yearFirst = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (yearFirst) return dayOf(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return dayOf(dayFirst[3], Number(dayFirst[2]), dayFirst[1]);
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return dayOf(dayMonth[3], monthOf(dayMonth[2]), dayMonth[1]);
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) return dayOf(monthDay[3], monthOf(monthDay[1]), monthDay[2]);
  return undefined;
}

/** Month number of a name or its abbreviation (three letters at least), 0 for other words. */
function monthOf(word: string): number {
  const key = plainKey(word);
  if (key.length < 3) return 0;
  return (MONTHS.findIndex((month) => month.startsWith(key)) % 12) + 1;
}

function dayOfEpoch(seconds: number): number | undefined {
  const time = seconds * 1000;
  return isYear(new Date(time).getUTCFullYear()) ? Math.floor(time / DAY_MS) : undefined;
}

function isYear(year: number): boolean {
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}

function dayOf(yearText: string, month: number, dayText: string): number | undefined {
  const year = Number(yearText);
  const day = Number(dayText);
  if (!isYear(year) || month < 1 || month > 12) return undefined;
  const time = Date.UTC(year, month - 1, day);
  const exists = new Date(time).getUTCDate() === day;
  return exists ? time / DAY_MS : undefined;
}
