import { isApostrophe, isLetter, isLower, isUpper } from '../text/chars.js';
import { foldKey } from '../text/fold.js';

/** Words that hold an apostrophe themselves. */
const WHOLE_WORDS = new Set(["kur'an", "san'at", "mes'ut", "ma'ruf", "ta'lik", "er'at"]);

/**
 * Finds where the stem of a word ends: at the apostrophe that begins a suffix (`Ankara'da`, `PKK'NIN`), or at the end of the word when its
 * apostrophes are part of the name (`O'Neill`, `Moody's`, `Kur'an`). `start` and `end` bound the word in `text`.
 */
export function findStemEnd(text: string, start: number, end: number): number {
  for (let i = start + 1; i < end - 1; i++) {
    if (!isApostrophe(text.charCodeAt(i))) continue;
    if (!isInner(text, start, i, end)) return i;
  }
  return end;
}

function isInner(text: string, start: number, apostrophe: number, end: number): boolean {
  const first = text.charCodeAt(apostrophe + 1);
  if (!isLetter(first)) return true;
  let suffixEnd = apostrophe + 1;
  while (suffixEnd < end && isLetter(text.charCodeAt(suffixEnd))) suffixEnd++;
  const next = text.charCodeAt(apostrophe + 2);
  // O'Neill, N'Diaye: a capital followed by a small letter starts a new part of a name.
  if (isUpper(first) && suffixEnd - apostrophe > 2 && isLower(next)) return true;
  // Moody's, McDonald's: the English genitive belongs to the name; no Turkish suffix is a lone s.
  if (suffixEnd - apostrophe === 2 && (text[apostrophe + 1] === 's' || text[apostrophe + 1] === 'S')) return true;
  if (apostrophe - start > 3) return false;
  return WHOLE_WORDS.has(`${foldKey(text.slice(start, apostrophe))}'${foldKey(text.slice(apostrophe + 1, suffixEnd))}`);
}
