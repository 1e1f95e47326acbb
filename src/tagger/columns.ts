import { foldInto } from '../text/fold.js';
import { CaseShape, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { WINDOW } from './features.js';
import { APOSTROPHE, formOf, LAST_CAPITAL, smallForm } from './form.js';
import { mix } from './mix.js';
import { EDGE_ROW, WORD_STRIDE, Word, type WordCache } from './words.js';

/** Values of {@link Columns.apostrophe}. */
export const Apostrophe = { None: 0, Suffixed: 1, Loose: 2 } as const;

/** What the tagger knows of each token of one document beside the token table; reused from document to document. */
export class Columns {
  /** Offset of the token's row in the word cache, of open tokens and those near them; see {@link findRows}. */
  row = new Int32Array(0);
  /** Its middle cluster, of the same tokens. */
  middle = new Int32Array(0);
  /** These tokens. */
  private near = new Int32Array(0);
  private words: WordCache;
  form = new Uint8Array(0);
  /** The tokens but words in small letters without an apostrophe, and how many they are. */
  others = new Int32Array(0);
  otherCount = 0;
  /** Whether an apostrophe follows the stem: in the token, or as a token of its own. */
  apostrophe = new Uint8Array(0);
  /** Hash of the suffix behind the apostrophe, 0 without. */
  suffix = new Int32Array(0);
  /** First token and end of the run of capitalised words the token is in; -1 outside. */
  runStart = new Int32Array(0);
  runEnd = new Int32Array(0);
  /** Packed list evidence of names that cover the token. */
  names = new Int32Array(0);
  /** Hash of the list that holds that name. */
  list = new Int32Array(0);
  /** Tokens of that name. */
  covered = new Uint8Array(0);
  /** Packed list evidence of words that announce or deny names. */
  clues = new Int32Array(0);
  private scratch = new Uint16Array(64);

  /** @param words where the rows of words are kept */
  constructor(words: WordCache) {
    this.words = words;
  }

  /** Fills the columns for a table, except the list evidence. */
  fill(table: TokenTable): void {
    const { length } = table;
    this.reserve(length);
    this.words.beginDocument(length);
    this.apostrophe.fill(Apostrophe.None, 0, length);
    this.suffix.fill(0, 0, length);
    this.fillSmall(table);
    for (let k = 0; k < this.otherCount; k++) this.fillOther(table, this.others[k]);
    this.runs(table);
  }

  /** Fills what there is to say of words in small letters without an apostrophe, two of three tokens, and lists the others. */
  private fillSmall({ text, start, kind, shape, flags, length }: TokenTable): void {
    const { form, others } = this;
    let count = 0;
    for (let i = 0; i < length; i++) {
      const isSmall =
        kind[i] === TokenKind.Word && shape[i] === CaseShape.Lower && (flags[i] & TokenFlag.Suffixed) === 0;
      // Of the others too, and in vain: a processor would guess wrong which token is one.
      form[i] = smallForm(text.charCodeAt(start[i]));
      others[count] = i;
      count += isSmall ? 0 : 1;
    }
    this.otherCount = count;
  }

  private fillOther(table: TokenTable, i: number): void {
    const { form, apostrophe, suffix } = this;
    form[i] = formOf(table, i);
    if (table.flags[i] & TokenFlag.Suffixed) {
      apostrophe[i] = Apostrophe.Suffixed;
      suffix[i] = this.hashOf(table, table.stemEnd[i] + 1, table.end[i]);
    } else if (form[i] === APOSTROPHE && isLoose(table, i)) {
      apostrophe[i - 1] = Apostrophe.Loose;
      suffix[i - 1] = this.hashOf(table, table.start[i + 1], table.end[i + 1]);
    }
  }

  /** Finds the rows of the tokens that open ones look at: in one short loop, in which the processor waits for several at once. */
  findRows(table: TokenTable, opens: Int32Array, openCount: number): void {
    const { row, form, middle, near, words } = this;
    let count = 0;
    let done = 0;
    for (let n = 0; n < openCount; n++) {
      const end = Math.min(opens[n] + WINDOW + 1, table.length);
      for (let i = Math.max(done, opens[n] - WINDOW); i < end; i++) near[count++] = i;
      done = end;
    }
    words.readAhead(table, form, near, count);
    for (let k = 0; k < count; k++) row[near[k]] = words.rowOf(table, near[k], form[near[k]]) * WORD_STRIDE;
    for (let k = 0; k < count; k++) middle[near[k]] = words.rows[row[near[k]] + Word.Middle];
  }

  /** The rows of the words around open token i within its sentence, WINDOW on each side, or the edge's. */
  rowsAround(table: TokenTable, i: number, out: Int32Array): void {
    const { row } = this;
    const sentence = table.sentence[i];
    const first = table.sentenceStart[sentence];
    const end = table.sentenceStart[sentence + 1];
    for (let k = 0; k < out.length; k++) {
      const at = i + k - WINDOW;
      out[k] = at < first || at >= end ? EDGE_ROW : row[at];
    }
  }

  private runs(table: TokenTable): void {
    const { form, runStart, runEnd, apostrophe, others, otherCount } = this;
    const { length, sentence } = table;
    runStart.fill(-1, 0, length);
    runEnd.fill(-1, 0, length);
    let end = 0;
    for (let k = 0; k < otherCount; k++) {
      const start = others[k];
      if (start < end || !isCapitalForm(form[start])) continue;
      end = start + 1;
      while (
        end < length &&
        isCapitalForm(form[end]) &&
        sentence[end] === sentence[start] &&
        apostrophe[end - 1] === Apostrophe.None
      )
        end++;
      for (let i = start; i < end; i++) {
        runStart[i] = start;
        runEnd[i] = end;
      }
    }
  }

  private hashOf(table: TokenTable, start: number, end: number): number {
    if (this.scratch.length < end - start) this.scratch = new Uint16Array(2 * (end - start));
    const n = foldInto(table.text, start, end, this.scratch);
    let h = 1;
    for (let k = 0; k < n; k++) h = mix(h, this.scratch[k]);
    return h;
  }

  private reserve(length: number): void {
    if (this.row.length >= length) return;
    const room = length + (length >> 1) + 64;
    this.row = new Int32Array(room);
    this.near = new Int32Array(room);
    this.middle = new Int32Array(room);
    this.form = new Uint8Array(room);
    this.others = new Int32Array(room);
    this.apostrophe = new Uint8Array(room);
    this.suffix = new Int32Array(room);
    this.runStart = new Int32Array(room);
    this.runEnd = new Int32Array(room);
    this.names = new Int32Array(room);
    this.clues = new Int32Array(room);
    this.list = new Int32Array(room);
    this.covered = new Uint8Array(room);
  }
}

/** Whether an apostrophe stands between a word and its suffix, all as tokens of their own, as some corpora are cut. */
function isLoose({ kind, shape, flags, start, end, length }: TokenTable, i: number): boolean {
  return (
    i > 0 &&
    i + 1 < length &&
    end[i] - start[i] === 1 &&
    kind[i - 1] === TokenKind.Word &&
    (flags[i - 1] & TokenFlag.Suffixed) === 0 &&
    kind[i + 1] === TokenKind.Word &&
    shape[i + 1] === CaseShape.Lower &&
    end[i + 1] - start[i + 1] <= 6
  );
}

function isCapitalForm(form: number): boolean {
  return form >= 2 && form <= LAST_CAPITAL;
}
