import { describe, expect, test } from '@jest/globals';
import { withContexts } from '../../dist/batch/context.js';
import { tokenize } from '../../dist/tokenize/tokenizer.js';

/** A result with the given names, wherever they stand. */
function contextsOf(text, ...names) {
  const entities = [];
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      entities.push({ type: 'LOC', start: at, end: at + name.length, text: name, name, source: 'rule', score: 1 });
  entities.sort((a, b) => a.start - b.start);
  const result = { people: [], places: [], organizations: [], entities };
  return withContexts(result, tokenize(text)).entities.map(({ name, sentence, context }) => [name, sentence, context]);
}

describe('sentences and contexts', () => {
  test('the first mention of a name has its sentence, later ones the index alone', () => {
    expect(contextsOf("Zonguldak'ta kar var. Rize sakin. Zonguldak bekliyor.", 'Zonguldak', 'Rize')).toEqual([
      ['Zonguldak', 0, "Zonguldak'ta kar var."],
      ['Rize', 1, 'Rize sakin.'],
      ['Zonguldak', 2, undefined],
    ]);
  });

  test('of an overlong sentence the surroundings are given, cut between words', () => {
    const [[, , context]] = contextsOf(`${'uzun söz '.repeat(400)}Rize'de ${'uzun söz '.repeat(400)}`, 'Rize');
    expect(context).toMatch(/^…söz|^…uzun/u);
    expect(context).toMatch(/(?:söz|uzun)…$/u);
    expect(context).toContain("Rize'de");
    expect(context.length).toBeLessThan(650);
  });

  test('many names in one endless sentence do not make an endless result', () => {
    const names = Array.from({ length: 500 }, (_, i) => `Yer${i}x`);
    const contexts = contextsOf(names.join(' ve '), ...names);
    expect(contexts.reduce((sum, [, , context]) => sum + context.length, 0)).toBeLessThan(500 * 650);
  });
});
