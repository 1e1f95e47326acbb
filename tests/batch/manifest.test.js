import { describe, expect, test } from '@jest/globals';
import { configurationKey, parseManifest, renderManifest, renderStatus } from '../../dist/batch/manifest.js';
import { errorsFileName, manifestFileName, parsePartFileName, partFileName } from '../../dist/batch/names.js';
import { parseShard } from '../../dist/batch/shard.js';

const CONFIGURATION = {
  kunye: '1.0.0',
  resources: { lexicon: 'a', userLexicons: ['b', 'c'], model: 'd' },
  options: { types: ['PER'], minScore: null },
};

test.each([
  ['1/1', { index: 1, of: 1 }],
  ['3/5', { index: 3, of: 5 }],
  ['0/5', undefined],
  ['6/5', undefined],
  ['1', undefined],
  ['1/5x', undefined],
  ['-1/5', undefined],
  ['1/100000', undefined],
])('shard %s is %j', (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});

describe('the key of a configuration', () => {
  const key = configurationKey(CONFIGURATION);
  test.each([
    ['version', { ...CONFIGURATION, kunye: '1.0.1' }],
    ['lexicon', { ...CONFIGURATION, resources: { ...CONFIGURATION.resources, lexicon: 'x' } }],
    [
      "order of the user's lists",
      { ...CONFIGURATION, resources: { ...CONFIGURATION.resources, userLexicons: ['c', 'b'] } },
    ],
    ['model', { ...CONFIGURATION, resources: { ...CONFIGURATION.resources, model: null } }],
    ['option', { ...CONFIGURATION, options: { ...CONFIGURATION.options, minScore: 0.7 } }],
  ])('changes with the %s', (_, configuration) => {
    expect(configurationKey(configuration)).not.toBe(key);
  });

  test('does not change with the order of options', () => {
    expect(configurationKey({ ...CONFIGURATION, options: { minScore: null, types: ['PER'] } })).toBe(key);
  });
});

test('file names say what they hold and are read back; only results end in .jsonl', () => {
  const part = { shard: { index: 2, of: 5 }, configuration: '0a1b', fingerprint: 'ff00' };
  expect(parsePartFileName(partFileName(part))).toEqual(part);
  for (const shard of [part.shard, { index: 1, of: 1 }])
    for (const name of [manifestFileName(shard), errorsFileName(shard)]) {
      expect(name.endsWith('.jsonl')).toBe(false);
      expect(parsePartFileName(name)).toBeUndefined();
    }
});

describe('status', () => {
  const manifest = (state, lines) => ({
    ...CONFIGURATION,
    format: 1,
    state,
    shard: { index: 1, of: 3 },
    inputs: [],
    counts: { documents: lines + 1, lines, failed: 1, duplicates: 0, parts: 1, reused: 0 },
    started: '',
    updated: '',
  });
  test('a line a shard and one for all', () => {
    const shard = (index) => ({ index, of: 4 });
    expect(
      renderStatus([
        { shard: shard(1), manifest: manifest('complete', 10) },
        { shard: shard(2), manifest: manifest('running', 5), holder: 'a, process 7' },
        { shard: shard(3), manifest: manifest('running', 4) },
        { shard: shard(4) },
      ]),
    ).toBe(
      '1of4  complete: 11 documents, 10 lines, 1 failed\n2of4  running on a, process 7: 6 documents, 5 lines, 1 failed\n3of4  killed, to be resumed: 5 documents, 4 lines, 1 failed\n4of4  not started\n1 of 4 complete, 19 lines, 3 failed\n',
    );
  });

  test.each([
    ['', 'nothing'],
    ['{', 'half a file'],
    ['null', 'no object'],
    ['{"format":2}', 'another format'],
  ])('a manifest %j is none: %s', (text) => {
    expect(parseManifest(text)).toBeUndefined();
  });

  test('a manifest is read back', () => {
    const value = manifest('complete', 1);
    expect(parseManifest(renderManifest(value))).toEqual(value);
  });
});
