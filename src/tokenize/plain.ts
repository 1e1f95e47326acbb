import { CharClass, classes, classOf } from '../text/chars.js';
import { foldCode } from '../text/fold.js';
import { addToCheck, addToHash, EMPTY_CHECK, EMPTY_HASH } from '../text/hash.js';
import { CaseShape, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { isAbbreviationHash } from './abbreviations.js';

/**
 * The short way through the tokenizer for what most texts are made of: words of cased letters, or such a stem with an apostrophe and a suffix
 * in small letters, before white space or a mark that cannot belong to a word; and marks. Stem, case and hashes are worked out while the
 * letters are read. It decides nothing anew: what it takes, the long way would have taken as the same tokens (the tests compare them).
 */

const DOT = 0x2e;
const COLON = 0x3a;
const SLASH = 0x2f;
const HASH = 0x23;
const AT = 0x40;
const SMALL_S = 0x73;

/** A stem of this length or more takes a suffix after its apostrophe; shorter ones may be O', Kur' or ta'. */
const SHORTEST_STEM = 4;
/** Most letters of an ordinal in Roman digits. */
const LONGEST_ORDINAL = 5;

/** A capital, above the comparison form of a letter. */
const CAPITAL = 1 << 16;
/** Of each code unit in one look: what a plain word needs of a cased letter, of others the class below zero; 0 means: not yet worked out. */
const letters = new Int32Array(0x10000);

function letterOf(code: number): number {
  const c = classOf(code);
  let letter: number = -c;
  if (c === CharClass.Lower) letter = foldCode(code);
  else if (c === CharClass.Upper) letter = foldCode(code) | CAPITAL;
  letters[code] = letter;
  return letter;
}

/**
 * Appends the plain words and marks that follow the end of a token at `from`, or the start of the text, and gives the end of the last one;
 * `from` when the next token may not be plain, or there is no room for it.
 */
export function addPlainTokens(table: TokenTable, from: number): number {
  const { text, start, end, stemEnd, kind, shape, flags, hash, check } = table;
  const limit = text.length;
  const room = start.length;
  let i = table.length;
  let last = from;
  let before: number = from === 0 ? TokenFlag.LineStart : 0;
  let at = from;
  while (at < limit && i < room) {
    let code = text.charCodeAt(at);
    let letter = letters[code] || letterOf(code);
    const first = at;
    if (letter < 0) {
      at++;
      if (letter === -CharClass.Space) {
        before |= TokenFlag.SpaceBefore;
        continue;
      }
      if (letter === -CharClass.Newline) {
        before |= TokenFlag.LineStart | TokenFlag.SpaceBefore;
        continue;
      }
      if (letter !== -CharClass.Other && letter !== -CharClass.Apostrophe) break;
      if (code === AT || code === HASH || (code === DOT && at < limit && text.charCodeAt(at) === DOT)) break;
      const unit = foldCode(code);
      stemEnd[i] = at;
      kind[i] = TokenKind.Punct;
      shape[i] = CaseShape.None;
      hash[i] = addToHash(EMPTY_HASH, unit);
      check[i] = addToCheck(EMPTY_CHECK, unit);
    } else {
      const capital = letter >= CAPITAL;
      let upper = 0;
      let h = EMPTY_HASH;
      let c = EMPTY_CHECK;
      do {
        upper += letter >>> 16;
        const unit = letter & 0xffff;
        h = addToHash(h, unit);
        c = addToCheck(c, unit);
        if (++at === limit) break;
        code = text.charCodeAt(at);
        letter = letters[code] || letterOf(code);
      } while (letter > 0);
      const stem = at;
      if (at < limit && letter !== -CharClass.Space && letter !== -CharClass.Newline) {
        at = plainEnd(text, first, stem);
        if (at < 0) break;
        if (at > stem) before |= TokenFlag.Suffixed;
        else if (code === DOT && (mayBeOrdinal(upper, stem - first) || isAbbreviationHash(h, c, capital))) break;
      }
      stemEnd[i] = stem;
      kind[i] = TokenKind.Word;
      shape[i] = shapeOf(upper, stem - first, capital);
      hash[i] = h;
      check[i] = c;
    }
    start[i] = first;
    end[i] = at;
    flags[i] = before;
    before = 0;
    last = at;
    i++;
  }
  table.length = i;
  return last;
}

/** May the stop after a word of so many capitals among its letters be that of an initial or an ordinal in Roman digits? */
function mayBeOrdinal(upper: number, length: number): boolean {
  return upper === length && upper <= LONGEST_ORDINAL;
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
