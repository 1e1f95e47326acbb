import { UNKNOWN_SHARE } from '../lexicon/format.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { Reading } from '../morphology/analyser.js';

/**
 * Columns of a hit. `Types` and `Usage` are the phrase's own words of the lexicon, copied: readers then need not go to its large tables. Above
 * the usage stand whether the hit is derived and the index of the lexicon.
 */
const Column = { From: 0, To: 1, Phrase: 2, Types: 3, Usage: 4, Reading: 5 } as const;
const COLUMNS = 6;
const DERIVED = 1 << 16;
const LEXICON_SHIFT = 17;

/**
 * All places where a text holds a phrase of a lexicon, ordered by first token, shorter ones first. A hit is a number: its index. The hits of
 * a text are one array of numbers, since news has forty of them to a hundred tokens.
 */
export class Hits {
  length = 0;
  /** Index of the first hit that starts at or after each token; one element more than there are tokens. */
  readonly firstAt: Int32Array;
  /** Most tokens a hit may have. */
  readonly longest: number;
  private cells: Int32Array;
  private readonly readings: Reading[] = [];

  constructor(
    tokens: number,
    private readonly lexicons: readonly Lexicon[],
  ) {
    // Two views of one buffer: a buffer more would cost as much time as what it holds.
    const starts = tokens + 1;
    const room = ((tokens >> 1) + 4) * COLUMNS;
    const buffer = new ArrayBuffer((starts + room) * 4);
    this.firstAt = new Int32Array(buffer, 0, starts);
    this.cells = new Int32Array(buffer, starts * 4, room);
    this.longest = lexicons.reduce((most, { maxWords }) => Math.max(most, maxWords), 0);
  }

  /** Appends the hit of a phrase of the lexicon with this index at tokens `[from, to)`; `types` and `usage` are what the lexicon says of it. */
  add(
    from: number,
    to: number,
    lexicon: number,
    phrase: number,
    types: number,
    usage: number,
    reading: Reading | undefined,
  ): void {
    const at = this.length++ * COLUMNS;
    if (at === this.cells.length) this.grow();
    const { cells } = this;
    cells[at] = from;
    cells[at + Column.To] = to;
    cells[at + Column.Phrase] = phrase;
    cells[at + Column.Types] = types;
    cells[at + Column.Usage] = usage | (reading?.derived ? DERIVED : 0) | (lexicon << LEXICON_SHIFT);
    cells[at + Column.Reading] = reading ? this.readings.push(reading) : 0;
  }

  private grow(): void {
    const wide = new Int32Array(this.cells.length * 2);
    wide.set(this.cells);
    this.cells = wide;
  }

  /** The hits as a list, for code that need not be fast. */
  list(): number[] {
    return Array.from({ length: this.length }, (_, hit) => hit);
  }

  /** First token. */
  from(hit: number): number {
    return this.cells[hit * COLUMNS + Column.From];
  }

  /** Token after the last one. */
  to(hit: number): number {
    return this.cells[hit * COLUMNS + Column.To];
  }

  lexicon(hit: number): Lexicon {
    return this.lexicons[this.cells[hit * COLUMNS + Column.Usage] >>> LEXICON_SHIFT];
  }

  /** Phrase index in that lexicon. */
  phrase(hit: number): number {
    return this.cells[hit * COLUMNS + Column.Phrase];
  }

  /** Type bits (see TypeBit) of the entries for which the phrase suffices by itself. */
  strongMask(hit: number): number {
    return this.cells[hit * COLUMNS + Column.Types] & 0xffff;
  }

  /** Type bits of the entries for which the phrase needs more evidence. */
  weakMask(hit: number): number {
    return this.cells[hit * COLUMNS + Column.Types] >>> 16;
  }

  /** Type bits of all entries of the phrase. */
  typeMask(hit: number): number {
    const types = this.cells[hit * COLUMNS + Column.Types];
    return (types & 0xffff) | (types >>> 16);
  }

  /** See {@link Lexicon.share}. */
  share(hit: number): number | undefined {
    const share = this.cells[hit * COLUMNS + Column.Usage] & 255;
    return share === UNKNOWN_SHARE ? undefined : share / 254;
  }

  /** See {@link Lexicon.listOf}. */
  listOf(hit: number): number {
    return (this.cells[hit * COLUMNS + Column.Usage] >>> 8) & 255;
  }

  /** How the last token was read when it carries a suffix without an apostrophe; undefined when it stands as listed. */
  reading(hit: number): Reading | undefined {
    const reading = this.cells[hit * COLUMNS + Column.Reading];
    return reading === 0 ? undefined : this.readings[reading - 1];
  }

  /** Is the hit only a derivation of the phrase (Libya-lı)? That speaks against a name. */
  isDerived(hit: number): boolean {
    return (this.cells[hit * COLUMNS + Column.Usage] & DERIVED) !== 0;
  }
}
