import { withinOneEdit } from '../../text/distance.js';
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
  const byFirst = new Map<number, Candidate[]>();
  const seen = new Set<string>();
  for (const candidate of chosen) {
    const { from, to, type, score } = candidate;
    const id = `${type} ${phraseId(table, from, to)}`;
    if (to - from < 2 || score < SURE || seen.has(id)) continue;
    seen.add(id);
    const known = byFirst.get(table.hash[from]);
    if (known) known.push(candidate);
    else byFirst.set(table.hash[from], [candidate]);
  }
  if (byFirst.size === 0) return;
  for (let i = 0; i < table.length; i++) {
    for (const known of byFirst.get(table.hash[i]) ?? []) {
      const size = known.to - known.from;
      if (i === known.from || !isMisspelling(table, i, known)) continue;
      candidates.add(i, i + size, known.type, 'misspelt', 4, `${stem(table, known.to - 1)} elsewhere in the document`);
    }
  }
}

function phraseId(table: TokenTable, from: number, to: number): string {
  return Array.from(table.hash.subarray(from, to)).join(' ');
}

function stem(table: TokenTable, i: number): string {
  return table.text.slice(table.start[i], table.stemEnd[i]);
}

function isMisspelling(table: TokenTable, at: number, { from, to }: Candidate): boolean {
  const last = at + to - from - 1;
  if (last >= table.length || !isNameToken(table, last) || table.hash[last] === table.hash[to - 1]) return false;
  for (let i = at; i < last; i++)
    if (table.hash[i] !== table.hash[from + i - at] || isBreak(table, i + 1)) return false;
  const right = foldKey(stem(table, to - 1));
  return right.length >= SHORTEST && withinOneEdit(right, foldKey(stem(table, last)));
}
