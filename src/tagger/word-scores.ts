import { WINDOW, wordFeatures } from './features.js';
import type { Lookups, SumKeeper } from './lookups.js';
import { PACKED } from './packed.js';
import { UNKNOWN, Word, type WordCache } from './words.js';

/**
 * The summed weights of a word's own features, seen from each distance, in the model's units; worked out once a word and distance and kept in
 * the word's row of the cache.
 */
export class WordScores implements SumKeeper {
  /** The places in a window whose words have no sums yet. */
  private readonly missing = new Int32Array(2 * WINDOW + 1);

  constructor(
    private readonly words: WordCache,
    private readonly lookups: Lookups,
  ) {}

  /**
   * Adds the scores of the words around a token to its sums.
   * @param window the words' rows in the cache, in their order
   */
  add(window: Int32Array, token: number): void {
    const { rows } = this.words;
    const { missing } = this;
    let misses = 0;
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    for (let k = 0; k < window.length; k++) {
      const from = window[k] + Word.Sums + k * PACKED;
      const a = rows[from];
      if (a === UNKNOWN) missing[misses++] = k;
      else {
        sumA += a;
        sumB += rows[from + 1];
        sumC += rows[from + 2];
      }
    }
    for (let n = 0; n < misses; n++) this.ask(window[missing[n]], missing[n] - WINDOW, token);
    const { tokenSums } = this.lookups;
    const at = token * PACKED;
    tokenSums[at] += sumA;
    tokenSums[at + 1] += sumB;
    tokenSums[at + 2] += sumC;
  }

  private ask(row: number, distance: number, token: number): void {
    const { lookups } = this;
    wordFeatures(this.words.rows, row, distance, lookups.features);
    lookups.end(token, this, row + Word.Sums + (distance + WINDOW) * PACKED);
  }

  settle(place: number, _part: number, a: number, b: number, c: number): void {
    const { rows } = this.words;
    rows[place] = a;
    rows[place + 1] = b;
    rows[place + 2] = c;
  }
}
