import type { Lexicon } from '../lexicon/lexicon.js';

/** Words kept; a power of two. */
const SLOTS = 1 << 15;

/** Words found to be of no use before; each slot holds the last word that fell on it, so that memory stays bounded. */
export class WordMemo {
  private readonly checks = new Int32Array(SLOTS);

  has(hash: number, check: number): boolean {
    return this.checks[hash & (SLOTS - 1)] === check && check !== 0;
  }

  add(hash: number, check: number): void {
    this.checks[hash & (SLOTS - 1)] = check;
  }
}

/** Words none of whose inflections can be in a lexicon's phrase: as its first word, and as a later one. Nearly all words of a text are such. */
export interface BarrenWords {
  first: WordMemo;
  later: WordMemo;
}

const known = new WeakMap<Lexicon, BarrenWords>();

/** The barren words of a lexicon, as far as they were met. */
export function barrenWordsOf(lexicon: Lexicon): BarrenWords {
  let words = known.get(lexicon);
  if (!words) {
    words = { first: new WordMemo(), later: new WordMemo() };
    known.set(lexicon, words);
  }
  return words;
}
