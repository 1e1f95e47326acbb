/** Words a cluster number may have; 0 is none. */
export const MAX_CLUSTERS = 1 << 12;

/**
 * Word clusters learned from raw text, read in place: open addressing over words' hashes. A word's entry packs the
 * cluster of its capitalised form, the cluster of its lower-case form (either may be none), how often it is written
 * with a capital inside sentences (0 never to 7 always) and how frequent it is (0 to 7).
 */
export class ClusterTable {
  private readonly mask: number;

  /**
   * @param checks the second hash of the word in each slot; the number of slots is a power of two
   * @param entries the packed entry in each slot, 0 in a free one
   * @param levels for each coarser level, the group of each cluster
   */
  constructor(
    readonly checks: Int32Array,
    readonly entries: Int32Array,
    readonly levels: readonly Uint16Array[],
  ) {
    this.mask = checks.length - 1;
  }

  /** A table that knows no word. */
  static empty(): ClusterTable {
    return new ClusterTable(new Int32Array(1), new Int32Array(1), [new Uint16Array(2), new Uint16Array(2)]);
  }

  /** The slot of a word, or -1. */
  find(hash: number, check: number): number {
    const { checks, entries, mask } = this;
    for (let at = hash & mask; entries[at] !== 0; at = (at + 1) & mask) if (checks[at] === check) return at;
    return -1;
  }
}

/** Cluster of the capitalised form in an entry. */
export const capitalCluster = (entry: number): number => entry & 0xfff;

/** Cluster of the lower-case form in an entry. */
export const lowerCluster = (entry: number): number => (entry >>> 12) & 0xfff;

/** How often the word has a capital inside sentences: 0 never, 7 always. */
export const capitalShare = (entry: number): number => (entry >>> 24) & 7;

/** How frequent the word is: 0 rare, 7 among the most frequent. */
export const frequencyClass = (entry: number): number => (entry >>> 27) & 7;

/** Packs an entry; see {@link ClusterTable}. */
export function packEntry(capital: number, lower: number, share: number, frequency: number): number {
  return capital | (lower << 12) | (share << 24) | (frequency << 27);
}
