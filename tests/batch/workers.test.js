import { expect, test } from '@jest/globals';
import { usefulWorkers } from '../../dist/batch/workers.js';

test.each([
  [[], 1, 8, 1, 'nothing to read is read by one'],
  [[['a.jsonl', 3e6]], 1, 8, 1, 'a second worker would be fast when the first is done'],
  [[['a.jsonl', 20e6]], 1, 8, 3, 'one for each 8 MB, and one'],
  [[['a.jsonl', 900e6]], 1, 8, 8, 'never more than cores'],
  [
    [
      ['a.txt', 5e6],
      ['b.txt', 5e6],
    ],
    1,
    8,
    2,
    'files count together',
  ],
  [[['a.jsonl.gz', 3e6]], 1, 8, 2, 'gzip counts as what is packed'],
  [[['a.jsonl.GZ', 3e6]], 1, 8, 2, 'in whatever case'],
  [[['a.jsonl', 50e6]], 5, 8, 2, 'a shard has its part of the input to do'],
])('files %j in %i shards on %i cores: %i workers, %s', (files, shards, cores, workers) => {
  const sources = files.map(([path, size]) => ({ path, size }));
  expect(usefulWorkers(sources, shards, cores)).toBe(workers);
});
