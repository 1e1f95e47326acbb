import { ClusterTable, MAX_CLUSTERS, packEntry } from '../tagger/clusters.js';
import type { Vocabulary } from './corpus.js';
import { kmeans, normalize } from './kmeans.js';
import { Random } from './random.js';
import { learnVectors, type VectorOptions } from './vectors.js';

/** How word clusters are learned. */
export interface ClusterOptions extends VectorOptions {
  /** Clusters at each granularity, finest first; the coarser ones group the finer. */
  sizes: readonly [number, number, number];
}

/** How the shipped model's clusters were learned; docs/accuracy.md has the figures. */
export const CLUSTER_DEFAULTS = {
  /** Fewest occurrences of a word form that is clustered by itself. */
  least: 4,
  dims: 64,
  window: 2,
  negatives: 5,
  epochs: 4,
  rate: 0.03,
  subsample: 1e-3,
  seed: 1,
  sizes: [2000, 500, 128],
} as const;

/** Only so many of the most frequent forms place the finest clusters' centres. */
const CENTRE_SAMPLE = 40000;
const ROUNDS = 10;
const COARSE_ROUNDS = 30;

/** Slots a word of the packed table, at least. */
const FULLEST = 1.15;

/** Learns word vectors over the corpus, groups them at three granularities, and packs the table the tagger reads. */
export function learnClusters(vocabulary: Vocabulary, options: ClusterOptions): ClusterTable {
  const { dims, sizes } = options;
  if (sizes[0] >= MAX_CLUSTERS) throw new RangeError(`at most ${MAX_CLUSTERS - 1} clusters, got ${sizes[0]}`);
  const vectors = learnVectors(vocabulary.ids, vocabulary.counts, options).subarray(dims);
  normalize(vectors, dims);
  return groupVectors(vocabulary, vectors, dims, sizes, new Random(options.seed));
}

/** Groups normalized vectors of the vocabulary's forms (form 1 first) and packs the table. */
export function groupVectors(
  vocabulary: Vocabulary,
  vectors: Float32Array,
  dims: number,
  sizes: readonly [number, number, number],
  random: Random,
): ClusterTable {
  const weights = Float32Array.from(vocabulary.counts.subarray(1), Math.sqrt);
  const fine = kmeans(vectors, dims, sizes[0], ROUNDS, weights, random, CENTRE_SAMPLE);
  let centres = fine.centres;
  let mass = massOf(fine.groups, weights, sizes[0]);
  let toLevel = Int32Array.from({ length: sizes[0] }, (_, i) => i);
  const levels: Uint16Array[] = [];
  for (const size of sizes.slice(1)) {
    const coarse = kmeans(centres, dims, size, COARSE_ROUNDS, mass, random);
    toLevel = toLevel.map((group) => coarse.groups[group]);
    // Cluster 0 is none, so the finest clusters' numbers are one higher in the table.
    levels.push(Uint16Array.from([0, ...toLevel]));
    mass = massOf(coarse.groups, mass, size);
    centres = coarse.centres;
  }
  return packTable(vocabulary, fine.groups, levels);
}

function massOf(groups: Int32Array, weights: Float32Array, size: number): Float32Array {
  const mass = new Float32Array(size);
  for (let i = 0; i < groups.length; i++) mass[groups[i]] += weights[i];
  return mass;
}

function packTable(vocabulary: Vocabulary, groups: Int32Array, levels: Uint16Array[]): ClusterTable {
  const { wordOf, capital, hashes, checks, lower, capitals } = vocabulary;
  const entries = new Map<number, [capital: number, lower: number]>();
  for (let form = 1; form < wordOf.length; form++) {
    if (wordOf[form] < 0) continue;
    const entry = entries.get(wordOf[form]) ?? [0, 0];
    entry[capital[form] ? 0 : 1] = groups[form - 1] + 1;
    entries.set(wordOf[form], entry);
  }
  let slots = 16;
  while (slots < entries.size * FULLEST) slots *= 2;
  const tableChecks = new Int32Array(slots);
  const tableEntries = new Int32Array(slots);
  for (const [word, [capitalGroup, lowerGroup]] of entries) {
    let at = hashes[word] & (slots - 1);
    while (tableEntries[at] !== 0) at = (at + 1) & (slots - 1);
    const total = lower[word] + capitals[word];
    const share = total === 0 ? 3 : Math.min(7, Math.floor((8 * capitals[word]) / total));
    const frequency = Math.min(7, Math.floor(Math.log2(total + 1) / 2));
    tableChecks[at] = checks[word];
    tableEntries[at] = packEntry(capitalGroup, lowerGroup, share, frequency);
  }
  return new ClusterTable(tableChecks, tableEntries, levels);
}
