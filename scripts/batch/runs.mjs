// Corpora for kunye batch, and runs of it as a process of its own.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readChunks, splitLines } from '../../dist/cli/lines.js';

const KUNYE = fileURLToPath(new URL('../../bin/kunye.js', import.meta.url));
const WATCH_MS = 20;
/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/**
 * Writes so many documents, evenly spread over the files, to one file; all when there are fewer.
 * @returns how many there are
 */
export async function sample(files, documents, path) {
  const lines = [];
  for (const file of files)
    for await (const chunk of splitLines(readChunks(file))) lines.push(...chunk.map(({ bytes }) => Buffer.from(bytes)));
  const wanted = Math.min(documents, lines.length);
  const picked = Array.from({ length: wanted }, (_, i) => lines[Math.floor((i * lines.length) / wanted)]);
  writeFileSync(path, `${picked.join('\n')}\n`);
  return wanted;
}

/**
 * Runs kunye batch over a file.
 * @param killAfter when to send it SIGKILL, in milliseconds
 * @param watch also tell the seconds of processor time: of the main thread, and of all others (workers, compilation, garbage collection)
 */
export function runBatch(input, output, args, { killAfter, watch = false } = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [KUNYE, 'batch', input, '-o', output, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const threads = new Map();
    const watching = watch && setInterval(() => readThreads(child.pid, threads), WATCH_MS);
    const timer = killAfter !== undefined && setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('exit', (code, signal) => {
      clearInterval(watching);
      clearTimeout(timer);
      const seconds = (performance.now() - started) / 1000;
      if (signal !== 'SIGKILL' && code !== 0) reject(new Error(`exit ${code}: ${errors}`));
      else resolve({ seconds, killed: signal === 'SIGKILL', ...times(child.pid, threads) });
    });
  });
}

/** Reads what each thread of a process has used so far; the last reading is kept when it has ended. */
function readThreads(pid, threads) {
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      threads.set(Number(thread), (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND);
    }
  } catch {
    // It has just ended, or this is no Linux.
  }
}

function times(pid, threads) {
  const all = [...threads.values()].reduce((sum, seconds) => sum + seconds, 0);
  const main = threads.get(pid) ?? 0;
  return { main, others: all - main };
}
