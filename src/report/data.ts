/** The data of a report page: what the aggregation makes and the page's script reads. */

/** Types in the order of {@link NameRow}'s first field. */
export const REPORT_TYPES = ['PER', 'LOC', 'ORG'] as const;

/** Position in {@link REPORT_TYPES}, name, documents with it, mentions. */
export type NameRow = [type: number, name: string, docs: number, mentions: number];

/** What is known of an important name beyond its counts. Lists of numbers are flat: `[key, value, key, value ...]`. */
export interface NameDetail {
  /** Other forms, most frequent first. */
  aliases?: string[];
  /** Titles, most frequent first. */
  roles?: string[];
  /** Positions in {@link ReportData.sentences}. */
  examples?: number[];
  /** Period and documents of that period with the name, flat. */
  trend?: number[];
  /** Position of another name and documents in which the two meet, flat; strongest tie first within each type. */
  ties?: number[];
}

/** Length of the periods names are counted by. */
export type PeriodUnit = 'day' | 'week' | 'month' | 'year';

/** The time axis: period i is `start + i` in units of {@link PeriodUnit}, see periods.ts. */
export interface Periods {
  unit: PeriodUnit;
  start: number;
  /** Documents of each period. */
  totals: number[];
  /** Documents whose date lies far outside, left out of the axis. */
  outside: number;
}

/** Everything a report page shows. */
export interface ReportData {
  documents: number;
  /** Documents with a date that could be read. */
  dated: number;
  mentions: number;
  /** Different names; at least so many when `namesCut`. */
  names: number;
  namesCut: boolean;
  /** Two names meet in a sentence; false: in a document, since the input did not say in which sentence a name stands. */
  bySentence: boolean;
  periods?: Periods;
  /** Names with details first (one row each in `details`), then names with counts only; within a type the most frequent first. */
  rows: NameRow[];
  details: NameDetail[];
  /** Example sentences and the position of their document in `sources`. */
  sentences: [text: string, source: number][];
  /** Documents that examples come from: title or id, and the date as written. */
  sources: [label: string, date: string][];
}
