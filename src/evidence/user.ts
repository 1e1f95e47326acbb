import { TypeBit } from '../lexicon/entry.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { ENTITY_TYPES, type TokenTable } from '../types.js';
import { type Candidate, CandidateSet } from './candidate.js';
import { isNameToken } from './facts.js';
import type { Hits } from './hits.js';

/**
 * Proposes the names of the user's own lists. An entry that is not marked weak is certain: it is found wherever it stands with a capital, or
 * as the user wrote it, and wins over everything else; a list wins over those after it.
 */
export function proposeUserNames(table: TokenTable, hits: Hits, userLexicons: readonly Lexicon[]): Candidate[] {
  const set = new CandidateSet();
  const taken = new Set<number>();
  for (const own of userLexicons) {
    const earlier = new Set(taken);
    for (let hit = 0; hit < hits.length; hit++) {
      if (hits.isDerived(hit) || hits.lexicon(hit) !== own) continue;
      const from = hits.from(hit);
      const to = hits.to(hit);
      if (overlaps(from, to, earlier)) continue;
      const strong = hits.strongMask(hit);
      for (const type of ENTITY_TYPES) {
        if (!(strong & TypeBit[type]) || !isWritten(table, from, own, hits.phrase(hit))) continue;
        const candidate = set.add(from, to, type, 'list', 12, "listed in the user's own list");
        candidate.certain = true;
        candidate.score = 1;
        for (let i = from; i < to; i++) taken.add(i);
      }
    }
  }
  return set.all;
}

function overlaps(from: number, to: number, taken: ReadonlySet<number>): boolean {
  for (let i = from; i < to; i++) if (taken.has(i)) return true;
  return false;
}

function isWritten(table: TokenTable, from: number, lexicon: Lexicon, phrase: number): boolean {
  if (isNameToken(table, from)) return true;
  const written = table.text.slice(table.start[from], table.stemEnd[from]);
  return lexicon.refsOf(phrase).some(({ name }) => name === written || name.startsWith(`${written} `));
}
