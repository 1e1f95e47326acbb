import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const KUNYE = fileURLToPath(new URL('../../bin/kunye.js', import.meta.url));

export const TEXT = "Selin Aydoğan, Zonguldak'ta konuştu. Aydoğan, Zonguldak halkına seslendi.";

/** JSON lines of `n` documents, `haber-0` and so on. */
export const recordsOf = (n, text = TEXT) =>
  Array.from({ length: n }, (_, i) => `${JSON.stringify({ id: `haber-${i}`, text: `${i}. ${text}` })}\n`).join('');

/** All lines of a folder of results, sorted. */
export const linesOf = (path) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(path, name), 'utf8').split('\n').slice(0, -1))
    .sort();

/** The ids of all lines of a folder of results, sorted. */
export const idsOf = (path) =>
  linesOf(path)
    .map((line) => JSON.parse(line).id)
    .sort();

export const manifestOf = (path) => JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8'));

export const errorsOf = (path) =>
  readFileSync(join(path, 'errors.jsonl.log'), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/**
 * Starts kunye batch as a process of its own, with one worker and no model.
 * @param wrap a command to run it by
 * @returns the process, and how it ends: exit code or signal, and what it said
 */
export function startBatch(args, { execArgv = [], wrap = [] } = {}) {
  const [command, ...rest] = [...wrap, process.execPath, ...execArgv, KUNYE, 'batch', ...args];
  const child = spawn(command, [...rest, '--workers', '1', '--no-model'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve({ end: signal ?? code, stderr })));
  return { child, ended };
}

/** Waits until a folder of results holds its first part. */
export async function untilParts(path) {
  while (!existsSync(path) || !readdirSync(path).some((name) => name.endsWith('.jsonl'))) await sleep(5);
}
