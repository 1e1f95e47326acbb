import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { folderOf, runCli } from '../helpers/cli.js';

/** Made-up gold: an invented people whose names no list knows. */
const PEOPLE = ['Zorbik', 'Mirzal', 'Tarkun', 'Velnis', 'Karsop', 'Belruk', 'Ondral', 'Pistar'];
const PLACES = ['Virnosk', 'Harbelen', 'Tusmar', 'Olgarit'];
const conll = PEOPLE.flatMap((person) =>
  PLACES.map((place) => `Bugün O\nBay O\n${person} B-PER\n${place}'a B-LOC\nvardı O\n. O\n`),
).join('\n');
const text = "Bugün Bay Zorbik Tusmar'a vardı.";
const jsonl = `${JSON.stringify({
  text,
  entities: [
    { start: 10, end: 16, type: 'PER' },
    { start: 17, end: 23, type: 'LOC' },
  ],
})}\n`;

let folder;
beforeAll(() => {
  folder = folderOf({
    'gold.conll': conll,
    'dev.jsonl.gz': gzipSync(jsonl),
    'folder/x': '',
    'bad.jsonl': `${jsonl}{"tokens":["a","b"],"tags":["O"]}\n`,
  });
});
afterAll(() => folder.remove());

describe('kunye train', () => {
  test('writes a model that finds what its gold shows, and scores it on --dev', async () => {
    const model = folder.at('a.kunye');
    const trained = await runCli(['train', folder.at('gold.conll'), '--dev', folder.at('dev.jsonl.gz'), '-o', model]);
    expect(trained.code).toBe(0);
    expect(trained.stderr).toMatch(/model, epoch 8 of 8: loss \d/u);
    expect(trained.stderr).toMatch(/a\.kunye: 64 names in 192 tokens/u);
    expect(trained.stdout).toMatch(/micro +100\.00 +100\.00 +100\.00 +2/u);
    const found = await runCli(['--model', model], { stdin: "Bugün Bay Lertuz Harbelen'a vardı." });
    expect(JSON.parse(found.stdout).entities.map(({ type, text: name }) => `${type} ${name}`)).toEqual([
      'PER Lertuz',
      'LOC Harbelen',
    ]);
  });

  test('names file and line of bad gold, exits with 3 and writes nothing', async () => {
    const model = folder.at('none.kunye');
    const { code, stderr } = await runCli(['train', folder.at('gold.conll'), folder.at('bad.jsonl'), '-o', model]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/bad\.jsonl:2: 2 tokens and 1 tags/u);
    expect(existsSync(model)).toBe(false);
  });

  test.each([
    ['gold.conll', 2, 'is input and output', 'its gold'],
    ['dev.jsonl.gz', 2, 'is input and output', 'its gold for scoring'],
    ['none/x.kunye', 3, ': no such folder', 'a folder that is not there'],
    ['gold.conll/x.kunye', 3, ': no such folder', 'a file in place of the folder'],
    ['folder', 3, ': is a folder, not a file', 'a folder'],
  ])('-o %s is refused with %i before training: %s, %s', async (output, exit, message) => {
    const args = ['train', folder.at('gold.conll'), '--dev', folder.at('dev.jsonl.gz'), '-o', folder.at(output)];
    const { code, stderr } = await runCli(args);
    expect([code, stderr.split('\n').length]).toEqual([exit, 2]);
    expect(stderr).toContain(`${folder.at(output)}${message.startsWith(':') ? '' : ' '}${message}`);
  });

  test('asks for what is missing with exit code 2', async () => {
    expect((await runCli(['train', folder.at('gold.conll')])).code).toBe(2);
    expect((await runCli(['train', '-o', folder.at('x.kunye')])).code).toBe(2);
    expect((await runCli(['train', folder.at('gold.conll'), '-o', folder.at('x'), '--seed', 'bir'])).code).toBe(2);
  });

  test('a file that is no model is refused with exit code 3', async () => {
    const { code, stderr } = await runCli(['--model', folder.at('gold.conll')], { stdin: text });
    expect(code).toBe(3);
    expect(stderr).toMatch(/gold\.conll: not a tagger model/u);
  });
});
