import { beginOf, firstBefore, insideOf, lastBefore, mayFollow, OUTSIDE, TAG_COUNT, TAG_TYPES, TAGS } from './tags.js';

/** The tags that may stand before a tag lie from the first to the last of these. */
const FIRST_BEFORE = Uint8Array.from(TAGS, (_, tag) => firstBefore(tag));
const LAST_BEFORE = Uint8Array.from(TAGS, (_, tag) => lastBefore(tag));

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
  private back = new Uint8Array(0);
  private readonly best = new Float64Array(TAG_COUNT);
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
    const { transitions, into, back, best, next, unit } = this;
    for (let j = 0; j < TAG_COUNT; j++)
      best[j] = transitions[OUTSIDE * TAG_COUNT + j] + unit * emissions[first * TAG_COUNT + j];
    for (let t = 1; t < length; t++) {
      const given = (first + t) * TAG_COUNT;
      for (let j = 0; j < TAG_COUNT; j++) {
        let from = FIRST_BEFORE[j];
        const last = LAST_BEFORE[j];
        let top = best[from] + into[j * TAG_COUNT + from];
        for (let i = from + 1; i <= last; i++) {
          const score = best[i] + into[j * TAG_COUNT + i];
          if (score > top) {
            top = score;
            from = i;
          }
        }
        next[j] = top + unit * emissions[given + j];
        back[t * TAG_COUNT + j] = from;
      }
      for (let j = 0; j < TAG_COUNT; j++) best[j] = next[j];
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

  /** Forward pass over the run of tokens [first, first + length). */
  forward(emissions: Emissions, first: number, length: number): void {
    this.reserve(length);
    this.length = length;
    const { factors, arrivals, alpha, scales, potentials, best: before, next } = this;
    this.weigh(emissions, first, length);
    for (let t = 0; t < length; t++) {
      const row = t * TAG_COUNT;
      let sum = 0;
      for (let j = 0; j < TAG_COUNT; j++) {
        let reach = 0;
        if (t === 0) reach = arrivals[j * TAG_COUNT + OUTSIDE];
        else {
          const last = LAST_BEFORE[j];
          for (let i = FIRST_BEFORE[j]; i <= last; i++) reach += before[i] * arrivals[j * TAG_COUNT + i];
        }
        next[j] = reach * potentials[row + j];
        sum += next[j];
      }
      scales[t] = sum;
      const share = 1 / sum;
      for (let j = 0; j < TAG_COUNT; j++) {
        before[j] = next[j] * share;
        alpha[row + j] = before[j];
      }
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
      let peak = emissions[given];
      for (let j = 1; j < TAG_COUNT; j++) if (emissions[given + j] > peak) peak = emissions[given + j];
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
        let sum = 0;
        for (let j = 0; j < TAG_COUNT; j++) sum += factors[i * TAG_COUNT + j] * next[j];
        beta[row + i] = sum;
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
    this.peaks = new Float64Array(room);
  }
}
