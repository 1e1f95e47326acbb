// kunye batch under schedulers: a Slurm job array of which one task is killed, and GNU parallel, against a single run.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { slurmMissing, startSlurm } from './slurm.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KUNYE = join(ROOT, 'bin/kunye.js');
const ARRAY = join(ROOT, 'examples/slurm/kunye-array.sh');
const SHARDS = 4;
const DOCUMENTS = 4000;
/** The shard whose task is killed. */
const VICTIM = 2;

const missing = slurmMissing();

describe('kunye batch on many machines', { skip: missing }, () => {
  let folder;
  let input;
  let expected;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'kunye-scale-'));
    input = join(folder, 'haberler.jsonl');
    writeFileSync(input, makeCorpus());
    kunye('batch', input, '-o', join(folder, 'single'));
    expected = resultOf('single');
    console.log('| run | lines | SHA-256 of the sorted lines |\n| --- | --: | --- |');
    report('single run', 'single');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const kunye = (...args) => execFileSync(process.execPath, [KUNYE, ...args], { encoding: 'utf8', stdio: 'pipe' });
  const linesOf = (name) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) =>
        readFileSync(join(folder, name, file), 'utf8')
          .split('\n')
          .slice(0, -1),
      )
      .sort();
  const resultOf = (name) => {
    const lines = linesOf(name);
    return { lines: lines.length, hash: createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16) };
  };
  const report = (run, name) => console.log(`| ${run} | ${resultOf(name).lines} | ${resultOf(name).hash} |`);
  const manifestOf = (name, shard) => {
    const path = join(folder, name, `manifest.${shard}of${SHARDS}.json`);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  };

  test('a Slurm job array, one task killed half-way, submitted again, equals a single run', {
    timeout: 400_000,
  }, async () => {
    const slurm = await startSlurm();
    try {
      const submit = () =>
        slurm.submit(
          `--array=1-${SHARDS}`,
          '--cpus-per-task=1',
          '--mem-per-cpu=0',
          `--export=ALL,KUNYE=${KUNYE}`,
          `--output=${folder}/task-%a.log`,
          ARRAY,
          input,
          join(folder, 'slurm'),
          String(SHARDS),
        );
      submit();
      await killHalfWay(join(folder, 'slurm'));
      await slurm.idle();
      const logs = [1, 2, 3, 4].map((i) => readFileSync(`${folder}/task-${i}.log`, 'utf8')).join('');
      report('Slurm array, one task killed', 'slurm');
      assert.equal(manifestOf('slurm', VICTIM)?.state, 'running', logs);
      assert.ok(resultOf('slurm').lines < DOCUMENTS, 'the killed task left something to do');
      assert.match(kunye('batch', '--status', join(folder, 'slurm')), /^2of4 {2}killed, to be resumed: /mu);
      submit();
      await slurm.idle();
      report('submitted again', 'slurm');
      assert.deepEqual(resultOf('slurm'), expected);
      assert.ok(manifestOf('slurm', VICTIM).counts.reused > 0, 'what the killed task had done was kept');
      assert.match(kunye('batch', '--status', join(folder, 'slurm')), /^4 of 4 complete/mu);
    } finally {
      await slurm.stop();
    }
  });

  test('GNU parallel over the shards equals a single run', () => {
    const output = join(folder, 'parallel');
    const command = `${process.execPath} ${KUNYE} batch ${input} -o ${output} --shard {}/${SHARDS} --workers 1 --quiet`;
    execFileSync('/usr/bin/parallel', ['--will-cite', '--jobs', '2', command, ':::', '1', '2', '3', '4'], {
      stdio: 'pipe',
    });
    report('GNU parallel', 'parallel');
    assert.deepEqual(resultOf('parallel'), expected);
  });

  /** Waits until the victim has finished a part and kills its process, whose number its lock tells. */
  async function killHalfWay(output) {
    const lock = join(output, '.kunye', `${VICTIM}of${SHARDS}.lock`);
    const hasPart = () =>
      existsSync(output) && readdirSync(output).some((name) => name.startsWith(`part-${VICTIM}of${SHARDS}-`));
    for (const end = Date.now() + 120_000; Date.now() < end; await sleep(5)) {
      if (!hasPart() || !existsSync(lock)) continue;
      process.kill(JSON.parse(readFileSync(lock, 'utf8')).pid, 'SIGKILL');
      return;
    }
    throw new Error('the task to be killed never got going');
  }
});

/** Invented news: enough of it that a task can be killed half-way. */
function makeCorpus() {
  const people = ['Selin Aydoğan', 'Tarık Şimşekoğlu', 'Nermin Uluçay', 'Oya Kesimoğlu', 'Rıfat Korugan'];
  const places = ['Bursa', 'Sivas', 'Rize', 'Mersin', 'Tokat', 'Iğdır', 'Van'];
  const pick = (list, n) => list[n % list.length];
  const sentence = (n) =>
    `Belediye Başkanı ${pick(people, n * 7)}, ${pick(places, n)}'da ${pick(people, n * 3 + 1)} ile görüştü ve ${pick(places, n * 5 + 2)} Üniversitesi için ${n} fidan dikileceğini söyledi.`;
  return Array.from({ length: DOCUMENTS }, (_, i) =>
    JSON.stringify({
      id: `haber-${i}`,
      text: Array.from({ length: 12 }, (_, j) => sentence(i * 13 + j * 11)).join(' '),
    }),
  ).join('\n');
}
