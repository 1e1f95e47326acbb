import type { Lexicon } from '../lexicon/lexicon.js';
import { innerCheck, innerHash } from '../lexicon/phrase.js';
import { type Reading, readWord } from '../morphology/analyser.js';
import { foldInto } from '../text/fold.js';
import { checkUnits, hashUnits, joinHash } from '../text/hash.js';
import { isCapital } from '../tokenize/shape.js';
import { CaseShape, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import type { Hit, Hits } from './hits.js';

/** A way to read a token as an inflected listed word: the base's hashes. */
interface Candidate {
  hash: number;
  check: number;
  reading: Reading;
  derived: boolean;
}

/** Fewest letters of a word that is searched for suffixes without an apostrophe. */
const SHORTEST_INFLECTED = 4;
/** Fewest letters of a base found that way: shorter ones are cut too easily (Adan-a, Ken-an). */
const SHORTEST_CUT = 3;

/**
 * Finds every phrase of the lexicons in the text: tokens compared by their folded stems, the last one also with its suffixes read off.
 * A word that is listed as it stands is never cut (Kenan is not Ken+an).
 */
export function findHits(table: TokenTable, lexicons: readonly Lexicon[]): Hits {
  const all: Hit[] = [];
  const firstAt = new Int32Array(table.length + 1);
  const inflections = new Inflections(table);
  for (let i = 0; i < table.length; i++) {
    firstAt[i] = all.length;
    if (table.kind[i] === TokenKind.Punct) continue;
    for (const lexicon of lexicons) findFrom(table, i, lexicon, inflections, all);
  }
  firstAt[table.length] = all.length;
  return { all, firstAt };
}

function findFrom(table: TokenTable, from: number, lexicon: Lexicon, inflections: Inflections, out: Hit[]): void {
  const single = lexicon.find(table.hash[from], table.check[from]);
  if (single >= 0 && lexicon.isWhole(single) && !isOtherWord(table, from, lexicon, single)) {
    out.push({ from, to: from + 1, lexicon, phrase: single, reading: undefined, derived: false });
  } else if (isCapital(table.shape[from])) {
    pushInflected(from, from + 1, 0, 0, lexicon, inflections, out);
  }
  let hash = innerHash(0, true, table, from);
  let check = innerCheck(0, true, table, from);
  const sentence = table.sentence[from];
  for (let to = from + 1; to < table.length && table.sentence[to] === sentence && to - from < lexicon.maxWords; to++) {
    const prefix = lexicon.find(hash, check);
    if (prefix < 0 || !lexicon.isPrefix(prefix)) return;
    const phrase = lexicon.find(joinHash(hash, table.hash[to]), joinHash(check, table.check[to]));
    if (phrase >= 0 && lexicon.isWhole(phrase)) {
      out.push({ from, to: to + 1, lexicon, phrase, reading: undefined, derived: false });
    } else {
      pushInflected(from, to + 1, hash, check, lexicon, inflections, out);
    }
    hash = innerHash(hash, false, table, to);
    check = innerCheck(check, false, table, to);
  }
}

/** Acronyms of this length or more are also written as words (Unesco, Nato); shorter ones then are other words (Ama is no AMA). */
const SHORTEST_SPOKEN = 4;

/** Is the word written in small letters where the phrase is an acronym? */
function isOtherWord(table: TokenTable, i: number, lexicon: Lexicon, phrase: number): boolean {
  if (!lexicon.isAcronym(phrase) || table.shape[i] === CaseShape.Upper || table.shape[i] === CaseShape.Initials)
    return false;
  if (table.shape[i] === CaseShape.Lower) return true;
  return table.stemEnd[i] - table.start[i] < SHORTEST_SPOKEN || (lexicon.share(phrase) ?? 1) < 0.95;
}

/** Adds the hit of a phrase whose last token (before `to`) is inflected, if there is one; the longest base wins. */
function pushInflected(
  from: number,
  to: number,
  hash: number,
  check: number,
  lexicon: Lexicon,
  inflections: Inflections,
  out: Hit[],
): void {
  const single = to - from === 1;
  for (const candidate of inflections.of(to - 1)) {
    const phrase = single
      ? lexicon.find(candidate.hash, candidate.check)
      : lexicon.find(joinHash(hash, candidate.hash), joinHash(check, candidate.check));
    if (phrase < 0 || !lexicon.isWhole(phrase)) continue;
    out.push({ from, to, lexicon, phrase, reading: candidate.reading, derived: candidate.derived });
    return;
  }
}

const DERIVATIONS = new Set(['With', 'Without', 'Agt', 'Ness']);
const FIRST_AND_SECOND_PERSON = new Set(['P1sg', 'P2sg', 'P1pl', 'P2pl']);

/** Readings of the text's tokens without an apostrophe, worked out on first need. */
class Inflections {
  private readonly known = new Map<number, Candidate[]>();
  private units = new Uint16Array(64);

  constructor(private readonly table: TokenTable) {}

  of(token: number): Candidate[] {
    let candidates = this.known.get(token);
    if (!candidates) {
      candidates = this.read(token);
      this.known.set(token, candidates);
    }
    return candidates;
  }

  private read(token: number): Candidate[] {
    const { table } = this;
    const start = table.start[token];
    const end = table.end[token];
    if (
      table.kind[token] !== TokenKind.Word ||
      table.flags[token] & TokenFlag.Suffixed ||
      end - start < SHORTEST_INFLECTED
    )
      return [];
    if (end - start > MAX_WORD) return [];
    if (this.units.length < end - start) this.units = new Uint16Array(end - start);
    const { units } = this;
    const n = foldInto(table.text, start, end, units);
    const candidates: Candidate[] = [];
    for (const reading of readWord(units, n)) {
      if (reading.base < SHORTEST_CUT || reading.tags.some((tag) => FIRST_AND_SECOND_PERSON.has(tag))) continue;
      const kept = units[reading.base - 1];
      if (reading.last !== 0) units[reading.base - 1] = reading.last;
      candidates.push({
        hash: hashUnits(units, reading.base),
        check: checkUnits(units, reading.base),
        reading,
        derived: reading.tags.some((tag) => DERIVATIONS.has(tag)),
      });
      units[reading.base - 1] = kept;
    }
    return candidates.sort(
      (a, b) =>
        Number(a.derived) - Number(b.derived) || b.reading.base - a.reading.base || a.reading.last - b.reading.last,
    );
  }
}

/** Longer words than this are no inflected names; they would cost time for nothing. */
const MAX_WORD = 48;
