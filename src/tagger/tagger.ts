import type { Hits } from '../evidence/hits.js';
import type { EntityType, TokenTable } from '../types.js';
import { Crf } from './crf.js';
import { describeFeature } from './describe.js';
import { TaggerDocument } from './document.js';
import { FeatureBuffer } from './feature-buffer.js';
import { middlePairs, wordPairs } from './joint.js';
import { JointScores } from './joint-scores.js';
import { lonelyFeatures } from './lonely.js';
import { Lookups } from './lookups.js';
import type { TaggerModel } from './model.js';
import { highOf, lowOf, PACKED } from './packed.js';
import { beginOf, insideOf, OUTSIDE, TAG_COUNT, TAG_TYPES, typeOfTag } from './tags.js';
import { WordScores } from './word-scores.js';

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

/**
 * Runs of unlisted tokens whose single words, theirs and those around them, all speak more strongly than this against every tag of a name, in
 * log-odds, are closed; docs/accuracy.md says what it costs.
 */
const UNLIKELY = -1;

/** Words whose scores are kept from document to document. */
const CACHED_WORDS = 130_000;

/**
 * Finds names with a trained model, in two passes over a document: the second knows how the first tagged each word
 * elsewhere in it, and adds to the first one's emissions. Holds work space that is reused: one object serves one thread.
 */
export class Tagger {
  private readonly document: TaggerDocument;
  private readonly crf: Crf;
  private readonly lookups: Lookups;
  private readonly words: WordScores;
  private readonly joints: JointScores;
  /** Emissions in the model's units: TAG_COUNT a token. */
  private emissions = new Int32Array(0);
  /** The second pass's tags. */
  private tags = new Uint8Array(0);
  /** Where all emissions of a token but O's are below this, no name can be. */
  private readonly hopeless: number;
  /** {@link UNLIKELY} in the model's units. */
  private readonly unlikely: number;

  /** @param thorough for training: leaves no token out because it is {@link UNLIKELY} */
  constructor(
    private readonly model: TaggerModel,
    thorough = false,
  ) {
    this.document = new TaggerDocument(model.clusters, CACHED_WORDS, model.wide);
    this.lookups = new Lookups(model);
    this.words = new WordScores(this.document.words, this.lookups);
    this.joints = new JointScores(this.lookups);
    this.crf = new Crf(model.transitions, model.scale);
    this.hopeless = -this.crf.bonus / model.scale;
    this.unlikely = thorough || model.wide ? Number.NEGATIVE_INFINITY : UNLIKELY / model.scale;
  }

  /** The names of a document, in text order. */
  tag(table: TokenTable, hits: Hits): TaggedName[] {
    const { document } = this;
    if (this.tags.length < table.length) {
      this.tags = new Uint8Array(2 * table.length);
      this.emissions = new Int32Array(2 * table.length * TAG_COUNT);
    }
    document.prepare(table, hits);
    this.addWords(table);
    this.closeUnlikely(table);
    this.addJoints(table);
    this.emit();
    this.tagFirst(table);
    document.learnFirstPass(table);
    this.addSecondPass(table);
    this.emit();
    const names: TaggedName[] = [];
    document.eachRun(table, (first, length) => {
      if (!this.isHopeless(first, length)) this.readNames(first, length, names);
    });
    return names;
  }

  /**
   * What spoke for and against a name of the document tagged last, the weightiest first: for each feature of its tokens,
   * how far it moves the name's tags against O, in log-odds.
   */
  reasons(table: TokenTable, { from, to, type }: Pick<TaggedName, 'from' | 'to' | 'type'>, most: number): Reason[] {
    const { document, model } = this;
    const features = new FeatureBuffer();
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

  /** Begins the tokens' sums with the scores of single words. */
  private addWords(table: TokenTable): void {
    const { document, words, lookups } = this;
    const { columns, opens, openCount, window } = document;
    lookups.beginDocument(table.length);
    for (let k = 0; k < openCount; k++) {
      columns.rowsAround(table, opens[k], window);
      words.add(window, opens[k]);
    }
    lookups.flush();
  }

  /** Closes the runs in which no list has a name and single words already speak so clearly against one that next to nothing could bring it about. */
  private closeUnlikely(table: TokenTable): void {
    const { document, unlikely } = this;
    const { names } = document.columns;
    const { tokenSums } = this.lookups;
    document.closeRuns(table, (i) => names[i] === 0 && highestOf(tokenSums, i) < unlikely);
  }

  /** Adds what joins several words. */
  private addJoints(table: TokenTable): void {
    const { document, joints, lookups } = this;
    const { columns, site, opens, openCount } = document;
    for (let k = 0; k < openCount; k++) {
      const i = opens[k];
      document.look(table, i);
      joints.addFirstPass(site, document.words.generation, i);
      wordPairs(site, lookups.features);
      middlePairs(site, lookups.features);
      lonelyFeatures(table, columns, site, i, lookups.features);
      lookups.end(i);
    }
    lookups.flush();
  }

  /** The first pass: tags and their probabilities, of runs with words that the document repeats; of words met once nobody asks. */
  private tagFirst(table: TokenTable): void {
    const { crf, emissions, document } = this;
    const { tags, probabilities } = document;
    tags.fill(OUTSIDE, 0, table.length);
    document.eachRun(table, (first, length) => {
      if (!document.hasRepeated(first, length)) return;
      if (!this.isHopeless(first, length)) crf.decode(emissions, first, length, tags);
      crf.forward(emissions, first, length);
      crf.backward();
      const from = first * TAG_COUNT;
      for (let k = 0; k < length * TAG_COUNT; k++) probabilities[from + k] = crf.alpha[k] * crf.beta[k];
    });
  }

  /** Adds how the first pass tagged a token's word elsewhere. */
  private addSecondPass(table: TokenTable): void {
    const { document, joints, lookups } = this;
    const { opens, openCount, site } = document;
    for (let k = 0; k < openCount; k++) {
      document.recall(table, opens[k]);
      joints.addSecondPass(site, opens[k]);
    }
    lookups.flush();
  }

  /** Makes emissions of the open tokens' sums. */
  private emit(): void {
    const { emissions } = this;
    const { tokenSums } = this.lookups;
    const { opens, openCount } = this.document;
    for (let n = 0; n < openCount; n++) {
      const i = opens[n];
      const at = i * TAG_COUNT + 1;
      for (let k = 0; k < PACKED; k++) {
        const packed = tokenSums[i * PACKED + k];
        emissions[at + 2 * k] = lowOf(packed);
        emissions[at + 2 * k + 1] = highOf(packed);
      }
    }
  }

  /** Whether no name can be in a run. */
  private isHopeless(first: number, length: number): boolean {
    const { emissions, hopeless } = this;
    for (let k = first * TAG_COUNT; k < (first + length) * TAG_COUNT; k += TAG_COUNT)
      for (let tag = 1; tag < TAG_COUNT; tag++) if (emissions[k + tag] >= hopeless) return false;
    return true;
  }

  private readNames(first: number, length: number, names: TaggedName[]): void {
    const { crf, emissions, model, tags } = this;
    crf.decode(emissions, first, length, tags);
    let forward = false;
    let backward = false;
    for (let i = first; i < first + length; ) {
      if (tags[i] === OUTSIDE) {
        i++;
        continue;
      }
      const type = typeOfTag(tags[i]);
      let to = i + 1;
      while (to < first + length && tags[to] === tags[i] + 1) to++;
      if (!forward) crf.forward(emissions, first, length);
      forward = true;
      // A name that ends with the run, as most do, has nothing behind it to look at.
      if (to < first + length && !backward) {
        crf.backward();
        backward = true;
      }
      const score = model.calibrate(crf.spanProbability(i - first, to - first, type));
      names.push({ from: i, to, type: TAG_TYPES[type], score });
      i = to;
    }
  }
}

/** The highest of a token's packed sums. */
function highestOf(sums: Int32Array, token: number): number {
  const at = token * PACKED;
  return Math.max(
    lowOf(sums[at]),
    highOf(sums[at]),
    lowOf(sums[at + 1]),
    highOf(sums[at + 1]),
    lowOf(sums[at + 2]),
    highOf(sums[at + 2]),
  );
}
