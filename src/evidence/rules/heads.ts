import { TypeBit } from '../../lexicon/entry.js';
import { isCapital } from '../../tokenize/shape.js';
import { type EntityType, TokenKind, type TokenTable } from '../../types.js';
import { isNameToken, isShouted } from '../facts.js';
import { isBreak, isSuffixed, type Scene, tokenText, words } from './scene.js';

/** Proposes capitalised runs that a head word closes: `Antalya Emniyet Müdürlüğü`, `Bergama İlçesi`. */
export function proposeHeads(scene: Scene): void {
  const { table, facts } = scene;
  for (let last = 0; last < table.length; last++) {
    // The head words of a title (Yönetim Kurulu Başkanı) close no name.
    if (facts.inTitle[last]) continue;
    if (facts.orgHead[last]) proposeHead(scene, last, facts.orgHead[last] - 1, 'ORG');
    if (facts.locHead[last]) proposeHead(scene, last, facts.locHead[last] - 1, 'LOC');
  }
}

const NAME_TYPES = TypeBit.PER | TypeBit.LOC | TypeBit.ORG;

function proposeHead(scene: Scene, last: number, head: number, type: EntityType): void {
  const { table, facts, candidates } = scene;
  const from = runStart(scene, head, type);
  const rule = type === 'ORG' ? 'org-head' : 'place-head';
  if (from === head) {
    if (head === last || type === 'LOC') return;
    candidates.add(from, last + 1, type, rule, 1.6, `head words alone: ${words(scene, head, last + 1)}`);
    return;
  }
  const weak = facts.weakHead[last] === 1;
  candidates.add(from, last + 1, type, rule, weak ? 1.9 : 4.2, `closes with ${words(scene, head, last + 1)}`);
  if (isShouted(table, last)) candidates.add(from, last + 1, type, 'shouted', -1, 'the sentence is all capitals');
  if (isSuffixed(table, last)) candidates.add(from, last + 1, type, 'apostrophe', 0.8, 'carries an apostrophe suffix');
  if (facts.misc[last] && facts.misc[from])
    candidates.add(from, last + 1, type, 'not-a-name', -4, 'part of a listed work, law, league or product');
}

const AND = 've';

/** Most words a run may have before its head. */
const LONGEST_RUN = 9;

/** Walks left from a head over the words of its name. */
function runStart(scene: Scene, head: number, type: EntityType): number {
  const { table } = scene;
  let from = head;
  while (head - from < LONGEST_RUN && !isBreak(table, from)) {
    const i = from - 1;
    if (joins(scene, i, type)) {
      from = i;
    } else if (
      type === 'ORG' &&
      isLink(table, i, head) &&
      i > 0 &&
      !isBreak(table, i) &&
      isPlainWord(scene, i - 1) &&
      isPlainWord(scene, i + 1)
    ) {
      from = i - 1;
    } else {
      break;
    }
  }
  // A sentence's first word is often no part of the name.
  if (from < head && isBreak(table, from) && startsOnly(scene, from)) from++;
  return from;
}

function joins({ table, facts }: Scene, i: number, type: EntityType): boolean {
  if (table.kind[i] === TokenKind.Number) return !isSuffixed(table, i) || type === 'ORG';
  if (!isNameToken(table, i) || isSuffixed(table, i)) return false;
  if (facts.inTitle[i] || facts.titleTo[i] === i + 1) return false;
  if (facts.derived[i]) return false;
  return !(type === 'LOC' && facts.orgHead[i]);
}

/**
 * `ve` runs through the domains of a ministry (Çevre ve Şehircilik Bakanlığı), and a comma where `ve` follows before the head (Çevre, Şehircilik
 * ve İklim Değişikliği Bakanlığı); alone it stands between names (Ahmet Yılmaz, Sağlık Bakanlığı'nda).
 */
function isLink(table: TokenTable, i: number, head: number): boolean {
  const text = tokenText(table, i);
  if (text !== ',') return text === AND;
  for (let k = i + 1; k < head; k++) if (tokenText(table, k) === AND) return true;
  return false;
}

function isPlainWord({ table, facts }: Scene, i: number): boolean {
  return (
    isNameToken(table, i) && !isSuffixed(table, i) && (facts.strong[i] & NAME_TYPES) === 0 && facts.orgHead[i] === 0
  );
}

function startsOnly({ table, facts }: Scene, i: number): boolean {
  if (!isCapital(table.shape[i])) return true;
  const common = (facts.strong[i] | facts.weak[i]) & TypeBit.COMMON;
  return common !== 0 || (facts.share[i] < 25 && (facts.strong[i] & NAME_TYPES) === 0);
}
