import type { Candidate } from './candidate.js';

/** Least score of a name that is reported. */
export const THRESHOLD = 0.5;

/** Most tokens of a name. The longest in annotated news have about thirty; what is longer is a list without commas, or no prose at all. */
export const LONGEST_NAME = 50;

/**
 * Chooses names among overlapping candidates: of those that reach the threshold and are no longer than a name can be, certain ones (the user's list) come first, then longer ones,
 * then surer ones, then earlier ones; each takes its tokens and what overlaps it is dropped. "The longest sensible name" in one rule.
 */
export function chooseCandidates(candidates: readonly Candidate[], threshold = THRESHOLD): Candidate[] {
  const possible = candidates.filter(
    ({ certain, score, from, to }) => certain || (score >= threshold && to - from <= LONGEST_NAME),
  );
  // The tagger's names are never in each other's way.
  return areApart(possible) ? possible : settle(possible);
}

/** Do candidates stand in text order without overlapping? */
function areApart(candidates: readonly Candidate[]): boolean {
  for (let i = 1; i < candidates.length; i++) if (candidates[i].from < candidates[i - 1].to) return false;
  return true;
}

function settle(candidates: Candidate[]): Candidate[] {
  candidates.sort(
    (a, b) =>
      Number(b.certain) - Number(a.certain) ||
      b.to - b.from - (a.to - a.from) ||
      b.score - a.score ||
      a.from - b.from ||
      (a.type < b.type ? -1 : 1),
  );
  const taken = new Uint8Array(candidates.reduce((end, { to }) => Math.max(end, to), 0));
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    const { from, to } = candidate;
    let free = true;
    for (let i = from; i < to && free; i++) free = taken[i] === 0;
    if (!free) continue;
    taken.fill(1, from, to);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.from - b.from);
}
