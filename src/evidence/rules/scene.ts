import { TypeBit } from '../../lexicon/entry.js';
import { TokenFlag, type TokenTable } from '../../types.js';
import type { CandidateSet } from '../candidate.js';
import type { Facts } from '../facts.js';
import type { Hits } from '../hits.js';

/** All that the rules look at, and where they put what they find. */
export interface Scene {
  table: TokenTable;
  hits: Hits;
  facts: Facts;
  candidates: CandidateSet;
  /** Is it a sports text, where the name of a city may mean its club? */
  sport: boolean;
}

/** Clubs a text must name a thousand tokens to be a sports text. */
const CLUBS_PER_THOUSAND = 6;
const CLUB_LIST = 'orgs-clubs';

/** Sets the scene for a text. */
export function setScene(table: TokenTable, hits: Hits, facts: Facts, candidates: CandidateSet): Scene {
  let clubs = 0;
  for (let hit = 0; hit < hits.length; hit++) {
    if (hits.isDerived(hit) || !(hits.strongMask(hit) & TypeBit.ORG)) continue;
    if (hits.lexicon(hit).listNames[hits.listOf(hit)] === CLUB_LIST) clubs++;
  }
  return { table, hits, facts, candidates, sport: clubs >= 2 && clubs * 1000 >= table.length * CLUBS_PER_THOUSAND };
}

/** The text of tokens `[from, to)`, without the last one's suffix. */
export function words({ table }: Scene, from: number, to: number): string {
  return table.text.slice(table.start[from], table.stemEnd[to - 1]);
}

/** Does the token carry a suffix behind an apostrophe? */
export function isSuffixed(table: TokenTable, i: number): boolean {
  return (table.flags[i] & TokenFlag.Suffixed) !== 0;
}

/** Does a new sentence start at `i`, or does the text end there? */
export function isBreak(table: TokenTable, i: number): boolean {
  return i >= table.length || (table.flags[i] & TokenFlag.SentenceStart) !== 0;
}

/** The token's text, suffix included. */
export function tokenText(table: TokenTable, i: number): string {
  return table.text.slice(table.start[i], table.end[i]);
}
