import { foldInto } from '../text/fold.js';
import { checkUnits, hashUnits } from '../text/hash.js';
import { TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { findStemEnd } from './apostrophe.js';
import { caseShape } from './shape.js';

/**
 * Makes an empty table for `text` with room for `capacity` tokens; it grows as needed. Its columns are views of one buffer: nine buffers a
 * document would cost more time than its tokens.
 */
export function createTable(text: string, capacity: number): TokenTable {
  const buffer = new ArrayBuffer(capacity * (6 * 4 + 3));
  return {
    text,
    length: 0,
    start: new Int32Array(buffer, 0, capacity),
    end: new Int32Array(buffer, 4 * capacity, capacity),
    stemEnd: new Int32Array(buffer, 8 * capacity, capacity),
    kind: new Uint8Array(buffer, 24 * capacity, capacity),
    shape: new Uint8Array(buffer, 25 * capacity, capacity),
    flags: new Uint8Array(buffer, 26 * capacity, capacity),
    sentence: new Int32Array(buffer, 12 * capacity, capacity),
    hash: new Int32Array(buffer, 16 * capacity, capacity),
    check: new Int32Array(buffer, 20 * capacity, capacity),
    sentenceStart: [],
    sentenceCase: [],
  };
}

/** Gives the table room for `capacity` tokens. */
function resize(table: TokenTable, capacity: number): void {
  const wide = createTable(table.text, capacity);
  wide.start.set(table.start);
  wide.end.set(table.end);
  wide.stemEnd.set(table.stemEnd);
  wide.kind.set(table.kind);
  wide.shape.set(table.shape);
  wide.flags.set(table.flags);
  wide.sentence.set(table.sentence);
  wide.hash.set(table.hash);
  wide.check.set(table.check);
  Object.assign(table, wide, { length: table.length });
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
