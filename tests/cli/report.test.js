import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { folderOf, runCli } from '../helpers/cli.js';

const line = (id, name, extra = {}) =>
  JSON.stringify({
    id,
    ...extra,
    people: [{ name, count: 1 }],
    places: [],
    organizations: [],
    entities: [{ type: 'PER', start: 0, end: name.length, text: name, name, source: 'rule', score: 1, sentence: 0 }],
  });

let folder;
beforeEach(() => {
  folder = folderOf({
    'out/part-1.jsonl': `${line('a', 'Ece Tan', { date: '2024-01-01' })}\n\n${line('b', 'Ali Kurt', { date: '2 Şubat 2024' })}\n`,
    'out/deep/part-2.jsonl.gz': gzipSync(`${line('c', 'Ece Tan')}\n`),
    'out/manifest.json': '{"format": 1}',
    'out/errors.jsonl.log': 'not read\n',
  });
});
afterEach(() => folder.remove());

const report = (...args) => runCli(['report', ...args]);
const dataOf = (page) => JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/su.exec(page)[1]).data;

describe('kunye report', () => {
  test('gathers a folder of results, packed ones too, and passes over what is no result', async () => {
    const { code, stdout, stderr } = await report(folder.at('out'), '-o', folder.at('r.html'));
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/r\.html: 2 names of 3 documents, \d+ kB\n$/u);
    expect(dataOf(readFileSync(folder.at('r.html'), 'utf8'))).toMatchObject({
      documents: 3,
      dated: 2,
      rows: [
        [0, 'Ece Tan', 2, 2],
        [0, 'Ali Kurt', 1, 1],
      ],
    });
  });

  test('endings count in whatever case', async () => {
    const large = folderOf({
      'A.JSONL': `${line('a', 'Ece Tan')}\n`,
      'B.JSONL.GZ': gzipSync(`${line('b', 'Ece Tan')}\n`),
    });
    const { code, stdout } = await report(large.path, '-o', '-', '--quiet');
    large.remove();
    expect(code).toBe(0);
    expect(dataOf(stdout).rows).toEqual([[0, 'Ece Tan', 2, 2]]);
  });

  test('writes to stdout, in the language and with the title asked for; equal input gives equal bytes', async () => {
    const run = () =>
      report(folder.at('out/part-1.jsonl'), '-o', '-', '--lang', 'en', '--title', 'Spor & <b>', '--quiet');
    const first = await run();
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('<html lang="en">');
    expect(first.stdout).toContain('<title>Spor &amp; &lt;b&gt;</title>');
    expect((await run()).stdout).toBe(first.stdout);
  });

  test('what künye itself prints can be reported', async () => {
    const printed = await runCli(['--to', 'jsonl', '--no-model'], { stdin: "Vali Ece Tan, Ankara'da konuştu." });
    const file = folderOf({ 'a.jsonl': printed.stdout });
    const { code, stdout } = await report(file.at('a.jsonl'), '-o', '-');
    file.remove();
    expect(code).toBe(0);
    expect(dataOf(stdout).rows).toContainEqual([1, 'Ankara', 1, 1]);
  });

  test.each([
    ['{"text": "Ankara"}', 'bad.jsonl:2: no document that künye wrote; right would be the lines of kunye batch'],
    ['{"id": ', 'bad.jsonl:2: not JSON'],
    ['[1, 2]', 'bad.jsonl:2: no document that künye wrote'],
    ['null', 'bad.jsonl:2: no document that künye wrote'],
    ['{"entities": [], "people": [], "places": []}', 'bad.jsonl:2: no document that künye wrote'],
  ])('a line %j is named, the others are reported', async (broken, message) => {
    const file = folderOf({ 'bad.jsonl': `${line('a', 'Ece Tan')}\n${broken}\n${line('b', 'Ece Tan')}\n` });
    const { code, stdout, stderr } = await report(file.at('bad.jsonl'), '-o', '-');
    file.remove();
    expect(code).toBe(3);
    expect(stderr.match(/^kunye: .*bad\.jsonl:2:/gmu)).toHaveLength(1);
    expect(stderr).toContain(message);
    expect(dataOf(stdout).rows).toEqual([[0, 'Ece Tan', 2, 2]]);
  });

  test('strange fields inside a document do no harm', async () => {
    const odd = {
      id: 7,
      date: ['x'],
      people: [null, 3, { name: 4 }, { name: 'Ece Tan', count: -1, aliases: 'Tan', roles: [1, 'Vali'] }],
      places: [[]],
      organizations: [{ name: '' }],
      entities: [
        null,
        'x',
        { type: 'GPE', name: 'Ankara' },
        { type: 'PER', name: 'Ece Tan', sentence: '1', context: 5 },
      ],
    };
    const file = folderOf({ 'odd.jsonl': JSON.stringify(odd) });
    const { code, stdout } = await report(file.at('odd.jsonl'), '-o', '-');
    file.remove();
    expect(code).toBe(0);
    expect(dataOf(stdout)).toMatchObject({ rows: [[0, 'Ece Tan', 1, 1]], details: [{ roles: ['Vali'] }] });
  });

  test('indented JSON is told apart from broken lines, once', async () => {
    const file = folderOf({ 'a.json': '[\n  {"id": "a"}\n]\n' });
    const { code, stdout, stderr } = await report(file.at('a.json'), '-o', '-');
    file.remove();
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toBe(
      `kunye: ${file.at('a.json')}:1: JSON over several lines; right would be one document a line (--to jsonl)\n`,
    );
  });

  test.each([
    ['missing', 3, 'missing: no such file or folder'],
    ['empty', 3, 'empty: no .jsonl files; right would be what kunye batch writes'],
    ['empty.jsonl', 3, 'no documents in '],
    ['broken.jsonl.gz', 3, 'broken.jsonl.gz: broken gzip'],
  ])('%s: no page, exit code %i', async (name, exit, message) => {
    const file = folderOf({ 'empty/x.txt': '', 'empty.jsonl': '\n', 'broken.jsonl.gz': 'no gzip' });
    const { code, stdout, stderr } = await report(file.at(name), '-o', '-');
    file.remove();
    expect([code, stdout]).toEqual([exit, '']);
    expect(stderr).toContain(message);
  });

  test.each([
    [['x.jsonl'], "required option '-o, --output <file>'"],
    [['-o', 'r.html'], "missing required argument 'output'"],
    [['x.jsonl', '-o', 'r.html', '--lang', 'de'], 'Allowed choices are tr, en'],
  ])('usage %j is exit code 2', async (args, message) => {
    const { code, stderr } = await report(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('a page that cannot be written is an error', async () => {
    const { code, stderr } = await report(folder.at('out'), '-o', folder.at('none/r.html'));
    expect([code, stderr]).toEqual([3, `kunye: ${folder.at('none/r.html')}: no such folder\n`]);
  });

  test.each([
    ['out/part-1.jsonl', 'out/part-1.jsonl', 'the file itself'],
    ['out', 'out/part-1.jsonl', 'a file of the folder'],
    ['out', 'out', 'the folder'],
  ])('%s is not overwritten with -o %s: %s', async (input, output) => {
    const before = readFileSync(folder.at('out/part-1.jsonl'));
    const { code, stderr } = await report(folder.at(input), '-o', folder.at(output));
    expect([code, stderr]).toEqual([
      2,
      `kunye: ${folder.at(output)} is input and output; choose another file with -o\n`,
    ]);
    expect(readFileSync(folder.at('out/part-1.jsonl')).equals(before)).toBe(true);
  });
});
