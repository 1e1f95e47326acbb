import type { Hits } from '../evidence/hits.js';
import type { EntityType, TokenTable } from '../types.js';
import { Crf } from './crf.js';
import { describeFeature } from './describe.js';
import { TaggerDocument } from './document.js';
import { FeatureBuffer } from './feature-buffer.js';
import { WINDOW } from './features.js';
import { JointScores } from './joint-scores.js';
import { lonelyFeatures } from './lonely.js';
import type { TaggerModel } from './model.js';
import { highOf, lowOf, PACKED } from './packed.js';
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
  private readonly words: WordScores;
  private readonly joints: JointScores;
  private readonly features = new FeatureBuffer();
  /** The packed sums of one token. */
  private readonly sums = new Int32Array(PACKED);
  /** Emissions in the model's units: TAG_COUNT a token. */
  private emissions = new Int32Array(0);
  /** The second pass's tags. */
  private tags = new Uint8Array(0);
  /** Where all emissions of a token but O's are below this, no name can be. */
  private readonly hopeless: number;

  constructor(private readonly model: TaggerModel) {
    this.document = new TaggerDocument(model.clusters, CACHED_WORDS, model.wide);
    this.words = new WordScores(model, this.document.words);
    this.joints = new JointScores(model);
    this.crf = new Crf(model.transitions, model.scale);
    this.hopeless = -this.crf.bonus / model.scale;
  }

  /** The names of a document, in text order. */
  tag(table: TokenTable, hits: Hits): TaggedName[] {
    const { document } = this;
    if (this.tags.length < table.length) {
      this.tags = new Uint8Array(2 * table.length);
      this.emissions = new Int32Array(2 * table.length * TAG_COUNT);
    }
    document.prepare(table, hits);
    this.words.beginDocument();
    document.tags.fill(OUTSIDE, 0, table.length);
    document.eachRun(table, (first, length) => this.firstPass(table, first, length));
    document.learnFirstPass(table);
    const names: TaggedName[] = [];
    document.eachRun(table, (first, length) => this.secondPass(table, first, length, names));
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

  private firstPass(table: TokenTable, first: number, length: number): void {
    const { document, sums, words, joints } = this;
    const { columns, site } = document;
    for (let i = first; i < first + length; i++) {
      sums.fill(0);
      for (let distance = -WINDOW; distance <= WINDOW; distance++)
        words.add(columns.rowAt(table, i, distance) / WORD_STRIDE, distance, sums, 0);
      document.look(table, i);
      joints.addFirstPass(site, document.words.generation, sums, 0);
      this.addLonely(table, i);
      const at = i * TAG_COUNT;
      this.emissions[at] = 0;
      for (let k = 0; k < PACKED; k++) {
        this.emissions[at + 1 + 2 * k] = lowOf(sums[k]);
        this.emissions[at + 2 + 2 * k] = highOf(sums[k]);
      }
    }
    // What the first pass says of words met once nobody asks.
    if (document.hasRepeated(first, length)) this.keepFirstPass(first, length);
  }

  private addLonely(table: TokenTable, i: number): void {
    const { document, features, model, sums } = this;
    if (table.sentenceStart.length !== 2) return;
    features.count = 0;
    lonelyFeatures(table, document.columns, document.site, i, features);
    model.addWeights(features, sums, 0);
  }

  private keepFirstPass(first: number, length: number): void {
    const { crf, emissions, document } = this;
    const { tags, probabilities } = document;
    if (!this.isHopeless(first, length)) crf.decode(emissions, first, length, tags);
    crf.forward(emissions, first, length);
    crf.backward();
    const from = first * TAG_COUNT;
    for (let k = 0; k < length * TAG_COUNT; k++) probabilities[from + k] = crf.alpha[k] * crf.beta[k];
  }

  private secondPass(table: TokenTable, first: number, length: number, names: TaggedName[]): void {
    const { document, sums, joints, emissions } = this;
    for (let i = first; i < first + length; i++) {
      document.recall(table, i);
      sums.fill(0);
      joints.addSecondPass(document.site, sums, 0);
      const at = i * TAG_COUNT + 1;
      for (let k = 0; k < PACKED; k++) {
        emissions[at + 2 * k] += lowOf(sums[k]);
        emissions[at + 2 * k + 1] += highOf(sums[k]);
      }
    }
    if (!this.isHopeless(first, length)) this.readNames(first, length, names);
  }

  private isHopeless(first: number, length: number): boolean {
    const { emissions, hopeless } = this;
    for (let k = first * TAG_COUNT; k < (first + length) * TAG_COUNT; k += TAG_COUNT)
      for (let tag = 1; tag < TAG_COUNT; tag++) if (emissions[k + tag] >= hopeless) return false;
    return true;
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
