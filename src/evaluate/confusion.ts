import { ENTITY_TYPES, type EntityType } from '../types.js';
import type { Pair } from './compare.js';

/** What became of the gold names of a type: how many were given each type, and how many nothing answers. */
type ConfusionRow = Record<EntityType | 'missed', number>;

/** Gold types by predicted types over all names that touch; `spurious` counts predicted names that touch none. */
export type Confusion = Record<EntityType, ConfusionRow> & { spurious: Record<EntityType, number> };

/** Counts which type is taken for which. */
export function confusionOf(documents: readonly (readonly Pair[])[]): Confusion {
  const confusion = {
    ...Object.fromEntries(ENTITY_TYPES.map((type) => [type, { PER: 0, LOC: 0, ORG: 0, missed: 0 }])),
    spurious: { PER: 0, LOC: 0, ORG: 0 },
  } as Confusion;
  for (const pairs of documents) {
    for (const { gold, predicted } of pairs) {
      if (gold) confusion[gold.type][predicted?.type ?? 'missed']++;
      else if (predicted) confusion.spurious[predicted.type]++;
    }
  }
  return confusion;
}
