import { type Counts, scoreOf } from './score.js';

/** How two systems differ on the same documents. */
export interface Comparison {
  /** F1 of the first system less that of the second, in points. */
  difference: number;
  /** The middle 95 percent of the resampled differences. */
  interval: [low: number, high: number];
  /** Two-sided: how often resampling turns the difference around. */
  p: number;
  samples: number;
}

const SAMPLES = 2000;
const SEED = 20130914;

/**
 * Tells whether the difference of two systems is more than the luck of the documents: paired bootstrap over documents (Koehn 2004,
 * https://aclanthology.org/W04-3250). The seed is fixed, equal input gives equal figures.
 *
 * @param first counts of each document for the first system
 * @param second counts of the same documents, in the same order, for the second
 */
export function compareSystems(first: readonly Counts[], second: readonly Counts[], samples = SAMPLES): Comparison {
  const next = generator(SEED);
  const differences = new Float64Array(samples);
  for (let s = 0; s < samples; s++) {
    const a = emptyCounts();
    const b = emptyCounts();
    for (let n = 0; n < first.length; n++) {
      const at = Math.floor(next() * first.length);
      accumulate(a, first[at]);
      accumulate(b, second[at]);
    }
    differences[s] = scoreOf(a).f1 - scoreOf(b).f1;
  }
  differences.sort();
  const below = differences.filter((difference) => difference <= 0).length;
  const above = differences.filter((difference) => difference >= 0).length;
  return {
    difference: scoreOf(sumOf(first)).f1 - scoreOf(sumOf(second)).f1,
    interval: [differences[Math.floor(samples * 0.025)], differences[Math.ceil(samples * 0.975) - 1]],
    // One is added so that a finite number of samples never claims certainty (Davison and Hinkley 1997, section 4.2).
    p: Math.min(1, (2 * (Math.min(below, above) + 1)) / (samples + 1)),
    samples,
  };
}

function emptyCounts(): Counts {
  return { gold: 0, predicted: 0, found: 0, right: 0 };
}

function accumulate(to: Counts, from: Counts): void {
  to.gold += from.gold;
  to.predicted += from.predicted;
  to.found += from.found;
  to.right += from.right;
}

function sumOf(counts: readonly Counts[]): Counts {
  const sum = emptyCounts();
  for (const one of counts) accumulate(sum, one);
  return sum;
}

/** Numbers in [0, 1) that are the same on every machine: mulberry32 (Tommy Ettinger, public domain). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
