import { WINDOW, Word } from '../layout';
import { WORD_BLOCK, WordTemplate } from '../templates';
import { Ints, ints } from './arrays';
import { mix } from './hash';

/** Features that wait to be looked up, or to be read by the host: their hashes and templates. */
export const ROOM: i32 = 4096;
/** Most features a token has. */
const MOST: i32 = 160;

export let hashes: Ints = changetype<Ints>(0);
export let templates: Ints = changetype<Ints>(0);
export let featureCount: i32 = 0;

export function initFeatures(): void {
  hashes = ints(ROOM);
  templates = ints(ROOM);
}

/** Forgets the features. */
export function clearFeatures(): void {
  featureCount = 0;
}

/** Whether there is no room for all the features of one more token. */
export function isFull(): bool {
  return featureCount + MOST > ROOM;
}

/** Adds the feature that a template makes of a value. */
export function put(template: i32, value: i32): void {
  const n = featureCount++;
  hashes[n] = mix(template + 1, value);
  templates[n] = template;
}

/**
 * Puts the features that depend on one word alone, seen from `distance` tokens away (0: the token itself). They are most of all features, and
 * their weights can be summed once a word.
 * @param row address of the word's row
 */
export function wordFeatures(row: usize, distance: i32): void {
  const word = changetype<Ints>(row);
  const base = (distance + WINDOW) * WORD_BLOCK;
  const form = word[Word.Form];
  const fold = word[Word.Fold];
  put(base + WordTemplate.Fold, fold);
  put(base + WordTemplate.Middle, word[Word.Middle]);
  put(base + WordTemplate.Form, form);
  if (distance < -1 || distance > 1) return;
  put(base + WordTemplate.Fine, word[Word.Fine]);
  put(base + WordTemplate.Coarse, word[Word.Coarse]);
  putAffixes(word, Word.Suffix3, Word.Suffix5, base);
  if (distance !== 0) return;
  putAffixes(word, Word.Prefix2, Word.Suffix2, base);
  put(base + WordTemplate.FoldForm, fold ^ form);
  put(base + WordTemplate.UsageForm, word[Word.Usage] * 128 + form);
  put(base + WordTemplate.CoarseForm, word[Word.Coarse] * 128 + form);
  put(base + WordTemplate.PatternForm, word[Word.Pattern] * 128 + form);
}

/** Puts the prefixes and suffixes in the columns from the first to the last. */
function putAffixes(word: Ints, first: i32, last: i32, base: i32): void {
  for (let k = first; k <= last; k++) if (word[k] !== 0) put(base + WordTemplate.Prefix2 + k - Word.Prefix2, word[k]);
}
