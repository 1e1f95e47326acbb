import { type Candidate, PRIOR } from '../evidence/candidate.js';
import type { TaggedName } from './tagger.js';

/** Widest log-odds evidence: beyond it a probability is as good as certain. */
const WIDEST = 9;

/** Turns the tagger's names into candidates; a name's score is its calibrated probability, its evidence the same in log-odds over the prior. */
export function taggedCandidates(names: readonly TaggedName[]): Candidate[] {
  return names.map(({ from, to, type, score }) => {
    const odds = Math.log(Math.max(score, 1e-6) / Math.max(1 - score, 1e-6)) - PRIOR;
    const weight = Math.max(-WIDEST, Math.min(WIDEST, odds));
    return {
      from,
      to,
      type,
      score,
      certain: false,
      evidence: [{ rule: 'model', weight, detail: 'the tagger weighs all evidence' }],
    };
  });
}
