import { CharClass, classOf } from './chars.js';

/**
 * The one place where Turkish letters change case or are made equal.
 *
 * `lower` and `upper` are Turkish (I/ı, İ/i) and keep the length. `fold` makes the key names are compared by: lower case, one letter
 * for I, İ, ı, i (capitals-only and foreign texts do not keep the difference) and no accents that Turkish does not spell with.
 */
const LOWER = 0;
const UPPER = 1;
const FOLD = 2;
const tables = [new Uint16Array(0x10000), new Uint16Array(0x10000), new Uint16Array(0x10000)] as const;

/** Comparison form of each code unit for hot loops; 0 means: not yet worked out, ask {@link foldCode}. */
export const folds = tables[FOLD];

/** Letters kept apart from their plain form when folding: they tell Turkish words apart (kös/kos). */
const TURKISH_LETTERS = 'çğöşü';

function convert(which: number, code: number): number {
  return tables[which][code] || fill(which, code);
}

function fill(which: number, code: number): number {
  const char = String.fromCharCode(code);
  let out = which === UPPER ? char.toLocaleUpperCase('tr') : char.toLocaleLowerCase('tr');
  if (which === FOLD) {
    if (out === 'ı') out = 'i';
    if (!TURKISH_LETTERS.includes(out)) out = out.normalize('NFD').charAt(0);
  }
  // A conversion that changes the length (ß, ligatures) would move offsets: such letters stay as they are.
  const result = out.length === 1 && code !== 0 ? out.charCodeAt(0) : code;
  tables[which][code] = result;
  return result;
}

/** Gives the Turkish upper-case form of a UTF-16 code unit (i gives İ, ı gives I). */
export function upperCode(code: number): number {
  return convert(UPPER, code);
}

/** Gives the comparison form of a UTF-16 code unit. */
export function foldCode(code: number): number {
  return folds[code] || fill(FOLD, code);
}

function mapText(text: string, which: number): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(convert(which, text.charCodeAt(i)));
  return out;
}

/** Lower-cases Turkish text; the result has the same length. */
export function lower(text: string): string {
  return mapText(text, LOWER);
}

/** Upper-cases Turkish text; the result has the same length. */
export function upper(text: string): string {
  return mapText(text, UPPER);
}

/** Folds text for comparison, unit by unit; the result has the same length. */
export function fold(text: string): string {
  return mapText(text, FOLD);
}

/** Writes the first letter large and the rest small, in Turkish. */
export function titleCase(word: string): string {
  return upper(word.slice(0, 1)) + lower(word.slice(1));
}

/** Letters that a base letter and a following combining mark (NFD text) make together, where folding keeps them apart. */
const COMPOSED = new Map<number, number>();
for (const letter of TURKISH_LETTERS) {
  const [base, mark] = letter.normalize('NFD');
  COMPOSED.set((base.charCodeAt(0) << 16) | mark.charCodeAt(0), letter.charCodeAt(0));
}

/**
 * Folds a slice into code units of its comparison key and returns how many were written. Unlike {@link fold} it leaves out soft hyphens,
 * zero-width characters and combining marks, composing the Turkish letters of NFD text, so that all spellings of a word give one key.
 * Stops when `out` is full: it must hold `end - start` units to be sure of the whole key.
 */
export function foldInto(text: string, start: number, end: number, out: Uint16Array): number {
  let n = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80 || classOf(code) !== CharClass.Mark) {
      if (n === out.length) break;
      out[n++] = folds[code] || fill(FOLD, code);
    } else if (n > 0) {
      const composed = COMPOSED.get((out[n - 1] << 16) | code);
      if (composed !== undefined) out[n - 1] = composed;
    }
  }
  return n;
}

/** Work space for words; longer texts get their own. */
const word = new Uint16Array(256);

/** Gives the comparison key of a word as a string: what {@link foldInto} writes. */
export function foldKey(text: string): string {
  const out = text.length <= word.length ? word : new Uint16Array(text.length);
  const n = foldInto(text, 0, text.length, out);
  let key = '';
  let i = 0;
  // Eight at a time: fewer strings are made on the way.
  for (; i + 8 <= n; i += 8) {
    key += String.fromCharCode(
      out[i],
      out[i + 1],
      out[i + 2],
      out[i + 3],
      out[i + 4],
      out[i + 5],
      out[i + 6],
      out[i + 7],
    );
  }
  for (; i < n; i++) key += String.fromCharCode(out[i]);
  return key;
}
