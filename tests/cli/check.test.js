import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { folderOf, makePipe, runCli } from '../helpers/cli.js';

const LIST = 'Ankara\tLOC\nAli Kaya\tPER\n';
const ARTICLE = "Ali Kaya, Ankara'da konuştu.\n";

let folder;
beforeEach(() => {
  folder = folderOf({ 'in/a.txt': ARTICLE, 'in/deep/b.txt': 'Ankara soğuk.\n', 'list.tsv': LIST });
});
afterEach(() => folder.remove());

const check = (flags = [], env = {}) =>
  runCli(['check', folder.at('in'), '--no-model', '--lexicon', folder.at('list.tsv'), ...flags], { env });
const edit = (name, from, to) => {
  const content = readFileSync(folder.at(name), 'utf8');
  expect(content).toContain(from);
  writeFileSync(folder.at(name), content.replace(from, to));
};

describe('kunye check', () => {
  test('a folder without expectations is bad input, not a success', async () => {
    for (const flags of [[], ['--allow-new']]) {
      const { code, stdout, stderr } = await check(flags);
      expect([code, stdout]).toEqual([3, '']);
      expect(stderr).toContain('no expectations in this folder; `kunye check DIR --update` writes them');
    }
  });

  test('--update writes what then passes, and writing again changes nothing', async () => {
    const first = await check(['--update']);
    expect([first.code, first.stdout]).toEqual([0, `2 of 2 expectations written in ${folder.at('in')}\n`]);
    const checked = await check();
    expect([checked.code, checked.stdout]).toEqual([0, '2 articles: all names as expected; F1 100.00; passed\n']);
    expect((await check(['--update'])).stdout).toMatch(/^0 of 2/);
  });

  test('--update is refused in CI', async () => {
    const { code, stderr } = await check(['--update'], { CI: 'true' });
    expect([code, stderr.includes('--update is refused where CI is set')]).toEqual([2, true]);
  });

  test.each([[['--types', 'ORG']], [['--min-score', '0.9']]])('--update is refused with %j', async (flags) => {
    await check(['--update']);
    const { code, stderr } = await check(['--update', ...flags]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('right would be --update without them')]);
    expect((await check()).code).toBe(0);
  });

  test('a changed expectation fails with the sentence and the name', async () => {
    await check(['--update']);
    edit('in/a.kunye.json', '"name": "Ali Kaya"', '"name": "Veli Kaya"');
    const { code, stdout } = await check();
    expect(code).toBe(1);
    expect(stdout).toBe(
      `${folder.at('in/a.txt')}\n` +
        "  renamed PER 'Ali Kaya': was 'Veli Kaya', is now 'Ali Kaya' (line 1, column 1)\n" +
        "    [Ali Kaya], Ankara'da konuştu.\n\n" +
        '2 articles: 1 renamed; F1 100.00; failed: the names of 1 article changed\n',
    );
  });

  test('a new article fails unless it is allowed', async () => {
    await check(['--update']);
    writeFileSync(folder.at('in/c.txt'), 'Ankara\n');
    expect((await check()).code).toBe(1);
    expect((await check(['--allow-new'])).code).toBe(0);
  });

  test('known-missing names survive an update and are told when found', async () => {
    writeFileSync(
      folder.at('in/a.kunye.json'),
      '{"entities":[{"start":20,"end":27,"type":"ORG","knownMissing":true},{"start":10,"end":16,"type":"LOC","knownMissing":true}]}',
    );
    const before = await check(['--allow-new', '--only', 'LOC,ORG']);
    expect(before.code).toBe(0);
    expect(before.stdout).toContain('1 known missing, 1 now found');
    await check(['--update']);
    const written = readFileSync(folder.at('in/a.kunye.json'), 'utf8');
    expect(written.match(/knownMissing/g)).toHaveLength(1);
    expect((await check()).code).toBe(0);
  });

  test('an article that was changed is named with its expectation, the others are checked', async () => {
    await check(['--update']);
    edit('in/a.txt', 'Ali', 'Sayın Ali');
    const { code, stdout, stderr } = await check();
    expect(code).toBe(3);
    expect(stderr).toContain("a.kunye.json:3: expects 'Ali Kaya' at 0-8, where the article has 'Sayın Al'");
    expect(stdout).toBe('1 article: all names as expected; F1 100.00; failed: 1 file could not be read\n');
    expect((await check(['--update'])).code).toBe(0);
    expect((await check()).code).toBe(0);
  });

  test('endings count in whatever case, with the expectations beside them', async () => {
    const large = folderOf({ 'I.TXT': 'Ankara\n', 'b.Txt': 'Ankara\n', 'b.KUNYE.JSON': '{"entities":[]}' });
    const lists = ['--no-model', '--lexicon', folder.at('list.tsv')];
    expect((await runCli(['check', large.path, '--update', ...lists])).stdout).toMatch(/^2 of 2 expectations/u);
    const { code, stdout } = await runCli(['check', large.path, ...lists]);
    expect([code, stdout]).toEqual([0, '2 articles: all names as expected; F1 100.00; passed\n']);
    expect(readdirSync(large.path).sort()).toEqual(['I.TXT', 'I.kunye.json', 'b.KUNYE.JSON', 'b.Txt']);
    large.remove();
  });

  test('gold.jsonl is checked line by line and left alone by --update', async () => {
    const gold =
      '{"id":"x","text":"Ankara","entities":[{"start":0,"end":6,"type":"GPE"}]}\n{"text":"Ali Kaya","entities":[]}\nno\n';
    writeFileSync(folder.at('in/gold.jsonl'), gold);
    const { code, stdout, stderr } = await check(['--allow-new', '--reporter', 'github']);
    expect(code).toBe(3);
    expect(stderr).toContain('gold.jsonl:3: not JSON');
    expect(stdout).toContain(
      `::error file=${folder.at('in/gold.jsonl')},line=2,title=name gained::gained PER 'Ali Kaya'`,
    );
    await check(['--update']);
    expect(readFileSync(folder.at('in/gold.jsonl'), 'utf8')).toBe(gold);
  });

  test('GitHub Actions gets annotations by itself, another reporter on request', async () => {
    await check(['--update']);
    edit('in/a.kunye.json', '"type": "LOC"', '"type": "ORG"');
    const actions = { GITHUB_ACTIONS: 'true' };
    expect((await check([], actions)).stdout).toContain(
      `::error file=${folder.at('in/a.txt')},line=1,col=11,title=name retyped::retyped ORG 'Ankara' is now LOC 'Ankara'`,
    );
    expect((await check(['--reporter', 'junit'], actions)).stdout).toMatch(/^<\?xml/);
    const report = JSON.parse((await check(['--reporter', 'json'], actions)).stdout);
    expect(report).toMatchObject({ passed: false, counts: { articles: 2, retyped: 1 }, f1: 66.67 });
    expect(report.articles[0].changes[0]).toMatchObject({ kind: 'retyped', line: 1, column: 11 });
  });

  test('colours the name when asked to', async () => {
    await check(['--update']);
    writeFileSync(folder.at('in/deep/b.kunye.json'), '{"entities":[]}');
    expect((await check(['--color'])).stdout).toContain('\u001b[32m[Ankara]\u001b[39m soğuk.');
  });

  test.each([
    [['check'], 2, "missing required argument 'folder'"],
    [['check', '/nowhere/at/all'], 3, 'no such file or folder'],
    [['check', '.', '--only', 'FOO'], 2, "'FOO' is no type"],
    [['check', '.', '--max-lost', '-1'], 2, 'right would be a whole number'],
    [['check', '.', '--reporter', 'html'], 2, 'Allowed choices are pretty, json, junit, github'],
  ])('%j ends with %i', async (args, code, message) => {
    const result = await runCli(args);
    expect([result.code, result.stdout]).toEqual([code, '']);
    expect(result.stderr).toContain(message);
  });

  test.each([
    ['a binary article', 'c.txt', Buffer.alloc(100), 'binary, not text'],
    ['a packed article without .gz', 'c.txt', gzipSync('Ankara'), 'gzip, not text'],
    ['binary gold', 'gold.jsonl', Buffer.alloc(100), 'binary, not text'],
  ])('%s is refused, the others are checked', async (_, name, content, message) => {
    await check(['--update']);
    writeFileSync(folder.at(`in/${name}`), content);
    const { code, stdout, stderr } = await check();
    expect([code, stderr]).toEqual([3, expect.stringContaining(`${folder.at(`in/${name}`)}: ${message}`)]);
    expect(stdout).toBe('2 articles: all names as expected; F1 100.00; failed: 1 file could not be read\n');
  });

  const hasPipes = process.platform === 'win32' ? test.skip : test;
  hasPipes.each([
    ['in/c.txt', 'an article'],
    ['in/gold.jsonl', 'gold'],
    ['in/deep/c.TXT', 'below'],
  ])('a pipe %s is named, the others are checked: %s', async (name) => {
    await check(['--update']);
    makePipe(folder.at(name));
    const { code, stdout, stderr } = await check();
    expect([code, stderr]).toEqual([3, `kunye: ${folder.at(name)}: is no regular file\n`]);
    expect(stdout).toBe('2 articles: all names as expected; F1 100.00; failed: 1 file could not be read\n');
  });

  hasPipes('an article that is a pipe is not said to be missing too', async () => {
    await check(['--update']);
    rmSync(folder.at('in/a.txt'));
    makePipe(folder.at('in/a.txt'));
    expect((await check()).stderr).toBe(`kunye: ${folder.at('in/a.txt')}: is no regular file\n`);
  });

  test('a binary expectation is written anew by --update', async () => {
    writeFileSync(folder.at('in/a.kunye.json'), Buffer.alloc(100));
    expect(await check(['--update'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^2 of 2/u) });
    expect((await check()).code).toBe(0);
  });

  hasPipes('an expectation that is a pipe is neither read nor written', async () => {
    makePipe(folder.at('in/a.kunye.json'));
    const { code, stdout, stderr } = await check(['--update']);
    expect([code, stdout]).toEqual([3, `1 of 1 expectations written in ${folder.at('in')}\n`]);
    expect(stderr).toContain('a.kunye.json: is no regular file\n');
  });

  test('a folder named as an article is a folder, one named as gold too', async () => {
    mkdirSync(folder.at('in/x.txt/gold.jsonl'), { recursive: true });
    writeFileSync(folder.at('in/x.txt/gold.jsonl/c.txt'), 'Ankara\n');
    expect((await check(['--update'])).stdout).toMatch(/^3 of 3/u);
    expect((await check()).stdout).toMatch(/^3 articles: all names as expected/u);
  });

  test('a loop of links is named, the others are checked', async () => {
    await check(['--update']);
    symlinkSync(folder.at('in'), folder.at('in/deep/up'));
    symlinkSync('a.txt.lost', folder.at('in/lost.txt'));
    const { code, stdout, stderr } = await check();
    expect([code, stdout]).toEqual([3, expect.stringMatching(/^2 articles: .* failed: 2 files could not be read/u)]);
    expect(stderr).toContain('up: a loop of symbolic links\n');
    expect(stderr).toContain('lost.txt: no such file or folder\n');
  });

  test('an expectation without its article, and a folder without articles', async () => {
    await check(['--update']);
    const empty = folderOf({ 'x.kunye.json': '{"entities":[]}' });
    const lost = await runCli(['check', empty.path]);
    expect([lost.code, lost.stderr]).toEqual([3, expect.stringContaining('x.txt is missing')]);
    const updated = await runCli(['check', empty.path, '--update']);
    expect([updated.code, updated.stderr]).toEqual([3, expect.stringContaining('no articles in this folder')]);
    empty.remove();
  });
});
