import { type Reading, readThirdPerson } from '../morphology/analyser.js';
import { foldInto } from '../text/fold.js';
import { checkUnits, hashUnits } from '../text/hash.js';
import { TokenFlag, TokenKind, type TokenTable } from '../types.js';

/** A way to read a token as an inflected listed word. */
export interface Inflection {
  /** Hashes of the base. */
  hash: number;
  check: number;
  reading: Reading;
  /** Is the word a derivation of the base (Libya-lı), not a case of it? */
  derived: boolean;
}

/** Fewest letters of a word that is searched for suffixes without an apostrophe. */
const SHORTEST_WORD = 4;
/** Longer words than this are no inflected names; they would cost time for nothing. */
const LONGEST_WORD = 48;
/** Fewest letters of a base: shorter ones are cut too easily (Adan-a, Ken-an). */
const SHORTEST_BASE = 3;

const DERIVATIONS = new Set(['With', 'Without', 'Agt', 'Ness']);
const NONE: readonly Inflection[] = [];

/**
 * Readings of words seen before, by word: a pure function's results, kept because news repeats its words. Each slot holds the last word that
 * fell on it, so that memory stays bounded.
 */
const SLOTS = 1 << 15;
const memoHash = new Int32Array(SLOTS);
const memoCheck = new Int32Array(SLOTS);
const memo: (readonly Inflection[] | undefined)[] = new Array(SLOTS).fill(undefined);

/** May the token be an inflected word: a word without an apostrophe, neither too short nor too long? */
export function mayBeInflected(table: TokenTable, token: number): boolean {
  const length = table.end[token] - table.start[token];
  if (table.kind[token] !== TokenKind.Word || table.flags[token] & TokenFlag.Suffixed) return false;
  return length >= SHORTEST_WORD && length <= LONGEST_WORD;
}

/** Gives the ways to read a token that {@link mayBeInflected}: cases before derivations, longer bases first. */
export function inflectionsOf(table: TokenTable, token: number): readonly Inflection[] {
  const hash = table.hash[token];
  const check = table.check[token];
  const slot = hash & (SLOTS - 1);
  const known = memo[slot];
  if (known && memoHash[slot] === hash && memoCheck[slot] === check) return known;
  const found = read(table.text, table.start[token], table.end[token]);
  memo[slot] = found;
  memoHash[slot] = hash;
  memoCheck[slot] = check;
  return found;
}

const units = new Uint16Array(LONGEST_WORD);

function read(text: string, start: number, end: number): readonly Inflection[] {
  const n = foldInto(text, start, end, units);
  const inflections: Inflection[] = [];
  for (const reading of readThirdPerson(units, n)) {
    if (reading.base < SHORTEST_BASE) continue;
    const kept = units[reading.base - 1];
    if (reading.last !== 0) units[reading.base - 1] = reading.last;
    inflections.push({
      hash: hashUnits(units, reading.base),
      check: checkUnits(units, reading.base),
      reading,
      derived: reading.tags.some((tag) => DERIVATIONS.has(tag)),
    });
    units[reading.base - 1] = kept;
  }
  if (inflections.length === 0) return NONE;
  return inflections.sort(
    (a, b) =>
      Number(a.derived) - Number(b.derived) || b.reading.base - a.reading.base || a.reading.last - b.reading.last,
  );
}
