import { CharClass, classes, classOf } from '../text/chars.js';
import { foldCode } from '../text/fold.js';
import { addToCheck, addToHash, EMPTY_CHECK, EMPTY_HASH } from '../text/hash.js';
import { CaseShape, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { isAbbreviationHash } from './abbreviations.js';
import { nextToken } from './table.js';

/**
 * The short way through the tokenizer for the words most texts are made of: cased letters, or such a stem with an apostrophe and a suffix
 * in small letters, before white space or a mark that cannot belong to a word. Stem, case and hashes are worked out while the letters are
 * read. It decides nothing anew: what it takes, `wordEnd` and `addToken` would have taken as the same token (the tests compare them).
 */

const DOT = 0x2e;
const COLON = 0x3a;
const SLASH = 0x2f;
const SMALL_S = 0x73;

/** A stem of this length or more takes a suffix after its apostrophe; shorter ones may be O', Kur' or ta'. */
const SHORTEST_STEM = 4;
/** A stop after capitals, no more than so many, may be that of an initial or an ordinal in Roman digits. */
const LONGEST_ORDINAL = 5;

/** A capital, above the comparison form of a letter. */
const CAPITAL = 1 << 16;
const NO_LETTER = -1;
/** Of each code unit what a plain word needs of a cased letter, in one look; 0 means: not yet worked out. */
const letters = new Int32Array(0x10000);

function letterOf(code: number): number {
  const c = classOf(code);
  let letter = NO_LETTER;
  if (c === CharClass.Lower) letter = foldCode(code);
  else if (c === CharClass.Upper) letter = foldCode(code) | CAPITAL;
  letters[code] = letter;
  return letter;
}

/** Appends the plain word that starts at `start` and gives its end; -1, and no token, when the word may not be plain. */
export function addPlainWord(table: TokenTable, start: number, flags: number): number {
  const { text } = table;
  const limit = text.length;
  let hash = EMPTY_HASH;
  let check = EMPTY_CHECK;
  let upper = 0;
  let stemEnd = start;
  for (; stemEnd < limit; stemEnd++) {
    const code = text.charCodeAt(stemEnd);
    const letter = letters[code] || letterOf(code);
    if (letter < 0) break;
    upper += letter >>> 16;
    const unit = letter & 0xffff;
    hash = addToHash(hash, unit);
    check = addToCheck(check, unit);
  }
  const end = stemEnd < limit ? plainEnd(text, start, stemEnd) : limit;
  if (end < 0) return -1;
  const capital = letters[text.charCodeAt(start)] >= CAPITAL;
  if (end === stemEnd && end < limit && text.charCodeAt(end) === DOT) {
    if (upper === end - start && upper <= LONGEST_ORDINAL) return -1;
    if (isAbbreviationHash(hash, check, capital)) return -1;
  }
  const i = nextToken(table);
  table.start[i] = start;
  table.end[i] = end;
  table.stemEnd[i] = stemEnd;
  table.kind[i] = TokenKind.Word;
  table.shape[i] = shapeOf(upper, stemEnd - start, capital);
  table.flags[i] = stemEnd < end ? flags | TokenFlag.Suffixed : flags;
  table.hash[i] = hash;
  table.check[i] = check;
  return end;
}

/** What `caseShape` gives for nothing but cased letters. */
function shapeOf(upper: number, length: number, startsUpper: boolean): number {
  if (upper === 0) return CaseShape.Lower;
  if (upper === length) return upper === 1 ? CaseShape.Initials : CaseShape.Upper;
  return upper === 1 && startsUpper ? CaseShape.Title : CaseShape.Mixed;
}

/** The end of a word whose letters end at `stemEnd`, before the end of the text; -1 when it may go on or be part of an address. */
function plainEnd(text: string, start: number, stemEnd: number): number {
  const limit = text.length;
  let end = stemEnd;
  if (classes[text.charCodeAt(stemEnd)] === CharClass.Apostrophe) {
    if (stemEnd - start < SHORTEST_STEM) return -1;
    end++;
    while (end < limit && classes[text.charCodeAt(end)] === CharClass.Lower) end++;
    const letters = end - stemEnd - 1;
    // The s of Moody's is no suffix.
    if (letters === 0 || (letters === 1 && text.charCodeAt(end - 1) === SMALL_S)) return -1;
    if (end === limit) return end;
  }
  const code = text.charCodeAt(end);
  const c = classes[code];
  if (c === CharClass.Space || c === CharClass.Newline) return end;
  if (c !== CharClass.Other) return -1;
  if (code === DOT) return isPlainStop(text, end) ? end : -1;
  if (code === COLON) return end + 1 < limit && text.charCodeAt(end + 1) === SLASH ? -1 : end;
  return isJoiner(code) ? -1 : end;
}

/** May the mark join a word to what follows: hyphens, AT&T, host names and e-mail addresses? */
function isJoiner(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011 || code === 0x26 || code === 0x40 || code === 0x5f;
}

/** Is the stop at `dot` surely not inside a word or address? */
function isPlainStop(text: string, dot: number): boolean {
  if (dot + 1 === text.length) return true;
  const c = classes[text.charCodeAt(dot + 1)];
  return c === CharClass.Space || c === CharClass.Newline;
}
