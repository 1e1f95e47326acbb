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
