/**
 * Training material as flat arrays: positions (tokens where a name can be) with their hashed features and gold tag,
 * cut into runs. Grows by doubling; nothing is allocated a token.
 */
export class Examples {
  /** Hashed features of all positions, one after the other. */
  features = new Int32Array(1 << 20);
  /** Where each position's features start; one more entry than positions. */
  starts = new Int32Array(1 << 16);
  /** The gold tag of each position. */
  gold = new Uint8Array(1 << 16);
  /** The first position of each run; one more entry than runs. */
  runs = new Int32Array(1 << 14);
  /** How much a run counts. */
  weights = new Float32Array(1 << 14);
  positionCount = 0;
  runCount = 0;

  /** Adds a position to the run in work. */
  addPosition(features: Int32Array, count: number, gold: number): void {
    const from = this.starts[this.positionCount];
    if (from + count > this.features.length) this.features = grown(this.features);
    if (this.positionCount + 2 > this.starts.length) {
      this.starts = grown(this.starts);
      this.gold = grown(this.gold);
    }
    for (let i = 0; i < count; i++) this.features[from + i] = features[i];
    this.gold[this.positionCount] = gold;
    this.starts[++this.positionCount] = from + count;
  }

  /** Ends the run in work; an empty run is not kept. */
  endRun(weight = 1): void {
    if (this.positionCount === this.runs[this.runCount]) return;
    if (this.runCount + 2 > this.runs.length) {
      this.runs = grown(this.runs);
      this.weights = grown(this.weights);
    }
    this.weights[this.runCount] = weight;
    this.runs[++this.runCount] = this.positionCount;
  }

  /** Where the features of a run start. */
  firstFeature(run: number): number {
    return this.starts[this.runs[run]];
  }

  /** How many features the positions have in sum. */
  get featureCount(): number {
    return this.starts[this.positionCount];
  }
}

function grown<T extends Int32Array | Uint8Array | Float32Array>(old: T): T {
  const bigger = new (old.constructor as new (n: number) => T)(old.length * 2);
  bigger.set(old);
  return bigger;
}
