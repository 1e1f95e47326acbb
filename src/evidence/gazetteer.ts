import type { Lexicon } from '../lexicon/lexicon.js';
import { innerCheck, innerHash } from '../lexicon/phrase.js';
import { joinHash } from '../text/hash.js';
import { isCapital } from '../tokenize/shape.js';
import { CaseShape, TokenKind, type TokenTable } from '../types.js';
import type { Hit, Hits } from './hits.js';
import { inflectionsOf } from './inflections.js';

/**
 * Finds every phrase of the lexicons in the text: tokens compared by their folded stems, the last one also with its suffixes read off.
 * A word that is listed as it stands is never cut (Kenan is not Ken+an).
 */
export function findHits(table: TokenTable, lexicons: readonly Lexicon[]): Hits {
  const all: Hit[] = [];
  const firstAt = new Int32Array(table.length + 1);
  for (let i = 0; i < table.length; i++) {
    firstAt[i] = all.length;
    if (table.kind[i] === TokenKind.Punct) continue;
    for (const lexicon of lexicons) findFrom(table, i, lexicon, all);
  }
  firstAt[table.length] = all.length;
  return { all, firstAt };
}

function findFrom(table: TokenTable, from: number, lexicon: Lexicon, out: Hit[]): void {
  const single = lexicon.find(table.hash[from], table.check[from]);
  if (
    single >= 0 &&
    lexicon.isWhole(single) &&
    !isOtherWord(table, from, table.stemEnd[from] - table.start[from], lexicon, single)
  ) {
    out.push({ from, to: from + 1, lexicon, phrase: single, reading: undefined, derived: false });
  } else if (isCapital(table.shape[from])) {
    pushInflected(table, from, from + 1, 0, 0, lexicon, out);
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
      pushInflected(table, from, to + 1, hash, check, lexicon, out);
    }
    hash = innerHash(hash, false, table, to);
    check = innerCheck(check, false, table, to);
  }
}

/** Acronyms of this length or more are also written as words (Unesco, Nato); shorter ones then are other words (Ama is no AMA). */
const SHORTEST_SPOKEN = 4;

/** Is the word, of which `length` units stand for the phrase, written as an ordinary word where the phrase is an acronym (Mide is not MİT-e)? */
function isOtherWord(table: TokenTable, i: number, length: number, lexicon: Lexicon, phrase: number): boolean {
  if (!lexicon.isAcronym(phrase)) return false;
  if (table.shape[i] === CaseShape.Lower) return true;
  return table.shape[i] === CaseShape.Title && (length < SHORTEST_SPOKEN || (lexicon.share(phrase) ?? 1) < 0.95);
}

/** Adds the hit of a phrase whose last token (before `to`) is inflected, if there is one; the longest base wins. */
function pushInflected(
  table: TokenTable,
  from: number,
  to: number,
  hash: number,
  check: number,
  lexicon: Lexicon,
  out: Hit[],
): void {
  const single = to - from === 1;
  for (const candidate of inflectionsOf(table, to - 1)) {
    const phrase = single
      ? lexicon.find(candidate.hash, candidate.check)
      : lexicon.find(joinHash(hash, candidate.hash), joinHash(check, candidate.check));
    if (phrase < 0 || !lexicon.isWhole(phrase)) continue;
    if (single && isOtherWord(table, from, candidate.reading.base, lexicon, phrase)) continue;
    out.push({ from, to, lexicon, phrase, reading: candidate.reading, derived: candidate.derived });
    return;
  }
}
