import { foldInto } from '../text/fold.js';
import { TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { WINDOW } from './features.js';
import { formOf, LAST_CAPITAL } from './form.js';
import { mix } from './mix.js';
import { EDGE_ROW, WORD_STRIDE, type WordCache } from './words.js';

/** Values of {@link Columns.apostrophe}. */
export const Apostrophe = { None: 0, Suffixed: 1, Loose: 2 } as const;

/** What the tagger knows of each token of one document beside the token table; reused from document to document. */
export class Columns {
  /** Offset of the token's row in the word cache; -1 until it is asked for. */
  private row = new Int32Array(0);
  private words: WordCache;
  form = new Uint8Array(0);
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
    const { length, flags, stemEnd, end } = table;
    this.reserve(length);
    this.words.beginDocument(table.length);
    this.row.fill(-1, 0, length);
    const { form, apostrophe, suffix } = this;
    for (let i = 0; i < length; i++) {
      form[i] = formOf(table, i);
      suffix[i] = 0;
      apostrophe[i] = Apostrophe.None;
      if (flags[i] & TokenFlag.Suffixed) {
        apostrophe[i] = Apostrophe.Suffixed;
        suffix[i] = this.hashOf(table, stemEnd[i] + 1, end[i]);
      } else if (this.looseSuffix(table, i)) {
        apostrophe[i] = Apostrophe.Loose;
        suffix[i] = this.hashOf(table, table.start[i + 2], end[i + 2]);
      }
    }
    this.runs(table);
  }

  /** The row of token i in the word cache. */
  rowOf(table: TokenTable, i: number): number {
    if (this.row[i] < 0) this.row[i] = this.words.rowOf(table, i, this.form[i]) * WORD_STRIDE;
    return this.row[i];
  }

  /** The row at a distance within the sentence of token i, or the edge's. */
  rowAt(table: TokenTable, i: number, distance: number): number {
    const at = i + distance;
    return at < 0 || at >= table.length || table.sentence[at] !== table.sentence[i] ? EDGE_ROW : this.rowOf(table, at);
  }

  /** The rows of the words around token i within its sentence, WINDOW on each side, or the edge's. */
  rowsAround(table: TokenTable, i: number, out: Int32Array): void {
    const { row } = this;
    const sentence = table.sentence[i];
    const first = table.sentenceStart[sentence];
    const end = table.sentenceStart[sentence + 1];
    for (let k = 0; k < out.length; k++) {
      const at = i + k - WINDOW;
      out[k] = at < first || at >= end ? EDGE_ROW : row[at] >= 0 ? row[at] : this.rowOf(table, at);
    }
  }

  private runs(table: TokenTable): void {
    const { form, runStart, runEnd, apostrophe } = this;
    const { length, sentence } = table;
    for (let i = 0; i < length; ) {
      if (!isCapitalForm(form[i])) {
        runStart[i] = -1;
        runEnd[i] = -1;
        i++;
        continue;
      }
      let end = i + 1;
      while (
        end < length &&
        isCapitalForm(form[end]) &&
        sentence[end] === sentence[i] &&
        apostrophe[end - 1] === Apostrophe.None
      )
        end++;
      for (let k = i; k < end; k++) {
        runStart[k] = i;
        runEnd[k] = end;
      }
      i = end;
    }
  }

  /** Whether the word is followed by an apostrophe and a suffix as tokens of their own, as some corpora are cut. */
  private looseSuffix(table: TokenTable, i: number): boolean {
    if (i + 2 >= table.length || table.kind[i] !== TokenKind.Word || table.kind[i + 2] !== TokenKind.Word) return false;
    return (
      this.isApostropheToken(table, i + 1) && table.shape[i + 2] === 1 && table.end[i + 2] - table.start[i + 2] <= 6
    );
  }

  private isApostropheToken(table: TokenTable, i: number): boolean {
    return table.kind[i] === TokenKind.Punct && table.end[i] - table.start[i] === 1 && formOf(table, i) === 64;
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
    this.form = new Uint8Array(room);
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

function isCapitalForm(form: number): boolean {
  return form >= 2 && form <= LAST_CAPITAL;
}
