import { FeatureBuffer } from './feature-buffer.js';
import { WINDOW, wordFeatures } from './features.js';
import type { TaggerModel } from './model.js';
import { TAG_COUNT } from './tags.js';
import { WORD_STRIDE, type WordCache } from './words.js';

/** Sums a word and distance: one for each tag other than O. */
const SUMS = TAG_COUNT - 1;
/** 16-bit numbers a word, 64 bytes in all: which distances are worked out, a free one, then the sums of each distance. */
const STRIDE = 32;
const FIRST_SUM = 2;

/** The summed weights of a word's own features, seen from each distance, worked out once a word of the cache; in the model's units. */
export class WordScores {
  private kept = new Int16Array(0);
  private generation = 0;
  private readonly features = new FeatureBuffer();
  private readonly own = new Int32Array(TAG_COUNT);

  constructor(
    private readonly model: TaggerModel,
    private readonly words: WordCache,
  ) {}

  /** Must be called when the document's rows are in the cache, before the first add(). */
  beginDocument(): void {
    const { words } = this;
    if (this.generation !== words.generation) this.kept.fill(0);
    this.generation = words.generation;
    if (this.kept.length >= words.size * STRIDE) return;
    const wide = new Int16Array(2 * words.size * STRIDE);
    wide.set(this.kept);
    this.kept = wide;
  }

  /** Adds the scores of the word in a row number of the cache to the TAG_COUNT sums at `at`. */
  add(row: number, distance: number, sums: Int32Array, at: number): void {
    const { kept } = this;
    const place = distance + WINDOW;
    const from = row * STRIDE + FIRST_SUM + place * SUMS;
    if ((kept[row * STRIDE] & (1 << place)) === 0) this.fill(row, distance);
    sums[at + 1] += kept[from];
    sums[at + 2] += kept[from + 1];
    sums[at + 3] += kept[from + 2];
    sums[at + 4] += kept[from + 3];
    sums[at + 5] += kept[from + 4];
    sums[at + 6] += kept[from + 5];
  }

  private fill(row: number, distance: number): void {
    const { features, own, kept } = this;
    const place = distance + WINDOW;
    features.count = 0;
    wordFeatures(this.words.rows, row * WORD_STRIDE, distance, features);
    own.fill(0);
    this.model.addWeights(features, own, 0);
    for (let k = 0; k < SUMS; k++) kept[row * STRIDE + FIRST_SUM + place * SUMS + k] = own[k + 1];
    kept[row * STRIDE] |= 1 << place;
  }
}
