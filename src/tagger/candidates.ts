import { type Candidate, type Evidence, PRIOR } from '../evidence/candidate.js';
import type { TokenTable } from '../types.js';
import type { TaggedName, Tagger } from './tagger.js';

/** Widest log-odds evidence: beyond it a probability is as good as certain. */
const WIDEST = 9;

/** The evidence of the tagger's candidates is made only where it is shown. */
const NOT_SHOWN = Object.freeze([]) as unknown as Evidence[];

/** Turns the tagger's names into candidates; a name's score is its calibrated probability. */
export function taggedCandidates(names: readonly TaggedName[]): Candidate[] {
  return names.map(({ from, to, type, score }) => ({
    from,
    to,
    type,
    evidence: NOT_SHOWN,
    score,
    certain: false,
    tagged: true,
  }));
}

/** The tagger's opinion of a candidate as evidence: its probability in log-odds over the prior. */
export function opinionOn({ score }: Candidate): Evidence {
  const odds = Math.log(Math.max(score, 1e-6) / Math.max(1 - score, 1e-6)) - PRIOR;
  const weight = Math.max(-WIDEST, Math.min(WIDEST, odds));
  return { rule: 'model', weight, detail: 'the tagger weighs all evidence' };
}

/**
 * What the tagger, having tagged the document last, thinks of spans it did not find: those that are not among its names, as candidates.
 * @param spans possible names, as the rules propose them
 */
export function passedOver(tagger: Tagger, names: readonly Candidate[], spans: readonly Candidate[]): Candidate[] {
  const others = spans.filter((span) => !names.some((name) => isSame(name, span)));
  return taggedCandidates(
    others.map(({ from, to, type }) => ({ from, to, type, score: tagger.probability({ from, to, type }) })),
  );
}

function isSame(a: Candidate, b: Candidate): boolean {
  return a.from === b.from && a.to === b.to && a.type === b.type;
}

/** The weightiest features behind the tagger's opinion of a candidate of the document tagged last. */
export function featureEvidence(tagger: Tagger, table: TokenTable, candidate: Candidate, most: number): Evidence[] {
  return tagger.reasons(table, candidate, most).map(({ weight, detail }) => ({ rule: 'feature', weight, detail }));
}
