import type { Random } from './random.js';

/** Groups of vectors. */
export interface Grouping {
  /** The group of each vector. */
  groups: Int32Array;
  /** The groups' centres, one after the other, each of length one. */
  centres: Float32Array;
}

/**
 * Spherical k-means (Dhillon and Modha 2001): vectors of length one, cosine similarity, centres first placed on random members.
 *
 * @param vectors the vectors, each of length one (see normalize)
 * @param weights the weight of each vector in its centre
 * @param sample only the first so many vectors place the centres; the others are assigned at the end
 */
export function kmeans(
  vectors: Float32Array,
  dims: number,
  k: number,
  iterations: number,
  weights: Float32Array,
  random: Random,
  sample = vectors.length / dims,
): Grouping {
  const count = vectors.length / dims;
  const groups = new Int32Array(count);
  const centres = new Float32Array(k * dims);
  const order = Int32Array.from({ length: Math.min(sample, count) }, (_, i) => i);
  random.shuffle(order);
  for (let c = 0; c < k; c++) {
    const from = order[c % order.length] * dims;
    centres.set(vectors.subarray(from, from + dims), c * dims);
  }
  for (let round = 0; round < iterations; round++) {
    assign(vectors, dims, centres, k, groups, order.length);
    recentre(vectors, dims, centres, k, groups, weights, order.length, random);
  }
  assign(vectors, dims, centres, k, groups, count);
  return { groups, centres };
}

/** Scales each vector to length one, in place. */
export function normalize(vectors: Float32Array, dims: number): void {
  for (let at = 0; at < vectors.length; at += dims) {
    let sum = 0;
    for (let d = 0; d < dims; d++) sum += vectors[at + d] ** 2;
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (let d = 0; d < dims; d++) vectors[at + d] = vectors[at + d] * scale;
  }
}

function assign(
  vectors: Float32Array,
  dims: number,
  centres: Float32Array,
  k: number,
  groups: Int32Array,
  count: number,
): void {
  for (let v = 0; v < count; v++) {
    const base = v * dims;
    let best = -2;
    let group = 0;
    for (let c = 0; c < k; c++) {
      const centre = c * dims;
      let dot = 0;
      for (let d = 0; d < dims; d++) dot += vectors[base + d] * centres[centre + d];
      if (dot > best) {
        best = dot;
        group = c;
      }
    }
    groups[v] = group;
  }
}

function recentre(
  vectors: Float32Array,
  dims: number,
  centres: Float32Array,
  k: number,
  groups: Int32Array,
  weights: Float32Array,
  count: number,
  random: Random,
): void {
  centres.fill(0);
  const members = new Int32Array(k);
  for (let v = 0; v < count; v++) {
    const group = groups[v];
    const weight = weights[v];
    members[group] = members[group] + 1;
    for (let d = 0; d < dims; d++) {
      const at = group * dims + d;
      centres[at] = centres[at] + weight * vectors[v * dims + d];
    }
  }
  for (let c = 0; c < k; c++) {
    if (members[c] !== 0) continue;
    const from = random.below(count) * dims;
    centres.set(vectors.subarray(from, from + dims), c * dims);
  }
  normalize(centres, dims);
}
