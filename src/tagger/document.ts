import type { Hits } from '../evidence/hits.js';
import type { TokenTable } from '../types.js';
import type { ClusterTable } from './clusters.js';
import { Columns } from './columns.js';
import type { FeatureBuffer } from './feature-buffer.js';
import { WINDOW, wordFeatures } from './features.js';
import { openTokens } from './gate.js';
import { jointFeatures, secondPassFeatures } from './joint.js';
import { listColumns } from './lists.js';
import { lonelyFeatures } from './lonely.js';
import { DocumentMemory } from './memory.js';
import { Site } from './site.js';
import { TAG_COUNT } from './tags.js';
import { WordCache } from './words.js';

/**
 * One document as the tagger sees it, and the features of its tokens: the same for training and at run time. The work
 * space is reused from document to document.
 */
export class TaggerDocument {
  readonly words: WordCache;
  readonly columns: Columns;
  /** What surrounds the token looked at last. */
  readonly site = new Site();
  /** Rows in the word cache: of a token's word and of two on each side, in their order. */
  readonly window = new Int32Array(2 * WINDOW + 1);
  /** Non-zero where a token may belong to a name. */
  open = new Uint8Array(0);
  /** These tokens one after the other, and how many they are. */
  opens = new Int32Array(0);
  openCount = 0;
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
    this.columns = new Columns(this.words);
  }

  /** Works out columns, open tokens and how the document writes its words. */
  prepare(table: TokenTable, hits: Hits): void {
    this.reserve(table.length);
    this.columns.fill(table);
    listColumns(table.length, hits, this.columns);
    openTokens(table, this.columns, this.words, this.wide, this.open);
    this.listOpen(table.length);
    this.columns.findRows(table, this.opens, this.openCount);
    this.memory.read(table, this.open, this.opens, this.openCount);
  }

  private listOpen(length: number): void {
    const { open, opens } = this;
    let count = 0;
    // Without a branch: every fourth token is open, and no processor guesses which.
    for (let i = 0; i < length; i++) {
      opens[count] = i;
      count += open[i] === 0 ? 0 : 1;
    }
    this.openCount = count;
  }

  /** Closes the runs of open tokens that are unlikely from end to end. */
  closeRuns(table: TokenTable, isUnlikely: (token: number) => boolean): void {
    const { open, opens } = this;
    let count = 0;
    this.eachRun(table, (first, length) => {
      const end = first + length;
      let i = first;
      while (i < end && isUnlikely(i)) i++;
      if (i === end) open.fill(0, first, end);
      // What stays moves to places of the list that were visited already.
      else for (i = first; i < end; i++) opens[count++] = i;
    });
    this.openCount = count;
  }

  /** Reads what surrounds token i into the site, but for what the first pass says. */
  look(table: TokenTable, i: number): void {
    this.site.read(table, this.columns, this.words, i);
    this.memory.recallWriting(table, i, this.site);
  }

  /** Reads what the second pass looks at of token i into the site; {@link learnFirstPass} comes before. */
  recall(table: TokenTable, i: number): void {
    this.site.readPlace(this.columns, i);
    this.memory.recallTags(table, this.tags, this.probabilities, i, this.site);
  }

  /** Puts the features of token i that depend on one word alone. */
  putWordFeatures(table: TokenTable, i: number, out: FeatureBuffer): void {
    const { window } = this;
    this.columns.rowsAround(table, i, window);
    for (let k = 0; k < window.length; k++) wordFeatures(this.words.rows, window[k], k - WINDOW, out);
  }

  /** Puts the features of token i that join words. */
  putJointFeatures(table: TokenTable, i: number, out: FeatureBuffer): void {
    this.look(table, i);
    jointFeatures(this.site, out);
    lonelyFeatures(table, this.columns, this.site, i, out);
  }

  /** Takes the first pass, now in `tags` and `probabilities`, into the document's memory. */
  learnFirstPass(table: TokenTable): void {
    this.memory.learn(this.opens, this.openCount, table.length, this.tags, this.probabilities);
  }

  /** Puts the features of token i that only the second pass has. */
  putTagFeatures(table: TokenTable, i: number, out: FeatureBuffer): void {
    this.recall(table, i);
    secondPassFeatures(this.site, out);
  }

  /** Whether the document holds a word of these tokens once more, so that the first pass over them has something to tell. */
  hasRepeated(first: number, length: number): boolean {
    for (let i = first; i < first + length; i++) if (this.memory.isRepeated(i)) return true;
    return false;
  }

  /** Calls `visit` for each run: a stretch of open tokens of one sentence. */
  eachRun(table: TokenTable, visit: (first: number, length: number) => void): void {
    const { opens, openCount } = this;
    const { sentence } = table;
    for (let k = 0; k < openCount; ) {
      const first = opens[k];
      let end = k + 1;
      while (end < openCount && opens[end] === first + end - k && sentence[opens[end]] === sentence[first]) end++;
      visit(first, end - k);
      k = end;
    }
  }

  private reserve(length: number): void {
    if (this.open.length >= length) return;
    const room = length + (length >> 1) + 64;
    this.open = new Uint8Array(room);
    this.opens = new Int32Array(room);
    this.tags = new Uint8Array(room);
    this.probabilities = new Float32Array(room * TAG_COUNT);
  }
}
