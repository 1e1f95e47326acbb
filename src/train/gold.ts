import { KunyeError } from '../errors.js';
import { beginOf, insideOf, isInside, mayFollow, OUTSIDE } from '../tagger/tags.js';
import { tableOfTokens, tokenize } from '../tokenize/tokenizer.js';
import type { TokenTable } from '../types.js';

/** One document of gold: its tokens and the tag of each. */
export interface GoldDocument {
  table: TokenTable;
  tags: Uint8Array;
}

/** Gold read from one file. */
export interface Gold {
  documents: GoldDocument[];
  /** Names whose limits are no token limits of ours: the tags cover the tokens they touch. */
  misaligned: number;
}

/** Types of other corpora that mean one of ours; other types are no names here. */
const TYPES: Record<string, number> = {
  PER: 0,
  PERSON: 0,
  LOC: 1,
  GPE: 1,
  FAC: 1,
  LOCATION: 1,
  ORG: 2,
  ORGANIZATION: 2,
};

/**
 * Reads gold: JSON lines `{"tokens","tags"}` (IOB2; lines in a row with the same `doc` are one document) or
 * `{"text","entities":[{start,end,type}]}` (UTF-16 offsets), or conll, a token and its tag a line.
 *
 * @param text the file's content
 * @param file its name, for messages
 * @throws KunyeError GOLD_INVALID with file and line when a line is no gold
 */
export function parseGold(text: string, file: string): Gold {
  const first = /\S/u.exec(text)?.[0];
  if (first === undefined) throw new KunyeError('GOLD_INVALID', 'no gold in it', { file });
  return first === '{' ? parseJsonLines(text, file) : parseConll(text, file);
}

function parseJsonLines(text: string, file: string): Gold {
  const gold: Gold = { documents: [], misaligned: 0 };
  let doc: unknown;
  let sentences: Tagged[] = [];
  const flush = () => {
    if (sentences.length > 0) gold.documents.push(fromSentences(sentences));
    sentences = [];
  };
  text.split('\n').forEach((raw, index) => {
    if (raw.trim() === '') return;
    const place = { file, line: index + 1 };
    const record = parseRecord(raw, place);
    if (Array.isArray(record.tokens)) {
      if (record.doc === undefined || record.doc !== doc) flush();
      doc = record.doc;
      sentences.push(checkSentence(record.tokens, record.tags, place));
    } else if (typeof record.text === 'string') {
      flush();
      gold.documents.push(fromText(record.text, record.entities, place, gold));
    } else {
      throw new KunyeError(
        'GOLD_INVALID',
        'no gold: right is {"tokens":[...],"tags":[...]} or {"text":"...","entities":[...]}',
        place,
      );
    }
  });
  flush();
  return gold;
}

interface Tagged {
  tokens: string[];
  tags: Uint8Array;
}

interface LinePlace {
  file: string;
  line: number;
}

function parseRecord(raw: string, place: LinePlace): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (error) {
    throw new KunyeError('GOLD_INVALID', `no JSON: ${(error as Error).message}`, place);
  }
  if (typeof value !== 'object' || value === null) throw new KunyeError('GOLD_INVALID', 'no JSON object', place);
  return value as Record<string, unknown>;
}

function checkSentence(tokens: unknown[], tags: unknown, place: LinePlace): Tagged {
  if (!Array.isArray(tags) || tags.length !== tokens.length) {
    throw new KunyeError(
      'GOLD_INVALID',
      `${tokens.length} tokens and ${Array.isArray(tags) ? tags.length : 'no'} tags: right is one tag a token`,
      place,
    );
  }
  if (!tokens.every((token) => typeof token === 'string' && token !== ''))
    throw new KunyeError('GOLD_INVALID', 'a token that is no text', place);
  return { tokens: tokens as string[], tags: readTags(tags, place) };
}

/** Tags as numbers; an I that continues nothing begins a name. */
function readTags(tags: unknown[], place: LinePlace): Uint8Array {
  const out = new Uint8Array(tags.length);
  tags.forEach((tag, i) => {
    if (tag === 'O') return;
    const match = typeof tag === 'string' ? /^([BI])-(.+)$/u.exec(tag) : null;
    if (!match) throw new KunyeError('GOLD_INVALID', `tag ${JSON.stringify(tag)}: right is O, B-TYPE or I-TYPE`, place);
    const type = TYPES[match[2].toUpperCase()];
    if (type === undefined) return;
    const inside = insideOf(type);
    out[i] = match[1] === 'I' && i > 0 && mayFollow(out[i - 1], inside) ? inside : beginOf(type);
  });
  return out;
}

function fromSentences(sentences: readonly Tagged[]): GoldDocument {
  const table = tableOfTokens(sentences.map((sentence) => sentence.tokens));
  const tags = new Uint8Array(table.length);
  let at = 0;
  for (const sentence of sentences) {
    tags.set(sentence.tags, at);
    at += sentence.tags.length;
  }
  return { table, tags };
}

function fromText(text: string, entities: unknown, place: LinePlace, gold: Gold): GoldDocument {
  if (!Array.isArray(entities)) throw new KunyeError('GOLD_INVALID', 'text without "entities"', place);
  const table = tokenize(text);
  const tags = new Uint8Array(table.length);
  for (const entity of entities as { start?: unknown; end?: unknown; type?: unknown }[]) {
    const { start, end, type } = entity;
    if (
      typeof start !== 'number' ||
      typeof end !== 'number' ||
      typeof type !== 'string' ||
      start < 0 ||
      end > text.length ||
      start >= end
    ) {
      throw new KunyeError(
        'GOLD_INVALID',
        `entity ${JSON.stringify(entity)}: right is {"start","end","type"} inside the text`,
        place,
      );
    }
    const number = TYPES[type.toUpperCase()];
    if (number === undefined) continue;
    if (!mark(table, tags, start, end, number)) gold.misaligned++;
  }
  return { table, tags };
}

/** Tags the tokens that a name touches; tells whether the limits agree. A name does not cross a sentence's end. */
function mark(table: TokenTable, tags: Uint8Array, start: number, end: number, type: number): boolean {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table.end[middle] <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  let aligned = table.start[low] === start;
  for (let i = low; i < table.length && table.start[i] < end; i++) {
    const begins = i === low || table.sentence[i] !== table.sentence[i - 1];
    if (begins && i > low) aligned = false;
    tags[i] = begins ? beginOf(type) : insideOf(type);
    last = i;
  }
  if (last + 1 < table.length && isInside(tags[last + 1])) tags[last + 1]--;
  return aligned && (table.end[last] === end || table.stemEnd[last] === end);
}

function parseConll(text: string, file: string): Gold {
  const gold: Gold = { documents: [], misaligned: 0 };
  const explicit = /^-DOCSTART-/mu.test(text);
  let sentences: Tagged[] = [];
  let tokens: string[] = [];
  let tags: string[] = [];
  const endDocument = () => {
    if (sentences.length > 0) gold.documents.push(fromSentences(sentences));
    sentences = [];
  };
  const endSentence = (line: number) => {
    if (tokens.length > 0) sentences.push({ tokens, tags: readTags(tags, { file, line }) });
    tokens = [];
    tags = [];
    if (!explicit) endDocument();
  };
  text.split(/\r?\n/u).forEach((raw, index) => {
    const line = index + 1;
    if (raw.startsWith('-DOCSTART-')) {
      endSentence(line);
      endDocument();
    } else if (raw.trim() === '') {
      endSentence(line);
    } else {
      const columns = raw.split(/[\t ]+/u);
      const tag = columns.at(-1) as string;
      if (columns.length < 2 || !/^(O|[BI]-.+)$/u.test(tag)) {
        throw new KunyeError('GOLD_INVALID', `${JSON.stringify(raw.slice(0, 40))}: right is a token and its tag`, {
          file,
          line,
        });
      }
      tokens.push(columns[0]);
      tags.push(tag);
    }
  });
  endSentence(0);
  endDocument();
  return gold;
}

/** The names in a row of tags, as [first token, token after, type] triples; a name ends where no I of its type follows. */
export function namesOf(tags: Uint8Array): [from: number, to: number, type: number][] {
  const names: [number, number, number][] = [];
  for (let i = 0; i < tags.length; ) {
    if (tags[i] === OUTSIDE) {
      i++;
      continue;
    }
    const type = (tags[i] - 1) >> 1;
    let end = i + 1;
    while (end < tags.length && tags[end] === insideOf(type)) end++;
    names.push([i, end, type]);
    i = end;
  }
  return names;
}
