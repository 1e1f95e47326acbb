import { foldCode, foldInto } from '../text/fold.js';
import { addToCheck, addToHash, checkUnits, EMPTY_CHECK, EMPTY_HASH, hashUnits } from '../text/hash.js';
import { CaseShape, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { findStemEnd } from './apostrophe.js';
import { caseShape } from './shape.js';

const NO_INTS = new Int32Array(0);
const NO_BYTES = new Uint8Array(0);

/** Makes an empty table for `text` with room for `capacity` tokens; it grows as needed. */
export function createTable(text: string, capacity: number): TokenTable {
  const table: TokenTable = {
    text,
    length: 0,
    start: NO_INTS,
    end: NO_INTS,
    stemEnd: NO_INTS,
    kind: NO_BYTES,
    shape: NO_BYTES,
    flags: NO_BYTES,
    sentence: NO_INTS,
    hash: NO_INTS,
    check: NO_INTS,
    sentenceStart: [],
    sentenceCase: [],
  };
  resize(table, capacity);
  return table;
}

/** Gives the table room for `capacity` tokens. Its columns are views of one buffer: nine buffers a document would cost more time than its tokens. */
function resize(table: TokenTable, capacity: number): void {
  const buffer = new ArrayBuffer(capacity * (6 * 4 + 3));
  const int = (index: number, old: Int32Array) => {
    const column = new Int32Array(buffer, index * 4 * capacity, capacity);
    if (old.length > 0) column.set(old);
    return column;
  };
  const byte = (index: number, old: Uint8Array) => {
    const column = new Uint8Array(buffer, (6 * 4 + index) * capacity, capacity);
    if (old.length > 0) column.set(old);
    return column;
  };
  table.start = int(0, table.start);
  table.end = int(1, table.end);
  table.stemEnd = int(2, table.stemEnd);
  table.sentence = int(3, table.sentence);
  table.hash = int(4, table.hash);
  table.check = int(5, table.check);
  table.kind = byte(0, table.kind);
  table.shape = byte(1, table.shape);
  table.flags = byte(2, table.flags);
}

/** Makes room for one more token and gives its index; the caller fills all columns but the sentence. */
export function nextToken(table: TokenTable): number {
  if (table.length === table.start.length) resize(table, table.length * 2 + 16);
  return table.length++;
}

/** Appends a token of one unit that is neither letter, digit nor invisible. */
export function addMark(table: TokenTable, at: number, flags: number): void {
  const i = nextToken(table);
  const unit = foldCode(table.text.charCodeAt(at));
  table.start[i] = at;
  table.end[i] = at + 1;
  table.stemEnd[i] = at + 1;
  table.kind[i] = TokenKind.Punct;
  table.shape[i] = CaseShape.None;
  table.flags[i] = flags;
  table.hash[i] = addToHash(EMPTY_HASH, unit);
  table.check[i] = addToCheck(EMPTY_CHECK, unit);
}

let scratch = new Uint16Array(256);

/** Appends the token `[start, end)` of the given kind, working out stem, shape and hashes; `flags` say what stands before it. */
export function addToken(table: TokenTable, start: number, end: number, kind: number, flags: number): void {
  const i = nextToken(table);
  const { text } = table;
  const stemEnd = kind === TokenKind.Punct || kind === TokenKind.Symbol ? end : findStemEnd(text, start, end);
  table.start[i] = start;
  table.end[i] = end;
  table.stemEnd[i] = stemEnd;
  table.kind[i] = kind;
  table.shape[i] = caseShape(text, start, stemEnd);
  table.flags[i] = flags | (stemEnd < end ? TokenFlag.Suffixed : 0);
  if (scratch.length < stemEnd - start) scratch = new Uint16Array((stemEnd - start) * 2);
  const n = foldInto(text, start, stemEnd, scratch);
  table.hash[i] = hashUnits(scratch, n);
  table.check[i] = checkUnits(scratch, n);
}
