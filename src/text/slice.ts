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
  return isClean(text) ? text : tidy(text);
}

/** Is the text sure to be clean: Latin letters without combining marks, and single blanks between words? */
function isClean(text: string): boolean {
  const { length } = text;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const blank = code === BLANK;
    if (code >= FIRST_COMBINING || code < BLANK || (code >= DELETE && code <= SOFT_HYPHEN)) return false;
    if (blank && (i === 0 || i === length - 1 || text.charCodeAt(i + 1) === BLANK)) return false;
  }
  return true;
}

const BLANK = 0x20;
const DELETE = 0x7f;
const SOFT_HYPHEN = 0xad;
/** From here on letters may compose with what stands before them; below, all text is in NFC. */
const FIRST_COMBINING = 0x300;

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
