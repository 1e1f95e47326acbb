import { KunyeError } from '../errors.js';
import { tableOfTokens } from '../tokenize/tokenizer.js';
import type { EntityType, Span, TokenTable } from '../types.js';
import { parseConll } from './conll.js';
import { parseWithIds } from './record-id.js';

/** A name as marked by hand: UTF-16 offsets, half-open. */
export interface GoldName extends Span {
  type: EntityType;
}

/** One document with the names it holds. */
export interface GoldDoc {
  id?: string;
  /** The text that the offsets of `names` refer to; of given tokens, the tokens joined as `tableOfTokens` joins them. */
  text: string;
  /** Given tokens, one list a sentence; when present they are to be recognized instead of `text`. */
  sentences?: string[][];
  names: GoldName[];
  /** Spans about which one can differ: whoever marks something there is neither right nor wrong. */
  debatable: Span[];
  /** Where the document stands. */
  file: string;
  line: number;
}

/** How gold is read. */
export interface GoldOptions {
  /** Lines `{"tokens"}` in a row with the same `doc` are one document instead of one each. */
  byDoc?: boolean;
}

/** Types of other corpora that mean one of ours; every other type is no name here. */
const TYPES: Readonly<Record<string, EntityType>> = {
  PER: 'PER',
  PERSON: 'PER',
  Person: 'PER',
  LOC: 'LOC',
  GPE: 'LOC',
  FAC: 'LOC',
  LOCATION: 'LOC',
  Location: 'LOC',
  ORG: 'ORG',
  ORGANIZATION: 'ORG',
  Organization: 'ORG',
};

/** Gives our type for a corpus's name of it; undefined when it is no name here. */
export function typeOfGold(name: string): EntityType | undefined {
  return Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
}

/** Where in a file something stands. */
export interface LinePlace {
  file: string;
  line: number;
}

/**
 * Reads gold: JSON lines `{"tokens","tags"}` (IOB2) or `{"text","entities":[{start,end,type,optional?}]}` (UTF-16 offsets), or CoNLL with the
 * tag in the last column. Which of them it is shows in its first character.
 *
 * @param content the file's content
 * @param file its name, for messages
 * @throws KunyeError GOLD_INVALID with file and line when something is no gold
 */
export function parseGold(content: string, file: string, options: GoldOptions = {}): GoldDoc[] {
  const first = /\S/u.exec(content)?.[0];
  if (first === undefined) throw new KunyeError('GOLD_INVALID', 'no gold in it', { file });
  return first === '{' ? parseRecords(content, file, options) : parseColumns(content, file);
}

interface Tagged {
  tokens: string[];
  tags: string[];
}

function parseRecords(content: string, file: string, { byDoc = false }: GoldOptions): GoldDoc[] {
  const docs: GoldDoc[] = [];
  let sentences: Tagged[] = [];
  let from: { doc: unknown; place: LinePlace } | undefined;
  const flush = () => {
    if (from) docs.push(docOfSentences(sentences, from.place, from.doc));
    sentences = [];
    from = undefined;
  };
  content.split('\n').forEach((raw, index) => {
    if (raw.trim() === '') return;
    const place = { file, line: index + 1 };
    const record = parseObject(raw, place);
    if (Array.isArray(record.tokens)) {
      if (!(byDoc && from && record.doc !== undefined && record.doc === from.doc)) flush();
      from ??= { doc: record.doc, place };
      sentences.push(checkTagged(record.tokens, record.tags, place));
    } else if (typeof record.text === 'string') {
      flush();
      docs.push(docOfText(record, record.text, place));
    } else {
      const right = 'right would be {"tokens":[...],"tags":[...]} or {"text":"...","entities":[...]}';
      throw new KunyeError('GOLD_INVALID', `no gold; ${right}`, place);
    }
  });
  flush();
  return docs;
}

/**
 * Reads a JSON object from a line.
 * @throws KunyeError GOLD_INVALID when it is none
 */
export function parseObject(raw: string, place: LinePlace): Record<string, unknown> {
  let value: unknown;
  try {
    value = parseWithIds(raw, 'id');
  } catch (error) {
    throw new KunyeError('GOLD_INVALID', `not JSON (${(error as Error).message})`, place);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new KunyeError('GOLD_INVALID', 'not a JSON object', place);
  return value as Record<string, unknown>;
}

function checkTagged(tokens: unknown[], tags: unknown, place: LinePlace): Tagged {
  if (!Array.isArray(tags) || tags.length !== tokens.length) {
    const found = Array.isArray(tags) ? `${tags.length} tags` : 'no "tags"';
    throw new KunyeError('GOLD_INVALID', `${tokens.length} tokens and ${found}; right would be one tag a token`, place);
  }
  if (!tokens.every((token) => typeof token === 'string' && token !== ''))
    throw new KunyeError('GOLD_INVALID', 'a token is empty or no string', place);
  for (const tag of tags) checkTag(tag, place);
  return { tokens: tokens as string[], tags: tags as string[] };
}

function checkTag(tag: unknown, place: LinePlace): void {
  if (typeof tag !== 'string' || !/^(?:O|[BI]-.+)$/u.test(tag))
    throw new KunyeError('GOLD_INVALID', `tag ${JSON.stringify(tag)}; right would be O, B-TYPE or I-TYPE`, place);
}

function docOfSentences(sentences: readonly Tagged[], { file, line }: LinePlace, id?: unknown): GoldDoc {
  const tokens = sentences.map((sentence) => sentence.tokens);
  const table = tableOfTokens(tokens);
  return {
    ...(typeof id === 'string' && { id }),
    text: table.text,
    sentences: tokens,
    names: namesOfTags(
      table,
      sentences.flatMap((sentence) => sentence.tags),
    ),
    debatable: [],
    file,
    line,
  };
}

/**
 * Gives the names that IOB tags mark in given tokens, as offsets into the table's text from the first token's start to the last one's end. An I
 * that continues nothing begins a name; a name ends with its sentence.
 */
export function namesOfTags(table: TokenTable, tags: readonly string[]): GoldName[] {
  const names: GoldName[] = [];
  let open: GoldName | undefined;
  for (let i = 0; i < table.length; i++) {
    const type = tags[i] === 'O' ? undefined : typeOfGold(tags[i].slice(2));
    if (i > 0 && table.sentence[i] !== table.sentence[i - 1]) open = undefined;
    if (!type) open = undefined;
    else if (open?.type === type && tags[i][0] !== 'B') open.end = table.end[i];
    else {
      open = { type, start: table.start[i], end: table.end[i] };
      names.push(open);
    }
  }
  return names;
}

function docOfText(record: Record<string, unknown>, text: string, place: LinePlace): GoldDoc {
  if (!Array.isArray(record.entities)) throw new KunyeError('GOLD_INVALID', '"text" without a list "entities"', place);
  const doc: GoldDoc = { text, names: [], debatable: [], ...place };
  if (typeof record.id === 'string' || typeof record.id === 'number') doc.id = String(record.id);
  for (const entity of record.entities) {
    const { start, end, type, optional } = checkEntity(entity, text, () => place);
    const ours = typeOfGold(type);
    if (optional) doc.debatable.push({ start, end });
    else if (ours) doc.names.push({ start, end, type: ours });
  }
  return doc;
}

/** A span with a corpus's own name of its type. */
export interface MarkedSpan extends Span {
  type: string;
  optional: boolean;
}

/**
 * Checks an entity of a JSON line.
 * @param placeOf tells where it stands, for messages; asked for only when it is wrong
 * @throws KunyeError GOLD_INVALID when it is no span of the text
 */
export function checkEntity(entity: unknown, text: string, placeOf: () => LinePlace): MarkedSpan {
  const { start, end, type, optional } = (entity ?? {}) as Record<string, unknown>;
  const isSpan = Number.isInteger(start) && Number.isInteger(end) && (start as number) >= 0;
  if (!isSpan || (start as number) >= (end as number) || (end as number) > text.length || typeof type !== 'string') {
    const right = `right would be {"start","end","type"} with 0 <= start < end <= ${text.length}`;
    throw new KunyeError('GOLD_INVALID', `entity ${JSON.stringify(entity)}; ${right}`, placeOf());
  }
  return { start: start as number, end: end as number, type, optional: optional === true };
}

function parseColumns(content: string, file: string): GoldDoc[] {
  return parseConll(content).map(({ sentences }) => {
    const line = sentences[0]?.[0]?.line ?? 1;
    const tagged = sentences.map((rows) => {
      const tags = rows.map((row) => {
        const place = { file, line: row.line };
        const tag = row.columns.at(-1);
        if (tag === undefined)
          throw new KunyeError('GOLD_INVALID', `'${row.token}' has no tag; right would be token<TAB>tag`, place);
        checkTag(tag, place);
        return tag;
      });
      return { tokens: rows.map((row) => row.token), tags };
    });
    return docOfSentences(tagged, { file, line });
  });
}
