import { hardened, type Reading, readThirdPerson } from '../morphology/analyser.js';
import { foldInto } from '../text/fold.js';
import { addToCheck, addToHash, EMPTY_CHECK, EMPTY_HASH } from '../text/hash.js';
import { TokenFlag, TokenKind, type TokenTable } from '../types.js';

/** A way to read a token as an inflected listed word. */
export interface Inflection {
  /** Hashes of the base. */
  hash: number;
  check: number;
  reading: Reading;
}

/** Fewest letters of a word that is searched for suffixes without an apostrophe. */
const SHORTEST_WORD = 4;
/** Longer words than this are no inflected names; they would cost time for nothing. */
const LONGEST_WORD = 48;
/** Fewest letters of a base: shorter ones are cut too easily (Adan-a, Ken-an). */
const SHORTEST_BASE = 3;

const NONE: readonly Inflection[] = [];

/** May the token be an inflected word: a word without an apostrophe, neither too short nor too long? */
export function mayBeInflected(table: TokenTable, token: number): boolean {
  const length = table.end[token] - table.start[token];
  if (table.kind[token] !== TokenKind.Word || table.flags[token] & TokenFlag.Suffixed) return false;
  return length >= SHORTEST_WORD && length <= LONGEST_WORD;
}

const units = new Uint16Array(LONGEST_WORD);
/** Hashes of the first units of the word, by their number. */
const hashes = new Int32Array(LONGEST_WORD + 1);
const checks = new Int32Array(LONGEST_WORD + 1);

/**
 * Gives the ways to read a token that {@link mayBeInflected}: cases before derivations, longer bases first; only those with a base that, by
 * its second hash, may be listed. Most words have no such base, which is seen before any suffix is read.
 */
export function inflectionsOf(
  table: TokenTable,
  token: number,
  mayBeListed: (check: number) => boolean,
): readonly Inflection[] {
  const n = foldInto(table.text, table.start[token], table.end[token], units);
  hashes[0] = EMPTY_HASH;
  checks[0] = EMPTY_CHECK;
  for (let i = 0; i < n; i++) {
    hashes[i + 1] = addToHash(hashes[i], units[i]);
    checks[i + 1] = addToCheck(checks[i], units[i]);
  }
  const shortest = shortestBase(n, mayBeListed);
  if (shortest === n) return NONE;
  const inflections: Inflection[] = [];
  for (const reading of readThirdPerson(units, n, shortest)) {
    const check = baseCheck(reading.base, reading.last);
    if (mayBeListed(check)) inflections.push({ hash: baseHash(reading.base, reading.last), check, reading });
  }
  return inflections.sort(byLikelihood);
}

/** Units of the shortest base that may be listed; all `n` of the word when there is none. */
function shortestBase(n: number, mayBeListed: (check: number) => boolean): number {
  for (let base = SHORTEST_BASE; base < n; base++) {
    if (mayBeListed(checks[base])) return base;
    const hard = hardened(units[base - 1]);
    if (hard !== 0 && mayBeListed(baseCheck(base, hard))) return base;
  }
  return n;
}

/** First hash of the base of so many units, of which `last`, when not 0, replaces the last one. */
function baseHash(base: number, last: number): number {
  return last === 0 ? hashes[base] : addToHash(hashes[base - 1], last);
}

/** Second hash, as {@link baseHash}. */
function baseCheck(base: number, last: number): number {
  return last === 0 ? checks[base] : addToCheck(checks[base - 1], last);
}

function byLikelihood({ reading: a }: Inflection, { reading: b }: Inflection): number {
  return Number(a.derived) - Number(b.derived) || b.base - a.base || a.last - b.last;
}
