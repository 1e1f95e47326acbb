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
import type { Columns } from './columns.js';
import { DOUBTFUL_LOWER } from './form.js';
import type { Kernel } from './kernel.js';
import { LAST_CAPITAL, Word } from './layout.js';
import { mix } from './mix.js';

/** Numbers of the bit set of words with capitals. A power of two. */
const CAPITALISED = 1 << 14;

/** Tokens from which on it pays to collect that bit set. */
const MANY_TOKENS = 10_000;

/** From this value of the usage column on, seven of eight occurrences of a word in raw text have a capital. */
export const ALWAYS_CAPITAL = 1 + 7 * 8;

/** Bits of the pattern column. */
const Pattern = { Digit: 1, Hyphen: 2, Dot: 4, Ampersand: 8, Foreign: 16 } as const;

/** What the tagger wants to know about a word by itself: its letters, its clusters, and how raw text writes it. */
export class Words {
  /** A bit set of the second hashes of words that nearly always have a capital; full until they are collected. */
  private readonly capitalised = new Int32Array(CAPITALISED).fill(-1);
  /** Tokens of the documents begun, until there are many. */
  private tokens = 0;
  /** The kernel's whole memory. */
  private memory = new Int32Array(0);
  private scratch = new Uint16Array(64);

  constructor(
    private readonly kernel: Kernel,
    private readonly clusters: ClusterTable | undefined,
  ) {}

  private collectCapitalised({ checks, entries }: ClusterTable): void {
    const { capitalised } = this;
    capitalised.fill(0);
    for (let slot = 0; slot < entries.length; slot++)
      if (usage(entries[slot]) >= ALWAYS_CAPITAL)
        capitalised[(checks[slot] >>> 5) & (CAPITALISED - 1)] |= 1 << (checks[slot] & 31);
  }

  /** Must be called before a document's first word is asked for, with its number of tokens. */
  beginDocument(length: number): void {
    if (this.tokens >= MANY_TOKENS) return;
    this.tokens += length;
    if (this.tokens >= MANY_TOKENS && this.clusters) this.collectCapitalised(this.clusters);
  }

  /** Fills the rows of words that are new to the kernel. */
  fillRows(table: TokenTable, { fresh, row, form }: Columns, count: number): void {
    if (this.memory.buffer !== this.kernel.memory.buffer) this.memory = new Int32Array(this.kernel.memory.buffer);
    for (let k = 0; k < count; k++) this.fill(table, fresh[k], form[fresh[k]], row[fresh[k]] >>> 2);
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

  /** @param at of the row in the kernel's memory */
  private fill(table: TokenTable, i: number, form: number, at: number): void {
    const { memory } = this;
    const start = table.start[i];
    const stemEnd = table.stemEnd[i];
    if (this.scratch.length < stemEnd - start) this.scratch = new Uint16Array(2 * (stemEnd - start));
    const units = this.scratch;
    const n = foldInto(table.text, start, stemEnd, units);
    let h = 0;
    for (let k = 0; k < 4; k++) {
      h = k < n ? mix(h, units[k]) : 0;
      if (k > 0) memory[at + Word.Prefix2 + k - 1] = k < n - 1 ? h : 0;
    }
    h = 0;
    for (let k = 0; k < 5; k++) {
      h = k < n ? mix(h, units[n - 1 - k]) : 0;
      if (k > 0) memory[at + Word.Suffix2 + k - 1] = k < n - 1 ? h : 0;
    }
    memory[at + Word.Pattern] = patternOf(units, n);
    this.cluster(at, table.hash[i], table.check[i], form);
  }

  private cluster(at: number, hash: number, check: number, form: number): void {
    const { memory, clusters } = this;
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
    memory[at + Word.Fine] = fine;
    const cluster = fine & (MAX_CLUSTERS - 1);
    const other = fine & MAX_CLUSTERS;
    memory[at + Word.Middle] = fine === 0 ? 0 : (clusters as ClusterTable).levels[0][cluster] + 1 + other;
    memory[at + Word.Coarse] = fine === 0 ? 0 : (clusters as ClusterTable).levels[1][cluster] + 1 + other;
    memory[at + Word.Usage] = usage(entry);
  }
}

function usage(entry: number): number {
  return entry === 0 ? 0 : 1 + capitalShare(entry) * 8 + frequencyClass(entry);
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
