import { foldKey } from '../text/fold.js';
import type { ReportDoc } from './document.js';

/** Most names counted at a time; beyond that, names met least are forgotten. */
const MOST_COUNTED = 400_000;

/** A name with its counts over all documents. */
export interface NameCount {
  type: number;
  /** The name as it was first met. */
  name: string;
  docs: number;
  mentions: number;
}

/** Key under which spellings of a name count as one: its type and its folded form. */
export function nameKey(type: number, name: string): string {
  return type + foldKey(name);
}

/**
 * First pass over the documents: how often each name occurs, and on which days there are documents. Memory is bounded: when the table is full,
 * the names met in fewest documents go (lossy counting, Manku & Motwani 2002), which the frequent ones never notice.
 */
export class NameCounter {
  documents = 0;
  mentions = 0;
  /** Documents a day. */
  readonly days = new Map<number, number>();
  /** Every document told the sentence of its mentions. */
  bySentence = true;
  /** Names were forgotten: the table holds not all. */
  cut = false;
  private readonly counts = new Map<string, NameCount>();

  constructor(private readonly most: number = MOST_COUNTED) {}

  add({ day, names, mentions }: ReportDoc): void {
    this.documents++;
    if (day !== undefined) this.days.set(day, (this.days.get(day) ?? 0) + 1);
    if (mentions.some(({ sentence }) => sentence === undefined)) this.bySentence = false;
    for (const [key, { type, name, count }] of mergeSpellings(names)) {
      this.mentions += count;
      const known = this.counts.get(key);
      if (known) {
        known.docs++;
        known.mentions += count;
      } else {
        this.counts.set(key, { type, name, docs: 1, mentions: count });
      }
    }
    if (this.counts.size > this.most) this.forget();
  }

  /** Different names met, as far as they are remembered. */
  get size(): number {
    return this.counts.size;
  }

  /** All names remembered, the ones in most documents first; equal ones in Turkish order. */
  ranked(): NameCount[] {
    const { compare } = new Intl.Collator('tr');
    return [...this.counts.values()].sort(
      (a, b) => b.docs - a.docs || b.mentions - a.mentions || compare(a.name, b.name) || a.type - b.type,
    );
  }

  private forget(): void {
    this.cut = true;
    for (let floor = 1; this.counts.size > this.most / 2; floor++) {
      for (const [key, { docs }] of this.counts) if (docs <= floor) this.counts.delete(key);
    }
  }
}

/** Joins names of one document that differ in case or accents only: `ANKARA` in its headline, `Ankara` in its text. */
export function mergeSpellings<T extends { type: number; name: string; count: number }>(
  names: readonly T[],
): Map<string, T> {
  const merged = new Map<string, T>();
  for (const item of names) {
    const key = nameKey(item.type, item.name);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, count: known.count + item.count } : item);
  }
  return merged;
}
