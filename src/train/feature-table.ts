/** Counts hashed features and gives the frequent ones a number: open addressing over typed arrays. */
export class FeatureTable {
  private keys = new Int32Array(1 << 20);
  private values = new Int32Array(1 << 20);
  private used = 0;
  /** How many features have a number. */
  size = 0;

  /** Counts an occurrence. */
  count(feature: number): void {
    if (this.used * 2 > this.keys.length) this.grow();
    const at = this.slot(feature);
    if (this.values[at] === 0) {
      this.keys[at] = feature;
      this.used++;
    }
    this.values[at] = this.values[at] + 1;
  }

  /** Ends the counting: features seen at least `least` times get a number. Returns how often each was seen, by number. */
  number(least: number): Int32Array {
    const counts = new Int32Array(this.used);
    for (let at = 0; at < this.keys.length; at++) {
      const seen = this.values[at];
      if (seen === 0) continue;
      if (seen >= least) counts[this.size] = seen;
      this.values[at] = seen >= least ? ++this.size : 0;
    }
    return counts.slice(0, this.size);
  }

  /** The number of a feature, or -1. */
  indexOf(feature: number): number {
    let at = Math.imul(feature, 0x9e3779b1) >>> this.shift;
    const mask = this.keys.length - 1;
    // A feature below the cut-off keeps its slot with value 0, so that chains stay whole; only a free slot ends one.
    while (this.values[at] !== 0 || this.keys[at] !== 0) {
      if (this.keys[at] === feature) return this.values[at] - 1;
      at = (at + 1) & mask;
    }
    return -1;
  }

  /** The hashed features by number. */
  hashes(): Int32Array {
    const out = new Int32Array(this.size);
    for (let at = 0; at < this.keys.length; at++) {
      const index = this.values[at];
      if (index > 0) out[index - 1] = this.keys[at];
    }
    return out;
  }

  private get shift(): number {
    return Math.clz32(this.keys.length) + 1;
  }

  private slot(feature: number): number {
    let at = Math.imul(feature, 0x9e3779b1) >>> this.shift;
    const mask = this.keys.length - 1;
    while (this.values[at] !== 0 && this.keys[at] !== feature) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.values = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (values[i] === 0) continue;
      const at = this.slot(keys[i]);
      this.keys[at] = keys[i];
      this.values[at] = values[i];
    }
  }
}
