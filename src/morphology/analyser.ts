import { foldInto } from '../text/fold.js';
import { type Case, Slot, SUFFIXES, type Suffix } from './suffixes.js';

/**
 * One way to read a word: what is left after the suffixes, and which they are. Units count the word's comparison key (see `foldInto`),
 * in which ı and i are one letter, so harmony is checked as far as the key shows it.
 */
export interface Reading {
  /** Units of the base. */
  base: number;
  /** Letter that restores the base's last one (ğ of Bakanlığ-ı is k), or 0. */
  last: number;
  /** Suffix tags from the stem outwards. */
  tags: readonly string[];
  /** The word's case; Nom when it has no case suffix. */
  case: Case;
  /** Is the word a derivation of the base (Libya-lı), not only a case of it? */
  derived: boolean;
}

/**
 * The suffixes of a word from some place to its end. Chains are made once and kept, each under the chain it continues inwards: the table
 * allows a few hundred, and readings share them.
 */
interface Chain {
  suffixes: readonly Suffix[];
  tags: readonly string[];
  case: Case;
  derived: boolean;
  inwards: Map<Suffix, Chain>;
}

function chainOf(suffixes: readonly Suffix[]): Chain {
  return {
    suffixes,
    tags: suffixes.map((suffix) => suffix.tag),
    case: suffixes.findLast((suffix) => suffix.case)?.case ?? 'Nom',
    derived: suffixes.some((suffix) => suffix.slot === Slot.Derivation),
    inwards: new Map(),
  };
}

const NO_SUFFIX = chainOf([]);

/** The chain with one more suffix before it. */
function withSuffix(chain: Chain, suffix: Suffix): Chain {
  let longer = chain.inwards.get(suffix);
  if (!longer) {
    longer = chainOf([suffix, ...chain.suffixes]);
    chain.inwards.set(suffix, longer);
  }
  return longer;
}

const A = 0x61;
const E = 0x65;
const I = 0x69;
const O = 0x6f;
const U = 0x75;
const OE = 0xf6;
const UE = 0xfc;
const [K, P, T, CH, G, B, C, D] = ['k', 'p', 't', 'ç', 'ğ', 'b', 'c', 'd'].map((letter) => letter.charCodeAt(0));

function isVowel(unit: number): boolean {
  return unit === A || unit === E || unit === I || unit === O || unit === U || unit === OE || unit === UE;
}

/** A suffix in one of its written forms; forms with a bracket give two rows, with and without the bracketed letter. */
interface Row {
  suffix: Suffix;
  /** For each letter of the form, the bits (see bitOf) of the letters that may stand there. */
  letters: readonly number[];
  /** What must stand before the form: a vowel, a consonant, or either (undefined). */
  afterVowel: boolean | undefined;
}

/** The letters suffixes are written with, numbered from 1; a set of them is one number with a bit for each. */
const SUFFIX_LETTERS = 'acdegiklmnrstuyzçöüş';
const NUMBERS = SUFFIX_LETTERS.length + 1;
const letterNumbers = new Uint8Array(0x180);
for (let i = 0; i < SUFFIX_LETTERS.length; i++) letterNumbers[SUFFIX_LETTERS.charCodeAt(i)] = i + 1;

/** The number of a letter; 0 for one that no suffix is written with. */
function numberOf(unit: number): number {
  return unit < letterNumbers.length ? letterNumbers[unit] : 0;
}

function bitOf(unit: number): number {
  return 1 << numberOf(unit);
}

function bitsOf(letters: string): number {
  let bits = 0;
  for (let i = 0; i < letters.length; i++) bits |= bitOf(letters.charCodeAt(i));
  return bits;
}

/** Letters an archiphoneme stands for. */
const ARCHIPHONEMES: Record<string, string> = { A: 'ae', I: 'iuü', D: 'dt', C: 'cç' };

function rowOf(suffix: Suffix, symbols: string, afterVowel: boolean | undefined): Row {
  return { suffix, letters: Array.from(symbols, (symbol) => bitsOf(ARCHIPHONEMES[symbol] ?? symbol)), afterVowel };
}

const ROWS: Row[] = SUFFIXES.flatMap((suffix): Row[] => {
  const { form } = suffix;
  if (form[0] !== '(') return [rowOf(suffix, form, undefined)];
  const linking = form[1] === 'I';
  return [rowOf(suffix, form[1] + form.slice(3), !linking), rowOf(suffix, form.slice(3), linking)].filter(
    ({ letters }) => letters.length > 0,
  );
});

function mayEnd(letters: readonly number[], previous: number, last: number): boolean {
  const { length } = letters;
  return (letters[length - 1] & last) !== 0 && (length === 1 || (letters[length - 2] & previous) !== 0);
}

const NO_ROWS: readonly Row[] = [];

/** Finds the rows whose form can end a word, by its last two letters: most words end in a way that few suffixes do. */
class RowIndex {
  /** Rows by the numbers of the two letters, sought when first asked for. */
  private readonly found: (readonly Row[] | undefined)[] = new Array(NUMBERS * NUMBERS).fill(undefined);

  constructor(private readonly rows: readonly Row[]) {}

  endingOf(units: Uint16Array, end: number): readonly Row[] {
    const last = end > 0 ? numberOf(units[end - 1]) : 0;
    if (last === 0) return NO_ROWS;
    const previous = end > 1 ? numberOf(units[end - 2]) : 0;
    const place = last * NUMBERS + previous;
    let rows = this.found[place];
    if (!rows) {
      rows = this.rows.filter(({ letters }) => mayEnd(letters, 1 << previous, 1 << last));
      this.found[place] = rows;
    }
    return rows;
  }
}

const ALL_ROWS = new RowIndex(ROWS);
const THIRD_PERSON_ROWS = new RowIndex(ROWS.filter(({ suffix }) => !/^P[12]/u.test(suffix.tag)));

/** Does a suffix vowel follow the vowel before it? Words in -l, -k, -t, -r may take front suffixes after a back vowel (Kemal'e, saati). */
function harmonises(previous: number, between: number, vowel: number): boolean {
  const soft = between === 0x6c || between === K || between === T || between === 0x72;
  if (vowel === A) return previous !== E && previous !== OE && previous !== UE;
  if (vowel === E) return soft || (previous !== A && previous !== O && previous !== U);
  if (vowel === I)
    return previous === A || previous === E || previous === I || (soft && (previous === A || previous === O));
  if (vowel === U) return previous === O || previous === U;
  return previous === OE || previous === UE || (soft && (previous === O || previous === U));
}

/**
 * Strips one suffix form from the end of `units[0, end)`. Gives the new end, or -1. `floor` is the least length that must remain; with
 * `free` the rules between stem and suffix are not asked (acronyms are read by letter names, foreign names as they sound).
 */
function strip(units: Uint16Array, end: number, { letters, afterVowel }: Row, floor: number, free: boolean): number {
  const at = end - letters.length;
  if (at < floor) return -1;
  let firstVowel = 0;
  for (let i = end - 1; i >= at; i--) {
    if (!(letters[i - at] & bitOf(units[i]))) return -1;
    if (isVowel(units[i])) firstVowel = units[i];
  }
  if (free || at === 0) return at;
  if (afterVowel !== undefined && isVowel(units[at - 1]) !== afterVowel) return -1;
  if (firstVowel === 0) return at;
  for (let i = at - 1; i >= 0; i--)
    if (isVowel(units[i])) return harmonises(units[i], units[at - 1], firstVowel) ? at : -1;
  return at;
}

/** The hard consonant a base may end with when a word shows the soft one before a vowel (ğ: k), or 0. */
export function hardened(unit: number): number {
  if (unit === G) return K;
  if (unit === B) return P;
  if (unit === C) return CH;
  return unit === D ? T : 0;
}

/** Fewest units a base may have. */
const SHORTEST_BASE = 2;

/**
 * Reads a word without an apostrophe in every way the table allows; the word itself, uncut, is not among the readings. Which of them is
 * right only a list can tell: nothing here licenses a cut.
 * @param units comparison key of the word
 * @param n its length
 */
export function readWord(units: Uint16Array, n: number): Reading[] {
  const readings: Reading[] = [];
  collect(ALL_ROWS, units, n, n, Slot.Copula, SHORTEST_BASE, false, NO_SUFFIX, readings);
  return readings;
}

/**
 * Reads a word as {@link readWord} does, without my and your: news speaks of names in the third person.
 * @param shortest fewest units a base may have
 */
export function readThirdPerson(units: Uint16Array, n: number, shortest = SHORTEST_BASE): Reading[] {
  const readings: Reading[] = [];
  collect(THIRD_PERSON_ROWS, units, n, n, Slot.Copula, shortest, false, NO_SUFFIX, readings);
  return readings;
}

/**
 * Reads the suffix that stands behind an apostrophe: all of it must be used up. Gives undefined when it is no nominal suffix
 * (`78'liler`, typing errors). Buffers and harmony are not enforced, since they follow the pronunciation of the name.
 */
export function readSuffix(text: string, start: number, end: number): Reading | undefined {
  const units = new Uint16Array(end - start);
  const n = foldInto(text, start, end, units);
  const readings: Reading[] = [];
  collect(ALL_ROWS, units, n, n, Slot.Copula, 0, true, NO_SUFFIX, readings);
  return readings.filter((reading) => reading.base === 0).sort((a, b) => cost(a) - cost(b))[0];
}

/**
 * Names are seldom owned: behind an apostrophe a case is likelier than a possessive (Yılmaz'ı is whom, not whose), and in news, which speaks
 * of third persons, my and your are the least likely; then the shorter chain wins.
 */
function cost(reading: Reading): number {
  return reading.tags.reduce((sum, tag) => sum + tagCost(tag), 0);
}

function tagCost(tag: string): number {
  if (tag.startsWith('P1') || tag.startsWith('P2')) return 10;
  return tag.startsWith('P3') ? 3 : 1;
}

function collect(
  rows: RowIndex,
  units: Uint16Array,
  whole: number,
  end: number,
  slot: number,
  floor: number,
  free: boolean,
  chain: Chain,
  out: Reading[],
): void {
  const { suffixes, tags, derived } = chain;
  if (end < whole && stemMayStand(units, end, suffixes[0], free)) {
    out.push({ base: end, last: 0, tags, case: chain.case, derived });
    const hard = end > 0 ? hardened(units[end - 1]) : 0;
    if (hard !== 0 && isVowel(units[end])) out.push({ base: end, last: hard, tags, case: chain.case, derived });
  }
  for (const row of rows.endingOf(units, end)) {
    const { suffix } = row;
    if (!(suffix.slot <= slot || opensAgain(suffix, suffixes)) || !mayPrecede(suffix, suffixes[0])) continue;
    const next = strip(units, end, row, floor, free);
    if (next < 0) continue;
    collect(rows, units, whole, next, suffix.slot - 1, floor, free, withSuffix(chain, suffix), out);
  }
}

/** Plural and case may follow -ki (Gazze'dekilerin), so under them -ki may still stand, once. */
function opensAgain(suffix: Suffix, suffixes: readonly Suffix[]): boolean {
  const outer = suffixes[0];
  return (
    suffix.tag === 'Rel' &&
    outer !== undefined &&
    (outer.slot === Slot.Plural || outer.slot === Slot.Case) &&
    !suffixes.includes(suffix)
  );
}

function mayPrecede(suffix: Suffix, next: Suffix | undefined): boolean {
  if (next?.tag === 'Rel') return suffix.tag === 'Loc' || suffix.tag === 'Gen';
  return !next?.afterPossessive || suffix.tag === 'P3sg' || suffix.tag === 'P3pl' || suffix.tag === 'Rel';
}

/** -ki needs a case before it; the pronominal n needs a possessive vowel, which a compound's base form shows (Bakanlığı). */
function stemMayStand(units: Uint16Array, end: number, first: Suffix, free: boolean): boolean {
  if (first.tag === 'Rel') return false;
  if (!first.afterPossessive || free) return true;
  const last = units[end - 1];
  return last === I || last === U || last === UE;
}
