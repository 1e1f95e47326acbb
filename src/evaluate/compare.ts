import type { GoldName } from '../input/gold.js';
import type { EntityType, Span } from '../types.js';

/** Names as a system gives them: UTF-16 offsets and a type. */
export type PredictedName = GoldName;

/** How a predicted name stands to the gold name it touches, or that one of them stands alone. */
export type Relation = 'correct' | 'type' | 'boundary' | 'both' | 'missed' | 'spurious';

/** A gold name and the predicted name that answers it; one of them may be missing. */
export interface Pair<G extends GoldName = GoldName, P extends PredictedName = PredictedName> {
  relation: Relation;
  gold?: G;
  predicted?: P;
}

/**
 * Pairs the names of a document, each at most once: first those equal in span and type, then equal in span, then overlapping ones of the same
 * type, then any that overlap; within each step in text order. Predicted names that only touch a debatable span are left out; equal predicted
 * names count once.
 *
 * @returns all names of both sides, in text order
 */
export function pairNames<G extends GoldName, P extends PredictedName>(
  gold: readonly G[],
  debatable: readonly Span[],
  predicted: readonly P[],
): Pair<G, P>[] {
  const golds = distinct(gold);
  const isGold = new Set(golds.map(keyOf));
  const answers = distinct(predicted).filter(
    (name) => isGold.has(keyOf(name)) || !debatable.some((span) => overlap(span, name)),
  );
  const pairs: Pair<G, P>[] = [];
  const openGold = new Set(golds);
  const openAnswers = new Set(answers);
  const pair = (relation: Relation, fits: (a: GoldName, b: PredictedName) => boolean) => {
    // Both sides are in text order, so of the answers only those from the gold name's neighbourhood need a look.
    let from = 0;
    for (const name of golds) {
      if (!openGold.has(name)) continue;
      while (from < answers.length && answers[from].end <= name.start) from++;
      for (let i = from; i < answers.length && answers[i].start < name.end; i++) {
        const answer = answers[i];
        if (!openAnswers.has(answer) || !overlap(name, answer) || !fits(name, answer)) continue;
        pairs.push({ relation, gold: name, predicted: answer });
        openGold.delete(name);
        openAnswers.delete(answer);
        break;
      }
    }
  };
  pair('correct', (a, b) => a.type === b.type && sameSpan(a, b));
  pair('type', sameSpan);
  pair('boundary', (a, b) => a.type === b.type);
  pair('both', () => true);
  for (const name of openGold) pairs.push({ relation: 'missed', gold: name });
  for (const name of openAnswers) pairs.push({ relation: 'spurious', predicted: name });
  return pairs.sort((a, b) => startOf(a) - startOf(b));
}

function startOf({ gold, predicted }: Pair): number {
  return Math.min(gold?.start ?? Number.POSITIVE_INFINITY, predicted?.start ?? Number.POSITIVE_INFINITY);
}

function keyOf({ start, end, type }: { start: number; end: number; type: EntityType }): string {
  return `${start}-${end}-${type}`;
}

function distinct<T extends GoldName>(names: readonly T[]): T[] {
  const seen = new Map<string, T>();
  for (const name of names) if (!seen.has(keyOf(name))) seen.set(keyOf(name), name);
  return [...seen.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
