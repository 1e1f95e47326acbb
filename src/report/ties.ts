/** Most names of one sentence that are counted as meeting: a longer sentence is a list (of winners, of stops), not an encounter. */
const MOST_AT_ONCE = 30;

/** Counts in how many documents two of `n` names meet; fixed memory of 2 n² bytes. */
export class Ties {
  private readonly counts: Uint32Array;

  constructor(private readonly n: number) {
    this.counts = new Uint32Array((n * (n - 1)) / 2);
  }

  /**
   * Adds one document.
   * @param places names of each sentence (or of the whole document), as numbers below `n`
   */
  addDoc(places: Iterable<ReadonlySet<number>>): void {
    const met = new Set<number>();
    for (const names of places) {
      if (names.size < 2 || names.size > MOST_AT_ONCE) continue;
      const sorted = [...names].sort((a, b) => a - b);
      for (let i = 1; i < sorted.length; i++) for (let j = 0; j < i; j++) met.add(cell(sorted[j], sorted[i]));
    }
    for (const at of met) this.counts[at]++;
  }

  /** Documents in which two different names meet. */
  between(a: number, b: number): number {
    return this.counts[a < b ? cell(a, b) : cell(b, a)];
  }

  /** The names that `a` meets, in ascending order, with the number of documents. */
  of(a: number): [other: number, docs: number][] {
    const found: [number, number][] = [];
    for (let b = 0; b < this.n; b++) {
      if (b === a) continue;
      const docs = this.between(a, b);
      if (docs > 0) found.push([b, docs]);
    }
    return found;
  }
}

/** Place of a pair, the smaller number first, in the lower triangle. */
function cell(small: number, large: number): number {
  return (large * (large - 1)) / 2 + small;
}
