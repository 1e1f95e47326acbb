// `npm run bench [-- TEXT] [-- --megabytes N] [--rounds N]`: prints künye's speed and memory as ratios measured in one run.
// TEXT, or KUNYE_BENCH_TEXT, is a .txt, .jsonl or .jsonl.gz of Turkish news; without it the text is made of the project's fixtures.
import { statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadResources, shippedLexicon, shippedModel } from '../dist/load/resources.js';
import { growthWithLength, growthWithLexicon, growthWithNumber } from './growth.mjs';
import { timeLayers } from './layers.mjs';
import { KUNYE, peakMemory, temporary, timeInTurns } from './measure.mjs';
import { ARTICLE, makeArticles, readArticles, takeBytes } from './text.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    megabytes: { type: 'string', default: '20' },
    stream: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '3' },
  },
});
const MB = 1e6;
const megabytes = Number(values.megabytes);
const rounds = Number(values.rounds);
const given = positionals[0] ?? process.env.KUNYE_BENCH_TEXT;
const model = shippedModel();
const load = (path) =>
  loadResources({ lexicon: shippedLexicon(), userLexicons: [], ...(path !== undefined && { model: path }) });
const BARE = new URL('bare.mjs', import.meta.url).pathname;

const articles = takeBytes(given ? readArticles(given) : makeArticles(Math.min(megabytes, 2) * MB), megabytes * MB);
const lines = articles.map((text, i) => JSON.stringify({ id: String(i), text }));
const jsonl = temporary('text.jsonl');
const plain = temporary('text.txt');
const article = temporary('article.txt');
writeFileSync(jsonl, `${lines.join('\n')}\n`);
writeFileSync(plain, articles.join('\n'));
writeFileSync(article, articles.join('\n').slice(0, ARTICLE));

const row = (...cells) => console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(44) : cell.padStart(14))).join(''));
const times = (ratio) => `${ratio.toFixed(2)} x`;
const ms = (time) => `${time.toFixed(0)} ms`;

console.log(
  `${megabytes} MB of ${given ?? 'text made of the fixtures'}, ${articles.length} documents; Node ${process.version}`,
);
console.log(
  `model ${model ? `${(statSync(model).size / MB).toFixed(1)} MB` : 'none'}, lexicon ${(statSync(shippedLexicon()).size / MB).toFixed(1)} MB`,
);
console.log('time on the clock and CPU time of one run each, the least of some rounds; all runs take turns\n');

const kunye = `node '${KUNYE}' --from jsonl --to jsonl`;
const resources = load(model);
const full = timeLayers(lines, resources, rounds);
const [wc, bare, withModel, withoutModel] = timeInTurns(
  [`wc -w '${jsonl}'`, `node '${BARE}' '${jsonl}'`, `${kunye} < '${jsonl}'`, `${kunye} --no-model < '${jsonl}'`],
  rounds,
);
row('throughput', 'clock', 'MB/s', 'tokens/s', 'to wc -w', 'to bare loop', 'CPU', 'to wc -w');
for (const [name, { wall, cpu }] of [
  ['wc -w', wc],
  ['bare read, decode, words, hash', bare],
  [model ? 'kunye' : 'kunye (no model)', withModel],
  ['kunye --no-model', withoutModel],
]) {
  const speed = [((megabytes * 1000) / wall).toFixed(1), `${Math.round(full.tokens / wall)},000`];
  row(name, ms(wall), ...speed, times(wall / wc.wall), times(wall / bare.wall), ms(cpu), times(cpu / wc.cpu));
}

const sum = Object.values(full.layers).reduce((total, time) => total + time, 0);
console.log(`\nlayers (warm; ${full.tokens} tokens, ${full.names} names)`);
for (const [layer, time] of Object.entries(full.layers))
  row(`  ${layer}`, ms(time), `${((100 * time) / sum).toFixed(0)} %`);

const [node, startModel, startPlain] = timeInTurns(
  ['node -e 0', `node '${KUNYE}' < '${article}'`, `node '${KUNYE}' --no-model < '${article}'`],
  5 * rounds,
);
console.log('');
row('start, one article of 3 KB', 'clock', 'over node', 'CPU', 'over node');
for (const [name, { wall, cpu }] of [
  ['node -e 0', node],
  ['kunye', startModel],
  ['kunye --no-model', startPlain],
])
  row(name, ms(wall), ms(wall - node.wall), ms(cpu), ms(cpu - node.cpu));

const stream = Number(values.stream);
const repeats = Math.max(1, Math.round((stream * MB) / statSync(jsonl).size));
const long = Array.from({ length: repeats }, () => `'${jsonl}'`).join(' ');
console.log('');
row('peak memory', 'MB');
row('one article', peakMemory(`< '${article}'`).toFixed(0));
row('one article, --no-model', peakMemory(`--no-model < '${article}'`).toFixed(0));
row(`${Math.round((repeats * statSync(jsonl).size) / MB)} MB of JSONL`, peakMemory(`--from jsonl ${long}`).toFixed(0));

const some = takeBytes(articles, Math.min(megabytes, 10) * MB);
console.log('');
row('growth', 'ratio');
row(`${Math.min(megabytes, 10)} MB in one document, to articles`, times(growthWithLength(some, resources, rounds)));
row('a document in a long stream, to a short one', times(growthWithNumber(articles, resources, rounds)));
row('500,000 listed names, to 10,000', times(growthWithLexicon(some.slice(0, 1000), resources, rounds)));
row('the same, --no-model', times(growthWithLexicon(some.slice(0, 1000), load(undefined), rounds)));
