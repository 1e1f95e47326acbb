// How often a name is written in lower case: the ambiguity table of all single-word names and aliases of all lists.
// Counts of running news text (sources/counts-case-news.tsv.gz, made by count-case.mjs) come first: they leave out sentence starts. For words
// too rare there, Zemberek's freq-100k (github.com/ahmetaa/zemberek-nlp, Apache-2.0) speaks, the 100,000 commonest cased tokens of a Turkish
// web and news corpus, with other count files added up (sources/counts-*.txt[.gz], or paths given to build.mjs).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countOf, fold, LEXICONS, listFiles, readLines, readList, same } from './common.mjs';

/** Uses in news from which on they outweigh the other counts. */
const ENOUGH_IN_NEWS = 40;
/** Fewest uses that tell anything. */
const ENOUGH = 50;
/** Surer words are left out of the table. */
const SURE = 0.98;

/** Uses in running news text by comparison key: { low, cap }. */
const news = new Map(
  readLines('counts-case-news.tsv.gz').map((line) => {
    const [word, low, cap] = line.split('\t');
    return [same(word), { low: Number(low), cap: Number(cap) }];
  }),
);

function usesOf(word) {
  const inNews = news.get(same(word));
  if (inNews && inNews.low + inNews.cap >= ENOUGH_IN_NEWS) return inNews;
  const uses = countOf(word);
  return uses.low + uses.cap >= ENOUGH ? uses : undefined;
}

export function buildAmbiguity() {
  const words = new Map();
  for (const file of listFiles((name) => name !== 'ambiguity.tsv'))
    for (const row of readList(file)) {
      if (!['PER', 'LOC', 'ORG', 'GIVEN', 'SURNAME'].includes(row.type)) continue;
      // A name that starts with a small letter (eBay) cannot be told from a word by its capital.
      for (const form of [row.name, ...row.aliases])
        if (/^\p{Lu}\p{L}*$/u.test(form) && !words.has(fold(form))) words.set(fold(form), form);
    }
  const lines = [];
  for (const word of words.values()) {
    const uses = usesOf(word);
    if (!uses) continue;
    const total = uses.low + uses.cap;
    const share = uses.cap / total;
    if (share >= SURE) continue;
    lines.push(`${word}\t${share.toFixed(2)}\t${total}`.normalize('NFC'));
  }
  const head = [
    'Names of the lists that are also written in lower case: word, share of capitalised uses, all uses',
    'counted: in news inside sentences, the suffix after the apostrophe cut; for words too rare there every surface form of the other count files (sentence starts and headlines included)',
    'source: news texts (sources/counts-case-news.tsv.gz), Zemberek freq-100k (sources/counts-*.txt.gz)',
    'licence: MIT, Apache-2.0',
    'built by scripts/lexicons/ambiguity.mjs',
  ];
  writeFileSync(
    join(LEXICONS, 'ambiguity.tsv'),
    `${[...head.map((line) => `# ${line}`), ...lines.sort()].join('\n')}\n`,
  );
  console.error(`ambiguity.tsv: ${lines.length} words`);
}
