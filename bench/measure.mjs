import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const KUNYE = fileURLToPath(new URL('../bin/kunye.js', import.meta.url));
const PEAK = new URL('peak.mjs', import.meta.url).href;

const folder = mkdtempSync(join(tmpdir(), 'kunye-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A file of the run, removed at its end. */
export const temporary = (name) => join(folder, name);

/** CPU time of this process so far, in milliseconds: unlike the clock it does not count what other programs take. */
export function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs a shell command and gives its wall and CPU time in milliseconds; the shell's `times` counts what its children took. */
export function timeCommand(command) {
  const before = process.hrtime.bigint();
  const { stdout, status, stderr } = spawnSync('sh', ['-c', `{ ${command}; } >/dev/null || exit 1; times`], {
    encoding: 'utf8',
  });
  const wall = Number(process.hrtime.bigint() - before) / 1e6;
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  const children = stdout.trim().split('\n')[1];
  const times = [...children.matchAll(/(\d+)m([\d.,]+)s/gu)].map(
    ([, minutes, seconds]) => Number(minutes) * 60e3 + Number(seconds.replace(',', '.')) * 1000,
  );
  return { wall, cpu: times[0] + times[1] };
}

/** Runs commands in turns and gives the least times of each: a machine with other work does not favour one of them. */
export function timeInTurns(commands, rounds) {
  const best = commands.map(() => ({ wall: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY }));
  for (let round = 0; round < rounds; round++) {
    commands.forEach((command, i) => {
      const { wall, cpu: used } = timeCommand(command);
      best[i] = { wall: Math.min(best[i].wall, wall), cpu: Math.min(best[i].cpu, used) };
    });
  }
  return best;
}

/** Peak resident memory of a künye run, in MB. */
export function peakMemory(args) {
  const file = temporary('peak');
  const command = `KUNYE_BENCH_PEAK='${file}' node --import '${PEAK}' '${KUNYE}' ${args}`;
  const { status, stderr } = spawnSync('sh', ['-c', `${command} >/dev/null`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return Number(readFileSync(file, 'utf8'));
}
