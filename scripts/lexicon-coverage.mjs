// How much of gold data the shipped lists hold: of each type, the share of mentions whose whole text is listed, as it stands and after its suffix
// is cut, strong or weak; and the share of mentions that are strongly listed as another type only ("wrong": the list alone would mislead).
// Names are printed for training splits alone (--misses, --wrong): nobody may look at the names of a development split.
// The sets are NAME/{train,dev}.jsonl.gz under ../shared/data; KUNYE_DATA names another folder.
// Usage: node scripts/lexicon-coverage.mjs [--split train|dev] [--sets a,b] [--misses N --type TYPE | --wrong N]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { findHits } from '../dist/evidence/gazetteer.js';
import { TypeBit } from '../dist/lexicon/entry.js';
import { Lexicon } from '../dist/lexicon/lexicon.js';
import { tableOfTokens, tokenize } from '../dist/tokenize/tokenizer.js';

const TYPES = ['PER', 'LOC', 'ORG'];
const GOLD_TYPE = { PER: 'PER', LOC: 'LOC', ORG: 'ORG', GPE: 'LOC', FAC: 'LOC' };

const { values } = parseArgs({
  options: {
    split: { type: 'string' },
    sets: { type: 'string', default: 'nakba-news,milliyet,news-annotated' },
    lexicon: { type: 'string', default: fileURLToPath(new URL('../dist/lexicon.bin', import.meta.url)) },
    misses: { type: 'string' },
    type: { type: 'string', default: 'ORG' },
    wrong: { type: 'string' },
  },
});
const folder = process.env.KUNYE_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
if (!existsSync(folder)) {
  console.log(`coverage: no gold sets, the folder ${folder} is missing (KUNYE_DATA=FOLDER names another)`);
  process.exit(0);
}
const asksForNames = values.misses !== undefined || values.wrong !== undefined;
if (asksForNames && values.split !== 'train') {
  console.error('names are shown of training data only: add --split train');
  process.exit(2);
}
const lexicon = new Lexicon(readFileSync(values.lexicon), values.lexicon);

/** Gives the mentions of a record as token ranges: { table, mentions: [from, to, type] }. */
function read(record) {
  if (record.tokens) {
    const mentions = [];
    for (let i = 0; i < record.tags.length; ) {
      const type = GOLD_TYPE[record.tags[i].slice(2)];
      const from = i++;
      while (i < record.tags.length && record.tags[i] === `I-${record.tags[from].slice(2)}`) i++;
      if (type) mentions.push([from, i, type]);
    }
    return { table: tableOfTokens([record.tokens]), mentions };
  }
  const table = tokenize(record.text);
  const tokenAt = new Map();
  for (let i = 0; i < table.length; i++) tokenAt.set(table.start[i], i);
  const mentions = record.entities.map(({ start, end, type }) => {
    const from = tokenAt.get(start);
    let to = from;
    while (to !== undefined && to < table.length && table.start[to] < end) to++;
    return [from, to, type];
  });
  return { table, mentions };
}

function hitsAt({ firstAt }, token) {
  return Array.from({ length: firstAt[token + 1] - firstAt[token] }, (_, i) => firstAt[token] + i);
}

function measure(name, split) {
  const file = join(folder, name, `${split}.jsonl.gz`);
  if (!existsSync(file)) return;
  const rows = Object.fromEntries(
    TYPES.map((type) => [type, { all: 0, strong: 0, weak: 0, cut: 0, cutWeak: 0, wrong: 0 }]),
  );
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const { table, mentions } = read(JSON.parse(line));
    const hits = findHits(table, [lexicon]);
    for (const [from, to, type] of mentions) {
      const row = rows[type];
      row.all++;
      const own =
        from === undefined ? [] : hitsAt(hits, from).filter((hit) => hits.to(hit) === to && !hits.isDerived(hit));
      const whole = own.filter((hit) => !hits.reading(hit));
      const strong = (list) => list.some((hit) => hits.strongMask(hit) & TypeBit[type]);
      const listed = (list) => list.some((hit) => hits.typeMask(hit) & TypeBit[type]);
      if (strong(whole)) row.strong++;
      else if (listed(whole)) row.weak++;
      if (strong(own)) row.cut++;
      else if (listed(own)) row.cutWeak++;
      const others = TYPES.filter(
        (other) => other !== type && own.some((hit) => hits.strongMask(hit) & TypeBit[other]),
      );
      const wrong = others.length > 0 && !strong(own);
      if (wrong) row.wrong++;
      if (asksForNames) {
        const text =
          from === undefined ? '(not on a token)' : table.text.slice(table.start[from], table.stemEnd[to - 1]);
        if (values.wrong && wrong) note(`${text}\t${type} is listed as ${others.join(',')}`);
        if (values.misses && type === values.type && !listed(own)) note(text);
      }
    }
  }
  if (!asksForNames) print(`${name} ${split}`, rows);
}

const noted = new Map();
const note = (text) => noted.set(text, (noted.get(text) ?? 0) + 1);

function print(name, rows) {
  const percent = (part, all) => (all === 0 ? '-' : ((100 * part) / all).toFixed(1)).padStart(7);
  const total = TYPES.reduce((sum, type) => ({ all: sum.all + rows[type].all, wrong: sum.wrong + rows[type].wrong }), {
    all: 0,
    wrong: 0,
  });
  for (const type of TYPES) {
    const { all, strong, weak, cut, cutWeak, wrong } = rows[type];
    console.log(
      `${name.padEnd(22)} ${type} ${String(all).padStart(6)} ${percent(strong, all)} ${percent(strong + weak, all)} ${percent(cut, all)} ${percent(cut + cutWeak, all)} ${percent(wrong, all)}`,
    );
  }
  console.log(
    `${name.padEnd(22)} all ${String(total.all).padStart(6)} ${' '.repeat(31)} ${percent(total.wrong, total.all)}`,
  );
}

if (!asksForNames) console.log(`${'set'.padEnd(22)} type  gold   whole   +weak suffix-cut +weak   wrong`);
for (const name of values.sets.split(','))
  for (const split of values.split ? [values.split] : ['train', 'dev']) measure(name, split);
const shown = Number(values.misses ?? values.wrong ?? 0);
for (const [text, count] of [...noted].sort((a, b) => b[1] - a[1]).slice(0, shown)) console.log(`${count}\t${text}`);
