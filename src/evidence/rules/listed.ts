import { TypeBit } from '../../lexicon/entry.js';
import { readSuffix } from '../../morphology/analyser.js';
import { CaseShape, ENTITY_TYPES, type EntityType, SentenceCase, type TokenTable } from '../../types.js';
import { isNameToken, isShouted } from '../facts.js';
import { isBreak, isSuffixed, type Scene } from './scene.js';

/** Proposes every listed name the text holds; how much a listing is worth depends on how often its words are something else. */
export function proposeListed(scene: Scene): void {
  const { hits } = scene;
  for (let hit = 0; hit < hits.length; hit++) {
    if (hits.isDerived(hit)) continue;
    const strong = hits.strongMask(hit);
    const any = hits.typeMask(hit);
    const types = ENTITY_TYPES.filter((type) => any & TypeBit[type]);
    if (types.length === 0 || !mayBeName(scene, hit)) continue;
    for (const type of types) propose(scene, hit, type, (strong & TypeBit[type]) !== 0, types.length > 1);
  }
}

const NON_NAMES = TypeBit.COMMON | TypeBit.DEMONYM | TypeBit.MISC;

/** Does the token stand in the locative or ablative? */
function isLocated(table: TokenTable, i: number): boolean {
  if (!isSuffixed(table, i)) return false;
  const kase = readSuffix(table.text, table.stemEnd[i] + 1, table.end[i])?.case;
  return kase === 'Loc' || kase === 'Abl';
}

function mayBeName({ table, hits }: Scene, hit: number): boolean {
  const from = hits.from(hit);
  const to = hits.to(hit);
  const kind = table.sentenceCase[table.sentence[from]];
  if (kind === SentenceCase.Lower) return true;
  // A class word belongs to a name only with a capital: Bergama İlçesi, but Bergama ilçesi.
  const person = (hits.strongMask(hit) & TypeBit.PER) !== 0;
  if (to - from > 1 && table.shape[to - 1] === CaseShape.Lower && !person) return false;
  for (let i = from; i < to; i++) if (isNameToken(table, i)) return isNameToken(table, from) || i === from + 1;
  return false;
}

function propose(scene: Scene, hit: number, type: EntityType, strong: boolean, ambiguous: boolean): void {
  const { table, hits, facts, candidates } = scene;
  const from = hits.from(hit);
  const to = hits.to(hit);
  const list = hits.lexicon(hit).listNames[hits.listOf(hit)];
  const add = (rule: string, weight: number, detail: string) => candidates.add(from, to, type, rule, weight, detail);
  const single = to - from === 1;
  add('list', listWeight(scene, hit, strong, single), `${strong ? 'listed' : 'listed as ambiguous'} in ${list}`);
  if (ambiguous) add('two-types', strong ? -0.5 : -1, 'listed with more than one type');
  if (isSuffixed(table, to - 1)) add('apostrophe', 1.2, 'carries an apostrophe suffix');
  if (single && isBreak(table, from) && facts.share[from] < 90)
    add('sentence-start', -1.2, 'every sentence starts with a capital');
  if (single && (facts.strong[from] | facts.weak[from]) & NON_NAMES)
    add('common-word', -2.5, 'also listed as an ordinary word');
  if (single && ambiguous && scene.sport && type !== 'PER') {
    if (isLocated(table, from)) add('where', type === 'LOC' ? 1 : -1, 'a case that tells where');
    else add('sport', type === 'ORG' ? 2 : -1, 'a city in a sports text mostly means its club');
  }
  if (single && facts.derived[from]) add('derived', -3, 'a word derived from a name');
  let covered = true;
  for (let i = from; i < to; i++) covered &&= facts.misc[i] === 1;
  if (covered) add('not-a-name', -4, 'part of a listed work, law, league or product');
  if (facts.inTitle[from] && facts.inTitle[to - 1]) add('in-title', -4, 'part of a title');
  if (single && type !== 'PER' && facts.titleAfter[to]) add('title-after', -2, 'a form of address follows');
}

/** Weight of a listing, from how much of a name the words are by themselves. */
function listWeight({ table, hits, facts }: Scene, hit: number, strong: boolean, single: boolean): number {
  const from = hits.from(hit);
  const cut = hits.reading(hit) ? -0.8 : 0;
  const kind = table.sentenceCase[table.sentence[from]];
  if (kind === SentenceCase.Lower) return strong && (!single || facts.share[from] >= 95) ? 3 + cut : -2;
  if (!single) return (strong ? 5 : 2.4) + cut;
  const share = facts.share[from];
  const known = share >= 95 ? 4.5 : share >= 70 ? 3.6 : share >= 30 ? 2.8 : 1.6;
  const shouted = isShouted(table, from) && share < 95 ? -1.5 : 0;
  return (strong ? known : Math.min(known - 2.2, 1.4)) + cut + shouted;
}
