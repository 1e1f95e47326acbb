import { describe, expect, test } from '@jest/globals';
import { lintLists } from '../../dist/lexicon/lint.js';
import { lexiconOf } from '../helpers/lexicon.js';
import { testRows } from '../helpers/rows.js';

const known = lexiconOf(
  [
    'Deniz ; GIVEN',
    'Igor ; GIVEN ;  ; foreign',
    'Mutlu ; SURNAME',
    'Yarın ; COMMON',
    'ANA ; ORG',
    'Sağlık Bakanlığı ; ORG',
    'Kızılay Meydanı ; LOC',
  ],
  { Mutlu: 0.15, ANA: 0.1 },
);

/** Lints lines of one list, or of several; gives `line:column severity rule` of each problem, with the list's name when there are several. */
function lint(...lists) {
  const files = lists.map((lines, i) => ({
    file: `list${i}.tsv`,
    content: [].concat(lines).join('\n').replaceAll(' ; ', '\t'),
  }));
  return lintLists(files, { known }).map(
    ({ place, severity, rule }) =>
      `${lists.length > 1 ? `${place.file}:` : ''}${place.line}:${place.column} ${severity} ${rule}`,
  );
}

describe('a line', () => {
  testRows(
    'is judged',
    [
      ['Zambak Derneği ; ORG ; ZD|~Zambak', [], 'a good entry'],
      ['Zambak Derneği', ['1:15 error format'], 'no type'],
      ['Zambak Derneği ; ORGAN', ['1:16 error format'], 'an unknown type'],
      ['{"name":"Zambak Derneği"}', ['1:1 error format'], 'JSON without a type'],
      ['{"name":"Yarın","type":"ORG"}', ['1:10 error common'], 'JSON is pointed into'],
      ['Zambak Derneg\u0306i ; ORG', ['1:1 error nfc'], 'a letter and its mark apart'],
      ['Zambak\u00a0Derneği ; ORG', ['1:1 error character'], 'a no-break space'],
      ['Zambak\u200b Derneği ; ORG', ['1:1 error character'], 'a zero-width space'],
      ['Zаmbak Derneği ; ORG', ['1:1 error character'], 'a Cyrillic а'],
      ['Zambak "Lale" Derneği ; ORG', ['1:1 error character'], 'quotes'],
      ['Лавров ; PER', [], 'another script throughout'],
      ['Zambak Derneği ; ORG ; Zambak Derneği', ['1:20 error repeated'], 'an alias like the name'],
      ['Zambak Derneği ; ORG ; ZD|ZD', ['1:23 error repeated'], 'an alias twice'],
      ['... ; ORG', ['1:1 error unreachable'], 'no word'],
      ["'Ndrangheta ; ORG", ['1:1 error unreachable'], 'starts with a mark'],
      ['Yahoo! Mail ; ORG', ['1:1 error unreachable'], 'a sentence ends inside'],
      ["Zambak Derneği'nin ; ORG", ['1:1 error suffix'], 'an apostrophe and a suffix'],
      ["Zambak'ın Evi ; ORG", [], 'a suffix inside a name is part of it'],
      ["M'gladbach ; ORG", ['1:1 error suffix'], 'what is left before the apostrophe means too much'],
      ["Samuel Eto'o ; PER", ['1:1 warning suffix'], 'no suffix, but cut like one'],
      ['Sağlık Bakanlığına ; ORG', ['1:1 warning inflected'], 'a dative of a listed compound'],
      ['Kızılay Meydanında ; LOC', ['1:1 warning inflected'], 'a locative'],
      ['Sağlık Bakanlığı ; ORG', [], 'what is listed already in the lists that ship is no error'],
      ['Azerbaycan ordusu ; ORG', ['1:1 warning small-word'], 'a class word in small letters'],
      ['Güzel ve Ark ; ORG', [], 'a particle'],
      ['Kim Jong-un ; PER', [], 'a small part behind a hyphen'],
      ['eBay ; ORG', [], 'a capital inside'],
      ['Mutlu ; PER', ['1:1 error common'], 'a name in 15 % of its uses'],
      ['Mutlu ; PER ;  ; weak', [], 'and marked'],
      ['Zeki Mutlu ; PER ; Mutlu', ['1:16 error common'], 'as an alias'],
      ['Zeki Mutlu ; PER ; ~Mutlu', [], 'and marked'],
      ['Yarın ; ORG', ['1:1 error common'], 'a listed common word'],
      ['ANA ; ORG', [], 'an acronym is not the word'],
      ['Mutlu ; SURNAME', [], 'parts of names may be words'],
      ['Deniz ; PER', ['1:1 warning given-name'], 'a given name alone'],
      ['Kara Deniz ; PER ; Deniz', ['1:16 warning given-name'], 'a given name as short form'],
      ['Igor Tudor ; PER ; Igor', [], 'given names from abroad are rarer'],
    ],
    (line) => lint(line),
  );

  test('is told what would be right', () => {
    const [problem] = lintLists([{ file: 'a.tsv', content: 'Zeki Mutlu\tPER\tMutlu' }], { known });
    expect(problem).toEqual({
      place: { file: 'a.tsv', line: 1, column: 16 },
      severity: 'error',
      rule: 'common',
      message: "'Mutlu' is a name in 15 % of its uses only; right would be '~Mutlu'",
    });
  });
});

describe('lines of one or several lists', () => {
  testRows(
    'are compared',
    [
      [['A Vakfı ; ORG', 'A Vakfı ; ORG'], undefined, ['2:1 error duplicate'], 'twice in a list'],
      [['A Vakfı ; ORG', 'A VAKFI ; ORG'], undefined, ['2:1 error duplicate'], 'letter case matches by itself'],
      [['A Vakfı ; ORG'], ['A Vakfı ; ORG'], ['list1.tsv:1:1 error duplicate'], 'in two lists'],
      [['Lale ; ORG', 'Lale ; LOC'], undefined, ['2:1 error two-types'], 'two types'],
      [['Lale ; ORG', 'Lale ; LOC ;  ; weak'], undefined, [], 'two types, one weak'],
      [['A Vakfı ; ORG ; Lale', 'Lale ; LOC'], undefined, ['2:1 error two-types'], 'an alias of another type'],
      [['Ali Koru ; PER ; Koru', 'Can Koru ; PER ; Koru'], undefined, ['2:14 error shared-short-form'], 'two people'],
      [['Ali Koru ; PER ; Koru', 'Can Koru ; PER ; ~Koru'], undefined, [], 'one owns the short form'],
      [['A Vakfı ; ORG ; AV', 'B Vakfı ; ORG ; AV'], undefined, [], 'acronyms may be shared'],
    ],
    (first, second) => (second ? lint(first, second) : lint(first)),
  );
});

describe('the form of the lists that ship', () => {
  const shipped = (content) =>
    lintLists([{ file: 'a.tsv', content }], { known, shipped: true }).map(({ rule, place }) => `${place.line} ${rule}`);

  testRows(
    'is asked for',
    [
      ['# A list\n# source: hand\n# licence: MIT\nAk Dernek\tORG\nZ Dernek\tORG\n', [], 'head and order'],
      ['Ak Dernek\tORG\n', ['1 head', '1 head'], 'no source, no licence'],
      ['# source: hand\n# licence: MIT\nZ Dernek\tORG\nAk Dernek\tORG\n', ['4 order'], 'not sorted'],
    ],
    shipped,
  );
});
