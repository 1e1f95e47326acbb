// Shows that kunye batch gives the same lines however it is run: prints a table of one worker, two workers, shards, and runs killed at random
// moments and resumed. Usage: node scripts/batch-table.mjs FILE.jsonl[.gz]... [--documents 2000] [--kills 20] [--seed 1]
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBatch, sample } from './batch/runs.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'kunye-batch-'));
const input = join(folder, 'articles.jsonl');
let state = Number(values.seed);

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const batch = (output, args = [], killAfter = undefined) => runBatch(input, output, args, { killAfter });

/** All lines of a folder of results, sorted. */
function linesOf(output) {
  return readdirSync(output)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(output, name), 'utf8').split('\n').slice(0, -1))
    .sort();
}

const digest = (lines) => createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

const documents = await sample(positionals, Number(values.documents), input);
row('run', 'lines', 'SHA-256 of the sorted lines', 'same', 'seconds');
row('---', '--:', '---', '---', '--:');
let reference;
let broken = 0;
const report = (name, output, seconds) => {
  const lines = linesOf(output);
  reference ??= digest(lines);
  const same = digest(lines) === reference && lines.length === documents;
  if (!same) broken++;
  row(name, lines.length, digest(lines), same ? 'yes' : 'NO', seconds.toFixed(1));
  rmSync(output, { recursive: true });
};

const one = await batch(join(folder, 'one'), ['--workers', '1']);
report('1 worker', join(folder, 'one'), one.seconds);
const two = await batch(join(folder, 'two'), ['--workers', '2']);
report('2 workers', join(folder, 'two'), two.seconds);
let shardSeconds = 0;
for (let i = 1; i <= 5; i++) shardSeconds += (await batch(join(folder, 'shards'), ['--shard', `${i}/5`])).seconds;
report('5 shards', join(folder, 'shards'), shardSeconds);

for (let run = 1; run <= Number(values.kills); run++) {
  const output = join(folder, `killed-${run}`);
  let kills = 0;
  let partial = [];
  let seconds = 0;
  for (let again = 0; again < 2; again++) {
    const result = await batch(output, ['--workers', '2'], random() * two.seconds * 1000);
    seconds += result.seconds;
    if (!result.killed) break;
    kills++;
    try {
      partial = linesOf(output);
    } catch {
      partial = [];
    }
    const ids = new Set(partial.map((line) => JSON.parse(line).id));
    if (ids.size !== partial.length) {
      broken++;
      console.log(`run ${run}: a document twice after a kill`);
    }
  }
  seconds += (await batch(output, ['--workers', '2'])).seconds;
  report(`killed ${kills} times (${partial.length} lines then), resumed`, output, seconds);
}

rmSync(folder, { recursive: true });
process.exitCode = broken === 0 ? 0 : 1;
