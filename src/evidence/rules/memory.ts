import { phraseKey, withoutArticle } from '../../lexicon/phrase.js';
import type { EntityType, TokenTable } from '../../types.js';
import type { Candidate } from '../candidate.js';
import { isNameToken } from '../facts.js';
import { isBreak, isSuffixed, type Scene } from './scene.js';

/** Least score of a name that others of the document are judged by. */
const SURE = 0.8;

/**
 * Judges single words by what the rest of the document said of them: part of a full person name seen anywhere, or the same word chosen with
 * certainty elsewhere. One sense a document (Gale, Church and Yarowsky 1992, "One sense per discourse").
 */
export function proposeRemembered(scene: Scene, chosen: readonly Candidate[]): void {
  const { table, facts, candidates } = scene;
  const surnames = new Map<number, string>();
  const givens = new Map<number, string>();
  const whole = new Map<number, Map<EntityType, number>>();
  const ownType = new Map<number, EntityType>();
  for (const { from, to, type, score } of chosen) {
    if (score < SURE) continue;
    if (to - from === 1) {
      count(whole, table.hash[from], type);
      ownType.set(from, type);
    }
    if (type !== 'PER' || to - from < 2) continue;
    const full = table.text.slice(table.start[from], table.stemEnd[to - 1]);
    surnames.set(surnameHash(table, to - 1), full);
    givens.set(table.hash[from], full);
  }
  const taken = new Set<number>();
  for (const { from, to, score } of chosen)
    if (to - from > 1 && score >= SURE) for (let i = from; i < to; i++) taken.add(i);
  for (let i = 0; i < table.length; i++) {
    if (!isNameToken(table, i) || taken.has(i) || facts.inTitle[i]) continue;
    const surname = surnames.get(surnameHash(table, i));
    const given = givens.get(table.hash[i]);
    if (surname) candidates.add(i, i + 1, 'PER', 'full-name', 4, `surname of ${surname}`);
    else if (given && !facts.orgHead[i])
      candidates.add(i, i + 1, 'PER', 'full-name', isSuffixed(table, i) ? 3 : 2, `given name of ${given}`);
    const seen = whole.get(table.hash[i]);
    if (!seen) continue;
    for (const [type, all] of seen) {
      const times = ownType.get(i) === type ? all - 1 : all;
      if (times === 0) continue;
      const alone = isBreak(table, i) ? 1.4 : 1.8;
      candidates.add(
        i,
        i + 1,
        type,
        'elsewhere',
        Math.min(alone + times * 0.2, 2.4),
        `${type} elsewhere in the document`,
      );
    }
  }
}

/** Hash of a word without an Arabic article: es-Serrac and Serrac are one surname. */
function surnameHash(table: TokenTable, i: number): number {
  if (table.text[table.start[i] + 2] !== '-') return table.hash[i];
  const word = table.text.slice(table.start[i], table.stemEnd[i]);
  const bare = withoutArticle(word);
  return bare === word ? table.hash[i] : (phraseKey(bare)?.whole[0] ?? table.hash[i]);
}

function count(whole: Map<number, Map<EntityType, number>>, hash: number, type: EntityType): void {
  const types = whole.get(hash) ?? new Map<EntityType, number>();
  types.set(type, (types.get(type) ?? 0) + 1);
  whole.set(hash, types);
}
