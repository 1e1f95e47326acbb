import type { FeatureBuffer } from './feature-buffer.js';
import { Word } from './words.js';

/** Words on each side that a token's features look at. */
export const WINDOW = 2;

/** Templates about one word: a block a distance, the token itself in the middle. */
export const WORD_BLOCK = 32;

/** Templates of a block. Prefixes and suffixes of other lengths follow the first, in the order of their columns. */
export const WordTemplate = {
  Fold: 0,
  Middle: 1,
  Form: 2,
  Prefix2: 3,
  Prefix4: 5,
  Suffix2: 6,
  Suffix5: 9,
  Fine: 16,
  Coarse: 17,
  FoldForm: 18,
  UsageForm: 19,
  CoarseForm: 20,
  PatternForm: 21,
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
  putAffixes(rows, row, Word.Suffix3, Word.Suffix5, base, out);
  if (distance !== 0) return;
  putAffixes(rows, row, Word.Prefix2, Word.Suffix2, base, out);
  out.put(base + WordTemplate.FoldForm, fold ^ form);
  out.put(base + WordTemplate.UsageForm, rows[row + Word.Usage] * 128 + form);
  out.put(base + WordTemplate.CoarseForm, rows[row + Word.Coarse] * 128 + form);
  out.put(base + WordTemplate.PatternForm, rows[row + Word.Pattern] * 128 + form);
}

/** Puts the prefixes and suffixes in the columns from the first to the last. */
function putAffixes(
  rows: Int32Array,
  row: number,
  first: number,
  last: number,
  base: number,
  out: FeatureBuffer,
): void {
  for (let k = first; k <= last; k++)
    if (rows[row + k] !== 0) out.put(base + WordTemplate.Prefix2 + k - Word.Prefix2, rows[row + k]);
}
