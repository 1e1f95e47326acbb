import { foldInto } from '../text/fold.js';
import { checkUnits, hashUnits } from '../text/hash.js';
import { TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { findStemEnd } from './apostrophe.js';
import { caseShape } from './shape.js';

/** Makes an empty table for `text` with room for `capacity` tokens; it grows as needed. */
export function createTable(text: string, capacity: number): TokenTable {
  return {
    text,
    length: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    stemEnd: new Int32Array(capacity),
    kind: new Uint8Array(capacity),
    shape: new Uint8Array(capacity),
    flags: new Uint8Array(capacity),
    sentence: new Int32Array(capacity),
    hash: new Int32Array(capacity),
    check: new Int32Array(capacity),
    sentenceStart: [],
    sentenceCase: [],
  };
}

function grow(table: TokenTable): void {
  const capacity = table.start.length * 2 + 16;
  const int = (old: Int32Array) => {
    const wide = new Int32Array(capacity);
    wide.set(old);
    return wide;
  };
  const byte = (old: Uint8Array) => {
    const wide = new Uint8Array(capacity);
    wide.set(old);
    return wide;
  };
  table.start = int(table.start);
  table.end = int(table.end);
  table.stemEnd = int(table.stemEnd);
  table.sentence = int(table.sentence);
  table.hash = int(table.hash);
  table.check = int(table.check);
  table.kind = byte(table.kind);
  table.shape = byte(table.shape);
  table.flags = byte(table.flags);
}

let scratch = new Uint16Array(256);

/** Appends the token `[start, end)` of the given kind, working out stem, shape and hashes; `flags` say what stands before it. */
export function addToken(table: TokenTable, start: number, end: number, kind: number, flags: number): void {
  if (table.length === table.start.length) grow(table);
  const i = table.length++;
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
