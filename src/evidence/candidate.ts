import type { EntityType } from '../types.js';

/** One reason for or against a candidate; the weight is in log-odds. */
export interface Evidence {
  /** Stable name of the rule, e.g. `list`, `title-before`, `org-head`. */
  rule: string;
  weight: number;
  /** What was seen: the list and entry, the title, the head word. */
  detail: string;
}

/** A possible name before choosing: tokens `[from, to)` read as `type`. */
export interface Candidate {
  from: number;
  to: number;
  type: EntityType;
  evidence: Evidence[];
  /** How sure the recognizer is, 0 to 1. */
  score: number;
  /** True when the span comes from the user's own list, which always wins. */
  certain: boolean;
  /** Is it the tagger's, rather than of lists and rules? */
  tagged: boolean;
}

/** Prior log-odds of a capitalised span to be a name of a given type, before any evidence. */
export const PRIOR = -2;

/**
 * Scores evidence: the log-odds add up from a common prior, so more evidence for a name gives a higher score, and the score of independent
 * evidence reads as a probability (naive Bayes with hand-set weights; see docs/how-it-works.md).
 */
export function scoreOf(evidence: readonly Evidence[]): number {
  const sum = evidence.reduce((total, item) => total + item.weight, PRIOR);
  return 1 / (1 + Math.exp(-sum));
}

/** Gathers candidates; evidence for the same span and type joins one candidate. */
export class CandidateSet {
  private readonly bySpan = new Map<string, Candidate>();

  add(from: number, to: number, type: EntityType, rule: string, weight: number, detail: string): Candidate {
    const id = `${from}-${to}-${type}`;
    let candidate = this.bySpan.get(id);
    if (!candidate) {
      candidate = { from, to, type, evidence: [], score: 0, certain: false, tagged: false };
      this.bySpan.set(id, candidate);
    }
    // The same rule counts once for a span; the strongest finding stands.
    const known = candidate.evidence.find((item) => item.rule === rule);
    if (!known) candidate.evidence.push({ rule, weight, detail });
    else if (known.weight < weight) Object.assign(known, { weight, detail });
    candidate.score = scoreOf(candidate.evidence);
    return candidate;
  }

  get all(): Candidate[] {
    return [...this.bySpan.values()];
  }
}
