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
  if (candidates.length === 0) return [];
  const ranked = candidates
    .filter(({ certain, score, from, to }) => certain || (score >= threshold && to - from <= LONGEST_NAME))
    .sort(
      (a, b) =>
        Number(b.certain) - Number(a.certain) ||
        b.to - b.from - (a.to - a.from) ||
        b.score - a.score ||
        a.from - b.from ||
        (a.type < b.type ? -1 : 1),
    );
  const taken = new Set<number>();
  const chosen: Candidate[] = [];
  for (const candidate of ranked) {
    let free = true;
    for (let i = candidate.from; i < candidate.to && free; i++) free = !taken.has(i);
    if (!free) continue;
    for (let i = candidate.from; i < candidate.to; i++) taken.add(i);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.from - b.from);
}
