// What is fuzzed: how an input is made, and what must hold of it. A KunyeError is an answer, any other error is a defect.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { batchResult } from '../../dist/batch/render.js';
import { loadHtmlTools } from '../../dist/cli/html.js';
import { splitLines } from '../../dist/cli/lines.js';
import { parseConll } from '../../dist/input/conll.js';
import { parseHtml } from '../../dist/input/html.js';
import { parseRecord, parseRecords } from '../../dist/input/jsonl.js';
import { openLexicon } from '../../dist/lexicon/open.js';
import { loadResources, shippedLexicon, shippedModel } from '../../dist/load/resources.js';
import { renderConll } from '../../dist/output/conll.js';
import { renderJsonLine } from '../../dist/output/json.js';
import { analyseText, analyseTokens } from '../../dist/pipeline.js';
import { TaggerModel } from '../../dist/tagger/model.js';
import { Tagger } from '../../dist/tagger/tagger.js';
import { decode } from '../../dist/text/decode.js';
import { mutate } from './mutate.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const model = shippedModel();
const resources = loadResources({ lexicon: shippedLexicon(), userLexicons: [], ...(model && { model }) });
const htmlTools = await loadHtmlTools();

/** Checks what must hold of every result. */
function check({ result, table }, id) {
  let end = 0;
  for (const entity of result.entities) {
    if (entity.start < end || entity.end <= entity.start || entity.end > table.text.length)
      throw new Error(`offsets ${entity.start}-${entity.end} after ${end}`);
    if (table.text.slice(entity.start, entity.end) !== entity.text) throw new Error(`'${entity.text}' is no slice`);
    if (!(entity.score >= 0 && entity.score <= 1)) throw new Error(`score ${entity.score}`);
    if (entity.name === '') throw new Error('a name without letters');
    end = entity.end;
  }
  const names = [...result.people, ...result.places, ...result.organizations];
  const mentions = names.reduce((sum, { count }) => sum + count, 0);
  if (mentions !== result.entities.length) throw new Error(`${mentions} counted, ${result.entities.length} mentioned`);
  for (const unit of ['utf16', 'codepoint', 'byte']) {
    const line = renderJsonLine(batchResult({ id, text: table.text }, { result, table }, unit));
    if (line.includes('\n')) throw new Error('a line end inside a line');
    const size = table.text.length * 40 + 2000 + result.entities.length * 2500;
    if (line.length > size) throw new Error(`a line of ${line.length} for a text of ${table.text.length}`);
    JSON.parse(line);
  }
}

/** Recognizes a text and checks the result. */
export function runText(text) {
  check(analyseText(text, resources), 'x');
}

const folder = join(ROOT, 'fixtures', 'articles');
const ARTICLES = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name)));
const RECORDS = ARTICLES.map((text, i) =>
  Buffer.from(`${JSON.stringify({ id: `a${i}`, date: '2024-01-02', title: 'Başlık', text: text.toString() })}\n`),
);
const PAGES = ARTICLES.map((text, i) => {
  const paragraphs = text
    .toString()
    .split('\n')
    .map((line) => `<p class="a">${line} <a href="/x">devamı</a><br></p>`);
  return Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>Haber ${i}</title><meta property="og:title" content="Haber"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-01-02","headline":"Haber"}</script><style>p{}</style></head><body><nav><ul><li>Ana sayfa</ul></nav><article><h1>Haber</h1><time datetime="2024-01-02">dün</time>${paragraphs.join('')}<table><tr><td>1<td>2</table></article><script>1<2</script><!-- a --></body></html>`,
  );
});
const CONLL = ARTICLES.map((text) =>
  Buffer.from(
    text
      .toString()
      .split(/\s+/u)
      .map((token, i) => `${token}\tO${i % 17 === 16 ? '\n' : ''}`)
      .join('\n'),
  ),
);
const LISTS = ['countries', 'banks', 'titles', 'not-names', 'parties']
  .flatMap((part) => readdirSync(join(ROOT, 'lexicons')).filter((name) => name.endsWith('.tsv') && name.includes(part)))
  .map((name) => readFileSync(join(ROOT, 'lexicons', name)).subarray(0, 6000));
const LISTS_OR_OWN = [
  ...LISTS,
  Buffer.from('# liste\nZambak Derneği\tORG\tZambak|ZD\nOya Kesimoğlu\tPER\tKesimoğlu\n'),
];
const COMPILED = [readFileSync(shippedLexicon())];
const MODELS = model ? [readFileSync(model)] : [];

/** Pieces of which news, and all that is wrong with news, is made. */
const PIECES = [
  'Ankara',
  'İZMİR',
  'Recep',
  'Oya Kesimoğlu',
  'es-Serrac',
  'es-',
  'Bakanlığı',
  'Dışişleri Bakanı',
  'TBMM',
  'A.Ş.',
  'F.',
  'Prof. Dr.',
  'Sn',
  "'",
  '’',
  '\u0092',
  '`',
  "'da",
  "'nın",
  'lı',
  '-',
  '.',
  '...',
  ',',
  '(',
  ')',
  '"',
  '“',
  '/',
  '@kunye',
  '#etiket',
  'www.x.com.tr',
  'a@b.tr',
  '8.',
  '12:30',
  '%5',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\t',
  '\r\n',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u0307',
  '\u0301',
  '\ud83d\ude00',
  '\ud800',
  '\udc00',
  '\u0000',
  'İ',
  'I',
  'ı',
  'i',
  'ğ',
  'ß',
  'ﬁ',
  'Â',
  '中',
  'ع',
  've',
  'ile',
  'dedi',
  'UMH)',
  '(UMH)',
  '\u2028',
];
const TEXT = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8, unit: 'binary' })), { maxLength: 400 })
  .map((parts) => parts.join(''));

const mutated = (seeds) => (random) => mutate(random.pick(seeds), random.pick(seeds), random);
const generated = (arbitrary, random) => Buffer.from(fc.sample(arbitrary, { numRuns: 1, seed: random(2 ** 31) })[0]);
const generatedOrMutated = (seeds) => (random) => (random(2) === 0 ? generated(TEXT, random) : mutated(seeds)(random));

/** Runs a step for each of many, going on after what künye refuses, and refuses at the end when it refused all. */
function tryAll(items, step) {
  let refusal;
  let accepted = 0;
  for (const item of items) {
    try {
      step(item);
      accepted++;
    } catch (error) {
      if (error.name !== 'KunyeError') throw error;
      refusal = error;
    }
  }
  if (accepted === 0 && refusal) throw refusal;
}

export const TARGETS = {
  text: { make: generatedOrMutated(ARTICLES), run: (bytes) => runText(decode(bytes).text) },
  jsonl: {
    make: mutated(RECORDS),
    run: async (bytes) => {
      const lines = [];
      for await (const chunk of splitLines([bytes])) lines.push(...chunk);
      tryAll(lines, ({ number, bytes: line }) =>
        runText(parseRecord(decode(line).text, { file: 'x', line: number }).text),
      );
    },
  },
  json: {
    make: mutated(RECORDS),
    run: (bytes) => {
      for (const doc of parseRecords(decode(bytes).text, 'x')) if ('text' in doc) runText(doc.text);
    },
  },
  conll: {
    make: generatedOrMutated(CONLL),
    run: (bytes) => {
      for (const { sentences } of parseConll(decode(bytes).text)) {
        const tokens = sentences.map((rows) => rows.map((row) => row.token));
        const { table, result } = analyseTokens(tokens, resources);
        const rows = renderConll(table, result.entities)
          .split('\n')
          .filter((line) => line !== '');
        const wanted = tokens.flat();
        if (rows.length !== wanted.length) throw new Error(`${rows.length} rows for ${wanted.length} tokens`);
        for (const [i, row] of rows.entries())
          if (row.slice(0, row.lastIndexOf('\t')) !== wanted[i])
            throw new Error(`row '${row}' for token '${wanted[i]}'`);
      }
    },
  },
  html: {
    make: generatedOrMutated(PAGES),
    run: (bytes) => runText(parseHtml(decode(bytes).text, htmlTools, 'x').text),
  },
  list: {
    make: mutated(LISTS_OR_OWN),
    run: (bytes) => {
      const list = openLexicon(bytes, 'x');
      check(
        analyseText(ARTICLES[bytes.length % ARTICLES.length].toString(), { ...resources, userLexicons: [list] }),
        'x',
      );
    },
  },
  lexicon: {
    make: mutated(COMPILED),
    run: (bytes) => {
      const lexicon = openLexicon(bytes, 'x');
      check(analyseText(ARTICLES[0].toString(), { ...resources, lexicon }), 'x');
    },
  },
  ...(MODELS.length > 0 && {
    model: {
      make: mutated(MODELS),
      run: (bytes) => {
        const tagger = new Tagger(new TaggerModel(bytes, 'x'));
        check(analyseText(ARTICLES[0].toString(), { ...resources, tagger }), 'x');
      },
    },
  }),
};

const probe = (unit, units = 1_000_000) => ({ unit, times: Math.ceil(units / unit.length / 4) * 4 });

/** Texts that make careless programs quadratic: a unit, repeated. */
export const PROBES = {
  apostrophes: probe("'"),
  'curly apostrophes': probe('’'),
  'one word of capitals': probe('A'),
  capitals: probe('A '),
  'capital words': probe('ANKARA '),
  dots: probe('.'),
  'es- chains': probe('es-'),
  'es- names': probe('es-Serrac '),
  '300,000 names on a line': { unit: 'Ankara, ', times: 300_000 },
  '300,000 people on a line': { unit: 'Oya Kesimoğlu ', times: 300_000 },
  'one long name': probe('Ahmet '),
  'names and initials': probe('A. B. Kaya '),
  suffixes: probe("Ankara'da'da"),
  'one word of suffixes': probe('lerin'),
  heads: probe('Dışişleri Bakanlığı '),
  titles: probe('Prof. Dr. '),
  acronyms: probe('(TBMM) '),
  hyphens: probe('-'),
  'hyphened words': probe('a-'),
  digits: probe('1'),
  'numbers with dots': probe('1.'),
  ordinals: probe('8. '),
  urls: probe('www.'),
  mails: probe('a@'),
  hashtags: probe('#'),
  quotes: probe('"'),
  brackets: probe('('),
  'line ends': probe('\n'),
  blanks: probe(' '),
  'soft hyphens': probe('\u00ad'),
  'combining marks': probe('\u0307'),
  'half a surrogate': probe('\ud800'),
  emoji: probe('\ud83d\ude00'),
  'dotted capitals': probe('İ'),
};
