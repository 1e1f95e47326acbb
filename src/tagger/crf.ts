import { beginOf, firstBefore, insideOf, lastBefore, mayFollow, OUTSIDE, TAG_COUNT, TAG_TYPES } from './tags.js';

/** Potentials are at least the exponential of minus this. */
const SMALLEST_POWER = 300;

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
  /** exp(emission - the token's largest emission), of the last forward(). */
  potentials = new Float64Array(0);
  /** Scaled forward values of the last forward(). */
  alpha = new Float64Array(0);
  /** Scaled backward values of the last backward(): alpha times beta is the marginal of a tag. */
  beta = new Float64Array(0);
  /** The scale taken out at each token. */
  scales = new Float64Array(0);
  private endScale = 1;
  private length = 0;
  private back = new Uint8Array(0);
  private readonly best = new Float64Array(TAG_COUNT);
  private readonly next = new Float64Array(TAG_COUNT);
  /** exp(-unit * k), where emissions are whole numbers. */
  private readonly powers: Float64Array | undefined;

  /**
   * @param transitions TAG_COUNT squared log scores; those of forbidden pairs are ignored
   * @param unit of emissions that are whole numbers: a log score is so many times the emission. Without it emissions are log scores, any numbers
   */
  constructor(
    transitions: ArrayLike<number>,
    private readonly unit?: number,
  ) {
    this.transitions = Float32Array.from(transitions);
    if (unit !== undefined)
      this.powers = Float64Array.from({ length: Math.ceil(SMALLEST_POWER / unit) + 1 }, (_, k) => Math.exp(-unit * k));
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
      }
    }
  }

  /** Writes the likeliest tag sequence of the run of tokens [first, first + length) into `tags` (Viterbi). */
  decode(emissions: Emissions, first: number, length: number, tags: Uint8Array): void {
    this.reserve(length);
    const { transitions, back, best, next, unit = 1 } = this;
    for (let j = 0; j < TAG_COUNT; j++)
      best[j] = transitions[OUTSIDE * TAG_COUNT + j] + unit * emissions[first * TAG_COUNT + j];
    for (let t = 1; t < length; t++) {
      for (let j = 0; j < TAG_COUNT; j++) {
        const last = lastBefore(j);
        let top = Number.NEGATIVE_INFINITY;
        let from = 0;
        for (let i = firstBefore(j); i <= last; i++) {
          const score = best[i] + transitions[i * TAG_COUNT + j];
          if (score > top) {
            top = score;
            from = i;
          }
        }
        next[j] = top + unit * emissions[(first + t) * TAG_COUNT + j];
        back[t * TAG_COUNT + j] = from;
      }
      best.set(next);
    }
    let top = Number.NEGATIVE_INFINITY;
    let tag = 0;
    for (let j = 0; j < TAG_COUNT; j++) {
      const score = best[j] + transitions[j * TAG_COUNT + OUTSIDE];
      if (score > top) {
        top = score;
        tag = j;
      }
    }
    for (let t = length - 1; t >= 0; t--) {
      tags[first + t] = tag;
      tag = back[t * TAG_COUNT + tag];
    }
  }

  /** Forward pass over the run of tokens [first, first + length); returns the log of the sum over all tag sequences. */
  forward(emissions: Emissions, first: number, length: number): number {
    this.reserve(length);
    this.length = length;
    const { factors, alpha, potentials, scales, powers, unit = 1 } = this;
    let logSum = 0;
    for (let t = 0; t < length; t++) {
      const row = t * TAG_COUNT;
      const given = (first + t) * TAG_COUNT;
      let peak = emissions[given];
      for (let j = 1; j < TAG_COUNT; j++) if (emissions[given + j] > peak) peak = emissions[given + j];
      let sum = 0;
      for (let j = 0; j < TAG_COUNT; j++) {
        const below = peak - emissions[given + j];
        const potential = powers === undefined ? Math.exp(-below) : powers[Math.min(below, powers.length - 1)];
        potentials[row + j] = potential;
        const last = lastBefore(j);
        let reach = 0;
        if (t === 0) reach = factors[OUTSIDE * TAG_COUNT + j];
        else
          for (let i = firstBefore(j); i <= last; i++) reach += alpha[row - TAG_COUNT + i] * factors[i * TAG_COUNT + j];
        const value = reach * potential;
        alpha[row + j] = value;
        sum += value;
      }
      scales[t] = sum;
      for (let j = 0; j < TAG_COUNT; j++) alpha[row + j] = alpha[row + j] / sum;
      logSum += Math.log(sum) + unit * peak;
    }
    let end = 0;
    for (let i = 0; i < TAG_COUNT; i++) end += alpha[(length - 1) * TAG_COUNT + i] * factors[i * TAG_COUNT + OUTSIDE];
    this.endScale = end;
    return logSum + Math.log(end);
  }

  /** Backward pass over the run last given to forward(). */
  backward(): void {
    const { factors, beta, potentials, scales, length } = this;
    for (let i = 0; i < TAG_COUNT; i++)
      beta[(length - 1) * TAG_COUNT + i] = factors[i * TAG_COUNT + OUTSIDE] / this.endScale;
    for (let t = length - 2; t >= 0; t--) {
      const row = t * TAG_COUNT;
      const after = row + TAG_COUNT;
      const scale = scales[t + 1];
      for (let i = 0; i < TAG_COUNT; i++) {
        let sum = 0;
        for (let j = 0; j < TAG_COUNT; j++) sum += factors[i * TAG_COUNT + j] * potentials[after + j] * beta[after + j];
        beta[row + i] = sum / scale;
      }
    }
  }

  /**
   * The probability that a name of exactly these tokens and this type stands in the run last given to forward() and
   * backward(), with tokens counted from the run's first: the constrained forward sum over all tag sequences that hold it (Culotta and McCallum 2004).
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
    this.back = new Uint8Array(room * TAG_COUNT);
    this.scales = new Float64Array(room);
  }
}
