// Reports names of the shipped lists that differ by a letter or two and may be one thing written twice: `npm run lexicons:near`. A report to
// read, not a test: many neighbours are rightly two things (Bulut and Bulat). Distances: natural's Damerau-Levenshtein.
// Usage: node scripts/lexicon-near.mjs [FILE...]   (all lists by default)
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import distance from 'natural/lib/natural/distance/index.js';
import { parseLexicon } from '../dist/lexicon/parse.js';
import { fold } from '../dist/text/fold.js';

const folder = fileURLToPath(new URL('../lexicons', import.meta.url));
const files =
  process.argv.length > 2
    ? process.argv.slice(2)
    : readdirSync(folder)
        .filter((file) => file.endsWith('.tsv') && file !== 'ambiguity.tsv')
        .map((file) => join(folder, file));
/** Names shorter than this have too many neighbours by chance. */
const SHORTEST = 8;
/** Letters per allowed difference. */
const LETTERS_PER_EDIT = 10;

const blocks = new Map();
for (const file of files)
  for (const entry of parseLexicon(readFileSync(file, 'utf8'), file)) {
    if (!['PER', 'LOC', 'ORG'].includes(entry.type) || entry.name.length < SHORTEST || !entry.name.includes(' '))
      continue;
    const key = fold(entry.name);
    // Only names that share their first or last word are compared: all pairs would be a billion.
    const words = key.split(' ');
    for (const block of [`${entry.type} first ${words[0]}`, `${entry.type} last ${words.at(-1)}`]) {
      if (!blocks.has(block)) blocks.set(block, []);
      blocks.get(block).push({ key, name: entry.name, at: `${file.split('/').at(-1)}:${entry.line}` });
    }
  }

const reported = new Set();
for (const block of blocks.values())
  for (let i = 0; i < block.length; i++)
    for (let j = i + 1; j < block.length; j++) {
      const [a, b] = [block[i], block[j]];
      const allowed = Math.max(1, Math.floor(Math.min(a.key.length, b.key.length) / LETTERS_PER_EDIT));
      if (a.key === b.key || Math.abs(a.key.length - b.key.length) > allowed || /\d/.test(a.key + b.key)) continue;
      if (reported.has(`${a.at} ${b.at}`) || distance.DamerauLevenshteinDistance(a.key, b.key) > allowed) continue;
      reported.add(`${a.at} ${b.at}`);
      console.log(`${a.at}: ${a.name}\t${b.at}: ${b.name}`);
    }
console.log(`${reported.size} pairs`);
