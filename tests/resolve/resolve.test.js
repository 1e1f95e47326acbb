import { findHits } from '../../dist/evidence/gazetteer.js';
import { resolveDoc } from '../../dist/resolve/resolve.js';
import { tokenize } from '../../dist/tokenize/tokenizer.js';
import { lexiconOf } from '../helpers/lexicon.js';
import { testRows } from '../helpers/rows.js';

const lexicon = lexiconOf(['Ankara ; LOC']);

/** Names of mentions of a type, which are the texts between full stops. */
function namesOf(type, text) {
  const table = tokenize(text);
  const chosen = [];
  for (let from = 0, to = 0; to < table.length; to++) {
    if (text[table.start[to]] !== '.') continue;
    chosen.push({ from, to, type, score: 1, evidence: [] });
    from = to + 1;
  }
  return resolveDoc(table, findHits(table, [lexicon]), chosen).entities.map(({ name }) => name);
}

testRows(
  'names in capitals are written as texts write them',
  [
    ['PER', 'AHMET YILMAZ.', ['Ahmet Yılmaz'], 'all of them'],
    ['PER', 'Ahmet YILMAZ.', ['Ahmet Yılmaz'], 'a surname, as agencies write it'],
    ['PER', 'Ahmet YILMAZ. Ahmet Yılmaz.', ['Ahmet Yılmaz', 'Ahmet Yılmaz'], 'as the text has it elsewhere'],
    ['PER', 'Lena von GRÜNBERG.', ['Lena von Grünberg'], 'a particle stays small'],
    ['PER', 'Karl XVI.', ['Karl XVI'], 'a Roman numeral is no surname'],
    ['PER', 'Ali Kaya BM.', ['Ali Kaya BM'], 'nor is what may be initials'],
    ['ORG', 'Ankara YILDIZLAR.', ['Ankara YILDIZLAR'], 'of organizations it may be an acronym'],
  ],
  namesOf,
);

/** Name of the first word of a text as a mention of a type. */
function nameOfFirst(type, text) {
  const table = tokenize(text);
  const chosen = [{ from: 0, to: 1, type, score: 1, evidence: [] }];
  return resolveDoc(table, findHits(table, [lexicon]), chosen).entities[0].name;
}

testRows(
  'a lone word in a headline in capitals',
  [
    ['ORG', 'ZEYKO BAŞKANI BUGÜN KONUŞTU', 'ZEYKO', 'five letters may be an acronym'],
    ['ORG', 'ZEYKOM BAŞKANI BUGÜN KONUŞTU', 'Zeykom', 'a longer word is written as texts write it'],
    ['LOC', 'ZEYKO HALKI BUGÜN KONUŞTU', 'Zeyko', 'places have no acronyms'],
    ['PER', 'ZEY VE ARKADAŞI BUGÜN KONUŞTU', 'Zey', 'nor have persons'],
    ['ORG', 'ZEYKOM başkanı bugün yine konuştu', 'ZEYKOM', 'among small words the capitals are its own'],
  ],
  nameOfFirst,
);
