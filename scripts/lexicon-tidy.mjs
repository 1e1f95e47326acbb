// Puts list files in their committed form: NFC, sorted by code point, trailing empty columns and exact duplicates removed.
// Reports malformed lines and names that stand twice with one type; writes nothing else. Usage: node scripts/lexicon-tidy.mjs FILE...
import { readFileSync, writeFileSync } from 'node:fs';
import { ENTRY_FLAGS, ENTRY_TYPES } from '../dist/lexicon/entry.js';

const TYPES = new Set(ENTRY_TYPES);
const FLAG = new RegExp(`^(${ENTRY_FLAGS.join('|')}|rank=[1-9][0-9]*)$`);

let problems = 0;
for (const file of process.argv.slice(2)) {
  const complain = (line, message) => {
    problems++;
    console.error(`${file}:${line}: ${message}`);
  };
  const head = [];
  const entries = new Map();
  const seen = new Map();
  readFileSync(file, 'utf8')
    .normalize('NFC')
    .split(/\r?\n/)
    .forEach((raw, index) => {
      if (raw.trim() === '') return;
      if (raw.startsWith('#')) {
        head.push(raw.trimEnd());
        return;
      }
      const columns = raw.split('\t').map((column) => column.trim().replace(/ {2,}/g, ' '));
      const [name, type, aliases = ''] = columns;
      if (columns.length < 2 || columns.length > 5 || name === '')
        complain(index + 1, `expected 2 to 5 columns, got ${columns.length}: ${raw}`);
      if (!TYPES.has(type)) complain(index + 1, `unknown type '${type}'`);
      for (const flag of (columns[3] ?? '').split(' '))
        if (flag && !FLAG.test(flag)) complain(index + 1, `unknown flag '${flag}' in the fourth column`);
      if (aliases)
        columns[2] = [...new Set(aliases.split('|').map((alias) => alias.trim()))]
          .filter((alias) => alias && alias !== name)
          .join('|');
      while (columns.at(-1) === '') columns.pop();
      const line = columns.join('\t');
      const key = `${name}\t${type}`;
      if (seen.has(key) && seen.get(key) !== line) complain(index + 1, `'${name}' stands twice as ${type}`);
      seen.set(key, line);
      entries.set(line, true);
    });
  const sorted = [...entries.keys()].sort();
  writeFileSync(file, `${[...head, ...sorted].join('\n')}\n`);
  console.error(`${file}: ${sorted.length} entries`);
}
process.exitCode = problems ? 3 : 0;
