// Builds the lists that are made from free sources (lexicons/sources): names first, then places, then the ambiguity table of all lists
// and the table of sources.
// Usage: node scripts/lexicons/build.mjs [COUNTS...]   (COUNTS: more files of `token count` lines, for the ambiguity of words)
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { buildAmbiguity } from './ambiguity.mjs';
import { addCounts } from './common.mjs';
import { buildNames } from './names.mjs';
import { buildPlaces } from './places.mjs';
import { buildSourcesTable } from './sources-table.mjs';

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  addCounts((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').normalize('NFC').split(/\r?\n/));
}
buildNames();
buildPlaces();
buildAmbiguity();
buildSourcesTable();
