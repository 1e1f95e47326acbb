import { TokenKind, type TokenTable } from '../types.js';
import type { Columns } from './columns.js';
import type { FeatureBuffer } from './feature-buffer.js';
import { mix } from './mix.js';
import { EDGE_ROW, Word } from './words.js';

/** Words on each side that a token's features look at. */
export const WINDOW = 2;

/** Templates about one word: a block a distance, the token itself in the middle. */
export const WORD_BLOCK = 32;

/** Templates of a block. The prefixes and suffixes lie at their column of the word cache. */
export const WordTemplate = {
  Fold: 0,
  Middle: 1,
  Form: 2,
  Fine: 16,
  Coarse: 17,
  FoldForm: 18,
  UsageForm: 19,
  CoarseForm: 20,
  PatternForm: 21,
} as const;

/** Templates that join several tokens. */
export const JointTemplate = {
  Before: 200,
  After: 201,
  MiddleBefore: 202,
  MiddleAfter: 203,
  FormBefore: 204,
  FormAfter: 205,
  FormAround: 206,
  FormsBefore: 207,
  FormsAfter: 208,
  Apostrophe: 209,
  Suffix: 210,
  SuffixAfter: 211,
} as const;

/** Templates about the lists. */
export const ListTemplate = {
  Name: 240,
  List: 241,
  NameForm: 242,
  Clue: 243,
  ClueForm: 244,
  NameBefore: 245,
  NameAfter: 246,
  ClueBefore: 247,
  ClueAfter: 248,
  ClueBeforeJoint: 249,
  ClueAfterJoint: 250,
} as const;

/** Templates of texts of one sentence. */
export const LonelyTemplate = {
  Form: 360,
  Fold: 361,
  Middle: 362,
  Name: 363,
  Clue: 364,
  Last: 365,
  LastMiddle: 366,
  LastClue: 367,
  TextStart: 368,
  TextEnd: 369,
  TextEdges: 370,
} as const;

/** Templates about the run of capitalised words around the token. */
export const RunTemplate = {
  Place: 280,
  Last: 281,
  First: 282,
  After: 283,
  Before: 284,
  LastEnding: 285,
  LastMiddle: 286,
  FirstMiddle: 287,
  AfterMiddle: 288,
  BeforeMiddle: 289,
  Suffix: 290,
  LastClue: 291,
  FirstClue: 292,
  AfterClue: 293,
  BeforeClue: 294,
} as const;

/**
 * Puts the features that depend on one word alone, seen from `distance` tokens away (0: the token itself). They are most
 * of all features, and their weights can be summed once a word.
 *
 * @param rows the rows of the word cache
 * @param row offset of the word's row
 */
export function wordFeatures(rows: Int32Array, row: number, distance: number, out: FeatureBuffer): void {
  const base = (distance + WINDOW) * WORD_BLOCK;
  const form = rows[row + Word.Form];
  const fold = rows[row + Word.Fold];
  out.put(base + WordTemplate.Fold, fold);
  out.put(base + WordTemplate.Middle, rows[row + Word.Middle]);
  out.put(base + WordTemplate.Form, form);
  if (distance < -1 || distance > 1) return;
  out.put(base + WordTemplate.Fine, rows[row + Word.Fine]);
  out.put(base + WordTemplate.Coarse, rows[row + Word.Coarse]);
  for (let k: number = Word.Suffix3; k <= Word.Suffix5; k++) if (rows[row + k] !== 0) out.put(base + k, rows[row + k]);
  if (distance !== 0) return;
  for (let k: number = Word.Prefix2; k <= Word.Suffix2; k++) if (rows[row + k] !== 0) out.put(base + k, rows[row + k]);
  out.put(base + WordTemplate.FoldForm, fold ^ form);
  out.put(base + WordTemplate.UsageForm, rows[row + Word.Usage] * 128 + form);
  out.put(base + WordTemplate.CoarseForm, rows[row + Word.Coarse] * 128 + form);
  out.put(base + WordTemplate.PatternForm, rows[row + Word.Pattern] * 128 + form);
}

/** Puts the features of token i that join several tokens. */
export function jointFeatures(
  table: TokenTable,
  columns: Columns,
  rows: Int32Array,
  i: number,
  out: FeatureBuffer,
): void {
  neighbourFeatures(table, columns, rows, i, out);
  listFeatures(table, columns, i, out);
  runFeatures(table, columns, rows, i, out);
  if (table.sentenceStart.length === 2) {
    const kind = isFragment(table) ? FRAGMENT : 0;
    lonelyFeatures(columns, rows, i, kind, out);
    textFeatures(table, columns, rows, i, out);
  }
}

/** Mixed into the features of texts that end without a stop. */
const FRAGMENT = 0x5f356495;

/** What a text of one sentence begins and ends with: a page title's `( futbolcu )` says what the title names. */
function textFeatures(table: TokenTable, columns: Columns, rows: Int32Array, i: number, out: FeatureBuffer): void {
  let last = table.length - 1;
  while (last > 0 && table.kind[last] === TokenKind.Punct) last--;
  const form = rows[columns.row[i] + Word.Form];
  const place = (i === 0 ? 1 : 0) + (i === table.length - 1 ? 2 : 0) + (i > last ? 4 : 0);
  const edges = columns.form[0] * 128 + columns.form[table.length - 1];
  out.put(LonelyTemplate.TextStart, mix(rows[columns.row[0] + Word.Fold], form));
  out.put(LonelyTemplate.TextEnd, mix(rows[columns.row[last] + Word.Fold], place));
  out.put(LonelyTemplate.TextEdges, mix(edges, form * 8 + place));
}

/** Whether the text ends without a stop, as headlines and cut-out sentences do. */
function isFragment(table: TokenTable): boolean {
  const last = table.length - 1;
  return last < 0 || table.kind[last] !== TokenKind.Punct;
}

/** What holds only where one sentence is all there is: no document says what its words are elsewhere. */
function lonelyFeatures(columns: Columns, rows: Int32Array, i: number, kind: number, out: FeatureBuffer): void {
  const row = columns.row[i];
  out.put(LonelyTemplate.Form, kind ^ rows[row + Word.Form]);
  out.put(LonelyTemplate.Fold, kind ^ rows[row + Word.Fold]);
  out.put(LonelyTemplate.Middle, kind ^ rows[row + Word.Middle]);
  out.put(LonelyTemplate.Name, kind ^ columns.names[i]);
  out.put(LonelyTemplate.Clue, kind ^ columns.clues[i]);
  const start = columns.runStart[i];
  if (start < 0) return;
  const last = columns.runEnd[i] - 1;
  const place = (i === start ? 1 : 0) + (i === last ? 2 : 0);
  out.put(LonelyTemplate.Last, kind ^ (rows[columns.row[last] + Word.Fold] + place));
  out.put(LonelyTemplate.LastMiddle, kind ^ (rows[columns.row[last] + Word.Middle] * 4 + place));
  out.put(LonelyTemplate.LastClue, kind ^ (columns.clues[last] * 4 + place));
}

function neighbourFeatures(table: TokenTable, columns: Columns, rows: Int32Array, i: number, out: FeatureBuffer): void {
  const row = columns.row[i];
  const before = columns.rowAt(table, i, -1);
  const after = columns.rowAt(table, i, 1);
  const fold = rows[row + Word.Fold];
  const form = rows[row + Word.Form];
  const middle = rows[row + Word.Middle];
  const formBefore = rows[before + Word.Form];
  const formAfter = rows[after + Word.Form];
  out.put(JointTemplate.Before, mix(rows[before + Word.Fold], fold));
  out.put(JointTemplate.After, mix(fold, rows[after + Word.Fold]));
  out.put(JointTemplate.MiddleBefore, mix(rows[before + Word.Middle], middle));
  out.put(JointTemplate.MiddleAfter, mix(middle, rows[after + Word.Middle]));
  out.put(JointTemplate.FormBefore, formBefore * 128 + form);
  out.put(JointTemplate.FormAfter, form * 128 + formAfter);
  out.put(JointTemplate.FormAround, (formBefore * 128 + form) * 128 + formAfter);
  out.put(JointTemplate.FormsBefore, (rows[columns.rowAt(table, i, -2) + Word.Form] * 128 + formBefore) * 128 + form);
  out.put(JointTemplate.FormsAfter, (form * 128 + formAfter) * 128 + rows[columns.rowAt(table, i, 2) + Word.Form]);
  const apostropheAfter = after === EDGE_ROW ? 3 : columns.apostrophe[i + 1];
  out.put(JointTemplate.Apostrophe, (columns.apostrophe[i] * 4 + apostropheAfter) * 128 + form);
  if (columns.suffix[i] !== 0) out.put(JointTemplate.Suffix, columns.suffix[i]);
  if (after !== EDGE_ROW && columns.suffix[i + 1] !== 0) out.put(JointTemplate.SuffixAfter, columns.suffix[i + 1]);
}

/** What the lists say about token i and its neighbours. */
function listFeatures(table: TokenTable, columns: Columns, i: number, out: FeatureBuffer): void {
  const { names, clues, list, form } = columns;
  const { sentence } = table;
  const name = names[i];
  const clue = clues[i];
  const left = i > 0 && sentence[i - 1] === sentence[i];
  const right = i + 1 < table.length && sentence[i + 1] === sentence[i];
  if (name !== 0) {
    out.put(ListTemplate.Name, name);
    out.put(ListTemplate.List, list[i]);
    out.put(ListTemplate.NameForm, name * 128 + form[i]);
  }
  if (clue !== 0) {
    out.put(ListTemplate.Clue, clue);
    out.put(ListTemplate.ClueForm, clue * 128 + form[i]);
  }
  if (left && names[i - 1] !== 0) out.put(ListTemplate.NameBefore, names[i - 1]);
  if (right && names[i + 1] !== 0) out.put(ListTemplate.NameAfter, names[i + 1]);
  const before = left ? clues[i - 1] : 0;
  const after = right ? clues[i + 1] : 0;
  if (before !== 0) out.put(ListTemplate.ClueBefore, before);
  if (after !== 0) out.put(ListTemplate.ClueAfter, after);
  if ((clue | name) === 0) return;
  if (before !== 0) out.put(ListTemplate.ClueBeforeJoint, mix(before, mix(clue, name)));
  if (after !== 0) out.put(ListTemplate.ClueAfterJoint, mix(after, mix(clue, name)));
}

/** The run of capitalised words around token i: its edges, and what stands before and after it. */
function runFeatures(table: TokenTable, columns: Columns, rows: Int32Array, i: number, out: FeatureBuffer): void {
  const start = columns.runStart[i];
  if (start < 0) return;
  const last = columns.runEnd[i] - 1;
  const place = (i === start ? 1 : 0) + (i === last ? 2 : 0);
  const firstRow = columns.row[start];
  const lastRow = columns.row[last];
  const before = columns.rowAt(table, start, -1);
  const after = columns.rowAt(table, last, 1);
  out.put(RunTemplate.Place, Math.min(i - start, 3) * 4 + Math.min(last - i, 3));
  out.put(RunTemplate.Last, rows[lastRow + Word.Fold] + place);
  out.put(RunTemplate.First, rows[firstRow + Word.Fold] + place);
  out.put(RunTemplate.After, rows[after + Word.Fold]);
  out.put(RunTemplate.Before, rows[before + Word.Fold]);
  out.put(RunTemplate.LastEnding, rows[lastRow + Word.Suffix4]);
  out.put(RunTemplate.LastMiddle, rows[lastRow + Word.Middle] * 4 + place);
  out.put(RunTemplate.FirstMiddle, rows[firstRow + Word.Middle] * 4 + place);
  out.put(RunTemplate.AfterMiddle, rows[after + Word.Middle] * 4 + place);
  out.put(RunTemplate.BeforeMiddle, rows[before + Word.Middle] * 4 + place);
  out.put(RunTemplate.Suffix, columns.suffix[last] + Math.min(last - i, 2));
  out.put(RunTemplate.LastClue, columns.clues[last] * 4 + place);
  out.put(RunTemplate.FirstClue, columns.clues[start] * 4 + place);
  if (after !== EDGE_ROW) out.put(RunTemplate.AfterClue, columns.clues[last + 1] * 4 + place);
  if (before !== EDGE_ROW) out.put(RunTemplate.BeforeClue, columns.clues[start - 1] * 4 + place);
}
