import type { DocResult, Entity, EntityType, NameSummary, Source } from '../types.js';

/** A piece of JSON that is always the same, four bytes a word: it is copied in a quarter of the steps. */
interface Piece {
  words: Int32Array;
  length: number;
}

const encoder = new TextEncoder();

function pieceOf(text: string): Piece {
  const bytes = encoder.encode(text);
  const padded = new Uint8Array((bytes.length + 3) & ~3);
  padded.set(bytes);
  return { words: new Int32Array(padded.buffer), length: bytes.length };
}

const ID = pieceOf('"id":');
const DATE = pieceOf('"date":');
const TITLE = pieceOf('"title":');
const PEOPLE = pieceOf('"people":[');
const PLACES = pieceOf('],"places":[');
const ORGANIZATIONS = pieceOf('],"organizations":[');
const ENTITIES = pieceOf('],"entities":[');
const SUMMARY = pieceOf('{"name":');
const COUNT = pieceOf(',"count":');
const ALIASES = pieceOf(',"aliases":[');
const ROLES = pieceOf(',"roles":[');
/** The beginning of an entity, by its type. */
const TYPES: Record<EntityType, Piece> = {
  PER: pieceOf('{"type":"PER","start":'),
  LOC: pieceOf('{"type":"LOC","start":'),
  ORG: pieceOf('{"type":"ORG","start":'),
};
const END = pieceOf(',"end":');
const TEXT = pieceOf(',"text":');
const NAME = pieceOf(',"name":');
const SUFFIX = pieceOf(',"suffix":');
const CASE = pieceOf(',"case":');
const SOURCES: Record<Source, Piece> = {
  user: pieceOf(',"source":"user","score":'),
  list: pieceOf(',"source":"list","score":'),
  rule: pieceOf(',"source":"rule","score":'),
  model: pieceOf(',"source":"model","score":'),
  chain: pieceOf(',"source":"chain","score":'),
};
const SENTENCE = pieceOf(',"sentence":');
const CONTEXT = pieceOf(',"context":');
/** The scores, which are whole hundredths. */
const HUNDREDTHS = Array.from({ length: 101 }, (_, i) => pieceOf(JSON.stringify(i / 100)));

const LINE_END = pieceOf(']}\n');

const BLANK = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** Bytes a code unit takes at most: an escaped one is six. */
const WIDEST = 6;
/** Bytes there are at most between two strings. */
const MOST_BESIDES = 512;

/**
 * Writes results as lines of JSON in UTF-8: the bytes `JSON.stringify` gives for a result with its fields in the printed order, without the
 * strings in between. Holds work space that is reused.
 */
export class JsonLineWriter {
  private bytes = new Uint8Array(0);
  private view = new DataView(this.bytes.buffer);

  /** Gives the line of a result with its line end. The bytes are good until the next line is asked for. */
  line(result: DocResult): Uint8Array {
    let at = this.putOwnFields(result);
    at = put(this.view, at, PEOPLE);
    at = this.putNames(at, result.people);
    at = put(this.view, at, PLACES);
    at = this.putNames(at, result.places);
    at = put(this.view, at, ORGANIZATIONS);
    at = this.putNames(at, result.organizations);
    at = put(this.view, at, ENTITIES);
    const { entities } = result;
    for (let i = 0; i < entities.length; i++) {
      if (i > 0) this.bytes[at++] = COMMA;
      at = this.putEntity(at, entities[i]);
    }
    at = put(this.view, at, LINE_END);
    return this.bytes.subarray(0, at);
  }

  private putOwnFields({ id, date, title }: DocResult): number {
    this.makeRoom(0, 0);
    this.bytes[0] = OPENING_BRACE;
    let at = 1;
    if (id !== undefined) at = this.putField(at, ID, id);
    if (date !== undefined) at = this.putField(at, DATE, date);
    if (title !== undefined) at = this.putField(at, TITLE, title);
    return at;
  }

  private putField(start: number, key: Piece, value: string): number {
    const at = this.putString(put(this.view, start, key), value);
    this.bytes[at] = COMMA;
    return at + 1;
  }

  private putNames(start: number, names: readonly NameSummary[]): number {
    let at = start;
    for (let i = 0; i < names.length; i++) {
      const { name, count, aliases, roles } = names[i];
      if (i > 0) this.bytes[at++] = COMMA;
      at = this.putString(put(this.view, at, SUMMARY), name);
      at = putNumber(this.bytes, put(this.view, at, COUNT), count);
      if (aliases) at = this.putList(put(this.view, at, ALIASES), aliases);
      if (roles) at = this.putList(put(this.view, at, ROLES), roles);
      this.bytes[at++] = CLOSING_BRACE;
    }
    return at;
  }

  private putList(start: number, values: readonly string[]): number {
    let at = start;
    for (let i = 0; i < values.length; i++) {
      if (i > 0) this.bytes[at++] = COMMA;
      at = this.putString(at, values[i]);
    }
    this.bytes[at++] = CLOSING_BRACKET;
    return at;
  }

  private putEntity(start: number, entity: Entity): number {
    const { text, name, suffix, case: kase, score, sentence, context } = entity;
    let at = putNumber(this.bytes, put(this.view, start, TYPES[entity.type]), entity.start);
    at = putNumber(this.bytes, put(this.view, at, END), entity.end);
    at = put(this.view, at, TEXT);
    const textAt = at;
    at = this.putString(at, text);
    const textEnd = at;
    at = put(this.view, at, NAME);
    // Most names stand in the text as they are.
    at = name === text ? this.putAgain(at, textAt, textEnd) : this.putString(at, name);
    if (suffix !== undefined) at = this.putString(put(this.view, at, SUFFIX), suffix);
    if (kase !== undefined) at = this.putString(put(this.view, at, CASE), kase);
    at = put(this.view, at, SOURCES[entity.source]);
    const hundredths = Math.round(score * 100);
    if (hundredths >= 0 && hundredths <= 100 && hundredths / 100 === score)
      at = put(this.view, at, HUNDREDTHS[hundredths]);
    else at = putNumber(this.bytes, at, score);
    if (sentence !== undefined) at = putNumber(this.bytes, put(this.view, at, SENTENCE), sentence);
    if (context !== undefined) at = this.putString(put(this.view, at, CONTEXT), context);
    this.bytes[at++] = CLOSING_BRACE;
    return at;
  }

  private putString(at: number, text: string): number {
    // Strings are of many kinds inside V8, which makes asking for their length slow: it is asked for once.
    const { length } = text;
    this.makeRoom(at, length);
    return putQuoted(this.bytes, at, text, length);
  }

  /** Writes again what was written at `[from, to)`. */
  private putAgain(at: number, from: number, to: number): number {
    this.makeRoom(at, to - from);
    const { bytes } = this;
    for (let i = from; i < to; i++) bytes[at + i - from] = bytes[i];
    return at + to - from;
  }

  /** Sees to room behind `at` for a string of so many code units and what stands before the next. */
  private makeRoom(at: number, units: number): void {
    const needed = at + WIDEST * units + MOST_BESIDES;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(2 * needed);
    larger.set(this.bytes.subarray(0, at));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

// The functions below write at a place and give the place behind what they wrote.

function put(view: DataView, at: number, { words, length }: Piece): number {
  for (let i = 0; i < words.length; i++) view.setInt32(at + 4 * i, words[i], true);
  return at + length;
}

function putNumber(bytes: Uint8Array, at: number, value: number): number {
  if (value !== value >>> 0) return putAscii(bytes, at, JSON.stringify(value));
  let digits = 1;
  for (let limit = 10; value >= limit; limit *= 10) digits++;
  let rest = value;
  for (let i = at + digits - 1; i >= at; i--) {
    const tenth = Math.trunc(rest / 10);
    bytes[i] = 0x30 + rest - 10 * tenth;
    rest = tenth;
  }
  return at + digits;
}

/** Called so, it is not looked up anew for each kind of string. */
const { charCodeAt } = String.prototype;

function putQuoted(bytes: Uint8Array, start: number, text: string, length: number): number {
  let at = start;
  bytes[at++] = QUOTE;
  for (let i = 0; i < length; i++) {
    const code = charCodeAt.call(text, i);
    if (code < 0x80) {
      if (code >= BLANK && code !== QUOTE && code !== BACKSLASH) bytes[at++] = code;
      else at = putEscaped(bytes, at, text[i]);
    } else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else if (code < 0xd800 || code > 0xdfff) {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else {
      const point = text.codePointAt(i) as number;
      if (point === code) at = putEscaped(bytes, at, text[i]);
      else {
        i++;
        bytes[at++] = 0xf0 | (point >> 18);
        bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
        bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
        bytes[at++] = 0x80 | (point & 0x3f);
      }
    }
  }
  bytes[at++] = QUOTE;
  return at;
}

/** Writes what cannot stand in a string as it is: a quote, a backslash, a control character, half of a surrogate pair. */
function putEscaped(bytes: Uint8Array, at: number, unit: string): number {
  return putAscii(bytes, at, JSON.stringify(unit).slice(1, -1));
}

function putAscii(bytes: Uint8Array, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}
