// Counts in running news text how often the single words of the lists are written small and with a capital: sources/counts-case-news.tsv.gz,
// a line `word, small, capital`. Only what tells names from words is counted: tokens inside a sentence (every sentence starts with a capital) of
// ordinary case, the suffix behind an apostrophe cut. Texts leave nothing but these counts.
// Usage: node scripts/lexicons/count-case.mjs TEXTS.jsonl[.gz]...   (records with a field `text`; needs `npm run build`)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fold } from '../../dist/text/fold.js';
import { tokenize } from '../../dist/tokenize/tokenizer.js';
import { CaseShape, SentenceCase, TokenKind } from '../../dist/types.js';
import { LEXICONS, listFiles, readList } from './common.mjs';

const NAME_TYPES = ['PER', 'LOC', 'ORG', 'GIVEN', 'SURNAME'];
/** Fewer uses tell nothing. */
const LEAST_USES = 20;

const words = new Map();
for (const file of listFiles((name) => name !== 'ambiguity.tsv'))
  for (const row of readList(file)) {
    if (!NAME_TYPES.includes(row.type)) continue;
    for (const form of [row.name, ...row.aliases])
      if (/^\p{L}+$/u.test(form) && !words.has(fold(form))) words.set(fold(form), { word: form, small: 0, capital: 0 });
  }

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  for (const line of (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')) {
    if (line === '') continue;
    const { text } = JSON.parse(line);
    const table = tokenize(text);
    for (let i = 1; i < table.length; i++) {
      const sentence = table.sentence[i];
      if (table.kind[i] !== TokenKind.Word || table.sentenceCase[sentence] !== SentenceCase.Normal) continue;
      if (!isInside(table, i)) continue;
      const entry = words.get(fold(text.slice(table.start[i], table.stemEnd[i])));
      if (!entry) continue;
      if (table.shape[i] === CaseShape.Lower) entry.small++;
      else entry.capital++;
    }
  }
}

/** Do words of the same sentence stand before the token, without a quote or bracket that may open another sentence? */
function isInside(table, i) {
  const before = i - 1;
  return (
    table.sentence[before] === table.sentence[i] &&
    (table.kind[before] === TokenKind.Word || table.text[table.start[before]] === ',')
  );
}

const lines = [...words.values()]
  .filter(({ small, capital }) => small + capital >= LEAST_USES)
  .map(({ word, small, capital }) => `${word}\t${small}\t${capital}`.normalize('NFC'))
  .sort();
writeFileSync(join(LEXICONS, 'sources', 'counts-case-news.tsv.gz'), gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
console.error(`counts-case-news.tsv.gz: ${lines.length} words`);
