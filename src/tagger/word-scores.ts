import { FeatureBuffer } from './feature-buffer.js';
import { WINDOW, wordFeatures } from './features.js';
import type { TaggerModel } from './model.js';
import { PACKED } from './packed.js';
import { WORD_STRIDE, type WordCache } from './words.js';

/** Numbers a word, 64 bytes in all: which distances are worked out, then the packed sums of each distance. */
const STRIDE = 16;
const FIRST_SUM = 1;

/** The summed weights of a word's own features, seen from each distance, worked out once a word of the cache; in the model's units. */
export class WordScores {
  private kept = new Int32Array(0);
  private generation = 0;
  private readonly features = new FeatureBuffer();

  constructor(
    private readonly model: TaggerModel,
    private readonly words: WordCache,
  ) {}

  /** Must be called before the first add() of a document. */
  beginDocument(): void {
    if (this.generation === this.words.generation) return;
    this.kept.fill(0);
    this.generation = this.words.generation;
  }

  /** Adds the scores of the word in a row number of the cache to the packed sums at `at`. */
  add(row: number, distance: number, sums: Int32Array, at: number): void {
    if ((row + 1) * STRIDE > this.kept.length) this.grow();
    const { kept } = this;
    const place = distance + WINDOW;
    if ((kept[row * STRIDE] & (1 << place)) === 0) this.fill(row, distance);
    const from = row * STRIDE + FIRST_SUM + place * PACKED;
    sums[at] += kept[from];
    sums[at + 1] += kept[from + 1];
    sums[at + 2] += kept[from + 2];
  }

  private fill(row: number, distance: number): void {
    const { features, kept } = this;
    const place = distance + WINDOW;
    features.count = 0;
    wordFeatures(this.words.rows, row * WORD_STRIDE, distance, features);
    this.model.addWeights(features, kept, row * STRIDE + FIRST_SUM + place * PACKED);
    kept[row * STRIDE] |= 1 << place;
  }

  private grow(): void {
    const wide = new Int32Array(2 * this.words.size * STRIDE);
    wide.set(this.kept);
    this.kept = wide;
  }
}
