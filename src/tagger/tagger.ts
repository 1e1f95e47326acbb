import type { Hits } from '../evidence/hits.js';
import type { EntityType, TokenTable } from '../types.js';
import { Crf } from './crf.js';
import { describeFeature } from './describe.js';
import { TaggerDocument } from './document.js';
import { FeatureBuffer } from './feature-buffer.js';
import { WINDOW } from './features.js';
import type { TaggerModel } from './model.js';
import { beginOf, insideOf, OUTSIDE, TAG_COUNT, TAG_TYPES, typeOfTag } from './tags.js';
import { WordScores } from './word-scores.js';
import { WORD_STRIDE } from './words.js';

/** A name the tagger found: tokens [from, to). */
export interface TaggedName {
  from: number;
  to: number;
  type: EntityType;
  /** The calibrated probability that exactly this name stands here. */
  score: number;
}

/** One feature's part in a decision. */
export interface Reason {
  detail: string;
  weight: number;
}

/** Words whose scores are kept from document to document. */
const CACHED_WORDS = 50000;

/**
 * Finds names with a trained model, in two passes over a document: the second knows how the first tagged each word
 * elsewhere in it, and adds to the first one's emissions. Holds work space that is reused: one object serves one thread.
 */
export class Tagger {
  private readonly document: TaggerDocument;
  private readonly crf: Crf;
  private readonly scores: WordScores;
  private readonly features = new FeatureBuffer();
  /** TAG_COUNT a token: sums of weights, and the same as log scores. */
  private sums = new Int32Array(0);
  private emissions = new Float32Array(0);
  /** The second pass's tags. */
  private tags = new Uint8Array(0);

  constructor(private readonly model: TaggerModel) {
    this.document = new TaggerDocument(model.clusters, CACHED_WORDS, model.wide);
    this.scores = new WordScores(model, this.document.words);
    this.crf = new Crf(model.transitions);
  }

  /** The names of a document, in text order. */
  tag(table: TokenTable, hits: Hits): TaggedName[] {
    const { document } = this;
    if (this.tags.length < table.length) {
      this.tags = new Uint8Array(2 * table.length);
      this.sums = new Int32Array(2 * table.length * TAG_COUNT);
      this.emissions = new Float32Array(2 * table.length * TAG_COUNT);
    }
    document.prepare(table, hits);
    this.firstPass(table);
    this.secondPass(table);
    const names: TaggedName[] = [];
    document.eachRun(table, (first, length) => this.readNames(first, length, names));
    return names;
  }

  /**
   * What spoke for and against a name of the document tagged last, the weightiest first: for each feature of its tokens,
   * how far it moves the name's tags against O, in log-odds.
   */
  reasons(table: TokenTable, { from, to, type }: Pick<TaggedName, 'from' | 'to' | 'type'>, most: number): Reason[] {
    const { document, features, model } = this;
    const number = TAG_TYPES.indexOf(type);
    const sums = new Map<string, number>();
    for (let i = from; i < to; i++) {
      const tag = i === from ? beginOf(number) : insideOf(number);
      features.count = 0;
      document.putWordFeatures(table, i, features);
      document.putJointFeatures(table, i, features);
      document.putTagFeatures(table, i, features);
      for (let k = 0; k < features.count; k++) {
        const detail = describeFeature(table, document.columns, i, features.templates[k]);
        sums.set(detail, (sums.get(detail) ?? 0) + model.weightOf(features.hashes[k], tag));
      }
    }
    return [...sums]
      .map(([detail, weight]) => ({ detail, weight }))
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, most);
  }

  /** The calibrated probability of a name in the document tagged last, whether it was found or not. */
  probability(table: TokenTable, { from, to, type }: Pick<TaggedName, 'from' | 'to' | 'type'>): number {
    const { crf, emissions, model, document } = this;
    let score = 0;
    document.eachRun(table, (first, length) => {
      if (from < first || to > first + length) return;
      crf.forward(emissions, first, length);
      crf.backward();
      score = model.calibrate(crf.spanProbability(from - first, to - first, TAG_TYPES.indexOf(type)));
    });
    return score;
  }

  private firstPass(table: TokenTable): void {
    const { document, emissions, sums, features, scores, crf } = this;
    const { open, tags, probabilities, columns } = document;
    scores.beginDocument();
    for (let i = 0; i < table.length; i++) {
      tags[i] = OUTSIDE;
      if (open[i] === 0) continue;
      const at = i * TAG_COUNT;
      for (let j = 0; j < TAG_COUNT; j++) sums[at + j] = 0;
      for (let distance = -WINDOW; distance <= WINDOW; distance++) {
        scores.add(columns.rowAt(table, i, distance) / WORD_STRIDE, distance, sums, at);
      }
      features.count = 0;
      document.putJointFeatures(table, i, features);
      this.addFeatures(at);
    }
    document.eachRun(table, (first, length) => {
      crf.decode(emissions, first, length, tags);
      crf.forward(emissions, first, length);
      crf.backward();
      const from = first * TAG_COUNT;
      for (let k = 0; k < length * TAG_COUNT; k++) probabilities[from + k] = crf.alpha[k] * crf.beta[k];
    });
  }

  private secondPass(table: TokenTable): void {
    const { document, features } = this;
    document.learnFirstPass(table);
    for (let i = 0; i < table.length; i++) {
      if (document.open[i] === 0) continue;
      features.count = 0;
      document.putTagFeatures(table, i, features);
      this.addFeatures(i * TAG_COUNT);
    }
  }

  private addFeatures(at: number): void {
    const { features, model, sums, emissions } = this;
    model.addWeights(features, sums, at);
    for (let j = 0; j < TAG_COUNT; j++) emissions[at + j] = model.scale * sums[at + j];
  }

  private readNames(first: number, length: number, names: TaggedName[]): void {
    const { crf, emissions, model, tags } = this;
    crf.decode(emissions, first, length, tags);
    let scored = false;
    for (let i = first; i < first + length; ) {
      if (tags[i] === OUTSIDE) {
        i++;
        continue;
      }
      const type = typeOfTag(tags[i]);
      let to = i + 1;
      while (to < first + length && tags[to] === tags[i] + 1) to++;
      if (!scored) {
        crf.forward(emissions, first, length);
        crf.backward();
        scored = true;
      }
      const score = model.calibrate(crf.spanProbability(i - first, to - first, type));
      names.push({ from: i, to, type: TAG_TYPES[type], score });
      i = to;
    }
  }
}
