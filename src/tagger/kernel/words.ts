import { EDGE, WINDOW, WORD_STRIDE, Word } from '../layout';
import { demand, Ints, ints } from './arrays';
import { check, form, found, fresh, hash, middle, near, opens, row } from './columns';

/**
 * What is known about words by themselves, worked out once a word and form, for news repeats its words. Rows stay valid for a document; between
 * documents a cache grown beyond its limit is emptied, which costs time and never changes a result.
 */

/** Rows of WORD_STRIDE numbers; the first is that of no word, beyond the sentence's edge. */
export let rows: Ints = changetype<Ints>(0);
/** A word's row number, and above it the upper bits of its hash; 0 in a free slot. */
let slots: Ints = changetype<Ints>(0);
/** The bits of a slot that are the row number's. */
let rowBits: i32 = 0;
let used: i32 = 1;
let limit: i32 = 0;
/** What readAhead() read: kept and exported only so that it is read. */
export let ahead: i32 = 0;

/** Grows by one each time the cache is emptied, so that holders of row addresses notice. */
export let generation: i32 = 0;

/** Stands in place of sums that were not worked out: no sum is so far below 0. */
export const UNKNOWN: i32 = -0x80000000;

/** @param most words kept from document to document */
export function initWords(words: i32, most: i32): void {
  limit = most;
  makeRoom(words);
  initRow(0, 0, 0, EDGE);
}

/** @param words a power of two */
function makeRoom(words: i32): void {
  demand(4 * <u64>words * (WORD_STRIDE + 2), 2);
  rows = ints(words * WORD_STRIDE);
  slots = ints(2 * words);
  rowBits = words - 1;
}

/** Whether rows wait for the host to fill them: of a document that was given up they are never filled. */
let isUnfilled: bool = false;

/** Must be called before a document's rows are asked for. */
export function beginWords(): void {
  if (used < limit && !isUnfilled) return;
  isUnfilled = false;
  memory.fill(changetype<usize>(slots), 0, (<usize>rowBits + 1) << 3);
  used = 1;
  generation++;
}

/** Finds the rows of the tokens that open ones look at; lists those whose word is new, whose rows the host fills, and gives their number. */
export function findRows(length: i32, openCount: i32): i32 {
  let count = 0;
  let done = 0;
  for (let n = 0; n < openCount; n++) {
    const end = min(opens[n] + WINDOW + 1, length);
    for (let i = max(done, opens[n] - WINDOW); i < end; i++) near[count++] = i;
    done = end;
  }
  readAhead(count);
  isUnfilled = true;
  let news = 0;
  for (let k = 0; k < count; k++) {
    const i = near[k];
    if (used > rowBits) grow(k);
    const before = used;
    row[i] = <i32>rowOf(hash[i], check[i], form[i]);
    fresh[news] = i;
    news += used - before;
  }
  nearCount = count;
  return news;
}

/** Tokens in `near`. */
let nearCount: i32 = 0;

/** Reads the middle clusters of the rows, when the new ones are filled. */
export function readMiddles(): void {
  isUnfilled = false;
  for (let k = 0; k < nearCount; k++) middle[near[k]] = load<i32>(<usize>row[near[k]]);
}

/** Reads where the rows of tokens are looked for, and the rows, so that the processor waits for all of them together. */
function readAhead(count: i32): void {
  const mask = 2 * rowBits + 1;
  for (let k = 0; k < count; k++) found[k] = slots[slotHash(hash[near[k]], form[near[k]]) & mask];
  let seen = 0;
  for (let k = 0; k < count; k++) seen |= rows[(found[k] & rowBits) * WORD_STRIDE + Word.Fold];
  ahead = seen;
}

/** The address of a word's row; a word that is new gets one. */
function rowOf(hash: i32, check: i32, form: i32): usize {
  const mask = 2 * rowBits + 1;
  let at = slotHash(hash, form) & mask;
  for (; slots[at] !== 0; at = (at + 1) & mask) {
    const slot = slots[at];
    if (((slot ^ hash) & ~rowBits) !== 0) continue;
    const from = addressOf(slot & rowBits);
    if (
      load<i32>(from, 4 * Word.Fold) === hash &&
      load<i32>(from, 4 * Word.Check) === check &&
      load<i32>(from, 4 * Word.Form) === form
    )
      return from;
  }
  const made = used++;
  slots[at] = made | (hash & ~rowBits);
  initRow(made, hash, check, form);
  return addressOf(made);
}

function addressOf(row: i32): usize {
  return changetype<usize>(rows) + ((<usize>row * WORD_STRIDE) << 2);
}

function initRow(row: i32, hash: i32, check: i32, form: i32): void {
  const from = addressOf(row);
  for (let k = Word.Sums; k < Word.Fold; k++) store<i32>(from + ((<usize>k) << 2), UNKNOWN);
  store<i32>(from, hash, 4 * Word.Fold);
  store<i32>(from, check, 4 * Word.Check);
  store<i32>(from, form, 4 * Word.Form);
}

/** Doubles the room. Rows of the document's first tokens, already found, move along. */
function grow(tokens: i32): void {
  const old = changetype<usize>(rows);
  makeRoom(2 * (rowBits + 1));
  memory.copy(changetype<usize>(rows), old, (<usize>used * WORD_STRIDE) << 2);
  const mask = 2 * rowBits + 1;
  for (let r = 1; r < used; r++) {
    const hash = load<i32>(addressOf(r), 4 * Word.Fold);
    let at = slotHash(hash, load<i32>(addressOf(r), 4 * Word.Form)) & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = r | (hash & ~rowBits);
  }
  for (let k = 0; k < tokens; k++) row[near[k]] += <i32>(changetype<usize>(rows) - old);
  // Sums that wait hold addresses of rows, but none wait between documents.
}

/** Where a word's search starts. */
function slotHash(hash: i32, form: i32): i32 {
  return hash ^ (form * 0x9e3779b1);
}
