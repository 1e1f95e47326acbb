import { TypeBit } from '../../lexicon/entry.js';
import { foldKey } from '../../text/fold.js';
import { CaseShape } from '../../types.js';
import { isAcronym, isNameToken, isShouted } from '../facts.js';
import { isBreak, isSuffixed, type Scene, tokenText, words } from './scene.js';

/** Small words inside person names: Usame bin Ladin, Ludwig van Beethoven. */
const PARTICLES = new Set([
  'bin',
  'bint',
  'ibn',
  'el',
  'al',
  'es',
  'di',
  'du',
  'van',
  'von',
  'der',
  'la',
  'le',
  'dos',
  'del',
  'ter',
  'ebu',
  'ul',
]);
/** Endings that mark a word as a surname, folded. */
const SURNAME_ENDINGS = [
  'oğlu',
  'gil',
  'zade',
  'ov',
  'yev',
  'ev',
  'ova',
  'yeva',
  'yan',
  'idis',
  'akis',
  'opulos',
  'ski',
  'skiy',
  'iç',
  'viç',
  'şvili',
  'enko',
  'son',
  'sen',
  'soy',
  'türk',
  'demir',
  'taş',
];
const LONGEST_NAME = 4;

const PLACE_OR_ORG = TypeBit.LOC | TypeBit.ORG;

/** Proposes persons: given names with what follows, names behind titles, names before forms of address, initials. */
export function proposePersons(scene: Scene): void {
  const { table, facts } = scene;
  for (let i = 0; i < table.length; i++) {
    if (!isNameToken(table, i) || facts.inTitle[i]) continue;
    proposeInitials(scene, i);
    proposeGiven(scene, i);
    if (facts.titleBefore[i] && !isBreak(table, i)) proposeTitled(scene, i);
  }
}

function has(scene: Scene, i: number, bit: number): number {
  if (scene.facts.strong[i] & bit) return 1;
  return scene.facts.weak[i] & bit ? 0.5 : 0;
}

/** Is the given name the token's likeliest use? */
function givenWeight(scene: Scene, i: number): number {
  const given = has(scene, i, TypeBit.GIVEN);
  if (given === 0) return 0;
  const share = scene.facts.share[i];
  return (given === 1 ? 2.4 : 1.5) * (share >= 50 ? 1 : 0.7);
}

function surnameWeight(scene: Scene, i: number): number {
  const listed = has(scene, i, TypeBit.SURNAME);
  if (listed > 0) return listed * 2;
  const key = foldKey(scene.table.text.slice(scene.table.start[i], scene.table.stemEnd[i]));
  if (key.length > 5 && SURNAME_ENDINGS.some((ending) => key.endsWith(ending))) return 1.4;
  return 0;
}

/** Token after the longest run of words that may make one person's name from `from` on. */
function nameEnd(scene: Scene, from: number): number {
  const { table, facts } = scene;
  let to = from + 1;
  while (to < table.length && to - from < LONGEST_NAME && !isSuffixed(table, to - 1) && !isBreak(table, to)) {
    if (
      PARTICLES.has(tokenText(table, to)) &&
      to + 1 < table.length &&
      isNameToken(table, to + 1) &&
      !isBreak(table, to + 1)
    ) {
      to += 2;
      continue;
    }
    if (!isNameToken(table, to) || !mayContinue(scene, to)) break;
    to++;
  }
  const isHead = facts.orgHead[to - 1] || facts.locHead[to - 1];
  return isHead && !isSurname(scene, to - 1) ? Math.max(from + 1, to - 1) : to;
}

function isSurname({ facts }: Scene, i: number): boolean {
  return ((facts.strong[i] | facts.weak[i]) & TypeBit.SURNAME) !== 0;
}

function mayContinue(scene: Scene, i: number): boolean {
  const { table, facts } = scene;
  // Çelik, Usta, Şahin are words of companies, titles and works as well.
  if (isSurname(scene, i) && !facts.derived[i] && facts.titleTo[i] <= i + 1 && !facts.titleAfter[i]) return true;
  if (facts.inTitle[i] || facts.titleTo[i] || facts.titleAfter[i] || facts.derived[i] || facts.misc[i]) return false;
  if ((facts.orgHead[i] || facts.locHead[i]) && !(facts.strong[i] & TypeBit.SURNAME)) return false;
  const person = (facts.strong[i] | facts.weak[i]) & (TypeBit.GIVEN | TypeBit.SURNAME | TypeBit.PER);
  if (person) return true;
  if ((facts.strong[i] | facts.weak[i]) & (TypeBit.DEMONYM | TypeBit.COMMON)) return false;
  return !(facts.strong[i] & PLACE_OR_ORG) && !isAcronym(table, i);
}

function proposeGiven(scene: Scene, from: number): void {
  const { table, candidates } = scene;
  const given = givenWeight(scene, from);
  if (given === 0) return;
  const to = nameEnd(scene, from);
  const last = to - 1;
  const add = (rule: string, weight: number, detail: string) => candidates.add(from, to, 'PER', rule, weight, detail);
  add('given-name', to - from === 1 ? given * 0.5 : given, `${words(scene, from, from + 1)} is a given name`);
  if (to - from > 1) {
    const surname = surnameWeight(scene, last);
    if (surname > 0) add('surname', surname, `${words(scene, last, to)} is a surname`);
    else add('unknown-surname', isShouted(table, from) ? 0.2 : 1, 'an unlisted capitalised word follows');
  } else if (isBreak(table, from)) {
    add('sentence-start', -0.8, 'every sentence starts with a capital');
  }
  context(scene, from, to);
}

function proposeTitled(scene: Scene, from: number): void {
  const { facts, candidates, table } = scene;
  if (isAcronym(table, from) || facts.titleTo[from]) return;
  const to = nameEnd(scene, from);
  const listedOther =
    to - from === 1 && (facts.strong[from] & (PLACE_OR_ORG | TypeBit.DEMONYM | TypeBit.COMMON | TypeBit.ORGHEAD)) !== 0;
  if (facts.derived[from]) return;
  const title = words(scene, facts.titleBefore[from] - 1, from);
  candidates.add(from, to, 'PER', 'title-before', listedOther ? 0 : 3.2, `the title ${title} stands before`);
  context(scene, from, to);
}

/** `S.Ç.`, `F.K.`: initials stand for persons; `A.Ş.` and `T.C.` are listed as something else. */
function proposeInitials(scene: Scene, i: number): void {
  const { table, facts, candidates } = scene;
  if (table.shape[i] !== CaseShape.Initials) return;
  if ((facts.strong[i] | facts.weak[i]) & ~TypeBit.PER) return;
  const text = words(scene, i, i + 1);
  if (text.length >= 3) {
    candidates.add(i, i + 1, 'PER', 'initials', 3.4, 'initials');
    return;
  }
  const to = nameEnd(scene, i);
  if (text.endsWith('.') && to - i > 1)
    candidates.add(i, to, 'PER', 'initial', 2.6, 'an initial before a capitalised word');
}

/** What stands around a person's name. */
function context(scene: Scene, from: number, to: number): void {
  const { table, facts, candidates } = scene;
  const add = (rule: string, weight: number, detail: string) => candidates.add(from, to, 'PER', rule, weight, detail);
  if (facts.titleBefore[from] && !isBreak(table, from)) {
    add('title-before', 3.2, `the title ${words(scene, facts.titleBefore[from] - 1, from)} stands before`);
  }
  const after = facts.titleAfter[to];
  if (after && !isBreak(table, to) && !isSuffixed(table, to - 1))
    add('title-after', 3, `${words(scene, to, after)} follows`);
  if (isSuffixed(table, to - 1)) add('apostrophe', 0.8, 'carries an apostrophe suffix');
  if (to - from === 1 && (facts.strong[from] | facts.weak[from]) & (TypeBit.COMMON | TypeBit.DEMONYM)) {
    add('common-word', -2.5, 'also listed as an ordinary word');
  }
  if (facts.misc[from] && facts.misc[to - 1]) add('not-a-name', -4, 'part of a listed work, law, league or product');
}
