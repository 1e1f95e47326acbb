import { type Pair, pairNames } from '../evaluate/compare.js';
import type { Entity, EntityType, TokenTable } from '../types.js';
import type { Expectation, ExpectedName } from './expectation.js';

/**
 * What became of a name. `lost`, `gained`, `moved` (other limits), `retyped` and `renamed` (another base form) are regressions; `known` is a
 * name known to be missed, `fixed` one that was known to be missed and is now found.
 */
export type ChangeKind = 'lost' | 'gained' | 'moved' | 'retyped' | 'renamed' | 'known' | 'fixed';

/** The kinds that make a check fail, in the order in which they are counted out. */
export const REGRESSIONS = ['lost', 'gained', 'moved', 'retyped', 'renamed'] as const satisfies readonly ChangeKind[];

/** One difference between what was expected and what was found. */
export interface Change {
  kind: ChangeKind;
  expected?: ExpectedName;
  found?: Entity;
  /** The sentence it happens in, as offsets into the text. */
  sentence: { start: number; end: number };
}

/** An article checked. */
export interface Comparison {
  changes: Change[];
  /** All names of both sides, for scores. */
  pairs: Pair<ExpectedName, Entity>[];
}

/**
 * Compares what was found in an article with what was expected.
 * @param table the article's tokens, for the sentences
 * @param only types to look at; a name counts when it has such a type on either side
 */
export function compareWithExpectation(
  table: TokenTable,
  expectation: Expectation,
  entities: readonly Entity[],
  only?: readonly EntityType[],
): Comparison {
  const wanted = (name?: { type: EntityType }) => name !== undefined && (!only || only.includes(name.type));
  const pairs = pairNames(expectation.names, expectation.debatable, entities).filter(
    ({ gold, predicted }) => wanted(gold) || wanted(predicted),
  );
  const changes = pairs.flatMap((pair) => {
    const kind = kindOf(pair);
    if (!kind) return [];
    const { gold: expected, predicted: found } = pair;
    const at = (expected ?? found) as { start: number };
    return [{ kind, ...(expected && { expected }), ...(found && { found }), sentence: sentenceAt(table, at.start) }];
  });
  return { changes, pairs };
}

function kindOf({ relation, gold, predicted }: Pair<ExpectedName, Entity>): ChangeKind | undefined {
  if (gold?.knownMissing) return relation === 'correct' ? 'fixed' : 'known';
  switch (relation) {
    case 'missed':
      return 'lost';
    case 'spurious':
      return 'gained';
    case 'boundary':
      return 'moved';
    case 'type':
    case 'both':
      return 'retyped';
    case 'correct':
      return gold?.name === undefined || gold.name === predicted?.name ? undefined : 'renamed';
  }
}

/** The limits of the sentence that an offset lies in. */
function sentenceAt(table: TokenTable, offset: number): { start: number; end: number } {
  for (let s = 0; s + 1 < table.sentenceStart.length; s++) {
    const last = table.sentenceStart[s + 1] - 1;
    if (last >= 0 && table.end[last] > offset) {
      return { start: Math.min(table.start[table.sentenceStart[s]], offset), end: table.end[last] };
    }
  }
  return { start: offset, end: table.text.length };
}
