import type { Hits } from '../evidence/hits.js';
import { TokenKind, type TokenTable } from '../types.js';
import type { ClusterTable } from './clusters.js';
import { Columns } from './columns.js';
import type { FeatureBuffer } from './feature-buffer.js';
import { openTokens } from './gate.js';
import { intsOf, startKernel } from './kernel.js';
import { LONGEST_ENDING } from './layout.js';
import { listColumns } from './lists.js';
import { ENDINGS, unitsOf, writeTails } from './tails.js';
import { Words } from './words.js';

/** Words the kernel has room for at first; memory is taken when they come. */
const WORD_ROOM = 1 << 17;

/**
 * One document as the tagger sees it, and the features of its tokens: the same for training and at run time. The work
 * space is reused from document to document.
 */
export class TaggerDocument {
  readonly kernel = startKernel();
  readonly columns: Columns;
  readonly words: Words;
  openCount = 0;
  private length = 0;

  /**
   * @param mostWords kept from document to document
   * @param wide whether every token may belong to a name (see openTokens)
   * @param wordRoom words there is room for at first, a power of two
   */
  constructor(
    clusters: ClusterTable | undefined,
    mostWords: number,
    private readonly wide: boolean,
    wordRoom = WORD_ROOM,
  ) {
    const { kernel } = this;
    kernel.init(wordRoom, Math.min(mostWords, 2 ** 31 - 1));
    const endings = kernel.initEndings(ENDINGS.length);
    new Uint16Array(kernel.memory.buffer, endings, ENDINGS.length * LONGEST_ENDING).set(ENDINGS.flatMap(unitsOf));
    this.columns = new Columns(kernel);
    this.words = new Words(kernel, clusters);
  }

  /** Works out columns, open tokens and how the document writes its words. */
  prepare(table: TokenTable, hits: Hits): void {
    const { kernel, columns, words } = this;
    const { length } = table;
    this.length = length;
    words.beginDocument(length);
    kernel.beginWords();
    columns.fill(table);
    listColumns(length, hits, columns);
    openTokens(table, columns, words, this.wide);
    this.openCount = kernel.listOpen(length);
    const fresh = kernel.findRows(length, this.openCount);
    columns.refresh();
    words.fillRows(table, columns, fresh);
    kernel.readMiddles();
    writeTails(table, columns, columns.opens, this.openCount);
    kernel.readWords(length, this.openCount);
    columns.refresh();
    this.beginLonely(table);
  }

  /** Finds the names, which the columns then hold, of the document prepared last; gives their number. */
  tag(): number {
    const count = this.kernel.tag(this.length, this.openCount);
    this.columns.refresh();
    return count;
  }

  /** Features of token i that depend on one word alone. */
  putWordFeatures(i: number, out: FeatureBuffer): void {
    this.kernel.putWordFeatures(i, this.length);
    this.take(out);
  }

  /** Features of token i that join words. */
  putJointFeatures(i: number, out: FeatureBuffer): void {
    this.kernel.putJointFeatures(i, this.length);
    this.take(out);
  }

  /** Takes the first pass, now in the columns, into the document's memory. */
  learnFirstPass(): void {
    this.kernel.learnFirstPass(this.openCount, this.length);
  }

  /** Features of token i that only the second pass has. */
  putTagFeatures(i: number, out: FeatureBuffer): void {
    this.kernel.putTagFeatures(i, this.length);
    this.take(out);
  }

  /** Calls `visit` for each run: a stretch of open tokens of one sentence. */
  eachRun({ sentence }: TokenTable, visit: (first: number, length: number) => void): void {
    const { openCount } = this;
    const { opens } = this.columns;
    for (let k = 0; k < openCount; ) {
      const first = opens[k];
      let end = k + 1;
      while (end < openCount && opens[end] === first + end - k && sentence[opens[end]] === sentence[first]) end++;
      visit(first, end - k);
      k = end;
    }
  }

  /** Tells the kernel of a text of one sentence where it ends but for marks. */
  private beginLonely({ sentenceStart, kind, length }: TokenTable): void {
    let last = sentenceStart.length === 2 ? length - 1 : -1;
    const isStopped = last < 0 || kind[last] === TokenKind.Punct;
    while (last > 0 && kind[last] === TokenKind.Punct) last--;
    this.kernel.beginLonely(last, isStopped);
  }

  private take(out: FeatureBuffer): void {
    const { kernel } = this;
    const count = kernel.featureCount.value;
    out.add(intsOf(kernel, 'hashes', count), intsOf(kernel, 'templates', count));
    kernel.clearFeatures();
  }
}
