// Compiles lexicons/*.tsv into dist/lexicon.bin, which the package ships. Part of `npm run build`; the result is never committed, so it cannot be stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLexicon } from '../dist/lexicon/compile.js';
import { parseLexicon } from '../dist/lexicon/parse.js';
import { parseShares } from '../dist/lexicon/shares.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'lexicons');
const AMBIGUITY = 'ambiguity.tsv';
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.tsv'))
  .sort();
const entries = files
  .filter((file) => file !== AMBIGUITY)
  .flatMap((file) => parseLexicon(readFileSync(join(folder, file), 'utf8'), join('lexicons', file)));
const shares = files.includes(AMBIGUITY) ? parseShares(readFileSync(join(folder, AMBIGUITY), 'utf8')) : new Map();
writeFileSync(join(root, 'dist', 'lexicon.bin'), compileLexicon(entries, shares));
