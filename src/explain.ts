import type { Candidate, Evidence } from './evidence/candidate.js';
import { LONGEST_NAME } from './evidence/choose.js';
import type { Analysis } from './pipeline.js';
import type { EntityType } from './types.js';

/** One candidate, explained. */
export interface ExplainedCandidate {
  text: string;
  type: EntityType;
  /** UTF-16 offsets into the text, half-open. */
  start: number;
  end: number;
  /** How sure the recognizer is, 0 to 1. */
  score: number;
  kept: boolean;
  /** Why it was kept or dropped. */
  verdict: string;
  /**
   * What speaks for and against it; weights are log-odds. A tagger's candidate has its whole opinion (rule `model`) and the features
   * that weigh most in it (rule `feature`); the others it has are not told.
   */
  evidence: Evidence[];
  /** The name a kept mention is linked to. */
  name?: string;
}

/** Features told of each of the tagger's candidates. */
export const REASONS = 10;

/** Explains all candidates of an analysis in text order. */
export function explainAnalysis(analysis: Analysis): ExplainedCandidate[] {
  const { table, candidates, result } = analysis;
  const nameAt = new Map(result.entities.map((entity) => [entity.start, entity.name]));
  const verdictOf = judge(analysis, nameAt);
  return [...candidates]
    .sort((a, b) => a.from - b.from || b.to - a.to || b.score - a.score)
    .map((candidate) => {
      const start = table.start[candidate.from];
      const verdict = verdictOf(candidate);
      const kept = verdict.startsWith('kept');
      const name = nameAt.get(start);
      return {
        text: textOf(analysis, candidate),
        type: candidate.type,
        start,
        end: table.stemEnd[candidate.to - 1],
        score: round(candidate.score),
        kept,
        verdict,
        evidence: candidate.evidence.map((item) => ({ ...item, weight: round(item.weight) })),
        ...(kept && name !== undefined && { name }),
      };
    });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function textOf({ table }: Analysis, { from, to }: Candidate): string {
  return table.text.slice(table.start[from], table.stemEnd[to - 1]);
}

/** Makes the function that says why a candidate was kept or dropped. */
function judge(analysis: Analysis, nameAt: ReadonlyMap<number, string>): (candidate: Candidate) => string {
  const { table, chosen, threshold } = analysis;
  const kept = new Set(chosen);
  const winnerAt = new Map<number, Candidate>();
  for (const winner of chosen) for (let i = winner.from; i < winner.to; i++) winnerAt.set(i, winner);
  return (candidate) => {
    if (kept.has(candidate)) {
      if (!nameAt.has(table.start[candidate.from])) return 'dropped: its type was not asked for';
      return candidate.certain ? "kept: the user's list wins" : 'kept';
    }
    if (candidate.score < threshold) return `dropped: score below ${threshold}`;
    if (candidate.to - candidate.from > LONGEST_NAME) return `dropped: longer than ${LONGEST_NAME} words`;
    for (let i = candidate.from; i < candidate.to; i++) {
      const winner = winnerAt.get(i);
      if (!winner) continue;
      const why = winner.certain
        ? "is in the user's list"
        : candidate.tagged
          ? 'is likelier, says the tagger'
          : winner.to - winner.from > candidate.to - candidate.from
            ? 'is longer'
            : 'is surer or earlier';
      return `dropped: ${winner.type} ${textOf(analysis, winner)} ${why}`;
    }
    return 'dropped: more likely no name, says the tagger';
  };
}
