import type { TokenTable } from '../types.js';
import type { Columns } from './columns.js';
import { EDGE } from './form.js';
import type { WordCache } from './words.js';

/** The farthest a place in a run of capitalised words is counted, from either end. */
const FAR = 3;

/**
 * All that the features of one token which join words look at: the token, its neighbours in the sentence, what the lists say, and the run
 * of capitalised words around it. One object is read anew for each token.
 */
export class Site {
  /** Hash of the word, of the one before and the one after. */
  fold = 0;
  foldBefore = 0;
  foldAfter = 0;
  /** Middle cluster of each. */
  middle = 0;
  middleBefore = 0;
  middleAfter = 0;
  /** How the word is written (see formOf), and two words on each side. */
  form = 0;
  formBefore = 0;
  formBefore2 = 0;
  formAfter = 0;
  formAfter2 = 0;
  /** Apostrophe after the word and after the next one; 3 at the sentence's end. */
  apostrophe = 0;
  apostropheAfter = 0;
  suffix = 0;
  suffixAfter = 0;
  /** List evidence, as in {@link Columns}. */
  name = 0;
  list = 0;
  clue = 0;
  nameBefore = 0;
  clueBefore = 0;
  nameAfter = 0;
  clueAfter = 0;
  /** How the document writes the word elsewhere, see {@link DocumentMemory.recallWriting}; -1 where it has nothing to tell. */
  writing = -1;
  /** Whether the token is in a run of capitalised words; what follows is 0 or of no meaning outside. */
  inRun = false;
  /** Tokens from the run's start and to its last, as far as they are counted. */
  fromStart = FAR;
  toLast = FAR;
  /** Row of the run's last word in the word cache. */
  lastRow = 0;
  suffixLast = 0;
  clueFirst = 0;
  clueLast = 0;
  /** -1 where the run stands at the edge of the sentence. */
  clueBeforeRun = 0;
  clueAfterRun = 0;
  /** The word cache's rows. */
  rows: Int32Array = new Int32Array(0);

  /**
   * How the first pass tagged the word elsewhere in the document, see {@link DocumentMemory.recallTags}. `seen`: -1 nothing to tell, 0 met here
   * alone, then 1 to 3 for once, a few times, often.
   */
  seen = -1;
  /** The share of each type, in steps. */
  shares = 0;
  /** The commonest type + 1, or 0, and the step of its share. */
  best = 0;
  top = 0;
  /** The commonest place in names + 1, or 0, and a bit for each place. */
  bestPlace = 0;
  places = 0;
  /** The step of the share in which the pair with the word before, and after, was one name, + 1; 0 where it is met here alone. */
  pairBefore = 0;
  pairAfter = 0;

  /** First (1) and last (2) of the run. */
  get place(): number {
    return (this.fromStart === 0 ? 1 : 0) + (this.toLast === 0 ? 2 : 0);
  }

  /** Reads how token i is written and where in its run it stands. */
  readPlace({ form, runStart, runEnd }: Columns, i: number): void {
    this.form = form[i];
    this.inRun = runStart[i] >= 0;
    this.fromStart = this.inRun ? Math.min(i - runStart[i], FAR) : FAR;
    this.toLast = this.inRun ? Math.min(runEnd[i] - 1 - i, FAR) : FAR;
  }

  /** Reads all that surrounds token i. */
  read(table: TokenTable, columns: Columns, words: WordCache, i: number): void {
    const { form, middle, apostrophe, suffix } = columns;
    const { hash, sentenceStart } = table;
    const first = sentenceStart[table.sentence[i]];
    const last = sentenceStart[table.sentence[i] + 1] - 1;
    const atStart = i === first;
    const atEnd = i === last;
    this.fold = hash[i];
    this.foldBefore = atStart ? 0 : hash[i - 1];
    this.foldAfter = atEnd ? 0 : hash[i + 1];
    this.middle = middle[i];
    this.middleBefore = atStart ? 0 : middle[i - 1];
    this.middleAfter = atEnd ? 0 : middle[i + 1];
    this.formBefore = atStart ? EDGE : form[i - 1];
    this.formBefore2 = i - 2 < first ? EDGE : form[i - 2];
    this.formAfter = atEnd ? EDGE : form[i + 1];
    this.formAfter2 = i + 2 > last ? EDGE : form[i + 2];
    this.apostrophe = apostrophe[i];
    this.apostropheAfter = atEnd ? 3 : apostrophe[i + 1];
    this.suffix = suffix[i];
    this.suffixAfter = atEnd ? 0 : suffix[i + 1];
    this.readLists(columns, i, atStart, atEnd);
    this.readPlace(columns, i);
    if (this.inRun) this.readRun(table, columns, i);
    this.rows = words.rows;
  }

  private readLists({ names, list, clues }: Columns, i: number, atStart: boolean, atEnd: boolean): void {
    this.name = names[i];
    this.list = list[i];
    this.clue = clues[i];
    this.nameBefore = atStart ? 0 : names[i - 1];
    this.clueBefore = atStart ? 0 : clues[i - 1];
    this.nameAfter = atEnd ? 0 : names[i + 1];
    this.clueAfter = atEnd ? 0 : clues[i + 1];
  }

  private readRun(table: TokenTable, columns: Columns, i: number): void {
    const start = columns.runStart[i];
    const last = columns.runEnd[i] - 1;
    this.lastRow = columns.row[last];
    this.suffixLast = columns.suffix[last];
    this.clueFirst = columns.clues[start];
    this.clueLast = columns.clues[last];
    this.clueBeforeRun = isInside(table, start - 1, i) ? columns.clues[start - 1] : -1;
    this.clueAfterRun = isInside(table, last + 1, i) ? columns.clues[last + 1] : -1;
  }
}

function isInside({ length, sentence }: TokenTable, at: number, i: number): boolean {
  return at >= 0 && at < length && sentence[at] === sentence[i];
}
