import { Crf } from '../tagger/crf.js';
import { TAG_COUNT } from '../tagger/tags.js';
import type { Examples } from './examples.js';
import type { Weights } from './learn.js';

/** Tags examples by learned weights, before they are pruned into a model. */
export class Predictor {
  /** Of the last run: the tags, and TAG_COUNT probabilities a position. */
  tags = new Uint8Array(1024);
  probabilities = new Float32Array(1024 * TAG_COUNT);
  readonly crf: Crf;
  private emissions = new Float32Array(1024 * TAG_COUNT);
  private readonly slots: Int32Array;

  constructor(private readonly weights: Weights) {
    let size = 16;
    while (size < 2 * weights.hashes.length) size *= 2;
    this.slots = new Int32Array(size);
    weights.hashes.forEach((hash, row) => {
      let at = hash & (size - 1);
      while (this.slots[at] !== 0) at = (at + 1) & (size - 1);
      this.slots[at] = row + 1;
    });
    this.crf = new Crf(weights.transitions);
  }

  /** Tags a run; returns its length. */
  run(examples: Examples, run: number): number {
    const from = examples.runs[run];
    const length = examples.runs[run + 1] - from;
    if (length > this.tags.length) {
      this.tags = new Uint8Array(2 * length);
      this.probabilities = new Float32Array(2 * length * TAG_COUNT);
      this.emissions = new Float32Array(2 * length * TAG_COUNT);
    }
    const { emissions, crf, probabilities } = this;
    emissions.fill(0, 0, length * TAG_COUNT);
    for (let t = 0; t < length; t++) {
      for (let k = examples.starts[from + t]; k < examples.starts[from + t + 1]; k++)
        this.add(examples.features[k], t * TAG_COUNT);
    }
    crf.decode(emissions, 0, length, this.tags);
    crf.forward(emissions, 0, length);
    crf.backward();
    for (let k = 0; k < length * TAG_COUNT; k++) probabilities[k] = crf.alpha[k] * crf.beta[k];
    return length;
  }

  private add(hash: number, at: number): void {
    const { slots, emissions } = this;
    const { hashes, values } = this.weights;
    const mask = slots.length - 1;
    for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const row = slots[slot] - 1;
      if (hashes[row] !== hash) continue;
      for (let j = 0; j < TAG_COUNT; j++) emissions[at + j] += values[row * TAG_COUNT + j];
      return;
    }
  }
}
