import type { DocResult, Entity, TokenTable } from '../types.js';

/** Longest context in UTF-16 units; of a longer sentence the surroundings of the name are given. */
const LONGEST = 600;
const ELLIPSIS = '…';

/**
 * Gives the entities of a result with the index of their sentence and, for the first mention of each name, that sentence. Of an overlong
 * sentence the part around the name is given, cut between tokens and marked with `…`.
 */
export function withContexts(result: DocResult, table: TokenTable): DocResult {
  const met = new Set<string>();
  let token = 0;
  const entities = result.entities.map((entity): Entity => {
    while (token + 1 < table.length && table.start[token + 1] <= entity.start) token++;
    const sentence = table.sentence[token];
    const name = `${entity.type} ${entity.name}`;
    if (met.has(name)) return withContext(entity, sentence, undefined);
    met.add(name);
    return withContext(entity, sentence, contextOf(table, sentence, token, entity));
  });
  return { ...result, entities };
}

/** Gives an entity with its context. All have the same fields in the same order, undefined or not: so they are made and written faster. */
function withContext(entity: Entity, sentence: number, context: string | undefined): Entity {
  const { type, start, end, text, name, suffix, case: kase, source, score } = entity;
  return { type, start, end, text, name, suffix, case: kase, source, score, sentence, context } as Entity;
}

function contextOf(table: TokenTable, sentence: number, token: number, { start, end }: Entity): string {
  const first = table.sentenceStart[sentence];
  const last = table.sentenceStart[sentence + 1] - 1;
  if (table.end[last] - table.start[first] <= LONGEST) return table.text.slice(table.start[first], table.end[last]);
  const room = Math.max(0, LONGEST - (end - start)) / 2;
  let from = token;
  while (from > first && start - table.start[from - 1] <= room) from--;
  let to = token;
  while (to < last && (table.end[to] < end || table.end[to + 1] - end <= room)) to++;
  const slice = table.text.slice(table.start[from], Math.max(end, table.end[to]));
  return (from > first ? ELLIPSIS : '') + slice + (to < last ? ELLIPSIS : '');
}
