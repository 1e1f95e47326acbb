// What the worker threads of kunye batch are given, and what becomes of a part that does not come back.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { Ids } from '../../dist/batch/ids.js';
import { configurationKey } from '../../dist/batch/manifest.js';
import { describeConfiguration } from '../../dist/cli/batch/configuration.js';
import { OutputFolder } from '../../dist/cli/batch/folder.js';
import { Pool } from '../../dist/cli/batch/pool.js';
import { folderOf } from '../helpers/cli.js';

const WHOLE = { index: 1, of: 1 };
const FLAGS = { lexicon: [], from: 'auto', textField: 'text', idField: 'id', offsets: 'utf16', model: false };
const CONFIGURATION = 'abc';

let folder;
let pool;
afterEach(async () => {
  await pool.end();
  folder.remove();
});

function poolOf(workers, patience) {
  folder = folderOf();
  OutputFolder.open(folder.path, WHOLE);
  pool = new Pool(workers, { flags: FLAGS, folder: folder.path, shard: WHOLE }, patience);
  return pool;
}

function partOf(texts) {
  const ids = new Ids();
  const jobs = Object.entries(texts).map(([id, text]) => {
    const bytes = Buffer.from(JSON.stringify({ id, text }));
    return { claim: ids.claim(id), source: `in.jsonl:${id}`, content: { kind: 'line', bytes }, size: bytes.length };
  });
  return { jobs, size: jobs.reduce((sum, { size }) => sum + size, 0) };
}

const idsWritten = () =>
  readdirSync(folder.path)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(folder.at(name), 'utf8').trim().split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).id)
    .sort();

// A thread that has to ask for each part waits for the disk and for the main thread in between.
test('a thread has its next parts while it does the first', async () => {
  poolOf(1);
  const parts = ['a', 'b', 'c', 'd'].map((id) =>
    pool.run('write', CONFIGURATION, partOf({ [id]: 'Rize. '.repeat(1e5) })),
  );
  let done = 0;
  for (const part of parts) part.then(() => done++);
  expect(parts.length).toBe(pool.capacity);
  while (pool.threads.queueSize === parts.length) await wait(1);
  expect([pool.threads.queueSize, done]).toEqual([0, 0]);
  await Promise.all(parts);
  expect(idsWritten()).toEqual(['a', 'b', 'c', 'd']);
});

test('what takes too long is found among all that was under way, and given up; the rest is done', async () => {
  poolOf(2, () => 3000);
  const endless = 'Zonguldak, Rize ve Sivas. '.repeat(2_000_000);
  const [first, second] = await Promise.all([
    pool.run('write', CONFIGURATION, partOf({ a: 'Rize', b: endless, c: 'Sivas' })),
    pool.run('write', CONFIGURATION, partOf({ d: 'Bursa' })),
  ]);
  expect(first.failures).toMatchObject([
    {
      id: 'b',
      code: 'INPUT_INVALID',
      retry: true,
      error: expect.stringMatching(/in\.jsonl:b: given up, .*took too long/u),
    },
  ]);
  expect(second.failures).toEqual([]);
  expect(idsWritten()).toEqual(['a', 'c', 'd']);
  // The threads that stand in for those given up.
  await pool.run('write', CONFIGURATION, partOf({ e: 'Kars' }));
  expect(idsWritten()).toEqual(['a', 'c', 'd', 'e']);
});

test('a list that is another than the run began with is noticed', async () => {
  folder = folderOf({ 'own.tsv': 'Zambak Köprüsü\tLOC\n' });
  OutputFolder.open(folder.path, WHOLE);
  const flags = { ...FLAGS, lexicon: [folder.at('own.tsv')] };
  pool = new Pool(1, { flags, folder: folder.path, shard: WHOLE });
  const part = partOf({ a: 'Rize' });
  expect(await pool.run('write', CONFIGURATION, part)).toMatchObject({ outdated: true });
  expect(idsWritten()).toEqual([]);
  const configuration = configurationKey(describeConfiguration(flags));
  expect(await pool.run('write', configuration, part)).toMatchObject({ failures: [] });
  expect(idsWritten()).toEqual(['a']);
});

test('once ended, nothing is tried again', async () => {
  poolOf(1);
  const part = pool.run('write', CONFIGURATION, partOf({ a: 'Rize. '.repeat(1e6) }));
  const ended = part.catch((error) => error.message);
  await pool.end();
  expect([await ended, idsWritten()]).toEqual([expect.stringMatching(/terminat/iu), []]);
});
