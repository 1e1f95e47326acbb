// Shows what a second worker brings: prints a table of wall and processor time with one worker and with two, for samples of several sizes. For
// a quiet machine. Usage: node scripts/batch-speed.mjs FILE.jsonl[.gz]... [--sizes 2000,10000,40000] [--rounds 3]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBatch, sample } from './batch/runs.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string', default: '2000,10000,40000' }, rounds: { type: 'string', default: '3' } },
});
const folder = mkdtempSync(join(tmpdir(), 'kunye-batch-'));
const input = join(folder, 'articles.jsonl');
const output = join(folder, 'out');
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const cpu = ({ main, others }) => `${main.toFixed(1)} + ${others.toFixed(1)} s`;

row('documents', '1 worker', '2 workers', 'times', 'CPU of 1: main + others', 'CPU of 2: main + others');
row('--:', '--:', '--:', '--:', '--:', '--:');
for (const size of values.sizes.split(',')) {
  const documents = await sample(positionals, Number(size), input);
  const best = {};
  // They take turns, so that a slow moment of the machine does not hit one alone.
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const workers of [1, 2]) {
      const run = await runBatch(input, output, ['--workers', String(workers)], { watch: true });
      rmSync(output, { recursive: true });
      if (!best[workers] || run.seconds < best[workers].seconds) best[workers] = run;
    }
  }
  const ratio = best[1].seconds / best[2].seconds;
  row(
    documents,
    `${best[1].seconds.toFixed(2)} s`,
    `${best[2].seconds.toFixed(2)} s`,
    ratio.toFixed(2),
    cpu(best[1]),
    cpu(best[2]),
  );
}
rmSync(folder, { recursive: true });
