// Writes lexicons/SOURCES.md: every list of the folder with its source, licence, count of entries, and what was cleaned.
// Source and licence are read from the head of each list, the cleaning of the built lists stands here.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEXICONS, listFiles } from './common.mjs';

const CLEANED = {
  'places-turkey.tsv':
    'old and short province names added by hand; common words and names of persons weak; villages and neighbourhoods left out',
  'places-subdivisions.tsv':
    "type words cut off; Turkey's rows, micro-states, municipality-only states, bare directions and lower-case words dropped; person names and ambiguous words weak",
  'places-exonyms.tsv': 'codes, labels and what the hand lists have dropped',
  'names-given.tsv':
    'letters Turkish does not write, function words and circumflex doubles dropped; weak, rare, foreign and rank added',
  'names-surnames.tsv':
    'same as the given names; of the players only those with a Turkish given name and Turkish letters',
  'ambiguity.tsv':
    'suffixes behind an apostrophe cut; counts of news inside sentences first; only words below 98 % capitalised',
};

const INPUTS = [
  [
    'turkiye-provinces.txt, turkiye-districts.txt, turkiye-municipalities.txt',
    'github.com/ubeydeozdmr/turkiye-api b2aad20, datasets/*.json',
    'MIT',
  ],
  [
    'cldr-subdivisions-tr.tsv',
    'Unicode CLDR 41, common/subdivisions/tr.xml (Debian unicode-cldr-core 41-0.1)',
    'Unicode-DFS-2016',
  ],
  ['cldr-territories-tr.tsv', 'npm cldr-localenames-full 48.2.0, main/tr/territories.json', 'Unicode-3.0'],
  ['cldr-exemplar-cities-tr.tsv', 'npm cldr-dates-full 48.2.0, main/tr/timeZoneNames.json', 'Unicode-3.0'],
  ['iso-countries-tr.tsv', 'npm i18n-iso-countries 7.14.0, langs/tr.json', 'MIT'],
  ['faker-given.txt, faker-surnames.txt', 'github.com/joke2k/faker 8ad78a63, tr_TR', 'MIT'],
  ['fakerjs-given.txt, fakerjs-surnames.txt', 'github.com/faker-js/faker e3858f221, src/locales/tr/person', 'MIT'],
  ['fakerphp-given.txt, fakerphp-surnames.txt', 'github.com/FakerPHP/Faker 054058d2, tr_TR', 'MIT'],
  [
    'popular-forenames.txt, popular-surnames.txt',
    'github.com/sigpwned/popular-names-by-country-dataset eb62e13',
    'CC0-1.0',
  ],
  ['openfootball-players.txt.gz', 'github.com/openfootball/players 125d20f', 'CC0-1.0'],
  ['names-given-extra.tsv, names-surnames-extra.tsv', 'written by hand for this project', 'MIT'],
  [
    'zemberek-person-names.txt',
    'github.com/ahmetaa/zemberek-nlp ae2fbe31, morphology resources tr (person names)',
    'Apache-2.0',
  ],
  ['zemberek-oglu.txt', 'the same, names in -oğlu and -gil of proper-from-corpus', 'Apache-2.0'],
  [
    'counts-case-news.tsv.gz',
    'counted in Turkish news (Kemik 42 bin haber, 1150 haber, articles of AA, TRT Haber and finance sites, 2010-2025) by scripts/lexicons/count-case.mjs: words of the lists with two counts each',
    'facts counted for this project; MIT',
  ],
  ['counts-zemberek-100k.txt.gz', 'the same, experiment ambiguity freq-100k (cased tokens and counts)', 'Apache-2.0'],
];

export function buildSourcesTable() {
  let total = 0;
  const rows = listFiles().map((file) => {
    const lines = readFileSync(join(LEXICONS, file), 'utf8').split('\n').filter(Boolean);
    const head = lines.filter((line) => line.startsWith('#')).map((line) => line.replace(/^#\s*/, ''));
    const count = lines.length - head.length;
    total += count;
    const field = (name) =>
      head
        .find((line) => line.startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .trim() ?? '';
    const cell = (text) => text.replace(/\|/g, '\\|');
    return `| ${file} | ${cell(head[0] ?? '')} | ${cell(field('source'))} | ${cell(field('licence'))} | ${count} | ${CLEANED[file] ?? 'written by hand; put in the tidy form'} |`;
  });
  const text = `# The lists and where they come from

Written by \`node scripts/lexicons/build.mjs\` from the heads of the lists. The lists with the source \`hand\` are the project's own work.
The notices of the sources stand in the file NOTICE of the project.

## Lists

| file | what it holds | source | licence | entries | cleaned |
|---|---|---|---|---|---|
${rows.join('\n')}

${total} entries in all.

## Inputs of the built lists (folder \`sources/\`)

| file | from | licence |
|---|---|---|
${INPUTS.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
  writeFileSync(join(LEXICONS, 'SOURCES.md'), text);
  console.error(`SOURCES.md: ${rows.length} lists, ${total} entries`);
}
