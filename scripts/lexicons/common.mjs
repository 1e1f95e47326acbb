// What the list builders share: paths, Turkish case, reading of sources and lists, cased word counts, writing of lists.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

export const LEXICONS = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'lexicons');
const SOURCES = join(LEXICONS, 'sources');

export const lower = (text) => text.toLocaleLowerCase('tr');
/** One key for written variants that match by themselves: letter case and circumflex. */
export const fold = (text) =>
  lower(text.normalize('NFC')).replace(/â/g, 'a').replace(/î/g, 'i').replace(/û/g, 'u').replace(/ʼ|’/g, "'");
/** One key for written variants the product holds for the same: letter case, circumflex, i and ı, accents Turkish does not spell with. */
export const same = (text) =>
  fold(text)
    .replace(/ı/g, 'i')
    .replace(/[^a-zçğöşü]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
/** Only letters of Turkish names (with q, w, x of Kurdish and foreign ones when `foreign`). */
export const isTurkishWord = (word, foreign = false) =>
  (foreign
    ? /^[A-Za-zÇĞİÖŞÜçğıöşüâîû]+(?:-[A-Za-zÇĞİÖŞÜçğıöşüâîû]+)?$/
    : /^[A-PR-VYZÇĞİÖŞÜ][a-pr-vyzçğıöşüâîû]+$/
  ).test(word);

export function readLines(file) {
  const path = join(SOURCES, file);
  const bytes = readFileSync(path);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The rows of one list of this folder: { name, type, aliases, strongAliases, flags }. A file that is not there yet has none. */
export function readList(file) {
  const path = join(LEXICONS, file);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name, type, aliases = '', flags = ''] = line.split('\t');
      const forms = aliases.split('|').filter(Boolean);
      return {
        name,
        type,
        aliases: forms.map((alias) => alias.replace(/^~/, '')),
        strongAliases: forms.filter((alias) => !alias.startsWith('~')),
        flags: flags.split(' ').filter(Boolean),
      };
    });
}

export const listFiles = (accept = () => true) =>
  readdirSync(LEXICONS)
    .filter((file) => file.endsWith('.tsv') && accept(file))
    .sort();

/**
 * Cased counts of words: lower-cased word -> { low, cap }. Every sources/counts-*.txt(.gz) is added up, as are the files given
 * to addCounts; a line is `token count`. The suffix after an apostrophe is cut (Türkiye'nin counts for Türkiye).
 */
const counts = new Map();
export function addCounts(lines) {
  for (const line of lines) {
    const cut = line.search(/[ \t]\d+$/);
    if (cut < 1) continue;
    const amount = Number(line.slice(cut + 1));
    const word = line.slice(0, cut).split(/['’ʼ]/)[0];
    if (!/^\p{L}[\p{L}-]*$/u.test(word)) continue;
    const key = fold(word);
    const entry = counts.get(key) ?? { low: 0, cap: 0 };
    if (/^\p{Lu}/u.test(word)) entry.cap += amount;
    else entry.low += amount;
    counts.set(key, entry);
  }
}
for (const file of readdirSync(SOURCES)
  .filter((name) => /^counts-.*\.txt(\.gz)?$/.test(name))
  .sort())
  addCounts(readLines(file));

export const countOf = (word) => counts.get(fold(word)) ?? { low: 0, cap: 0 };
/** Share of capitalised uses (1 when the counts do not know the word). */
export function share(word) {
  const { low, cap } = countOf(word);
  return low + cap === 0 ? 1 : cap / (low + cap);
}

/** Writes a list in the tidy form (NFC, sorted by code point). Rows: [name, type, aliases[], flags[], note]. */
export function writeList(file, head, rows) {
  const lines = rows.map(([name, type, aliases = [], flags = [], note = '']) =>
    [name, type, aliases.join('|'), flags.join(' '), note].join('\t').replace(/\t+$/, '').normalize('NFC'),
  );
  writeFileSync(
    join(LEXICONS, file),
    `${[...head.map((line) => `# ${line}`), ...[...new Set(lines)].sort()].join('\n')}\n`,
  );
  console.error(`${file}: ${lines.length} entries`);
}
