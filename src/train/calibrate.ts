import { insideOf, OUTSIDE, TAG_COUNT, typeOfTag } from '../tagger/tags.js';
import type { FirstPass } from './material.js';

/** Bins of raw scores, before they are smoothed into the model's table. */
const BINS = 20;

/** A name's score when nothing was counted: the raw score itself, with this much belief. */
const PRIOR = 5;

/** Counts how often names of each raw score are right, and makes of it the table that turns raw scores into such shares. */
export class Calibrator {
  private readonly right = new Float64Array(BINS);
  private readonly all = new Float64Array(BINS);

  /** @param size numbers in the model's table */
  constructor(private readonly size: number) {}

  /** Counts the names tagged in a document that the tagging model has not seen. */
  add(gold: Uint8Array, { tags, probabilities }: FirstPass): void {
    for (let i = 0; i < tags.length; ) {
      if (tags[i] === OUTSIDE) {
        i++;
        continue;
      }
      const inside = insideOf(typeOfTag(tags[i]));
      let to = i + 1;
      let score = probabilities[i * TAG_COUNT + tags[i]];
      while (to < tags.length && tags[to] === inside) {
        score = Math.min(score, probabilities[to * TAG_COUNT + inside]);
        to++;
      }
      let right = gold[i] === tags[i] && gold[to] !== inside;
      for (let k = i + 1; k < to; k++) right &&= gold[k] === inside;
      const bin = Math.min(BINS - 1, Math.floor(score * BINS));
      this.all[bin]++;
      if (right) this.right[bin]++;
      i = to;
    }
  }

  /** The table: never falling (pool adjacent violators), and drawn towards the raw score where little was counted. */
  table(): Float32Array {
    const pools: { right: number; all: number; bins: number }[] = [];
    for (let bin = 0; bin < BINS; bin++) {
      const middle = (bin + 0.5) / BINS;
      pools.push({ right: this.right[bin] + PRIOR * middle, all: this.all[bin] + PRIOR, bins: 1 });
      while (pools.length > 1 && share(pools[pools.length - 2]) > share(pools[pools.length - 1])) {
        const last = pools.pop() as (typeof pools)[0];
        const before = pools[pools.length - 1];
        before.right += last.right;
        before.all += last.all;
        before.bins += last.bins;
      }
    }
    const shares = pools.flatMap((pool) => new Array<number>(pool.bins).fill(share(pool)));
    return Float32Array.from({ length: this.size }, (_, k) => {
      const at = (k / (this.size - 1)) * BINS - 0.5;
      const low = Math.min(Math.max(Math.floor(at), 0), BINS - 2);
      const part = Math.min(Math.max(at - low, 0), 1);
      return shares[low] + part * (shares[low + 1] - shares[low]);
    });
  }
}

function share({ right, all }: { right: number; all: number }): number {
  return right / all;
}
