import type { Lexicon } from '../lexicon/lexicon.js';
import type { TokenTable } from '../types.js';
import { Hits } from './hits.js';
import { Matcher } from './matcher.js';

const matchers = new WeakMap<Lexicon, Matcher>();

function matcherOf(lexicon: Lexicon): Matcher {
  let matcher = matchers.get(lexicon);
  if (!matcher) {
    matcher = new Matcher(lexicon);
    matchers.set(lexicon, matcher);
  }
  return matcher;
}

/**
 * Finds every phrase of the lexicons in the text: tokens compared by their folded stems, the last one also with its suffixes read off.
 * A word that is listed as it stands is never cut (Kenan is not Ken+an).
 */
export function findHits(table: TokenTable, lexicons: readonly Lexicon[]): Hits {
  const hits = new Hits(table.length, lexicons);
  const { firstAt } = hits;
  const matchersOf = lexicons.map(matcherOf);
  for (const matcher of matchersOf) matcher.prepare(table);
  for (let i = 0; i < table.length; i++) {
    firstAt[i] = hits.length;
    for (let k = 0; k < matchersOf.length; k++) matchersOf[k].findAt(table, i, k, hits);
  }
  firstAt[table.length] = hits.length;
  return hits;
}
