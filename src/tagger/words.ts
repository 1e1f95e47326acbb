import { foldInto } from '../text/fold.js';
import type { TokenTable } from '../types.js';
import {
  type ClusterTable,
  capitalCluster,
  capitalShare,
  frequencyClass,
  lowerCluster,
  MAX_CLUSTERS,
} from './clusters.js';
import { DOUBTFUL_LOWER, EDGE, LAST_CAPITAL } from './form.js';
import { mix } from './mix.js';

/**
 * Columns of a word's row; see {@link WordCache}. The first 16 numbers, a line of the processor's cache, are what is wanted again and again: the
 * word's middle cluster and, for each distance it is seen from, the packed sums of its weights (see WordScores).
 */
export const Word = {
  Middle: 0,
  Sums: 1,
  Fold: 16,
  Form: 17,
  Usage: 18,
  Prefix2: 19,
  Prefix3: 20,
  Prefix4: 21,
  Suffix2: 22,
  Suffix3: 23,
  Suffix4: 24,
  Suffix5: 25,
  Fine: 26,
  Coarse: 27,
  Pattern: 28,
  Check: 29,
} as const;

/** Numbers a row. */
export const WORD_STRIDE = 32;

/** Stands in place of sums that were not worked out: no sum is so far below 0 (see packed.ts). */
export const UNKNOWN = -0x80000000;

/** Words there is room for at first, and from then on, both powers of two: all that are usually kept, for what grows step by step is copied and touched again and again. */
const FEW = 1 << 10;
const MANY = 1 << 17;

/** Numbers of the bit set of words with capitals. A power of two. */
const CAPITALISED = 1 << 14;

/** Tokens from which on it pays to collect that bit set. */
const MANY_TOKENS = 10_000;

/** From this value of the usage column on, seven of eight occurrences of a word in raw text have a capital. */
export const ALWAYS_CAPITAL = 1 + 7 * 8;

/** Row of no word: beyond the sentence's edge. */
export const EDGE_ROW = 0;

/** Bits of the pattern column. */
const Pattern = { Digit: 1, Hyphen: 2, Dot: 4, Ampersand: 8, Foreign: 16 } as const;

/**
 * What the tagger wants to know about a word by itself, worked out once a word and form: news repeats its words.
 * Rows stay valid for a document; between documents a cache grown beyond its limit is emptied, which costs time and
 * never changes a result.
 */
export class WordCache {
  rows: Int32Array;
  /** A word's row number, and above it the upper bits of its hash; 0 in a free slot. */
  private slots: Int32Array;
  /** The bits of a slot that are the row number's. */
  private rowBits = FEW - 1;
  /** A bit set of the second hashes of words that nearly always have a capital; full until they are collected. */
  private readonly capitalised = new Int32Array(CAPITALISED).fill(-1);
  /** Tokens of the documents begun, until there are many. */
  private tokens = 0;
  private used = 1;
  /** Work space of readAhead(), and what it read: kept only so that it is read. */
  private found = new Int32Array(0);
  ahead = 0;
  private scratch = new Uint16Array(64);
  /** Grows by one each time the cache is emptied, so that holders of row numbers notice. */
  generation = 0;

  /** @param limit words kept from document to document */
  constructor(
    private readonly clusters: ClusterTable | undefined,
    private readonly limit: number,
  ) {
    this.rows = new Int32Array(FEW * WORD_STRIDE);
    this.slots = new Int32Array(2 * FEW);
    this.rows.fill(UNKNOWN, Word.Sums, Word.Fold);
    this.rows[Word.Form] = EDGE;
  }

  private collectCapitalised({ checks, entries }: ClusterTable): void {
    const { capitalised } = this;
    capitalised.fill(0);
    for (let slot = 0; slot < entries.length; slot++)
      if (usage(entries[slot]) >= ALWAYS_CAPITAL)
        capitalised[(checks[slot] >>> 5) & (CAPITALISED - 1)] |= 1 << (checks[slot] & 31);
  }

  /** Must be called before a document's first row is asked for, with its number of tokens. */
  beginDocument(length: number): void {
    if (this.tokens < MANY_TOKENS) {
      this.tokens += length;
      if (this.tokens >= MANY_TOKENS && this.clusters) this.collectCapitalised(this.clusters);
    }
    if (this.used < this.limit) return;
    this.slots.fill(0);
    this.used = 1;
    this.generation++;
  }

  /** Reads where the rows of tokens are looked for, and the rows, so that the processor waits for all of them together. */
  readAhead({ hash }: TokenTable, forms: Uint8Array, tokens: Int32Array, count: number): void {
    const { slots, rows, rowBits } = this;
    if (this.found.length < count) this.found = new Int32Array(2 * count);
    const { found } = this;
    const mask = slots.length - 1;
    for (let k = 0; k < count; k++) found[k] = slots[slotHash(hash[tokens[k]], forms[tokens[k]]) & mask];
    let seen = 0;
    for (let k = 0; k < count; k++) seen |= rows[(found[k] & rowBits) * WORD_STRIDE + Word.Fold];
    this.ahead = seen;
  }

  /** The row number of token i written in `form`. */
  rowOf(table: TokenTable, i: number, form: number): number {
    if (this.rows.length === this.used * WORD_STRIDE) this.grow();
    const { slots, rows, rowBits } = this;
    const hash = table.hash[i];
    const check = table.check[i];
    const mask = slots.length - 1;
    let at = slotHash(hash, form) & mask;
    for (; slots[at] !== 0; at = (at + 1) & mask) {
      if (((slots[at] ^ hash) & ~rowBits) !== 0) continue;
      const row = slots[at] & rowBits;
      const from = row * WORD_STRIDE;
      if (rows[from + Word.Fold] === hash && rows[from + Word.Check] === check && rows[from + Word.Form] === form)
        return row;
    }
    const row = this.used++;
    slots[at] = row | (hash & ~rowBits);
    this.fill(table, i, form, row * WORD_STRIDE);
    return row;
  }

  /** How raw text writes the word of token i: its usage column. */
  usageOf(table: TokenTable, i: number): number {
    return usage(this.entryOf(table.hash[i], table.check[i]));
  }

  /** Whether raw text may write the word with this second hash nearly always with a capital. False is certain, and quick. */
  mayBeCapitalised(check: number): boolean {
    return (this.capitalised[(check >>> 5) & (CAPITALISED - 1)] & (1 << (check & 31))) !== 0;
  }

  private entryOf(hash: number, check: number): number {
    const slot = this.clusters?.find(hash, check) ?? -1;
    return slot < 0 ? 0 : (this.clusters as ClusterTable).entries[slot];
  }

  private grow(): void {
    const room = Math.max(2 * this.used, MANY);
    const rows = new Int32Array(room * WORD_STRIDE);
    rows.set(this.rows);
    this.rows = rows;
    this.rowBits = room - 1;
    this.slots = new Int32Array(2 * room);
    const mask = this.slots.length - 1;
    for (let row = 1; row < this.used; row++) {
      const hash = rows[row * WORD_STRIDE + Word.Fold];
      let at = slotHash(hash, rows[row * WORD_STRIDE + Word.Form]) & mask;
      while (this.slots[at] !== 0) at = (at + 1) & mask;
      this.slots[at] = row | (hash & ~this.rowBits);
    }
  }

  private fill(table: TokenTable, i: number, form: number, at: number): void {
    const { rows } = this;
    const start = table.start[i];
    const stemEnd = table.stemEnd[i];
    if (this.scratch.length < stemEnd - start) this.scratch = new Uint16Array(2 * (stemEnd - start));
    const units = this.scratch;
    const n = foldInto(table.text, start, stemEnd, units);
    for (let k = at + Word.Sums; k < at + Word.Fold; k++) rows[k] = UNKNOWN;
    rows[at + Word.Fold] = table.hash[i];
    rows[at + Word.Check] = table.check[i];
    rows[at + Word.Form] = form;
    let h = 0;
    for (let k = 0; k < 4; k++) {
      h = k < n ? mix(h, units[k]) : 0;
      if (k > 0) rows[at + Word.Prefix2 + k - 1] = k < n - 1 ? h : 0;
    }
    h = 0;
    for (let k = 0; k < 5; k++) {
      h = k < n ? mix(h, units[n - 1 - k]) : 0;
      if (k > 0) rows[at + Word.Suffix2 + k - 1] = k < n - 1 ? h : 0;
    }
    rows[at + Word.Pattern] = patternOf(units, n);
    this.cluster(at, table.hash[i], table.check[i], form);
  }

  private cluster(at: number, hash: number, check: number, form: number): void {
    const { rows, clusters } = this;
    const entry = this.entryOf(hash, check);
    let fine = 0;
    if (entry !== 0) {
      const capital = capitalCluster(entry);
      const lower = lowerCluster(entry);
      const wantsCapital = (form >= 2 && form <= LAST_CAPITAL) || form === DOUBTFUL_LOWER;
      // Where every word or the first has a capital, the word's usual way of writing decides.
      const uncertain = form >= 8 && wantsCapital;
      const first = wantsCapital && !(uncertain && capitalShare(entry) < 4) ? capital : lower;
      const second = first === capital ? lower : capital;
      fine = first !== 0 ? first : second === 0 ? 0 : uncertain ? second : second + MAX_CLUSTERS;
    }
    rows[at + Word.Fine] = fine;
    const cluster = fine & (MAX_CLUSTERS - 1);
    const other = fine & MAX_CLUSTERS;
    rows[at + Word.Middle] = fine === 0 ? 0 : (clusters as ClusterTable).levels[0][cluster] + 1 + other;
    rows[at + Word.Coarse] = fine === 0 ? 0 : (clusters as ClusterTable).levels[1][cluster] + 1 + other;
    rows[at + Word.Usage] = usage(entry);
  }
}

function usage(entry: number): number {
  return entry === 0 ? 0 : 1 + capitalShare(entry) * 8 + frequencyClass(entry);
}

/** Where a word's search starts. */
function slotHash(hash: number, form: number): number {
  return hash ^ Math.imul(form, 0x9e3779b1);
}

function patternOf(units: Uint16Array, n: number): number {
  let pattern = 0;
  for (let k = 0; k < n; k++) {
    const c = units[k];
    if (c >= 0x30 && c <= 0x39) pattern |= Pattern.Digit;
    else if (c === 0x2d) pattern |= Pattern.Hyphen;
    else if (c === 0x2e) pattern |= Pattern.Dot;
    else if (c === 0x26) pattern |= Pattern.Ampersand;
    // Letters no Turkish word is spelled with.
    else if (c === 0x71 || c === 0x77 || c === 0x78) pattern |= Pattern.Foreign;
  }
  return pattern;
}
