import type { Candidate } from './candidate.js';

/** Least score of a name that is reported. */
export const THRESHOLD = 0.5;

/**
 * Chooses names among overlapping candidates: of those that reach the threshold, certain ones (the user's list) come first, then longer ones,
 * then surer ones, then earlier ones; each takes its tokens and what overlaps it is dropped. "The longest sensible name" in one rule.
 */
export function chooseCandidates(candidates: readonly Candidate[], threshold = THRESHOLD): Candidate[] {
  const ranked = candidates
    .filter((candidate) => candidate.certain || candidate.score >= threshold)
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
