import { CharClass, classOf, isDigit, isLower, isUpper } from '../text/chars.js';
import { lower } from '../text/fold.js';
import { isAbbreviation } from '../tokenize/abbreviations.js';
import { tokenize } from '../tokenize/tokenizer.js';
import { CaseShape, TokenKind } from '../types.js';
import type { Layout } from './contract.js';
import { STOP_WORDS } from './stop-words.js';

/** Types of lexemes by their number. */
export const TOKEN_TYPES = [
  'word',
  'number',
  'punctuation',
  'url',
  'email',
  'hashtag',
  'mention',
  'emoji',
  'tabCRLF',
] as const;

/** wink's `its.case` by its number. */
const WinkCase = { Other: 0, Lower: 1, Upper: 2, Title: 3 } as const;

/** Words a lexeme takes in the lexicon: bits, shape, prefix, suffix. */
const WORDS = 4;
const STOP_WORD = 1 << 2;
const ABBREVIATION = 1 << 3;
const CASE_SHIFT = 4;
const TYPE_SHIFT = 6;
/** The lexeme's norm differs from it and follows it. */
const HAS_NORM = 1;

/** Where wink finds what it asks of a lexeme. */
const LAYOUT: Record<string, Layout> = {
  // wink adds this to a lexeme's number.
  normal: [0, HAS_NORM, 0, 1],
  isStopWord: [0, STOP_WORD, 2, 1],
  isAbbrev: [0, ABBREVIATION, 3, 1],
  lutCase: [0, 3 << CASE_SHIFT, CASE_SHIFT, 1],
  tokenType: [0, 31 << TYPE_SHIFT, TYPE_SHIFT, 0],
  shape: [1, -1, 0, 0],
  prefix: [2, -1, 0, 0],
  suffix: [3, -1, 0, 0],
  // What no Turkish lexeme has: always 0.
  isContraction: [0, 0, 0, 1],
  isSpellingMapped: [0, 0, 0, 1],
  isSLemma: [0, 0, 0, 1],
  isBaseForm: [0, 0, 0, 1],
  lemma: [0, 0, 0, 1],
  pos: [0, 0, 0, 1],
};

/** Longest run of equal signs in a shape: `Xxxxx` for Ankara. */
const LONGEST_RUN = 4;

/** Strings with numbers. */
class Index {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.list.length);
    return this.list.push(text) - 1;
  }
}

/**
 * The words of one wink instance. wink's own cache lower-cases with the rules of English (`IŞIK` would become `işik`), so no word may
 * reach it: wink finds every word here, already with its Turkish norm, since looking one up adds it. Grows with every new word and never shrinks,
 * as wink's own does: documents hold the numbers of their words.
 */
export class Vocabulary {
  /** Read by wink in place, WORDS numbers a lexeme. */
  readonly lexicon: number[] = [];
  private readonly lexemes = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly shapes = new Index();
  private readonly prefixes = new Index();
  private readonly suffixes = new Index();

  constructor() {
    // Lexeme 0 is wink's word for what is no lexeme.
    this.numberOf('$%^oov^%$');
  }

  /** The number of a word; a new word gets one. */
  numberOf(text: string): number {
    const known = this.lexemes.get(text);
    if (known !== undefined) return known;
    const norm = normOf(text);
    const number = this.push(text, norm === text ? 0 : HAS_NORM);
    if (norm !== text) this.push(norm, 0);
    this.lexemes.set(text, number);
    return number;
  }

  private push(text: string, bits: number): number {
    this.lexicon.push(
      describe(text) | bits,
      this.shapes.numberOf(shapeOf(text)),
      this.prefixes.numberOf(text.slice(0, 2)),
      this.suffixes.numberOf(text.slice(-3)),
    );
    return this.words.push(text) - 1;
  }

  /** A word by its number. */
  wordOf(number: number): string {
    return this.words[number];
  }

  /** A word's norm by the word's number. */
  normOf(number: number): number {
    return number + (this.lexicon[number * WORDS] & HAS_NORM);
  }

  /** Type of a word by its number. */
  typeOf(number: number): (typeof TOKEN_TYPES)[number] {
    return TOKEN_TYPES[(this.lexicon[number * WORDS] >> TYPE_SHIFT) & 31];
  }

  /** The vocabulary as wink's core model holds it. */
  asFeatures() {
    const hash = new Proxy(Object.create(null) as Record<string, number>, {
      get: (_, text) => (typeof text === 'string' ? this.numberOf(text) : undefined),
    });
    return {
      lexeme: { hash, list: this.words, index: 0, intrinsicSize: Number.POSITIVE_INFINITY },
      tokenType: { list: TOKEN_TYPES },
      shape: { list: this.shapes.list },
      prefix: { list: this.prefixes.list },
      suffix: { list: this.suffixes.list },
    };
  }

  /** How wink reads {@link lexicon}. */
  get packing() {
    return { layout: LAYOUT, size: WORDS, efSize: 0, efList: [], config: {} };
  }
}

/** Turkish lower case, with one sign for all apostrophes. */
export function normOf(text: string): string {
  let out = '';
  for (const char of lower(text)) out += classOf(char.charCodeAt(0)) === CharClass.Apostrophe ? "'" : char;
  return out;
}

/** The bits of a word. */
function describe(text: string): number {
  const table = tokenize(text);
  const shape = table.length > 0 ? table.shape[0] : CaseShape.None;
  const isSuffix = text.length > 1 && classOf(text.charCodeAt(0)) === CharClass.Apostrophe;
  let bits = (caseOf(shape) << CASE_SHIFT) | (typeOf(text, table.length, table.kind[0]) << TYPE_SHIFT);
  if (isSuffix || STOP_WORDS.has(lower(text))) bits |= STOP_WORD;
  if (text.endsWith('.') && isAbbreviation(text, 0, text.length - 1)) bits |= ABBREVIATION;
  return bits;
}

function typeOf(text: string, tokens: number, kind: number): number {
  const named = (name: (typeof TOKEN_TYPES)[number]) => TOKEN_TYPES.indexOf(name);
  if (text.trim() === '') return named('tabCRLF');
  if (tokens !== 1) return named(/\p{L}/u.test(text) ? 'word' : 'punctuation');
  switch (kind) {
    case TokenKind.Number:
      return named('number');
    case TokenKind.Punct:
      return named('punctuation');
    case TokenKind.Url:
      return named('url');
    case TokenKind.Email:
      return named('email');
    case TokenKind.Hashtag:
      return named('hashtag');
    case TokenKind.Mention:
      return named('mention');
    case TokenKind.Symbol:
      return named('emoji');
    default:
      return named('word');
  }
}

function caseOf(shape: number): number {
  switch (shape) {
    case CaseShape.Lower:
      return WinkCase.Lower;
    case CaseShape.Upper:
    case CaseShape.Initials:
      return WinkCase.Upper;
    case CaseShape.Title:
      return WinkCase.Title;
    default:
      return WinkCase.Other;
  }
}

function shapeOf(text: string): string {
  let shape = '';
  let run = 0;
  for (const char of text) {
    const code = char.charCodeAt(0);
    const sign = isUpper(code) ? 'X' : isLower(code) ? 'x' : isDigit(code) ? 'd' : char;
    run = shape.endsWith(sign) ? run + 1 : 1;
    if (run <= LONGEST_RUN) shape += sign;
  }
  return shape;
}
