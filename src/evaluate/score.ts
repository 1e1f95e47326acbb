import { ENTITY_TYPES, type EntityType } from '../types.js';
import type { Pair, Relation } from './compare.js';

/** The types in the order in which they are reported. */

/**
 * Ways to score, after SemEval-2013 task 9 (Segura-Bedmar, Martínez and Herrero-Zazo, 2013, https://aclanthology.org/S13-2056, section 5):
 * `strict` wants span and type, `partial` looks at spans alone and gives half a point for an overlap, `type` wants the type and any overlap.
 */
export type ScoreMode = 'strict' | 'partial' | 'type';

/** Points of a pair, out of 1, in each way of scoring. */
const POINTS: Record<ScoreMode, Record<Relation, number>> = {
  strict: { correct: 1, type: 0, boundary: 0, both: 0, missed: 0, spurious: 0 },
  partial: { correct: 1, type: 1, boundary: 0.5, both: 0.5, missed: 0, spurious: 0 },
  type: { correct: 1, type: 0, boundary: 1, both: 0, missed: 0, spurious: 0 },
};

/** Counts from which precision and recall follow; counts of several documents add up. */
export interface Counts {
  gold: number;
  predicted: number;
  /** Points of the gold names; the numerator of recall. */
  found: number;
  /** Points of the predicted names; the numerator of precision. Differs from `found` in one type only when types are mixed up. */
  right: number;
}

/** Quality in percent. */
export interface Score extends Counts {
  precision: number;
  recall: number;
  f1: number;
}

/** Scores a type, and of all types together. */
export type ScoreTable = Record<EntityType | 'micro', Score>;

/** Counts of one way of scoring. */
export class Tally {
  private readonly counts: Record<EntityType, Counts> = { PER: zero(), LOC: zero(), ORG: zero() };

  constructor(private readonly mode: ScoreMode) {}

  /** Adds the pairs of a document. */
  add(pairs: readonly Pair[]): this {
    for (const { relation, gold, predicted } of pairs) {
      const points = POINTS[this.mode][relation];
      if (gold) {
        this.counts[gold.type].gold++;
        this.counts[gold.type].found += points;
      }
      if (predicted) {
        this.counts[predicted.type].predicted++;
        this.counts[predicted.type].right += points;
      }
    }
    return this;
  }

  /** The counts of all types together. */
  total(): Counts {
    return ENTITY_TYPES.reduce((sum, type) => addCounts(sum, this.counts[type]), zero());
  }

  /** The scores so far. */
  table(): ScoreTable {
    const { PER, LOC, ORG } = this.counts;
    return { PER: scoreOf(PER), LOC: scoreOf(LOC), ORG: scoreOf(ORG), micro: scoreOf(this.total()) };
  }
}

function zero(): Counts {
  return { gold: 0, predicted: 0, found: 0, right: 0 };
}

function addCounts(a: Counts, b: Counts): Counts {
  return {
    gold: a.gold + b.gold,
    predicted: a.predicted + b.predicted,
    found: a.found + b.found,
    right: a.right + b.right,
  };
}

/** Precision, recall and F1 in percent; 0 where there is nothing to divide by. */
export function scoreOf(counts: Counts): Score {
  const precision = counts.right / (counts.predicted || 1);
  const recall = counts.found / (counts.gold || 1);
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { ...counts, precision: 100 * precision, recall: 100 * recall, f1: 100 * f1 };
}
