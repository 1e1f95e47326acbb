import type { Hits } from '../evidence/hits.js';
import type { EntityType, TokenTable } from '../types.js';
import { Columns } from './columns.js';
import { Crf } from './crf.js';
import { FeatureBuffer } from './feature-buffer.js';
import { jointFeatures, WINDOW, wordFeatures } from './features.js';
import { openTokens } from './gate.js';
import { listColumns } from './lists.js';
import { DocumentMemory } from './memory.js';
import type { TaggerModel } from './model.js';
import { OUTSIDE, TAG_COUNT, TAG_TYPES, typeOfTag } from './tags.js';
import { WORD_STRIDE, WordCache } from './words.js';
import { WordScores } from './word-scores.js';

/** A name the tagger found: tokens [from, to). */
export interface TaggedName {
  from: number;
  to: number;
  type: EntityType;
  /** The calibrated probability that exactly this name stands here. */
  score: number;
}

/** Words whose scores are kept from document to document. */
const CACHED_WORDS = 50000;

/**
 * Finds names with a trained model, in two passes over a document: the second knows how the first tagged each word
 * elsewhere in it. Holds work space that is reused, so that one object serves one thread.
 */
export class Tagger {
  readonly words: WordCache;
  readonly columns = new Columns();
  readonly memory = new DocumentMemory();
  /** Emissions of the last document, TAG_COUNT a token. */
  emissions = new Float32Array(0);
  probabilities = new Float32Array(0);
  open = new Uint8Array(0);
  tags = new Uint8Array(0);
  private readonly crf: Crf;
  private readonly scores: WordScores;
  private readonly features = new FeatureBuffer();

  constructor(readonly model: TaggerModel) {
    this.words = new WordCache(model.clusters, CACHED_WORDS);
    this.scores = new WordScores(model, this.words);
    this.crf = new Crf(model.transitions);
  }

  /** The names of a document, in text order. */
  tag(table: TokenTable, hits: Hits): TaggedName[] {
    this.prepare(table, hits);
    this.firstPass(table);
    this.secondPass(table);
    const names: TaggedName[] = [];
    this.eachRun(table, (first, length) => this.readNames(first, length, names));
    return names;
  }

  /** Works out columns, open tokens and the document's writing. */
  prepare(table: TokenTable, hits: Hits): void {
    this.reserve(table.length);
    this.columns.fill(table, this.words);
    listColumns(table.length, hits, this.columns);
    openTokens(table, this.columns, this.words.rows, this.open);
    this.memory.read(table, this.open);
  }

  /** Puts the features of the first pass that join tokens. */
  putJointFeatures(table: TokenTable, i: number, out: FeatureBuffer): void {
    jointFeatures(table, this.columns, this.words.rows, i, out);
    this.memory.writingFeatures(table, this.columns, i, out);
  }

  /** Puts the features that only the second pass has. */
  putTagFeatures(table: TokenTable, i: number, out: FeatureBuffer): void {
    this.memory.tagFeatures(table, this.columns, this.tags, this.probabilities, i, out);
  }

  /** Puts the features of token i that depend on one word alone. */
  putWordFeatures(table: TokenTable, i: number, out: FeatureBuffer): void {
    for (let distance = -WINDOW; distance <= WINDOW; distance++) {
      wordFeatures(this.words.rows, this.columns.rowAt(table, i, distance), distance, out);
    }
  }

  private firstPass(table: TokenTable): void {
    const { emissions, features, scores, open, tags, crf } = this;
    scores.beginDocument();
    for (let i = 0; i < table.length; i++) {
      tags[i] = OUTSIDE;
      if (open[i] === 0) continue;
      const at = i * TAG_COUNT;
      for (let j = 0; j < TAG_COUNT; j++) emissions[at + j] = 0;
      for (let distance = -WINDOW; distance <= WINDOW; distance++) {
        scores.add(this.columns.rowAt(table, i, distance) / WORD_STRIDE, distance, emissions, at);
      }
      features.count = 0;
      this.putJointFeatures(table, i, features);
      this.addFeatures(at);
    }
    this.eachRun(table, (first, length) => {
      crf.decode(emissions, first, length, tags);
      crf.forward(emissions, first, length);
      crf.backward();
      const from = first * TAG_COUNT;
      for (let k = 0; k < length * TAG_COUNT; k++) this.probabilities[from + k] = crf.alpha[k] * crf.beta[k];
    });
  }

  private secondPass(table: TokenTable): void {
    const { features, open, tags, probabilities, memory } = this;
    memory.learn(table, tags, probabilities);
    for (let i = 0; i < table.length; i++) {
      if (open[i] === 0) continue;
      features.count = 0;
      this.putTagFeatures(table, i, features);
      this.addFeatures(i * TAG_COUNT);
    }
  }

  private addFeatures(at: number): void {
    const { features, model, emissions } = this;
    for (let k = 0; k < features.count; k++) model.addWeights(features.hashes[k], emissions, at);
  }

  /** Calls `visit` for each stretch of open tokens of one sentence. */
  eachRun(table: TokenTable, visit: (first: number, length: number) => void): void {
    const { open } = this;
    const { sentence, length } = table;
    for (let i = 0; i < length; ) {
      if (open[i] === 0) {
        i++;
        continue;
      }
      let end = i + 1;
      while (end < length && open[end] !== 0 && sentence[end] === sentence[i]) end++;
      visit(i, end - i);
      i = end;
    }
  }

  private readNames(first: number, length: number, names: TaggedName[]): void {
    const { crf, emissions, tags } = this;
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
      const score = this.model.calibrate(crf.spanProbability(i - first, to - first, type));
      names.push({ from: i, to, type: TAG_TYPES[type], score });
      i = to;
    }
  }

  private reserve(length: number): void {
    if (this.open.length >= length) return;
    const room = length + (length >> 1) + 64;
    this.emissions = new Float32Array(room * TAG_COUNT);
    this.probabilities = new Float32Array(room * TAG_COUNT);
    this.open = new Uint8Array(room);
    this.tags = new Uint8Array(room);
  }
}
