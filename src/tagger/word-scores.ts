import { WINDOW, wordFeatures } from './features.js';
import type { Lookups, SumKeeper } from './lookups.js';
import { PACKED } from './packed.js';
import { WORD_STRIDE, type WordCache } from './words.js';

/** Numbers a word, as many as in its row of the cache: the state of each distance, then the packed sums of each distance. */
const STRIDE = WORD_STRIDE;
const FIRST_SUM = 1;

/** The bits of a distance's state, which is shifted by its place: asked for, and not yet there. */
const ASKED = 1;
const WAITING = 1 << 8;
const ANY_WAITING = 0xff00;

/** The summed weights of a word's own features, seen from each distance, worked out once a word of the cache; in the model's units. */
export class WordScores implements SumKeeper {
  private kept = new Int32Array(0);
  private generation = 0;

  constructor(
    private readonly words: WordCache,
    private readonly lookups: Lookups,
  ) {}

  /** Must be called before the first add() of a document. */
  beginDocument(): void {
    if (this.generation === this.words.generation) return;
    this.kept.fill(0);
    this.generation = this.words.generation;
  }

  /** Adds the scores of the word in a row of the cache to the sums of a token. */
  add(row: number, distance: number, token: number): void {
    if (row >= this.kept.length) this.grow();
    const { kept, lookups } = this;
    const place = distance + WINDOW;
    const from = row + FIRST_SUM + place * PACKED;
    const state = kept[row];
    if ((state & (ASKED << place)) === 0) {
      kept[row] = state | ((ASKED | WAITING) << place);
      const first = lookups.features.count;
      wordFeatures(this.words.rows, row, distance, lookups.features);
      lookups.end(first, token, this, from);
      return;
    }
    if (state & (WAITING << place)) lookups.flush();
    const { tokenSums } = lookups;
    const at = token * PACKED;
    tokenSums[at] += kept[from];
    tokenSums[at + 1] += kept[from + 1];
    tokenSums[at + 2] += kept[from + 2];
  }

  settle(place: number, a: number, b: number, c: number): void {
    const { kept } = this;
    kept[place] = a;
    kept[place + 1] = b;
    kept[place + 2] = c;
    // All of a word that waits is looked up together.
    kept[place - (place % STRIDE)] &= ~ANY_WAITING;
  }

  private grow(): void {
    const wide = new Int32Array(2 * this.words.size * STRIDE);
    wide.set(this.kept);
    this.kept = wide;
  }
}
