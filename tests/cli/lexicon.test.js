import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { folderOf, runCli } from '../helpers/cli.js';

let folder;
beforeAll(() => {
  folder = folderOf({
    'good.tsv': 'Zambak Derneği\tORG\tZD|~Zambak\n',
    'good.jsonl': '{"name":"Zambak Derneği","type":"ORG","aliases":["ZD","~Zambak"]}\n',
    'bad.tsv': "Zambak Derneği\tORGAN\nLale Vakfı'nın\tORG\n",
    'doubtful.tsv': 'Lale ordusu\tORG\n',
    'haber.txt': 'Dün Zambak Derneği toplandı. ZD kararı açıkladı.\n',
  });
});
afterAll(() => folder.remove());

const lexicon = (...args) => runCli(['lexicon', ...args]);

describe('kunye lexicon lint', () => {
  test('is silent on stdout about a good list, TSV or JSON lines', async () => {
    for (const name of ['good.tsv', 'good.jsonl'])
      expect(await lexicon('lint', folder.at(name))).toEqual({
        code: 0,
        stdout: '',
        stderr: 'kunye: 0 errors, 0 warnings in 1 list\n',
      });
  });

  test('names file, line and column of errors and exits with 3', async () => {
    const { code, stdout, stderr } = await lexicon('lint', folder.at('bad.tsv'), folder.at('good.tsv'));
    expect(code).toBe(3);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/bad\.tsv:1:16: error: unknown type 'ORGAN'; right would be .* \[format\]$/u);
    expect(lines[1]).toMatch(/bad\.tsv:2:1: error: .*'Lale Vakfı'; right would be the base form \[suffix\]$/u);
    expect(lines).toHaveLength(2);
    expect(stderr).toBe('kunye: 2 errors, 0 warnings in 2 lists\n');
  });

  test('warns without failing', async () => {
    const { code, stdout, stderr } = await lexicon('lint', folder.at('doubtful.tsv'), '--quiet');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(':1:1: warning: ');
  });

  test('goes on behind a file that is missing', async () => {
    const { code, stderr } = await lexicon('lint', folder.at('none.tsv'), folder.at('good.tsv'));
    expect(code).toBe(3);
    expect(stderr).toContain('none.tsv: no such file');
    expect(stderr).toContain('0 errors, 0 warnings in 1 list');
  });

  test('needs a file', async () => {
    expect((await lexicon('lint')).code).toBe(2);
    expect((await lexicon()).code).toBe(2);
  });
});

describe('kunye lexicon compile', () => {
  test('makes a file that --lexicon takes like the list itself', async () => {
    const out = folder.at('good.bin');
    expect(await lexicon('compile', folder.at('good.tsv'), '-o', out)).toEqual({
      code: 0,
      stdout: '',
      stderr: `kunye: ${out}: 1 entry\n`,
    });
    const extract = async (list) => (await runCli(['--lexicon', list, folder.at('haber.txt')])).stdout;
    expect(await extract(out)).toBe(await extract(folder.at('good.tsv')));
  });

  test('gives equal bytes for TSV and JSON lines of one name', async () => {
    const { remove, at } = folderOf({});
    await lexicon('compile', folder.at('good.tsv'), '-o', at('a'), '--quiet');
    await lexicon('compile', folder.at('good.jsonl'), '-o', at('b'), '--quiet');
    expect(readFileSync(at('a')).equals(readFileSync(at('b')))).toBe(true);
    remove();
  });

  test('takes no list with errors, and says where it cannot write', async () => {
    const bad = await lexicon('compile', folder.at('bad.tsv'), '-o', folder.at('x.bin'));
    expect(bad.code).toBe(3);
    expect(bad.stderr).toContain('bad.tsv:1:16: ');
    const nowhere = await lexicon('compile', folder.at('good.tsv'), '-o', folder.at('none/x.bin'));
    expect(nowhere.code).toBe(3);
    expect(nowhere.stderr).toBe(`kunye: ${folder.at('none/x.bin')}: no such folder\n`);
    expect((await lexicon('compile', folder.at('good.tsv'))).code).toBe(2);
  });

  test('never overwrites a list it reads', async () => {
    const output = join(folder.path, '.', 'good.tsv');
    const before = readFileSync(output);
    const { code, stderr } = await lexicon('compile', folder.at('good.jsonl'), folder.at('good.tsv'), '-o', output);
    expect([code, stderr]).toEqual([2, `kunye: ${output} is input and output; choose another file with -o\n`]);
    expect(readFileSync(output).equals(before)).toBe(true);
  });
});

describe('kunye lexicon why', () => {
  test('shows the entries that know a name', async () => {
    const { code, stdout } = await lexicon('why', 'BM');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^BM\n {2}ORG alias of Birleşmiş Milletler, orgs-international:\d+\n/u);
  });

  test('shows how often an ambiguous word is a name, and what a suffix hides', async () => {
    expect((await lexicon('why', 'Deniz')).stdout).toMatch(/ {2}a name in \d+ % of its uses\n/u);
    expect((await lexicon('why', 'Dışişleri Bakanlığına')).stdout).toContain('found after its suffix is cut (Dat)');
  });

  test('shows the parts of what is not listed, and the lists of your own', async () => {
    const { stdout } = await lexicon('why', 'Zambak Derneği', '--lexicon', folder.at('good.tsv'));
    expect(stdout).toContain('ORG Zambak Derneği, good:1\n');
    const unknown = (await lexicon('why', 'Zzyzx Ankara')).stdout;
    expect(unknown).toContain('not listed');
    expect(unknown).toMatch(/part Ankara\n {4}LOC Ankara, /u);
  });
});

describe('kunye lexicon try', () => {
  const changes = '+ ORG ZD = Zambak Derneği [29, 31)\n';
  const tryList = (list, ...args) => lexicon('try', folder.at(list), '--no-model', ...args);

  test('shows what changes in a text, a file and stdin', async () => {
    const text = readFileSync(folder.at('haber.txt'), 'utf8');
    const stdin = await runCli(['lexicon', 'try', folder.at('good.tsv'), '--no-model'], { stdin: text });
    expect(await tryList('good.tsv', text)).toMatchObject({ code: 0, stdout: expect.stringContaining(changes) });
    expect(stdin.stdout).toContain(changes);
    expect((await tryList('good.tsv', folder.at('haber.txt'))).stdout).toBe(
      `${folder.at('haber.txt')}\n${stdin.stdout}`,
    );
  });

  test('shows what changes in given tokens', async () => {
    const { at, remove } = folderOf({ 'haber.conll': 'Dün\nZD\ntoplandı\n.\n' });
    const { stdout } = await tryList('good.tsv', at('haber.conll'));
    expect(stdout).toBe(`${at('haber.conll')}:1\n+ ORG ZD = Zambak Derneği [4, 6)\n`);
    remove();
  });

  test('shows what is found no more', async () => {
    const { at, remove } = folderOf({ 'own.tsv': 'Ankara\tORG\n' });
    const { stdout } = await lexicon('try', at('own.tsv'), '--no-model', "Dün Ankara'ya gitti.");
    expect(stdout).toBe('- LOC Ankara [4, 10)\n+ ORG Ankara [4, 10)\n');
    remove();
  });

  test('control characters of an id cannot steer the terminal', async () => {
    const stdin = JSON.stringify({ id: 'x\u001b[2J\ny', text: 'ZD kararı açıkladı.' });
    const { stdout } = await runCli(['lexicon', 'try', folder.at('good.tsv'), '--no-model', '--from', 'jsonl'], {
      stdin,
    });
    expect(stdout).toMatch(/^x·\[2J·y\n\+ ORG ZD = Zambak Derneği/u);
  });

  test('says when nothing changes', async () => {
    const { stdout, stderr } = await tryList('good.tsv', 'Kar yağdı.');
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'kunye: nothing changes\n' });
  });
});
