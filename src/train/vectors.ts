import { Random } from './random.js';

/** How word vectors are learned. */
export interface VectorOptions {
  /** Length of a vector. */
  dims: number;
  /** Context words on each side; each relative position has an output matrix of its own. */
  window: number;
  /** Negative samples a pair. */
  negatives: number;
  epochs: number;
  /** First learning rate; it falls linearly to nothing. */
  rate: number;
  /** Words more frequent than this share of the corpus are skipped at random. */
  subsample: number;
  seed: number;
  onProgress?: (epoch: number, loss: number) => void;
}

const SIGMOID_SIZE = 2048;
const SIGMOID_MAX = 7;
const NEGATIVE_TABLE_SIZE = 1 << 20;

/**
 * Learns word vectors by skip-gram with negative sampling (Mikolov et al. 2013), with one output matrix a
 * relative position (Ling et al. 2015): who stands left and right matters more for names than the topic.
 *
 * @param ids the corpus as word numbers; 0 is a sentence break or a word outside the vocabulary
 * @param counts occurrences of each word number; counts[0] is ignored
 * @returns counts.length vectors of options.dims numbers, one after the other
 */
export function learnVectors(ids: Int32Array, counts: Int32Array, options: VectorOptions): Float32Array {
  const { dims, window, negatives, epochs } = options;
  const words = counts.length;
  const random = new Random(options.seed);
  const input = new Float32Array(words * dims);
  for (let i = 0; i < input.length; i++) input[i] = (random.float() - 0.5) / dims;
  const outputs = Array.from({ length: 2 * window }, () => new Float32Array(words * dims));
  const sigmoid = sigmoidTable();
  const negativeTable = noiseTable(counts);
  const keep = keepShare(counts, options.subsample);
  const error = new Float32Array(dims);
  const total = ids.length * epochs;
  const line = new Int32Array(ids.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0;
    let pairs = 0;
    const length = subsampled(ids, keep, random, line);
    for (let at = 0; at < length; at++) {
      const word = line[at];
      if (word === 0) continue;
      const rate = Math.max(
        options.rate * (1 - (epoch * ids.length + (at / length) * ids.length) / total),
        options.rate * 1e-4,
      );
      const base = word * dims;
      for (let side = 0; side < 2 * window; side++) {
        const context = contextAt(line, length, at, side < window ? side - window : side - window + 1);
        if (context === 0) continue;
        const output = outputs[side];
        error.fill(0);
        for (let n = 0; n <= negatives; n++) {
          const target = n === 0 ? context : negativeTable[random.int32() & (NEGATIVE_TABLE_SIZE - 1)];
          if (n > 0 && target === context) continue;
          const o = target * dims;
          let dot = 0;
          for (let d = 0; d < dims; d++) dot += input[base + d] * output[o + d];
          const p =
            dot >= SIGMOID_MAX
              ? 1
              : dot <= -SIGMOID_MAX
                ? 0
                : sigmoid[((dot + SIGMOID_MAX) * (SIGMOID_SIZE / SIGMOID_MAX / 2)) | 0];
          if (n === 0) {
            loss -= Math.log(p + 1e-9);
            pairs++;
          }
          const g = ((n === 0 ? 1 : 0) - p) * rate;
          for (let d = 0; d < dims; d++) {
            const out = output[o + d];
            error[d] = error[d] + g * out;
            output[o + d] = out + g * input[base + d];
          }
        }
        for (let d = 0; d < dims; d++) input[base + d] = input[base + d] + error[d];
      }
    }
    options.onProgress?.(epoch + 1, loss / Math.max(pairs, 1));
  }
  return input;
}

/** The word at a distance in the same sentence, or 0. */
function contextAt(line: Int32Array, length: number, at: number, distance: number): number {
  const step = distance < 0 ? -1 : 1;
  for (let i = at + step; ; i += step) {
    if (i < 0 || i >= length || line[i] === 0) return 0;
    if (i === at + distance) return line[i];
  }
}

function subsampled(ids: Int32Array, keep: Float32Array, random: Random, out: Int32Array): number {
  let n = 0;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    if (id === 0 || random.float() < keep[id]) out[n++] = id;
  }
  return n;
}

function keepShare(counts: Int32Array, subsample: number): Float32Array {
  let total = 0;
  for (let i = 1; i < counts.length; i++) total += counts[i];
  const keep = new Float32Array(counts.length).fill(1);
  for (let i = 1; i < counts.length; i++) {
    const share = counts[i] / total / subsample;
    if (share > 1) keep[i] = (Math.sqrt(share) + 1) / share;
  }
  return keep;
}

/** Word numbers in proportion to count^0.75, to draw negatives from. */
function noiseTable(counts: Int32Array): Int32Array {
  let total = 0;
  for (let i = 1; i < counts.length; i++) total += counts[i] ** 0.75;
  const table = new Int32Array(NEGATIVE_TABLE_SIZE);
  let word = 1;
  let upTo = (counts[1] ?? 0) ** 0.75 / total;
  for (let i = 0; i < NEGATIVE_TABLE_SIZE; i++) {
    while (i / NEGATIVE_TABLE_SIZE > upTo && word < counts.length - 1) upTo += counts[++word] ** 0.75 / total;
    table[i] = word;
  }
  return table;
}

function sigmoidTable(): Float32Array {
  const table = new Float32Array(SIGMOID_SIZE + 1);
  for (let i = 0; i <= SIGMOID_SIZE; i++) table[i] = 1 / (1 + Math.exp(-((2 * i) / SIGMOID_SIZE - 1) * SIGMOID_MAX));
  return table;
}
