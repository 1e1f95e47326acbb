import { TypeBit } from '../lexicon/entry.js';
import { PHRASE_MASK, PhraseBit } from '../lexicon/format.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { innerCheck, innerHash } from '../lexicon/phrase.js';
import type { Reading } from '../morphology/analyser.js';
import { joinHash } from '../text/hash.js';
import { isCapital } from '../tokenize/shape.js';
import { CaseShape, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { type BarrenWords, barrenWordsOf } from './barren.js';
import { Hits } from './hits.js';
import { inflectionsOf, mayBeInflected } from './inflections.js';

/**
 * Finds every phrase of the lexicons in the text: tokens compared by their folded stems, the last one also with its suffixes read off.
 * A word that is listed as it stands is never cut (Kenan is not Ken+an).
 */
export function findHits(table: TokenTable, lexicons: readonly Lexicon[]): Hits {
  const hits = new Hits(table.length, lexicons);
  const { firstAt } = hits;
  const barren = lexicons.map(barrenWordsOf);
  for (let i = 0; i < table.length; i++) {
    firstAt[i] = hits.length;
    if (table.kind[i] === TokenKind.Punct) continue;
    for (let k = 0; k < lexicons.length; k++) findFrom(table, i, k, lexicons[k], barren[k], hits);
  }
  firstAt[table.length] = hits.length;
  return hits;
}

function findFrom(
  table: TokenTable,
  from: number,
  index: number,
  lexicon: Lexicon,
  barren: BarrenWords,
  out: Hits,
): void {
  const single = lexicon.lookUpWord(table.hash[from], table.check[from]);
  if (single & PhraseBit.Whole && !isOtherWord(table, from, table.stemEnd[from] - table.start[from], lexicon, single)) {
    out.add(from, from + 1, index, phraseOf(single), undefined, false);
  } else if (isCapital(table.shape[from])) {
    pushInflected(table, from, from + 1, 0, 0, index, lexicon, barren, out);
  }
  let hash = innerHash(0, true, table, from);
  let check = innerCheck(0, true, table, from);
  let prefix = table.flags[from] & TokenFlag.Suffixed ? lexicon.lookUpWord(hash, check) : single;
  const sentence = table.sentence[from];
  const last = Math.min(table.length, from + lexicon.maxWords);
  for (let to = from + 1; prefix & PhraseBit.Prefix && to < last && table.sentence[to] === sentence; to++) {
    const wholeHash = joinHash(hash, table.hash[to]);
    const wholeCheck = joinHash(check, table.check[to]);
    const phrase = lexicon.mayContinue(table.check[to]) ? lexicon.lookUp(wholeHash, wholeCheck) : 0;
    if (phrase & PhraseBit.Whole) {
      out.add(from, to + 1, index, phraseOf(phrase), undefined, false);
    } else {
      pushInflected(table, from, to + 1, hash, check, index, lexicon, barren, out);
    }
    if (table.flags[to] & TokenFlag.Suffixed) {
      hash = innerHash(hash, false, table, to);
      check = innerCheck(check, false, table, to);
      prefix = lexicon.lookUp(hash, check);
    } else {
      hash = wholeHash;
      check = wholeCheck;
      prefix = phrase;
    }
  }
}

/** The phrase index in what a look-up found. */
function phraseOf(found: number): number {
  return (found & PHRASE_MASK) - 1;
}

/** Acronyms of this length or more are also written as words (Unesco, Nato); shorter ones then are other words (Ama is no AMA). */
const SHORTEST_SPOKEN = 4;

/** Is the word, of which `length` units stand for the phrase, written as an ordinary word where the phrase is an acronym (Mide is not MİT-e)? */
function isOtherWord(table: TokenTable, i: number, length: number, lexicon: Lexicon, found: number): boolean {
  if (!(found & PhraseBit.Acronym)) return false;
  if (table.shape[i] === CaseShape.Lower) return true;
  return (
    table.shape[i] === CaseShape.Title && (length < SHORTEST_SPOKEN || (lexicon.share(phraseOf(found)) ?? 1) < 0.95)
  );
}

/** Fewest letters of a one-word name that is found with a suffix but no apostrophe. */
const SHORTEST_NAME = 4;
const HEADS = TypeBit.ORGHEAD | TypeBit.LOCHEAD | TypeBit.TITLE;

/**
 * Is the suffix more likely a part of another name? On the annotated training texts no one-word name of three letters, and hardly one in the
 * possessive, was right without an apostrophe; head words (İline, Vakfına) stand so all the time, acronyms (MİTe) show where they end.
 */
function isUnlikelyCut(reading: Reading, lexicon: Lexicon, phrase: number): boolean {
  if ((lexicon.strongMask(phrase) | lexicon.weakMask(phrase)) & HEADS) return false;
  return reading.base < SHORTEST_NAME || reading.tags[0] === 'P3sg';
}

/** Adds the hit of a phrase whose last token (before `to`) is inflected, if there is one; the longest base wins. */
function pushInflected(
  table: TokenTable,
  from: number,
  to: number,
  hash: number,
  check: number,
  index: number,
  lexicon: Lexicon,
  barren: BarrenWords,
  out: Hits,
): void {
  const last = to - 1;
  if (!mayBeInflected(table, last)) return;
  const single = last === from;
  const memo = single ? barren.first : barren.later;
  if (memo.has(table.hash[last], table.check[last])) return;
  let isBarren = true;
  for (const candidate of inflectionsOf(table, last)) {
    if (!(single ? lexicon.mayStart(candidate.check) : lexicon.mayContinue(candidate.check))) continue;
    isBarren = false;
    const found = single
      ? lexicon.lookUp(candidate.hash, candidate.check)
      : lexicon.lookUp(joinHash(hash, candidate.hash), joinHash(check, candidate.check));
    if (!(found & PhraseBit.Whole)) continue;
    if (single && isOtherWord(table, from, candidate.reading.base, lexicon, found)) continue;
    if (single && table.shape[from] === CaseShape.Title && isUnlikelyCut(candidate.reading, lexicon, phraseOf(found)))
      continue;
    out.add(from, to, index, phraseOf(found), candidate.reading, candidate.derived);
    return;
  }
  if (isBarren) memo.add(table.hash[last], table.check[last]);
}
