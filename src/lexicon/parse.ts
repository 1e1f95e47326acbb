import { KunyeError } from '../errors.js';
import { type Alias, ENTRY_FLAGS, ENTRY_TYPES, type Entry, type EntryFlag, type EntryType } from './entry.js';

/** A compiled list keeps the length of a name, at most three bytes a character, in two bytes. */
const LONGEST_NAME = 21_845;

/** Gives a list's name: its file name without folders and extension. */
export function listName(file: string): string {
  return (file.split(/[\\/]/).at(-1) as string).replace(/\.(tsv|txt|jsonl)$/u, '');
}

/**
 * Parses a list of names, one entry a line: tab-separated columns name, type, aliases (by `|`, `~` before a weak one), flags, note; or, when
 * the first entry starts with `{`, one JSON object a line with the same fields. Lines that start with `#` and blank lines are skipped.
 * @param content the file's text
 * @param file its path, for messages
 * @param report called for every problem; by default the first one is thrown (code LEXICON_INVALID, with file:line:column)
 */
export function parseLexicon(content: string, file: string, report: (error: KunyeError) => void = rethrow): Entry[] {
  const list = listName(file);
  const entries: Entry[] = [];
  const lines = content.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  lines.forEach((raw, index) => {
    if (raw.trim() === '' || raw.startsWith('#')) return;
    const line = index + 1;
    try {
      const row = raw.startsWith('{') ? parseJson(raw, file, line) : parseColumns(raw, file, line);
      entries.push(toEntry(row, file, line, list));
    } catch (error) {
      if (!(error instanceof KunyeError)) throw error;
      report(error);
    }
  });
  return entries;
}

function rethrow(error: KunyeError): never {
  throw error;
}

function invalid(message: string, file: string, line: number, column: number): KunyeError {
  return new KunyeError('LEXICON_INVALID', message, { file, line, column });
}

/** The fields of a line, in the order of the columns, and what messages say of where they stand. */
interface Row {
  fields: readonly string[];
  /** Column (from 1) at which a field starts, or should, or of a character within it; of a JSON object always its own. */
  columnOf(index: number, within?: number): number;
  /** What a type has before it. */
  beforeType: string;
}

function parseColumns(raw: string, file: string, line: number): Row {
  const fields = raw.split('\t');
  const columnOf = (index: number, within = 0) => {
    // Without a second column, the place where its tab should stand.
    if (index >= fields.length) return raw.length + 1;
    return fields.slice(0, index).reduce((sum, field) => sum + field.length + 1, 1) + within;
  };
  if (fields.length > 5) {
    const why = `${fields.length} columns; at most 5: name, type, aliases, flags, note`;
    throw invalid(why, file, line, columnOf(5));
  }
  return { fields, columnOf, beforeType: 'a tab and ' };
}

function parseJson(raw: string, file: string, line: number): Row {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(raw) as Record<string, unknown>;
  } catch (error) {
    throw invalid(`not a JSON object: ${(error as Error).message}`, file, line, 1);
  }
  const text = (field: string) => {
    const { [field]: found = '' } = value;
    if (typeof found !== 'string') throw invalid(`'${field}' must be a string`, file, line, 1);
    return found;
  };
  const list = (field: string, separator: string) => {
    const { [field]: given = [] } = value;
    const found = [given].flat();
    if (!found.every((item) => typeof item === 'string'))
      throw invalid(`'${field}' must be a string or a list of strings`, file, line, 1);
    return found.join(separator);
  };
  const fields = [text('name'), text('type'), list('aliases', '|'), list('flags', ' '), text('note')];
  return { fields, columnOf: () => 1, beforeType: '"type" with ' };
}

function toEntry({ fields, columnOf, beforeType }: Row, file: string, line: number, list: string): Entry {
  const [name = '', type = '', aliases = '', , note = ''] = fields.map((field) => field.trim());
  if (name === '') throw invalid('the name is empty', file, line, columnOf(0));
  if (!isEntryType(type)) {
    const why = type === '' ? `'${name}' has no type` : `unknown type '${type}'`;
    throw invalid(`${why}; right would be ${beforeType}one of ${ENTRY_TYPES.join(', ')}`, file, line, columnOf(1));
  }
  const normal = name.normalize('NFC');
  if (normal.length > LONGEST_NAME) {
    const why = `the name has ${normal.length} characters`;
    throw invalid(`${why}; right would be at most ${LONGEST_NAME}`, file, line, columnOf(0));
  }
  const entry: Entry = {
    name: normal,
    type,
    aliases: parseAliases(aliases),
    flags: [],
    rank: 0,
    note,
    list,
    line,
  };
  for (const { 0: flag, index } of (fields[3] ?? '').matchAll(/[^ ]+/gu)) {
    const column = columnOf(3, index);
    if (flag.startsWith('rank=')) {
      entry.rank = Number(flag.slice(5));
      if (!Number.isInteger(entry.rank) || entry.rank < 1)
        throw invalid(`'${flag}' is no rank from 1`, file, line, column);
    } else if (isEntryFlag(flag)) {
      entry.flags.push(flag);
    } else {
      throw invalid(`unknown flag '${flag}'; known are ${ENTRY_FLAGS.join(', ')} and rank=N`, file, line, column);
    }
  }
  return entry;
}

function parseAliases(column: string): Alias[] {
  return column
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '~')
    .map((part) => {
      const weak = part.startsWith('~');
      return { text: (weak ? part.slice(1).trim() : part).normalize('NFC'), weak };
    });
}

function isEntryType(type: string): type is EntryType {
  return (ENTRY_TYPES as readonly string[]).includes(type);
}

function isEntryFlag(flag: string): flag is EntryFlag {
  return (ENTRY_FLAGS as readonly string[]).includes(flag);
}
