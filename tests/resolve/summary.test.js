import { describe } from '@jest/globals';
import { summariseDoc } from '../../dist/resolve/summary.js';
import { testRows } from '../helpers/rows.js';

/** Aliases of one name, mentioned by these forms. */
function aliasesOf(forms) {
  const entities = forms.map(() => ({ type: 'PER', name: 'Ali Kaya' }));
  const mentions = forms.map((base) => ({ form: { base } }));
  return summariseDoc(entities, mentions).people[0].aliases;
}

/** Names of a type with their counts, mentioned in this order. */
function countsOf(names) {
  const entities = names.map((name) => ({ type: 'LOC', name }));
  const mentions = names.map((base) => ({ form: { base } }));
  return summariseDoc(entities, mentions).places.map(({ name, count }) => `${name} ${count}`);
}

const many = Array.from({ length: 40 }, (_, i) => `Kaya ${i}`);

describe('the summary of a document', () => {
  testRows(
    'has each other form once, in the order of the text',
    [
      [['Ali Kaya'], undefined, 'none'],
      [['Kaya', 'Ali', 'Ali Kaya', 'Kaya'], ['Kaya', 'Ali'], 'few'],
      ...[16, 17, 18, 40].map((n) => {
        const forms = many.slice(0, n);
        return [[...forms, ...forms], forms, `${n}, all of them repeated`];
      }),
    ],
    aliasesOf,
  );
  testRows(
    'has the most frequent names first, then the first in the text',
    [
      [['Van', 'Bor', 'Bor', 'Ordu'], ['Bor 2', 'Van 1', 'Ordu 1'], 'few'],
      [
        [...many, many[20], many[30]],
        [`${many[20]} 2`, `${many[30]} 2`, ...many.filter((_, i) => i !== 20 && i !== 30).map((name) => `${name} 1`)],
        'many',
      ],
    ],
    countsOf,
  );
});
