// Prints strict F1 of every gold set at hand, with the tagger and without it: `npm run accuracy`.
// The sets are NAME/dev.jsonl.gz (or .jsonl) under ../shared/data; KUNYE_DATA names another folder.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = process.env.KUNYE_DATA ?? join(root, '../shared/data');
const TYPES = ['PER', 'LOC', 'ORG', 'micro'];

if (!existsSync(data)) {
  console.log(`accuracy: no gold sets, the folder ${data} is missing (KUNYE_DATA=FOLDER names another)`);
  process.exit(0);
}
const sets = readdirSync(data)
  .sort()
  .flatMap((name) => {
    const file = ['dev.jsonl.gz', 'dev.jsonl'].map((dev) => join(data, name, dev)).find((path) => existsSync(path));
    return file ? [{ name, file }] : [];
  });
if (sets.length === 0) console.log(`accuracy: no NAME/dev.jsonl.gz in ${data}`);

const models = join(root, 'models');
const hasModel = existsSync(models) && readdirSync(models).some((file) => !file.endsWith('.md'));
const ways = [...(hasModel ? [{ label: 'with model', flags: [] }] : []), { label: 'no model', flags: ['--no-model'] }];

const evaluate = (file, flags) =>
  JSON.parse(
    execFileSync(process.execPath, [join(root, 'bin/kunye.js'), 'evaluate', file, '--to', 'json', ...flags], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }),
  );

for (const { label, flags } of ways) {
  console.log(
    `\n${label.padEnd(18)}${TYPES.map((type) => `${type} F1`.padStart(10)).join('')}${'P'.padStart(8)}${'R'.padStart(8)}${'gold'.padStart(8)}`,
  );
  for (const { name, file } of sets) {
    const { strict } = evaluate(file, flags);
    const f1 = TYPES.map((type) => strict[type].f1.toFixed(2).padStart(10)).join('');
    const { precision, recall, gold } = strict.micro;
    console.log(
      `${name.padEnd(18)}${f1}${precision.toFixed(2).padStart(8)}${recall.toFixed(2).padStart(8)}${String(gold).padStart(8)}`,
    );
  }
}
