import { NearWords } from '../../text/distance.js';
import { foldKey } from '../../text/fold.js';
import type { TokenTable } from '../../types.js';
import type { Candidate } from '../candidate.js';
import { isNameToken } from '../facts.js';
import { isBreak, type Scene } from './scene.js';

/** Shortest last word in which a misspelling is looked for; in shorter ones a letter makes another word. */
const SHORTEST = 5;
/** Least score of a name whose misspellings are looked for. */
const SURE = 0.8;

/**
 * Finds names of two or more words that stand elsewhere in the text but for one letter of their last word (`Ulusal Mutabakat Hukümeti`). A
 * misspelling never makes a name by itself: the right form must be in the text.
 */
export function proposeMisspelt(scene: Scene, chosen: readonly Candidate[]): void {
  const { table, candidates } = scene;
  const { sizes, byStart } = indexNames(table, chosen);
  for (let i = 0; i < table.length; i++) {
    for (const size of sizes.get(table.hash[i]) ?? []) {
      const last = i + size - 1;
      if (!mayEnd(table, i, last)) continue;
      const words = byStart.get(phraseId(table, i, last));
      for (const known of words?.near(key(table, last)) ?? []) {
        if (i === known.from || table.hash[last] === table.hash[known.to - 1]) continue;
        candidates.add(
          i,
          i + size,
          known.type,
          'misspelt',
          4,
          `${stem(table, known.to - 1)} elsewhere in the document`,
        );
      }
    }
  }
}

/** The sure names of two or more words: their lengths by first word, and their last words by all that stands before. */
function indexNames(table: TokenTable, chosen: readonly Candidate[]) {
  const sizes = new Map<number, Set<number>>();
  const byStart = new Map<string, NearWords<Candidate>>();
  const seen = new Set<string>();
  for (const candidate of chosen) {
    const { from, to, type, score } = candidate;
    if (to - from < 2 || score < SURE) continue;
    const id = `${type} ${phraseId(table, from, to)}`;
    const last = key(table, to - 1);
    if (seen.has(id) || last.length < SHORTEST) continue;
    seen.add(id);
    const start = phraseId(table, from, to - 1);
    const words = byStart.get(start) ?? new NearWords<Candidate>();
    words.add(last, candidate);
    byStart.set(start, words);
    sizes.set(table.hash[from], (sizes.get(table.hash[from]) ?? new Set()).add(to - from));
  }
  return { sizes, byStart };
}

function mayEnd(table: TokenTable, from: number, last: number): boolean {
  if (last >= table.length || !isNameToken(table, last)) return false;
  for (let i = from + 1; i <= last; i++) if (isBreak(table, i)) return false;
  return true;
}

function phraseId(table: TokenTable, from: number, to: number): string {
  return table.hash.subarray(from, to).join(' ');
}

function stem(table: TokenTable, i: number): string {
  return table.text.slice(table.start[i], table.stemEnd[i]);
}

function key(table: TokenTable, i: number): string {
  return foldKey(stem(table, i));
}
