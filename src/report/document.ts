import { KunyeError, type Place } from '../errors.js';
import { parseDay } from './dates.js';

/** One name of a document. */
interface ReportName {
  /** Position in `REPORT_TYPES`. */
  type: number;
  name: string;
  count: number;
  aliases: readonly string[];
  roles: readonly string[];
}

/** One mention: which name, in which sentence, and the sentence itself where the input gives it. */
interface ReportMention {
  type: number;
  name: string;
  text: string;
  sentence?: number;
  context?: string;
}

/** A document of künye's output, as far as a report needs it. */
export interface ReportDoc {
  /** Title, or id. */
  label: string;
  date: string;
  /** Days since 1 January 1970, when the date could be read. */
  day?: number;
  names: ReportName[];
  mentions: ReportMention[];
}

const GROUPS = ['people', 'places', 'organizations'] as const;
const TYPE_INDEX: ReadonlyMap<string, number> = new Map([
  ['PER', 0],
  ['LOC', 1],
  ['ORG', 2],
]);
const RIGHT = 'right would be the lines of kunye batch or kunye --to jsonl';

/**
 * Reads one line of künye's output.
 * @throws KunyeError INPUT_INVALID when the line is something else
 */
export function parseReportDoc(line: string, place: Place): ReportDoc {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new KunyeError('INPUT_INVALID', `not JSON (${(error as Error).message}); ${RIGHT}`, place);
  }
  if (!isObject(value) || !Array.isArray(value.entities) || !GROUPS.every((group) => Array.isArray(value[group])))
    throw new KunyeError('INPUT_INVALID', `no document that künye wrote; ${RIGHT}`, place);
  const date = stringOf(value.date);
  const day = date === '' ? undefined : parseDay(date);
  return {
    label: stringOf(value.title) || stringOf(value.id),
    date,
    ...(day !== undefined && { day }),
    names: GROUPS.flatMap((group, type) => namesOf(value[group] as unknown[], type)),
    mentions: value.entities.flatMap(mentionOf),
  };
}

function namesOf(list: readonly unknown[], type: number): ReportName[] {
  return list.flatMap((item) => {
    if (!isObject(item) || typeof item.name !== 'string' || item.name === '') return [];
    const count = typeof item.count === 'number' && item.count > 0 ? item.count : 1;
    return [{ type, name: item.name, count, aliases: stringsOf(item.aliases), roles: stringsOf(item.roles) }];
  });
}

function mentionOf(item: unknown): ReportMention[] {
  if (!isObject(item) || typeof item.name !== 'string') return [];
  const type = TYPE_INDEX.get(stringOf(item.type));
  if (type === undefined) return [];
  return [
    {
      type,
      name: item.name,
      text: stringOf(item.text) || item.name,
      ...(typeof item.sentence === 'number' && { sentence: item.sentence }),
      ...(typeof item.context === 'string' && { context: item.context }),
    },
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
