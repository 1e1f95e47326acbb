import { Crf } from '../tagger/crf.js';
import { mayFollow, TAG_COUNT } from '../tagger/tags.js';
import type { Examples } from './examples.js';
import { FeatureTable } from './feature-table.js';
import { Random } from './random.js';

/** How the weights are learned. */
export interface LearnOptions {
  seed: number;
  epochs: number;
  /** AdaGrad's learning rate. */
  rate: number;
  /** L2 penalty, applied to a feature each time it is met. */
  l2: number;
  /** L1 penalty, applied likewise; what falls below it is set to zero. */
  l1: number;
  /** Features seen fewer times are left out. */
  cutoff: number;
  /** The share of features left out at random at each token and epoch, so that none is relied on alone. */
  dropout: number;
  /** The result is the mean of the weights after each of the last so many epochs. */
  averaged: number;
  onEpoch?: (epoch: number, loss: number) => void;
}

/** What is learned: TAG_COUNT weights a feature, and the transitions. */
export interface Weights {
  hashes: Int32Array;
  /** How often each feature was seen. */
  counts: Int32Array;
  values: Float32Array;
  transitions: Float32Array;
}

const EPSILON = 1e-6;

/**
 * Learns the weights of the random field: stochastic gradient ascent on the log-likelihood, a run at a time, with
 * AdaGrad's step sizes (Duchi et al. 2011). Deterministic for a seed.
 *
 * @param runs the runs of the examples to learn from
 */
export function learn(examples: Examples, runs: Int32Array, options: LearnOptions): Weights {
  const learner = new Learner(examples, runs, options);
  const random = new Random(options.seed);
  const order = runs.slice();
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    random.shuffle(order);
    let loss = 0;
    for (const run of order) loss += learner.step(run, random);
    if (epoch > options.epochs - options.averaged) learner.remember();
    options.onEpoch?.(epoch, loss / runs.length);
  }
  return learner.weights();
}

class Learner {
  private readonly crf = new Crf(new Float32Array(TAG_COUNT * TAG_COUNT));
  private readonly numbered: Int32Array;
  private readonly hashes: Int32Array;
  private readonly counts: Int32Array;
  /** A row a feature: its weights, then the sums of their squared gradients. */
  private readonly table: Float32Array;
  private readonly transitionSquares = new Float32Array(TAG_COUNT * TAG_COUNT);
  private readonly sum: Float32Array;
  private readonly transitionSum = new Float32Array(TAG_COUNT * TAG_COUNT);
  private remembered = 0;
  private emissions = new Float32Array(1024 * TAG_COUNT);
  private active = new Int32Array(1 << 16);
  private activeStarts = new Int32Array(1025);
  private readonly gradient = new Float32Array(TAG_COUNT);
  private readonly transitionGradient = new Float32Array(TAG_COUNT * TAG_COUNT);

  constructor(
    private readonly examples: Examples,
    runs: Int32Array,
    private readonly options: LearnOptions,
  ) {
    const table = new FeatureTable();
    const { features } = examples;
    for (const run of runs)
      for (let i = examples.firstFeature(run); i < examples.firstFeature(run + 1); i++) table.count(features[i]);
    this.counts = table.number(options.cutoff);
    this.hashes = table.hashes();
    this.numbered = new Int32Array(examples.featureCount);
    for (const run of runs) {
      for (let i = examples.firstFeature(run); i < examples.firstFeature(run + 1); i++)
        this.numbered[i] = table.indexOf(features[i]);
    }
    this.table = new Float32Array(table.size * 2 * TAG_COUNT);
    this.sum = new Float32Array(options.averaged > 0 ? table.size * TAG_COUNT : 0);
  }

  /** One gradient step on one run; returns its negative log-likelihood. */
  step(run: number, random: Random): number {
    const { examples, crf } = this;
    const first = examples.runs[run];
    const length = examples.runs[run + 1] - first;
    const weight = examples.weights[run];
    this.emit(first, length, random);
    crf.forward(this.emissions, 0, length);
    crf.backward();
    const score = this.goldScore(first, length);
    this.transitionGradient.fill(0);
    for (let t = 0; t < length; t++) {
      const gold = examples.gold[first + t];
      for (let j = 0; j < TAG_COUNT; j++) {
        const at = t * TAG_COUNT + j;
        const p = crf.alpha[at] * crf.beta[at];
        this.gradient[j] = weight * (p - (j === gold ? 1 : 0));
      }
      this.addTransitions(first, t, length);
      for (let i = this.activeStarts[t]; i < this.activeStarts[t + 1]; i++) this.update(this.active[i] * 2 * TAG_COUNT);
    }
    this.updateTransitions(weight);
    return weight * (crf.logSum() - score);
  }

  /** Adds the weights of now to the mean. */
  remember(): void {
    this.remembered++;
    for (let f = 0; f < this.hashes.length; f++) {
      for (let j = 0; j < TAG_COUNT; j++) {
        const at = f * TAG_COUNT + j;
        this.sum[at] = this.sum[at] + this.table[f * 2 * TAG_COUNT + j];
      }
    }
    const { transitions } = this.crf;
    for (let i = 0; i < transitions.length; i++) this.transitionSum[i] = this.transitionSum[i] + transitions[i];
  }

  weights(): Weights {
    const { hashes, counts } = this;
    const values = new Float32Array(hashes.length * TAG_COUNT);
    if (this.remembered > 0) {
      for (let i = 0; i < values.length; i++) values[i] = this.sum[i] / this.remembered;
      return { hashes, counts, values, transitions: this.transitionSum.map((x) => x / this.remembered) };
    }
    for (let f = 0; f < hashes.length; f++)
      for (let j = 0; j < TAG_COUNT; j++) values[f * TAG_COUNT + j] = this.table[f * 2 * TAG_COUNT + j];
    return { hashes, counts, values, transitions: this.crf.transitions.slice() };
  }

  private emit(first: number, length: number, random: Random): void {
    const { examples, numbered, table } = this;
    const { starts } = examples;
    const most = starts[first + length] - starts[first];
    if (length >= this.activeStarts.length) {
      this.activeStarts = new Int32Array(2 * length + 1);
      this.emissions = new Float32Array(2 * length * TAG_COUNT);
    }
    if (most > this.active.length) this.active = new Int32Array(2 * most);
    const { active, activeStarts, emissions } = this;
    const drop = this.options.dropout;
    const scale = 1 / (1 - drop);
    const threshold = drop * 4294967296;
    let n = 0;
    for (let t = 0; t < length; t++) {
      const row = t * TAG_COUNT;
      activeStarts[t] = n;
      for (let j = 0; j < TAG_COUNT; j++) emissions[row + j] = 0;
      for (let i = starts[first + t]; i < starts[first + t + 1]; i++) {
        const feature = numbered[i];
        if (feature < 0 || (threshold > 0 && random.int32() >>> 0 < threshold)) continue;
        active[n++] = feature;
        const at = feature * 2 * TAG_COUNT;
        for (let j = 0; j < TAG_COUNT; j++) emissions[row + j] = emissions[row + j] + scale * table[at + j];
      }
    }
    activeStarts[length] = n;
  }

  private goldScore(first: number, length: number): number {
    const { gold } = this.examples;
    const { transitions } = this.crf;
    let score = 0;
    let before = 0;
    for (let t = 0; t < length; t++) {
      const tag = gold[first + t];
      score += transitions[before * TAG_COUNT + tag] + this.emissions[t * TAG_COUNT + tag];
      before = tag;
    }
    return score + transitions[before * TAG_COUNT];
  }

  /** Expected minus seen transitions into token t, and out of the last. */
  private addTransitions(first: number, t: number, length: number): void {
    const { alpha, beta, potentials, scales, factors } = this.crf;
    const { gold } = this.examples;
    const g = this.transitionGradient;
    const row = t * TAG_COUNT;
    const scale = scales[t];
    for (let j = 0; j < TAG_COUNT; j++) {
      const into = (potentials[row + j] * beta[row + j]) / scale;
      if (t === 0) g[j] = g[j] + factors[j] * into;
      else
        for (let i = 0; i < TAG_COUNT; i++) {
          const at = i * TAG_COUNT + j;
          g[at] = g[at] + alpha[row - TAG_COUNT + i] * factors[at] * into;
        }
    }
    const before = t === 0 ? 0 : gold[first + t - 1];
    const seen = before * TAG_COUNT + gold[first + t];
    g[seen] = g[seen] - 1;
    if (t < length - 1) return;
    for (let i = 0; i < TAG_COUNT; i++) g[i * TAG_COUNT] = g[i * TAG_COUNT] + alpha[row + i] * beta[row + i];
    const end = gold[first + t] * TAG_COUNT;
    g[end] = g[end] - 1;
  }

  private update(at: number): void {
    const { table, gradient } = this;
    const { rate, l2, l1 } = this.options;
    for (let j = 0; j < TAG_COUNT; j++) {
      const old = table[at + j];
      const g = gradient[j] + l2 * old;
      const squares = table[at + TAG_COUNT + j] + g * g;
      table[at + TAG_COUNT + j] = squares;
      const step = rate / Math.sqrt(squares + EPSILON);
      let value = old - step * g;
      if (l1 > 0) value = value > 0 ? Math.max(0, value - step * l1) : Math.min(0, value + step * l1);
      table[at + j] = value;
    }
  }

  private updateTransitions(weight: number): void {
    const { transitions } = this.crf;
    const { rate, l2 } = this.options;
    for (let i = 0; i < TAG_COUNT; i++) {
      for (let j = 0; j < TAG_COUNT; j++) {
        if (!mayFollow(i, j)) continue;
        const at = i * TAG_COUNT + j;
        const g = weight * this.transitionGradient[at] + l2 * transitions[at];
        const squares = this.transitionSquares[at] + g * g;
        this.transitionSquares[at] = squares;
        transitions[at] = transitions[at] - (rate * g) / Math.sqrt(squares + EPSILON);
      }
    }
    this.crf.refresh();
  }
}
