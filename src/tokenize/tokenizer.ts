import { CharClass, classOf, isDigit, isInvisible, isLetter, isLower, isUpper } from '../text/chars.js';
import { lower } from '../text/fold.js';
import { TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { isAbbreviation } from './abbreviations.js';
import { ARTICLES } from './articles.js';
import { addPlainTokens } from './plain.js';
import { markSentences } from './sentences.js';
import { addToken, createTable } from './table.js';
import { findAddressEnd, isEmail, mayOpenUrl } from './url.js';

const DOT = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const HYPHEN = 0x2d;
const AMPERSAND = 0x26;
const AT = 0x40;
const HASH = 0x23;

function isHyphen(code: number): boolean {
  return code === HYPHEN || code === 0x2010 || code === 0x2011;
}

/** What may stand before a hyphen inside a name: an article, also run together with the word before it (Zeynü'l-), or `bin`. */
const JOINERS = new Set([...ARTICLES, 'ul', 'ür', 'üd', 'ül', 'üs', 'bin']);
const LONGEST_ARTICLE = 3;
/** Second halves that make one name with what stands before the hyphen: unions and associations (Türk-İş, Eğitim-Sen). */
const SHORT_TAILS = new Set(['iş', 'sen', 'der', 'bir', 'kur', 'bel']);
/** The Persian link vowel of older compounds: Mescid-i Aksa. */
const LINKS = new Set(['i', 'ı', 'u', 'ü', 'yi', 'yı', 'yu', 'yü']);

/** Reads text into tokens and sentences in one pass over its code units. Never fails: any string gives a table. */
export function tokenize(text: string): TokenTable {
  return tokenizeWith(text, addPlainTokens);
}

/** {@link tokenize} with another short way, or with one that takes nothing: what the tests compare the short way with. */
export function tokenizeWith(text: string, shortWay: typeof addPlainTokens): TokenTable {
  // News has a token to six or seven units: one text in eighty needs more room than this.
  const table = createTable(text, Math.ceil(text.length / 6) + 16);
  const limit = text.length;
  // Up to here no address starts but with `www.` or a scheme.
  let searched = 0;
  let i = 0;
  for (;;) {
    i = shortWay(table, i);
    let flags: number = i === 0 ? TokenFlag.LineStart : 0;
    for (; i < limit; i++) {
      const c = classOf(text.charCodeAt(i));
      if (c === CharClass.Space) flags |= TokenFlag.SpaceBefore;
      else if (c === CharClass.Newline) flags |= TokenFlag.LineStart | TokenFlag.SpaceBefore;
      // Invisible characters between words are no token.
      else if (c !== CharClass.Mark) break;
    }
    if (i === limit) break;
    const code = text.charCodeAt(i);
    const c = classOf(code);
    let kind: number;
    let end: number;
    if (c === CharClass.Lower || c === CharClass.Upper || c === CharClass.Letter) {
      const address = i >= searched || mayOpenUrl(text, i) ? findAddressEnd(text, i, limit) : -searched;
      if (address > 0) {
        kind = isEmail(text, i, address) ? TokenKind.Email : TokenKind.Url;
        end = suffixEnd(text, address, limit);
      } else {
        searched = -address;
        kind = TokenKind.Word;
        end = wordEnd(text, i, limit);
        // Invisible characters behind a word are no part of the name.
        while (isInvisible(text.charCodeAt(end - 1))) end--;
      }
    } else if (c === CharClass.Digit) {
      end = numberEnd(text, i, limit);
      kind = TokenKind.Number;
    } else if (c === CharClass.Surrogate) {
      end = emojiEnd(text, i, limit);
      kind = TokenKind.Symbol;
    } else if ((code === AT || code === HASH) && i + 1 < limit && isNameUnit(text.charCodeAt(i + 1))) {
      end = i + 1;
      while (end < limit && isNameUnit(text.charCodeAt(end))) end++;
      end = suffixEnd(text, end, limit);
      kind = code === AT ? TokenKind.Mention : TokenKind.Hashtag;
    } else {
      end = i + 1;
      if (code === DOT) while (end < limit && text.charCodeAt(end) === DOT) end++;
      kind = TokenKind.Punct;
    }
    addToken(table, i, end, kind, flags);
    i = end;
  }
  markSentences(table);
  return table;
}

/** Builds the table for tokens given from outside (one token stays one token), joined by single blanks, each list one sentence. */
export function tableOfTokens(sentences: readonly (readonly string[])[]): TokenTable {
  const text = sentences.map((tokens) => tokens.join(' ')).join('\n');
  const table = createTable(text, (text.length >> 2) + 16);
  const starts: number[] = [];
  let at = 0;
  for (const tokens of sentences) {
    starts.push(table.length);
    tokens.forEach((token, index) => {
      const flags = index === 0 ? TokenFlag.LineStart | TokenFlag.SpaceBefore : TokenFlag.SpaceBefore;
      addToken(table, at, at + token.length, kindOfToken(token), flags);
      at += token.length + 1;
    });
    if (tokens.length === 0) at++;
  }
  markSentences(table, starts);
  return table;
}

function kindOfToken(token: string): number {
  for (let i = 0; i < token.length; i++) {
    const code = token.charCodeAt(i);
    if (isDigit(code)) return TokenKind.Number;
    if (isLetter(code)) {
      if (token[0] === '@') return TokenKind.Mention;
      if (token[0] === '#') return TokenKind.Hashtag;
      if (findAddressEnd(token, 0, token.length) <= 0) return TokenKind.Word;
      return isEmail(token, 0, token.length) ? TokenKind.Email : TokenKind.Url;
    }
  }
  return TokenKind.Punct;
}

function isNameUnit(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x5f;
}

/** Extends a token by an apostrophe and the letters after it: `www.site.com.tr'nin`. */
function suffixEnd(text: string, end: number, limit: number): number {
  if (end + 1 >= limit || classOf(text.charCodeAt(end)) !== CharClass.Apostrophe || !isLetter(text.charCodeAt(end + 1)))
    return end;
  let i = end + 1;
  while (i < limit && isLetter(text.charCodeAt(i))) i++;
  return i;
}

/** Finds the end of a word that starts at `start`, suffix included. */
function wordEnd(text: string, start: number, limit: number): number {
  let i = start;
  while (i < limit) {
    const code = text.charCodeAt(i);
    const c = classOf(code);
    if (
      c === CharClass.Lower ||
      c === CharClass.Upper ||
      c === CharClass.Letter ||
      c === CharClass.Digit ||
      c === CharClass.Mark
    ) {
      i++;
    } else if (c === CharClass.Apostrophe && i + 1 < limit && isLetter(text.charCodeAt(i + 1))) {
      i++;
    } else if (isHyphen(code)) {
      const next = afterHyphen(text, start, i, limit);
      if (next < 0) return i;
      i = next;
    } else if (
      code === AMPERSAND &&
      i + 1 < limit &&
      isUpper(text.charCodeAt(i - 1)) &&
      isUpper(text.charCodeAt(i + 1))
    ) {
      i++;
    } else if (code === DOT) {
      const part = afterDot(text, start, i, limit);
      if (part === DotPart.None) return i;
      if (part === DotPart.Last) return suffixEnd(text, i + 1, limit);
      i++;
    } else {
      return i;
    }
  }
  return i;
}

/** Decides at a hyphen inside a word: gives where to go on, or -1 when the word ends before it. */
function afterHyphen(text: string, start: number, hyphen: number, limit: number): number {
  let end = hyphen + 1;
  while (end < limit && isLetter(text.charCodeAt(end))) end++;
  const right = text.slice(hyphen + 1, end);
  if (right === '') return isDigit(text.charCodeAt(hyphen + 1)) && isUpper(text.charCodeAt(start)) ? hyphen + 1 : -1;
  if (LINKS.has(right) && text[end] === ' ') return end;
  if (JOINERS.has(lower(shortPartBefore(text, start, hyphen)))) return hyphen + 1;
  if (JOINERS.has(right) && text.charCodeAt(end) === HYPHEN) return hyphen + 1;
  const rightLower = isLower(text.charCodeAt(hyphen + 1));
  if (rightLower && isLower(text.charCodeAt(start))) return hyphen + 1;
  if (right.length <= 3 && SHORT_TAILS.has(lower(right))) return hyphen + 1;
  // DHKP-C, İBDA-C: a lone capital ends an acronym.
  if (right.length === 1 && isUpper(right.charCodeAt(0)) && isUpper(text.charCodeAt(hyphen - 1))) return hyphen + 1;
  return -1;
}

/** The part of a word between its last but one hyphen, or its start, and `hyphen`; empty when longer than an article. */
function shortPartBefore(text: string, start: number, hyphen: number): string {
  for (let from = hyphen; hyphen - from <= LONGEST_ARTICLE; from--)
    if (from === start || isHyphen(text.charCodeAt(from - 1))) return text.slice(from, hyphen);
  return '';
}

/** What a full stop after a word is to the word. */
const DotPart = { None: 0, Inner: 1, Last: 2 } as const;

/** Decides at a full stop after a word whether it belongs to the word and whether the word goes on. */
function afterDot(text: string, start: number, dot: number, limit: number): number {
  const previous = text.charCodeAt(dot - 1);
  const single = dot - start === 1 || text.charCodeAt(dot - 2) === DOT;
  const next = dot + 1 < limit ? text.charCodeAt(dot + 1) : 0;
  if (single && isUpper(previous)) {
    // S.Ç, F.Bahçe: initials run on into a capital; otherwise the stop belongs to the initial.
    if (isUpper(next)) return DotPart.Inner;
    return isLetter(next) ? DotPart.None : DotPart.Last;
  }
  if (isAbbreviation(text, start, dot)) return DotPart.Last;
  const ordinal = isRoman(text.slice(start, dot)) && text[dot + 1] === ' ' && isUpper(text.charCodeAt(dot + 2));
  return ordinal ? DotPart.Last : DotPart.None;
}

function isRoman(word: string): boolean {
  if (word.length > 5) return false;
  for (const char of word) if (char !== 'I' && char !== 'V' && char !== 'X') return false;
  return true;
}

/** Finds the end of a number: digits with inner separators (1.250,5 and 19.30), letters glued to it (5nci), a suffix, an ordinal's stop. */
function numberEnd(text: string, start: number, limit: number): number {
  let i = start;
  let separated = false;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (isDigit(code) || isLetter(code)) {
      i++;
    } else if ((code === DOT || code === COMMA || code === COLON) && isDigit(text.charCodeAt(i + 1))) {
      separated = true;
      i++;
    } else {
      break;
    }
  }
  if (i === limit) return i;
  if (text.charCodeAt(i) === DOT && !separated && isOrdinal(text, start, i, limit)) return i + 1;
  return suffixEnd(text, i, limit);
}

/** `8. madde`, `1. Lig`, `19. Uluslararası`: a short number, a stop, and more of the sentence. Years (2019.) end sentences. */
function isOrdinal(text: string, start: number, dot: number, limit: number): boolean {
  if (dot - start > 3) return false;
  let next = dot + 1;
  while (next < limit && classOf(text.charCodeAt(next)) === CharClass.Space) next++;
  if (next === limit || !isLetter(text.charCodeAt(next))) return false;
  return isLower(text.charCodeAt(next)) || dot - start <= 2;
}

/** Takes a surrogate pair with joiners, variation selectors and further pairs joined to it as one symbol. */
function emojiEnd(text: string, start: number, limit: number): number {
  let i = start;
  while (i < limit) {
    const c = classOf(text.charCodeAt(i));
    if (c !== CharClass.Surrogate && c !== CharClass.Mark) break;
    i++;
  }
  return i;
}
