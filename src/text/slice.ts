import { CharClass, classOf, isUpper } from './chars.js';
import { upperCode } from './fold.js';

/**
 * Gives the part of a word that its first `units` key units stand for: the inverse of `foldInto` for lengths. Invisible characters and
 * combining marks after the last unit belong to it.
 */
export function sliceOfUnits(text: string, start: number, end: number, units: number): string {
  let i = start;
  for (let n = 0; i < end; i++) {
    if (classOf(text.charCodeAt(i)) === CharClass.Mark) continue;
    if (n === units) break;
    n++;
  }
  return text.slice(start, i);
}

/** Replaces a word's last letter with its marks, in the case the word has there (Bakanlığ and k give Bakanlık). */
export function replaceLast(word: string, code: number): string {
  let last = word.length - 1;
  while (last > 0 && classOf(word.charCodeAt(last)) === CharClass.Mark) last--;
  const capital = isUpper(word.charCodeAt(last));
  return word.slice(0, last) + String.fromCharCode(capital ? upperCode(code) : code);
}

/** Removes soft hyphens and zero-width characters, and folds white space to single blanks: a name as one would print it. */
export function cleanName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
