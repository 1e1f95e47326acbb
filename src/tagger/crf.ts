import { beginOf, insideOf, mayFollow, OUTSIDE, TAG_COUNT, TAG_TYPES } from './tags.js';

/** Log scores, TAG_COUNT a token. */
export type Emissions = Float32Array | Float64Array;

/**
 * Inference in a linear-chain conditional random field (Lafferty et al. 2001) over the IOB2 tags, for learning: any emissions, and transitions
 * that change. The tagger's own, of whole numbers, is in the kernel (kernel/field.ts).
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

  /** @param transitions TAG_COUNT squared log scores; those of forbidden pairs are ignored */
  constructor(transitions: ArrayLike<number>) {
    this.transitions = Float32Array.from(transitions);
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
    const { transitions, into, best } = this;
    const given = first * TAG_COUNT;
    for (let j = 0; j < TAG_COUNT; j++) best[j] = transitions[OUTSIDE * TAG_COUNT + j] + emissions[given + j];
    const end = length * TAG_COUNT;
    for (let row = TAG_COUNT; row < end; row += TAG_COUNT) {
      const before = row - TAG_COUNT;
      const at = given + row;
      best[row] = highest(best, before, into, 0) + emissions[at];
      for (let j = 1; j < TAG_COUNT; j += 2) {
        best[row + j] = highest(best, before, into, j * TAG_COUNT) + emissions[at + j];
        const begun = best[before + j] + into[(j + 1) * TAG_COUNT + j];
        const going = best[before + j + 1] + into[(j + 1) * TAG_COUNT + j + 1];
        best[row + j + 1] = Math.max(begun, going) + emissions[at + j + 1];
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
    for (let t = 0, row = 0; t < length; t++, row += TAG_COUNT) {
      let sum = 0;
      for (let j = 0; j < TAG_COUNT; j++) {
        // Before a run stands O.
        const reached = t === 0 ? factors[OUTSIDE + j] : dot(alpha, row - TAG_COUNT, arrivals, j * TAG_COUNT);
        alpha[row + j] = reached * potentials[row + j];
        sum += alpha[row + j];
      }
      scales[t] = sum;
      const share = 1 / sum;
      for (let j = 0; j < TAG_COUNT; j++) alpha[row + j] = alpha[row + j] * share;
    }
    let end = 0;
    for (let i = 0; i < TAG_COUNT; i++) end += alpha[(length - 1) * TAG_COUNT + i] * factors[i * TAG_COUNT + OUTSIDE];
    this.endScale = end;
  }

  /** The log of the sum over all tag sequences of the run last given to forward(). */
  logSum(): number {
    let sum = Math.log(this.endScale);
    for (let t = 0; t < this.length; t++) sum += Math.log(this.scales[t]) + this.peaks[t];
    return sum;
  }

  /** Works out the potentials of a run: the exponentials of its emissions, a token's largest being 1. */
  private weigh(emissions: Emissions, first: number, length: number): void {
    const { potentials, peaks } = this;
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
      for (let j = 0; j < TAG_COUNT; j++) potentials[row + j] = Math.exp(emissions[given + j] - peak);
    }
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
