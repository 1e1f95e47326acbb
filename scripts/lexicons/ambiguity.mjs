// How often a name is written in lower case: the ambiguity table of all single-word names and aliases of all lists.
// Source of counts: Zemberek's freq-100k (github.com/ahmetaa/zemberek-nlp, Apache-2.0), the 100,000 commonest cased tokens of a Turkish
// web and news corpus; other count files are added up with it (sources/counts-*.txt[.gz], or paths given to build.mjs).
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEXICONS, countOf, fold, readList } from './common.mjs';

export function buildAmbiguity() {
  const words = new Map();
  for (const file of readdirSync(LEXICONS).filter((name) => name.endsWith('.tsv') && name !== 'ambiguity.tsv').sort())
    for (const row of readList(file)) {
      if (!['PER', 'LOC', 'ORG', 'GIVEN', 'SURNAME'].includes(row.type)) continue;
      for (const form of [row.name, ...row.aliases]) if (/^\p{L}+$/u.test(form) && !words.has(fold(form))) words.set(fold(form), form);
    }
  const lines = [];
  for (const word of words.values()) {
    const { low, cap } = countOf(word);
    const total = low + cap;
    if (total < 50 || low === 0) continue;
    const share = cap / total;
    if (share >= 0.98) continue;
    lines.push(`${word}\t${share.toFixed(2)}\t${total}`.normalize('NFC'));
  }
  const head = [
    'Names of the lists that are also written in lower case: word, share of capitalised uses, all uses',
    'counted: every surface form of the count files, suffix after the apostrophe cut, Turkish case folding, circumflex folded; a form with a capital first letter (sentence starts and headlines included) counts as capitalised; listed below share 0.98 from 50 uses on',
    'source: Zemberek freq-100k (sources/counts-*.txt.gz)',
    'licence: Apache-2.0',
    'built by scripts/lexicons/ambiguity.mjs',
  ];
  writeFileSync(join(LEXICONS, 'ambiguity.tsv'), `${[...head.map((line) => `# ${line}`), ...lines.sort()].join('\n')}\n`);
  console.error(`ambiguity.tsv: ${lines.length} words`);
}
