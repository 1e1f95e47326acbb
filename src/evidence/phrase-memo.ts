import type { Reading } from '../morphology/analyser.js';

/** Phrases remembered; a power of two. */
const SLOTS = 1 << 16;

/** Columns of a phrase: what it was asked by, and what was found. */
const Column = { Hash: 0, Check: 1, Form: 2, Found: 3, Types: 4, Usage: 5 } as const;
/** Two phrases then share the 64 bytes a processor reads at once. */
const COLUMNS = 8;
/** Spreads the forms of a phrase over the slots. */
const FORM_FACTOR = 0x9e3779b1;

/**
 * What was found for words and phrases of a text before, by their hashes and a form (not 0) for all else it depends on: news repeats its
 * words. Each slot holds the last phrase that fell on it, so that memory stays bounded.
 */
export class PhraseMemo {
  private readonly cells = new Int32Array(SLOTS * COLUMNS);
  /** Kept so that no compiler leaves {@link fetch} out. */
  fetched = 0;
  private readonly readings: (Reading | undefined)[] = new Array(SLOTS);

  /** Where a phrase is kept, if it is. */
  slotOf(hash: number, form: number): number {
    return (hash + Math.imul(form, FORM_FACTOR)) & (SLOTS - 1);
  }

  /** Reads the first `count` of some slots, of which negative ones are none, for nothing but that they are at hand when they are asked for. */
  fetch(slots: Int32Array, count: number): void {
    let sum = 0;
    for (let i = 0; i < count; i++) if (slots[i] >= 0) sum ^= this.found(slots[i]);
    this.fetched = sum;
  }

  has(slot: number, hash: number, check: number, form: number): boolean {
    const { cells } = this;
    const at = slot * COLUMNS;
    return cells[at] === hash && cells[at + Column.Check] === check && cells[at + Column.Form] === form;
  }

  put(slot: number, hash: number, check: number, form: number): void {
    const { cells } = this;
    const at = slot * COLUMNS;
    cells[at] = hash;
    cells[at + Column.Check] = check;
    cells[at + Column.Form] = form;
  }

  /** Sets what was found in a slot: a look-up of the lexicon, what it says of the phrase, and how the last word was read. */
  fill(slot: number, found: number, types: number, usage: number, reading: Reading | undefined): void {
    const { cells } = this;
    const at = slot * COLUMNS;
    cells[at + Column.Found] = found;
    cells[at + Column.Types] = types;
    cells[at + Column.Usage] = usage;
    if (reading) this.readings[slot] = reading;
  }

  found(slot: number): number {
    return this.cells[slot * COLUMNS + Column.Found];
  }

  types(slot: number): number {
    return this.cells[slot * COLUMNS + Column.Types];
  }

  usage(slot: number): number {
    return this.cells[slot * COLUMNS + Column.Usage];
  }

  reading(slot: number): Reading | undefined {
    return this.readings[slot];
  }
}
