import { readSuffix } from '../../morphology/analyser.js';
import { isAcronym, isNameToken, isShouted } from '../facts.js';
import { isBreak, isSuffixed, type Scene } from './scene.js';

/** Proposes capitalised words that no list knows, in the middle of a sentence, by how they stand there. */
export function proposeUnknown(scene: Scene): void {
  const { table } = scene;
  let i = 0;
  while (i < table.length) {
    if (!isPlainName(scene, i)) {
      i++;
      continue;
    }
    let to = i + 1;
    while (to < table.length && !isSuffixed(table, to - 1) && !isBreak(table, to) && isPlainName(scene, to)) to++;
    proposeRun(scene, i, to);
    i = to;
  }
}

function isPlainName({ table, facts }: Scene, i: number): boolean {
  return (
    isNameToken(table, i) &&
    !isShouted(table, i) &&
    facts.strong[i] === 0 &&
    facts.weak[i] === 0 &&
    !facts.misc[i] &&
    !facts.derived[i] &&
    !isAcronym(table, i)
  );
}

function proposeRun(scene: Scene, from: number, to: number): void {
  const { table, facts, candidates } = scene;
  const size = to - from;
  if (size > 3) return;
  const next = to < table.length && !isBreak(table, to) && isNameToken(table, to) && !isSuffixed(table, to - 1);
  const previous = from > 0 && !isBreak(table, from) && isNameToken(table, from - 1) && !isSuffixed(table, from - 1);
  if (next || previous) return;
  const start = isBreak(table, from);
  const suffixed = isSuffixed(table, to - 1);
  if (size === 1 && (start || !suffixed)) return;
  const reading = suffixed ? readSuffix(table.text, table.stemEnd[to - 1] + 1, table.end[to - 1]) : undefined;
  const located = reading?.case === 'Loc' || reading?.case === 'Abl';
  const weight = size === 1 ? 1.4 : 2.1;
  if (located) candidates.add(from, to, 'LOC', 'unknown-located', weight + 0.4, 'unlisted, in a case that tells where');
  candidates.add(
    from,
    to,
    'PER',
    'unknown',
    weight + (start ? -0.8 : 0) + (located ? -1 : 0),
    'unlisted capitalised words',
  );
  if (suffixed) candidates.add(from, to, 'PER', 'apostrophe', 0.8, 'carries an apostrophe suffix');
  if (facts.share[from] < 50) candidates.add(from, to, 'PER', 'common-word', -2, 'the word is mostly no name');
}
