import { isAcronym } from '../facts.js';
import { isBreak, isSuffixed, type Scene, tokenText } from './scene.js';

/** Proposes unlisted acronyms as organizations: most acronyms in news are. */
export function proposeAcronyms(scene: Scene): void {
  const { table, facts, candidates } = scene;
  for (let i = 0; i < table.length; i++) {
    if (!isAcronym(table, i) || facts.strong[i] !== 0 || facts.weak[i] !== 0 || facts.misc[i]) continue;
    const add = (rule: string, weight: number, detail: string) => candidates.add(i, i + 1, 'ORG', rule, weight, detail);
    add('acronym', 1.6, 'a word in capitals');
    if (isSuffixed(table, i)) add('apostrophe', 1, 'carries an apostrophe suffix');
    if (facts.titleTo[i + 1] && !isBreak(table, i + 1)) add('title-follows', 1.2, 'a title follows');
    const parenthesised =
      i > 0 && i + 1 < table.length && tokenText(table, i - 1) === '(' && tokenText(table, i + 1) === ')';
    if (parenthesised) add('parentheses', 1.2, 'stands in parentheses');
  }
}
