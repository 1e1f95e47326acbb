/** Classes of UTF-16 code units, as the tokenizer needs them. */
export const CharClass = {
  Other: 1,
  Lower: 2,
  Upper: 3,
  /** Letters without case (Arabic, Hebrew, Han ...). */
  Letter: 4,
  Digit: 5,
  Apostrophe: 6,
  Space: 7,
  Newline: 8,
  /** Combining marks and invisible characters inside words: soft hyphen, zero-width characters. */
  Mark: 9,
  /** One half of a surrogate pair; emoji are made of these. */
  Surrogate: 10,
} as const;

/** All apostrophes met in news: ASCII, right and left quote, grave, acute, modifier, full-width, and the broken windows-1252 byte. */
const APOSTROPHES = [0x27, 0x2019, 0x2018, 0x60, 0xb4, 0x2bc, 0xff07, 0x92];
// U+0085 is no newline here: in news it is the windows-1252 ellipsis read as Latin-1.
const NEWLINES = [0x0a, 0x0d, 0x0b, 0x0c, 0x2028, 0x2029];
const INVISIBLE = [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x200e, 0x200f];

const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
const DIGIT = /\p{Nd}/u;
const SPACE = /\s/u;

/** Class of each code unit for hot loops; 0 means: not yet classified. Filled on first sight, so that start-up pays for nothing. */
export const classes = new Uint8Array(0x10000);
for (const code of APOSTROPHES) classes[code] = CharClass.Apostrophe;
for (const code of NEWLINES) classes[code] = CharClass.Newline;
for (const code of INVISIBLE) classes[code] = CharClass.Mark;

/** Gives the {@link CharClass} of a UTF-16 code unit. */
export function classOf(code: number): number {
  return classes[code] || classify(code);
}

function classify(code: number): number {
  const found = compute(code);
  classes[code] = found;
  return found;
}

/** Units below this that have two cases are letters; above there are numerals and signs as well. */
const CASED_LETTERS = 0x250;
/** Dashes, quotation marks and dots: units from the first to the last are of no class. */
const SIGNS = { first: 0x2010, last: 0x2027 } as const;

/** Works out a class. What most texts are made of is told without the expressions, whose compilation a short text would wait for. */
function compute(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return CharClass.Surrogate;
  if (code < 0x80) return classOfAscii(code);
  if (code >= SIGNS.first && code <= SIGNS.last) return CharClass.Other;
  const char = String.fromCharCode(code);
  const lower = char.toLocaleLowerCase('tr');
  const cased = lower !== char.toLocaleUpperCase('tr');
  if ((cased && code < CASED_LETTERS) || LETTER.test(char)) {
    if (!cased) return CharClass.Letter;
    return char === lower ? CharClass.Lower : CharClass.Upper;
  }
  if (MARK.test(char)) return CharClass.Mark;
  if (DIGIT.test(char)) return CharClass.Digit;
  if (SPACE.test(char)) return CharClass.Space;
  return CharClass.Other;
}

function classOfAscii(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return CharClass.Lower;
  if (code >= 0x41 && code <= 0x5a) return CharClass.Upper;
  if (code >= 0x30 && code <= 0x39) return CharClass.Digit;
  return code === 0x20 || code === 0x09 ? CharClass.Space : CharClass.Other;
}

/** Is the code unit a character without width (soft hyphen, zero-width space ...), and no combining mark? */
export function isInvisible(code: number): boolean {
  return classOf(code) === CharClass.Mark && INVISIBLE.includes(code);
}

/** Is the code unit an apostrophe of any of the written forms? */
export function isApostrophe(code: number): boolean {
  return classOf(code) === CharClass.Apostrophe;
}

/** Is the code unit a letter, with or without case? */
export function isLetter(code: number): boolean {
  const c = classOf(code);
  return c === CharClass.Lower || c === CharClass.Upper || c === CharClass.Letter;
}

/** Is the code unit an upper-case letter? */
export function isUpper(code: number): boolean {
  return classOf(code) === CharClass.Upper;
}

/** Is the code unit a lower-case letter? */
export function isLower(code: number): boolean {
  return classOf(code) === CharClass.Lower;
}

/** Is the code unit a decimal digit? */
export function isDigit(code: number): boolean {
  return classOf(code) === CharClass.Digit;
}
