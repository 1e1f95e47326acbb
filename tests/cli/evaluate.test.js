import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { folderOf, makePipe, runCli } from '../helpers/cli.js';

const GOLD = 'Ali\tB-PER\nKaya\tI-PER\ngeldi\tO\n\nAnkara\tB-GPE\nsoğuk\tO\n';
const HALF = 'Ali\tB-PER\nKaya\tI-PER\ngeldi\tO\n\nAnkara\tB-ORG\nsoğuk\tO\n';
const RECORD = '{"text":"Ankara\'da kar var.","entities":[{"start":0,"end":6,"type":"LOC"}]}\n';

let folder;
beforeAll(() => {
  folder = folderOf({
    'gold.conll': GOLD,
    'half.conll': HALF,
    'text.jsonl': RECORD,
    'text.jsonl.gz': gzipSync(RECORD),
    'broken.jsonl': '{"text":1}\n',
    'brat/a.txt': '😀 Ankara soğuk.\n',
    'brat/a.ann': 'T1\tGPE 2 8\tAnkara\n',
    'large/A.TXT': '😀 Ankara soğuk.\n',
    'large/A.ANN': 'T1\tGPE 2 8\tAnkara\n',
    'large/B.JSONL.GZ': gzipSync(RECORD),
    'binary.conll': Buffer.alloc(100),
    'empty/x.md': '',
  });
});
afterAll(() => folder.remove());

/** Runs evaluate; arguments that look like files are those of the folder. */
const evaluate = (...args) =>
  runCli(['evaluate', ...args.map((arg) => (/^(?:brat|empty|large)|^[a-z]+\./u.test(arg) ? folder.at(arg) : arg))]);

describe('kunye evaluate', () => {
  test('prints a row a type and one of all', async () => {
    const { code, stdout, stderr } = await evaluate('gold.conll', '--predictions', 'half.conll');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      'strict: span and type\n' +
        '       precision    recall        F1    gold\n' +
        'PER       100.00    100.00    100.00       1\n' +
        'LOC         0.00      0.00      0.00       1\n' +
        'ORG         0.00      0.00      0.00       0\n' +
        'micro      50.00     50.00     50.00       2\n',
    );
  });

  test('recognizes text, tokens, packed files and brat alike', async () => {
    for (const gold of ['text.jsonl', 'text.jsonl.gz', 'brat', 'brat/a.ann', 'brat/a.txt', 'large', 'large/A.TXT']) {
      const { code, stdout } = await evaluate(gold, '--to', 'json', '--no-model');
      expect({ gold, code, micro: JSON.parse(stdout).strict.micro.f1 }).toEqual({ gold, code: 0, micro: 100 });
    }
  });

  test('reads gold from stdin and pools several files', async () => {
    const { stdout } = await runCli(['evaluate', '-', folder.at('text.jsonl'), '--to', 'json', '--no-model'], {
      stdin: GOLD,
    });
    const { documents, strict } = JSON.parse(stdout);
    expect([documents, strict.micro.gold]).toEqual([3, 3]);
  });

  test('gives everything as JSON', async () => {
    const flags = ['--partial', '--type-only', '--errors', '--to', 'json'];
    const files = ['--predictions', 'half.conll', '--against', 'gold.conll'];
    const report = JSON.parse((await evaluate('gold.conll', ...files, ...flags)).stdout);
    expect(report).toMatchObject({
      documents: 2,
      strict: { LOC: { gold: 1, predicted: 0 }, micro: { f1: 50 } },
      partial: { micro: { f1: 100 } },
      type: { micro: { f1: 50 } },
      confusion: { LOC: { ORG: 1, missed: 0 } },
      against: { difference: -50, samples: 2000 },
      errors: [{ line: 5, relation: 'type', gold: { type: 'LOC', text: 'Ankara' }, predicted: { type: 'ORG' } }],
    });
  });

  test('lists errors and compares in text', async () => {
    const files = ['--predictions', 'half.conll', '--against', 'gold.conll'];
    const { stdout } = await evaluate('gold.conll', ...files, '--errors', '--confusion');
    expect(stdout).toContain("gold.conll:5: type: gold LOC 'Ankara', found ORG 'Ankara'\n    [{Ankara}] soğuk\n");
    expect(stdout).toContain('LOC             0      0      1      0\n');
    expect(stdout).toMatch(/F1 50\.00 here, 100\.00 there\ndifference -50\.00, .*: may be chance\n/);
  });

  test('--types leaves the other types out on both sides', async () => {
    const { stdout } = await evaluate('gold.conll', '--predictions', 'half.conll', '--types', 'PER');
    expect(stdout).toContain('micro     100.00');
    expect(stdout).not.toContain('LOC');
  });

  test('--min-f1 decides the exit code and says why', async () => {
    const met = await evaluate('gold.conll', '--predictions', 'half.conll', '--min-f1', '50');
    expect(met.code).toBe(0);
    const missed = await evaluate('gold.conll', '--predictions', 'half.conll', '--min-f1', '50.1');
    expect([missed.code, missed.stderr]).toEqual([1, 'kunye: F1 50.00 is below --min-f1 50.1\n']);
  });

  test('a broken file is named and left out, the others are scored', async () => {
    const { code, stdout, stderr } = await evaluate('broken.jsonl', 'text.jsonl', '--no-model');
    expect(code).toBe(3);
    expect(stderr).toMatch(/^kunye: .*broken\.jsonl:1: no gold; right would be .*\n$/);
    expect(stdout).toContain('micro     100.00');
  });

  const hasPipes = process.platform === 'win32' ? test.skip : test;
  hasPipes.each([
    ['p.jsonl', 'p.jsonl: is no regular file', 'gold'],
    ['c.txt', 'c.txt: is no regular file', 'a text of brat'],
    ['x', 'c.ann: its text', 'no text'],
  ])('a pipe %s in a folder: %s, the others are scored: %s', async (name, message) => {
    const pipes = folderOf({ 'a.jsonl': RECORD, 'c.ann': 'T1\tGPE 0 6\tAnkara\n' });
    if (name === 'p.jsonl') writeFileSync(pipes.at('c.txt'), 'Ankara\n');
    makePipe(pipes.at(name));
    const { code, stdout, stderr } = await evaluate(pipes.path, '--no-model');
    pipes.remove();
    expect([code, stderr.split('\n').length]).toEqual([3, 2]);
    expect(stderr).toContain(message);
    expect(stdout).toContain('micro     100.00');
  });

  test.each([
    [['none.conll'], 3, 'none.conll: no such file or folder'],
    [['binary.conll'], 3, 'binary.conll: binary, not text'],
    [['empty'], 3, 'no gold in this folder'],
    [['gold.conll', '--predictions', 'text.jsonl'], 3, '1 documents; right would be the 2 of the gold'],
    [['gold.conll', '--min-f1', '200'], 2, 'right would be a number from 0 to 100'],
    [[], 2, "missing required argument 'gold'"],
  ])('%j ends with %i', async (args, code, message) => {
    const result = await evaluate(...args);
    expect([result.code, result.stdout]).toEqual([code, '']);
    expect(result.stderr).toContain(message);
  });
});
