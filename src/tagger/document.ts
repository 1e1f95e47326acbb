import type { Hits } from '../evidence/hits.js';
import type { TokenTable } from '../types.js';
import type { ClusterTable } from './clusters.js';
import { Columns } from './columns.js';
import type { FeatureBuffer } from './feature-buffer.js';
import { jointFeatures, WINDOW, wordFeatures } from './features.js';
import { openTokens } from './gate.js';
import { listColumns } from './lists.js';
import { DocumentMemory } from './memory.js';
import { TAG_COUNT } from './tags.js';
import { WordCache } from './words.js';

/**
 * One document as the tagger sees it, and the features of its tokens: the same for training and at run time. The work
 * space is reused from document to document.
 */
export class TaggerDocument {
  readonly words: WordCache;
  readonly columns = new Columns();
  /** Non-zero where a token may belong to a name. */
  open = new Uint8Array(0);
  /** The first pass: each token's tag, and TAG_COUNT probabilities a token. */
  tags = new Uint8Array(0);
  probabilities = new Float32Array(0);
  private readonly memory = new DocumentMemory();

  /**
   * @param cachedWords words kept from document to document
   * @param wide whether every token may belong to a name (see openTokens)
   */
  constructor(
    clusters: ClusterTable | undefined,
    cachedWords: number,
    private readonly wide: boolean,
  ) {
    this.words = new WordCache(clusters, cachedWords);
  }

  /** Works out columns, open tokens and how the document writes its words. */
  prepare(table: TokenTable, hits: Hits): void {
    this.reserve(table.length);
    this.columns.fill(table, this.words);
    listColumns(table.length, hits, this.columns);
    openTokens(table, this.columns, this.words.rows, this.wide, this.open);
    this.memory.read(table, this.open);
  }

  /** Puts the features of token i that depend on one word alone. */
  putWordFeatures(table: TokenTable, i: number, out: FeatureBuffer): void {
    for (let distance = -WINDOW; distance <= WINDOW; distance++) {
      wordFeatures(this.words.rows, this.columns.rowAt(table, i, distance), distance, out);
    }
  }

  /** Puts the features of token i that join words. */
  putJointFeatures(table: TokenTable, i: number, out: FeatureBuffer): void {
    jointFeatures(table, this.columns, this.words.rows, i, out);
    this.memory.writingFeatures(table, this.columns, i, out);
  }

  /** Takes the first pass, now in `tags` and `probabilities`, into the document's memory. */
  learnFirstPass(table: TokenTable): void {
    this.memory.learn(table, this.tags, this.probabilities);
  }

  /** Puts the features of token i that only the second pass has. */
  putTagFeatures(table: TokenTable, i: number, out: FeatureBuffer): void {
    this.memory.tagFeatures(table, this.columns, this.tags, this.probabilities, i, out);
  }

  /** Calls `visit` for each run: a stretch of open tokens of one sentence. */
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

  private reserve(length: number): void {
    if (this.open.length >= length) return;
    const room = length + (length >> 1) + 64;
    this.open = new Uint8Array(room);
    this.tags = new Uint8Array(room);
    this.probabilities = new Float32Array(room * TAG_COUNT);
  }
}
