import { foldInto } from '../text/fold.js';
import { checkUnits, hashUnits } from '../text/hash.js';
import { TokenFlag, TokenKind, type TokenTable } from '../types.js';
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
  // Every table's columns change once, not first those of the one that grows: code compiled for columns that never do would all be thrown away.
  resize(table, capacity);
  return table;
}

/** Gives the table room for `capacity` tokens. Its columns are views of one buffer: nine buffers a document would cost more time than its tokens. */
function resize(table: TokenTable, capacity: number): void {
  const buffer = new ArrayBuffer(capacity * (6 * 4 + 3));
  const old = table.length > 0 ? { ...table } : undefined;
  table.start = new Int32Array(buffer, 0, capacity);
  table.end = new Int32Array(buffer, 4 * capacity, capacity);
  table.stemEnd = new Int32Array(buffer, 8 * capacity, capacity);
  table.sentence = new Int32Array(buffer, 12 * capacity, capacity);
  table.hash = new Int32Array(buffer, 16 * capacity, capacity);
  table.check = new Int32Array(buffer, 20 * capacity, capacity);
  table.kind = new Uint8Array(buffer, 24 * capacity, capacity);
  table.shape = new Uint8Array(buffer, 25 * capacity, capacity);
  table.flags = new Uint8Array(buffer, 26 * capacity, capacity);
  if (!old) return;
  table.start.set(old.start);
  table.end.set(old.end);
  table.stemEnd.set(old.stemEnd);
  table.sentence.set(old.sentence);
  table.hash.set(old.hash);
  table.check.set(old.check);
  table.kind.set(old.kind);
  table.shape.set(old.shape);
  table.flags.set(old.flags);
}

/** Makes room for one more token and gives its index; the caller fills all columns but the sentence. */
export function nextToken(table: TokenTable): number {
  if (table.length === table.start.length) resize(table, table.length * 2 + 16);
  return table.length++;
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
