import { type NameDetail, type Periods, REPORT_TYPES, type ReportData } from '../data.js';
import type { PageInput } from '../page.js';
import { firstDay } from '../periods.js';
import { tieStrength } from '../strength.js';
import { fill, type ReportTexts } from '../texts.js';

const DAY_MS = 86_400_000;

/** A name met together with another one. */
export interface Tie {
  a: number;
  b: number;
  docs: number;
  strength: number;
}

/** The report's data as the page's parts ask for it; names are numbers, their positions in the rows. */
export class Report {
  readonly data: ReportData;
  readonly texts: ReportTexts;
  readonly title: string;
  private readonly lang: string;
  private readonly numbers: Intl.NumberFormat;
  private readonly percents: Intl.NumberFormat;
  private readonly anchors = new Map<string, number>();

  constructor({ data, texts, title, lang }: PageInput) {
    this.data = data;
    this.texts = texts;
    this.title = title;
    this.lang = lang;
    this.numbers = new Intl.NumberFormat(lang);
    this.percents = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 });
    data.rows.forEach((_, i) => {
      this.anchors.set(this.anchor(i), i);
    });
  }

  name(i: number): string {
    return this.data.rows[i][1];
  }

  type(i: number): number {
    return this.data.rows[i][0];
  }

  docs(i: number): number {
    return this.data.rows[i][2];
  }

  mentions(i: number): number {
    return this.data.rows[i][3];
  }

  detail(i: number): NameDetail | undefined {
    return this.data.details[i];
  }

  /** The part of the address behind `#` that chooses a name; the same from report to report. */
  anchor(i: number): string {
    return `${REPORT_TYPES[this.type(i)]}:${encodeURIComponent(this.name(i))}`;
  }

  /** The name an address chooses, if the report has it. */
  ofAnchor(anchor: string): number | undefined {
    return this.anchors.get(anchor);
  }

  /** Names of a type, the most frequent first. */
  ofType(type: number): number[] {
    return this.data.rows.flatMap(([rowType], i) => (rowType === type ? [i] : []));
  }

  /** The ties of a name, strongest first within each type. */
  tiesOf(a: number): Tie[] {
    const flat = this.detail(a)?.ties ?? [];
    const ties: Tie[] = [];
    for (let at = 0; at < flat.length; at += 2) {
      const [b, docs] = [flat[at], flat[at + 1]];
      ties.push({ a, b, docs, strength: tieStrength(docs, this.docs(a), this.docs(b), this.data.documents) });
    }
    return ties;
  }

  /** Documents with a name, one number a period. */
  trend(i: number, periods: Periods): number[] {
    const values = new Array<number>(periods.totals.length).fill(0);
    const flat = this.detail(i)?.trend ?? [];
    for (let at = 0; at < flat.length; at += 2) values[flat[at]] = flat[at + 1];
    return values;
  }

  number(n: number): string {
    return this.numbers.format(n);
  }

  percent(n: number): string {
    return this.percents.format(n / 100);
  }

  /** Fills a text; numbers are written as the language does. */
  text(text: string, values: Record<string, number | string> = {}): string {
    const written = Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'number' ? this.number(value) : value,
    ]);
    return fill(text, Object.fromEntries(written));
  }

  /** Writes the time of a period, as short as its unit allows. */
  periodLabel(period: number, { unit }: Periods): string {
    return this.date(firstDay(period, unit) * DAY_MS, {
      year: 'numeric',
      ...(unit !== 'year' && { month: unit === 'month' ? 'long' : 'short' }),
      ...((unit === 'day' || unit === 'week') && { day: 'numeric' }),
    });
  }

  /**
   * Writes a tick of the time axis.
   * @param seconds the time, @param step seconds from tick to tick
   */
  tickLabel(seconds: number, step: number): string {
    const days = (step * 1000) / DAY_MS;
    if (days >= 365) return this.date(seconds * 1000, { year: 'numeric' });
    if (days >= 28) return this.date(seconds * 1000, { month: 'short', year: 'numeric' });
    return this.date(seconds * 1000, { day: 'numeric', month: 'short' });
  }

  private date(time: number, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.lang, { ...options, timeZone: 'UTC' }).format(new Date(time));
  }
}
