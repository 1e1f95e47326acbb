import { FeatureBuffer } from './feature-buffer.js';
import { WINDOW, wordFeatures } from './features.js';
import type { TaggerModel } from './model.js';
import { TAG_COUNT } from './tags.js';
import { WORD_STRIDE, type WordCache } from './words.js';

const DISTANCES = 2 * WINDOW + 1;

/** The summed weights of a word's own features, seen from each distance, worked out once a word of the cache. */
export class WordScores {
  private sums = new Float32Array(0);
  private known = new Uint8Array(0);
  private generation = 0;
  private readonly features = new FeatureBuffer();

  constructor(
    private readonly model: TaggerModel,
    private readonly words: WordCache,
  ) {}

  /** Must be called when the document's rows are in the cache, before the first add(). */
  beginDocument(): void {
    const { words } = this;
    if (this.known.length < words.size * DISTANCES) {
      const room = 2 * words.size * DISTANCES;
      const sums = new Float32Array(room * TAG_COUNT);
      const known = new Uint8Array(room);
      sums.set(this.sums);
      known.set(this.known);
      this.sums = sums;
      this.known = known;
    }
    if (this.generation !== words.generation) this.known.fill(0);
    this.generation = words.generation;
  }

  /** Adds the scores of the word in a row number of the cache to the TAG_COUNT emissions at `at`. */
  add(row: number, distance: number, emissions: Float32Array, at: number): void {
    const place = row * DISTANCES + distance + WINDOW;
    const from = place * TAG_COUNT;
    const { sums } = this;
    if (this.known[place] === 0) this.fill(row, distance, place);
    for (let j = 1; j < TAG_COUNT; j++) emissions[at + j] += sums[from + j];
  }

  private fill(row: number, distance: number, place: number): void {
    const { features, sums, model } = this;
    const from = place * TAG_COUNT;
    for (let j = 0; j < TAG_COUNT; j++) sums[from + j] = 0;
    features.count = 0;
    wordFeatures(this.words.rows, row * WORD_STRIDE, distance, features);
    for (let k = 0; k < features.count; k++) model.addWeights(features.hashes[k], sums, from);
    this.known[place] = 1;
  }
}
