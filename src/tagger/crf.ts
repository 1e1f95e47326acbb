import { beginOf, insideOf, mayFollow, OUTSIDE, TAG_COUNT, TAG_TYPES } from './tags.js';

/** Potentials are at least the exponential of minus this. */
const SMALLEST_POWER = 300;

/** Before a run stands O. */
const START = [1, 0, 0, 0, 0, 0, 0];

/** Emissions: log scores, or whole numbers of the field's unit. */
export type Emissions = Float32Array | Int32Array;

/**
 * Inference in a linear-chain conditional random field (Lafferty et al. 2001) over the IOB2 tags.
 *
 * A run is a stretch of tokens with a closed token (or the sentence's edge) on both sides; the closed neighbours
 * count as O, so a run starts with a transition from O and ends with one to O. Emissions are TAG_COUNT log scores a
 * token. Forward and backward values are scaled to sum to one at each token. One object is reused for all runs: its
 * work space grows to the longest run and nothing is allocated a run.
 */
export class Crf {
  /** Transition log scores, row = before, column = after; forbidden ones are -Infinity. */
  readonly transitions: Float32Array;
  /** exp(transitions); refresh() keeps it in step. */
  readonly factors = new Float64Array(TAG_COUNT * TAG_COUNT);
  /** The transitions and their factors, row = after, column = before. */
  private readonly into = new Float64Array(TAG_COUNT * TAG_COUNT);
  private readonly arrivals = new Float64Array(TAG_COUNT * TAG_COUNT);
  /** exp(emission - the token's largest emission), of the last forward(). */
  potentials = new Float64Array(0);
  /** Scaled forward values of the last forward(). */
  alpha = new Float64Array(0);
  /** Scaled backward values of the last backward(): alpha times beta is the marginal of a tag. */
  beta = new Float64Array(0);
  /** The scale taken out at each token. */
  scales = new Float64Array(0);
  /** The largest emission of each token. */
  private peaks = new Float64Array(0);
  private endScale = 1;
  private length = 0;
  /** The score of the likeliest sequence up to each tag of a token. */
  private best = new Float64Array(0);
  private readonly next = new Float64Array(TAG_COUNT);
  private readonly unit: number;
  /** exp(-unit * k) where emissions are whole numbers, worked out when first asked for; 0 before. */
  private readonly powers: Float64Array | undefined;

  /**
   * @param transitions TAG_COUNT squared log scores; those of forbidden pairs are ignored
   * @param unit of emissions that are whole numbers: a log score is so many times the emission. Without it emissions are log scores, any numbers
   */
  constructor(transitions: ArrayLike<number>, unit?: number) {
    this.transitions = Float32Array.from(transitions);
    this.unit = unit ?? 1;
    if (unit !== undefined) this.powers = new Float64Array(Math.ceil(SMALLEST_POWER / unit) + 1);
    this.refresh();
  }

  /**
   * How much, in log scores a token, transitions can speak for a name at most: a token whose emissions are all lower than minus this is O
   * in the likeliest sequence, whatever stands beside it. (Taking the tokens of one name out of any sequence changes the transitions of that
   * name alone; their sum a token is largest for names of one, of two, or of very many tokens.)
   */
  get bonus(): number {
    const { transitions } = this;
    const step = (from: number, to: number) => transitions[from * TAG_COUNT + to];
    let most = Number.NEGATIVE_INFINITY;
    for (let type = 0; type < TAG_TYPES.length; type++) {
      const [begin, inside] = [beginOf(type), insideOf(type)];
      let enter = Number.NEGATIVE_INFINITY;
      for (let p = 0; p < TAG_COUNT; p++) enter = Math.max(enter, step(p, begin) - step(p, OUTSIDE));
      const leave = (last: number) => {
        let best = Number.NEGATIVE_INFINITY;
        for (let q = 0; q < TAG_COUNT; q++)
          if (mayFollow(OUTSIDE, q)) best = Math.max(best, step(last, q) - step(OUTSIDE, q));
        return best;
      };
      const stay = (from: number) => step(from, inside) - step(OUTSIDE, OUTSIDE);
      most = Math.max(most, enter + leave(begin), (enter + stay(begin) + leave(inside)) / 2, stay(inside));
    }
    return most;
  }

  /** Recomputes what is derived from the transitions, after they were changed. */
  refresh(): void {
    for (let i = 0; i < TAG_COUNT; i++) {
      for (let j = 0; j < TAG_COUNT; j++) {
        const at = i * TAG_COUNT + j;
        if (!mayFollow(i, j)) this.transitions[at] = Number.NEGATIVE_INFINITY;
        this.factors[at] = Math.exp(this.transitions[at]);
        this.into[j * TAG_COUNT + i] = this.transitions[at];
        this.arrivals[j * TAG_COUNT + i] = this.factors[at];
      }
    }
  }

  /** Writes the likeliest tag sequence of the run of tokens [first, first + length) into `tags` (Viterbi). */
  decode(emissions: Emissions, first: number, length: number, tags: Uint8Array): void {
    this.reserve(length);
    const { transitions, into, best, unit } = this;
    const given = first * TAG_COUNT;
    for (let j = 0; j < TAG_COUNT; j++) best[j] = transitions[OUTSIDE * TAG_COUNT + j] + unit * emissions[given + j];
    const end = length * TAG_COUNT;
    for (let row = TAG_COUNT; row < end; row += TAG_COUNT) {
      const before = row - TAG_COUNT;
      const at = given + row;
      best[row] = highest(best, before, into, 0) + unit * emissions[at];
      for (let j = 1; j < TAG_COUNT; j += 2) {
        best[row + j] = highest(best, before, into, j * TAG_COUNT) + unit * emissions[at + j];
        const begun = best[before + j] + into[(j + 1) * TAG_COUNT + j];
        const going = best[before + j + 1] + into[(j + 1) * TAG_COUNT + j + 1];
        best[row + j + 1] = Math.max(begun, going) + unit * emissions[at + j + 1];
      }
    }
    const last = end - TAG_COUNT;
    let top = Number.NEGATIVE_INFINITY;
    let tag = 0;
    for (let j = 0; j < TAG_COUNT; j++) {
      const score = best[last + j] + transitions[j * TAG_COUNT + OUTSIDE];
      if (score > top) {
        top = score;
        tag = j;
      }
    }
    for (let t = length - 1; t >= 0; t--) {
      tags[first + t] = tag;
      if (t > 0) tag = likeliest(best, (t - 1) * TAG_COUNT, into, tag * TAG_COUNT);
    }
  }

  /** Forward pass over the run of tokens [first, first + length). */
  forward(emissions: Emissions, first: number, length: number): void {
    this.reserve(length);
    this.length = length;
    const { factors, arrivals, alpha, scales, potentials } = this;
    this.weigh(emissions, first, length);
    // Written out for seven tags, so that their values stay in registers: half the time of loops. Row j of the arrivals begins at 7 j; I (the even
    // tags but O) is reached from its own B and I alone.
    let [a0, a1, a2, a3, a4, a5, a6] = START;
    for (let t = 0, row = 0; t < length; t++, row += TAG_COUNT) {
      const v0 = reach(a0, a1, a2, a3, a4, a5, a6, arrivals, 0) * potentials[row];
      const v1 = reach(a0, a1, a2, a3, a4, a5, a6, arrivals, 7) * potentials[row + 1];
      const v2 = (a1 * arrivals[15] + a2 * arrivals[16]) * potentials[row + 2];
      const v3 = reach(a0, a1, a2, a3, a4, a5, a6, arrivals, 21) * potentials[row + 3];
      const v4 = (a3 * arrivals[31] + a4 * arrivals[32]) * potentials[row + 4];
      const v5 = reach(a0, a1, a2, a3, a4, a5, a6, arrivals, 35) * potentials[row + 5];
      const v6 = (a5 * arrivals[47] + a6 * arrivals[48]) * potentials[row + 6];
      const sum = v0 + v1 + v2 + v3 + v4 + v5 + v6;
      scales[t] = sum;
      const share = 1 / sum;
      alpha[row] = a0 = v0 * share;
      alpha[row + 1] = a1 = v1 * share;
      alpha[row + 2] = a2 = v2 * share;
      alpha[row + 3] = a3 = v3 * share;
      alpha[row + 4] = a4 = v4 * share;
      alpha[row + 5] = a5 = v5 * share;
      alpha[row + 6] = a6 = v6 * share;
    }
    let end = 0;
    for (let i = 0; i < TAG_COUNT; i++) end += alpha[(length - 1) * TAG_COUNT + i] * factors[i * TAG_COUNT + OUTSIDE];
    this.endScale = end;
  }

  /** The log of the sum over all tag sequences of the run last given to forward(). */
  logSum(): number {
    let sum = Math.log(this.endScale);
    for (let t = 0; t < this.length; t++) sum += Math.log(this.scales[t]) + this.unit * this.peaks[t];
    return sum;
  }

  /** Works out the potentials of a run: the exponentials of its emissions, a token's largest being 1. */
  private weigh(emissions: Emissions, first: number, length: number): void {
    const { potentials, peaks, powers } = this;
    for (let t = 0; t < length; t++) {
      const row = t * TAG_COUNT;
      const given = (first + t) * TAG_COUNT;
      const peak = Math.max(
        emissions[given],
        emissions[given + 1],
        emissions[given + 2],
        emissions[given + 3],
        emissions[given + 4],
        emissions[given + 5],
        emissions[given + 6],
      );
      peaks[t] = peak;
      for (let j = 0; j < TAG_COUNT; j++) {
        const below = peak - emissions[given + j];
        potentials[row + j] = powers === undefined ? Math.exp(-below) : this.power(powers, below);
      }
    }
  }

  private power(powers: Float64Array, below: number): number {
    const at = below < powers.length ? below : powers.length - 1;
    const known = powers[at];
    if (known !== 0) return known;
    powers[at] = Math.exp(-this.unit * at);
    return powers[at];
  }

  /** Backward pass over the run last given to forward(). */
  backward(): void {
    const { factors, beta, potentials, scales, length, next } = this;
    for (let i = 0; i < TAG_COUNT; i++)
      beta[(length - 1) * TAG_COUNT + i] = factors[i * TAG_COUNT + OUTSIDE] / this.endScale;
    for (let t = length - 2; t >= 0; t--) {
      const row = t * TAG_COUNT;
      const after = row + TAG_COUNT;
      const share = 1 / scales[t + 1];
      for (let j = 0; j < TAG_COUNT; j++) next[j] = potentials[after + j] * beta[after + j] * share;
      for (let i = 0; i < TAG_COUNT; i++) {
        beta[row + i] = dot(factors, i * TAG_COUNT, next, 0);
      }
    }
  }

  /**
   * The probability that a name of exactly these tokens and this type stands in the run last given to forward() and, unless the name ends with
   * it, backward(); tokens are counted from the run's first. The constrained forward sum over all tag sequences that hold the name (Culotta and
   * McCallum 2004).
   */
  spanProbability(start: number, end: number, type: number): number {
    const { factors, alpha, beta, potentials, scales } = this;
    const begin = beginOf(type);
    const inside = insideOf(type);
    let value = alpha[start * TAG_COUNT + begin];
    let last = begin;
    for (let t = start + 1; t < end; t++) {
      value *= (factors[last * TAG_COUNT + inside] * potentials[t * TAG_COUNT + inside]) / scales[t];
      last = inside;
    }
    if (end === this.length) return (value * factors[last * TAG_COUNT + OUTSIDE]) / this.endScale;
    let rest = 0;
    for (let j = 0; j < TAG_COUNT; j++) {
      if (j === inside) continue;
      const at = end * TAG_COUNT + j;
      rest += factors[last * TAG_COUNT + j] * potentials[at] * beta[at];
    }
    return (value * rest) / scales[end];
  }

  private reserve(length: number): void {
    if (this.scales.length >= length) return;
    const room = Math.max(64, 2 * length);
    this.potentials = new Float64Array(room * TAG_COUNT);
    this.alpha = new Float64Array(room * TAG_COUNT);
    this.beta = new Float64Array(room * TAG_COUNT);
    this.best = new Float64Array(room * TAG_COUNT);
    this.scales = new Float64Array(room);
    this.peaks = new Float64Array(room);
  }
}

/** The sum of the products of a tag's row of numbers with another; written out, for it is the inner loop of all. */
function dot(a: Float64Array, i: number, b: Float64Array, k: number): number {
  return (
    a[i] * b[k] +
    a[i + 1] * b[k + 1] +
    a[i + 2] * b[k + 2] +
    a[i + 3] * b[k + 3] +
    a[i + 4] * b[k + 4] +
    a[i + 5] * b[k + 5] +
    a[i + 6] * b[k + 6]
  );
}

/** The largest sum of two rows of numbers; written out like dot(). */
function highest(a: Float64Array, i: number, b: Float64Array, k: number): number {
  return Math.max(
    a[i] + b[k],
    a[i + 1] + b[k + 1],
    a[i + 2] + b[k + 2],
    a[i + 3] + b[k + 3],
    a[i + 4] + b[k + 4],
    a[i + 5] + b[k + 5],
    a[i + 6] + b[k + 6],
  );
}

/** The tag that gives the largest sum of two rows of numbers; the first of equal ones. */
function likeliest(a: Float64Array, i: number, b: Float64Array, k: number): number {
  let tag = 0;
  for (let j = 1; j < TAG_COUNT; j++) if (a[i + j] + b[k + j] > a[i + tag] + b[k + tag]) tag = j;
  return tag;
}

/** What reaches a tag whose row of arrivals begins at k, from the values of the seven tags before. */
function reach(
  a0: number,
  a1: number,
  a2: number,
  a3: number,
  a4: number,
  a5: number,
  a6: number,
  b: Float64Array,
  k: number,
): number {
  return a0 * b[k] + a1 * b[k + 1] + a2 * b[k + 2] + a3 * b[k + 3] + a4 * b[k + 4] + a5 * b[k + 5] + a6 * b[k + 6];
}
