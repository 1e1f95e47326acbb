import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import Ajv2020 from 'ajv/dist/2020.js';
import { OUTPUT_SCHEMA } from '../../dist/output/schema.js';
import { errorsOf, idsOf, linesOf, manifestOf, recordsOf, startBatch, TEXT, untilParts } from '../helpers/batch.js';
import { folderOf, runCli } from '../helpers/cli.js';

let made = [];
afterEach(() => {
  for (const folder of made) folder.remove();
  made = [];
});
const folderWith = (files) => {
  const folder = folderOf(files);
  made.push(folder);
  return folder;
};
const batch = (...args) => runCli(['batch', ...args, '--workers', '1', '--no-model'], { stdinIsTTY: true });
describe('what is written', () => {
  test('a line a document, by the published schema, with sentences and contexts', async () => {
    const folder = folderWith({
      'in/bir.txt': TEXT,
      'in/alt/iki.html': `<title>Başlık</title><meta name="date" content="2024-05-01"><p>Rize'de kar var.</p>`,
      'in/uc.json': JSON.stringify([{ id: 'uc', text: TEXT, date: '2024-05-02', title: 'T' }, { text: TEXT }]),
      'in/dort.jsonl': recordsOf(2),
      'in/bes.jsonl.gz': gzipSync(`${JSON.stringify({ text: TEXT })}\n`),
      'in/resim.png': 'x',
    });
    const { code, stdout } = await batch(folder.at('in'), '-o', folder.at('out'));
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^7 documents done in .* s; 0 failed\n$/u)]);
    expect(idsOf(folder.at('out'))).toEqual(
      ['alt/iki.html', 'bes.jsonl.gz:1', 'bir.txt', 'haber-0', 'haber-1', 'uc', 'uc.json[1]'].sort(),
    );
    const docs = linesOf(folder.at('out')).map((line) => JSON.parse(line));
    const validate = new Ajv2020().compile(OUTPUT_SCHEMA);
    for (const doc of docs) expect(validate(doc)).toBe(true);
    expect(docs.find((doc) => doc.id === 'alt/iki.html')).toMatchObject({ title: 'Başlık', date: '2024-05-01' });
    expect(docs.find((doc) => doc.id === 'uc')).toMatchObject({ title: 'T', date: '2024-05-02' });
    const places = docs.find((doc) => doc.id === 'bir.txt').entities.filter((entity) => entity.name === 'Zonguldak');
    expect(places).toMatchObject([{ sentence: 0, context: "Selin Aydoğan, Zonguldak'ta konuştu." }, { sentence: 1 }]);
    expect(places[1]).not.toHaveProperty('context');
    expect(manifestOf(folder.at('out'))).toMatchObject({ state: 'complete', counts: { lines: 7, failed: 0 } });
  });

  test('ids that are long numbers keep their digits, as kunye itself keeps them', async () => {
    const ids = ['1234567890123456788', '1234567890123456789'];
    const records = ids.map((id) => `{"text":"Ankara","id":${id}}`);
    const folder = folderWith({ 'lines.jsonl': records.join('\n'), 'list.json': `[${records.join()}]` });
    for (const file of ['lines.jsonl', 'list.json']) {
      expect((await batch(folder.at(file), '-o', folder.at(`${file}.out`))).code).toBe(0);
      expect(idsOf(folder.at(`${file}.out`))).toEqual(ids);
      const { stdout } = await runCli([folder.at(file), '--to', 'jsonl', '--no-model']);
      expect([...stdout.matchAll(/"id":"([^"]+)"/gu)].map(([, id]) => id)).toEqual(ids);
    }
  });

  test('the lines of all shards are those of one run, and the status says so', async () => {
    const folder = folderWith({ 'in.jsonl': recordsOf(300) });
    await batch(folder.at('in.jsonl'), '-o', folder.at('one'));
    for (const shard of ['3/3', '1/3']) await batch(folder.at('in.jsonl'), '-o', folder.at('many'), '--shard', shard);
    const half = await runCli(['batch', '--status', folder.at('many')]);
    expect(half.stdout).toMatch(/^1of3 {2}complete: .*\n2of3 {2}not started\n3of3 {2}complete: .*\n2 of 3 complete/u);
    await batch(folder.at('in.jsonl'), '-o', folder.at('many'), '--shard', '2/3');
    expect(linesOf(folder.at('many'))).toEqual(linesOf(folder.at('one')));
    expect((await runCli(['batch', '--status', folder.at('many')])).stdout).toMatch(/^3 of 3 complete, 300 lines, 0/mu);
  });

  test.each([
    [['in'], undefined, ['bir.txt', 'iki.txt', 'x/uc.txt'], 'a folder'],
    [['in/*.txt'], undefined, ['bir.txt', 'iki.txt'], 'a glob'],
    [['in/**/*c.txt'], undefined, ['x/uc.txt'], 'a deep glob, ids from its fixed beginning'],
    [[], 'in/bir.txt\nin/x\n', ['in/bir.txt', 'uc.txt'], 'a list on stdin'],
    [['in', 'in/x'], undefined, ['bir.txt', 'iki.txt', 'uc.txt', 'x/uc.txt'], 'two folders'],
    [['in/x', 'in/x'], undefined, ['uc.txt', 'uc.txt#2'], 'the same id twice'],
  ])('%j with %j on stdin gives %j: %s', async (paths, stdin, ids) => {
    const folder = folderWith({ 'in/bir.txt': TEXT, 'in/iki.txt': TEXT, 'in/x/uc.txt': TEXT });
    const full = (path) => folder.at(path);
    const list = stdin?.replace(/^(?=.)/gmu, `${folder.path}/`);
    const args = ['batch', ...paths.map(full), '-o', full('out'), '--workers', '1', '--no-model'];
    const { code } = await runCli(args, list === undefined ? { stdinIsTTY: true } : { stdin: list });
    expect([code, idsOf(full('out'))]).toEqual([0, ids.map((id) => (id.startsWith('in/') ? full(id) : id)).sort()]);
  });
});

describe('inputs that fail', () => {
  const cases = [
    ['cut.jsonl', `${recordsOf(1)}{"id":"b","text":"Ri`, ['haber-0'], /cut\.jsonl:2: not JSON/u],
    ['no-text.jsonl', `{"id":"b"}\n${recordsOf(1)}`, ['haber-0'], /no-text\.jsonl:1: the field 'text' is missing/u],
    ['broken.jsonl.gz', gzipSync(recordsOf(5)).subarray(0, 60), [], /broken\.jsonl\.gz: broken gzip/u],
    ['no.jsonl.gz', 'no gzip', [], /no\.jsonl\.gz: broken gzip/u],
    ['cut.json', '[{"text":', [], /cut\.json: not JSON/u],
    ['deep.html', '<div>'.repeat(12_000), [], /deep\.html: elements nested/u],
  ];
  test.each(cases)('%s: the rest goes on, exit 3, the reason is kept', async (name, content, ids, reason) => {
    const folder = folderWith({ [`in/${name}`]: content, 'in/iyi.txt': TEXT });
    for (const run of ['first', 'again']) {
      const { code, stderr } = await batch(folder.at('in'), '-o', folder.at('out'));
      expect([run, code, stderr]).toEqual([run, 3, expect.stringMatching(reason)]);
      expect(idsOf(folder.at('out'))).toEqual([...ids, 'iyi.txt'].sort());
      expect(errorsOf(folder.at('out'))).toEqual([
        { id: expect.any(String), code: 'INPUT_INVALID', error: expect.stringMatching(reason) },
      ]);
    }
  });

  test('loops of links and links to nowhere', async () => {
    const folder = folderWith({ 'in/iyi.txt': TEXT });
    symlinkSync('.', folder.at('in/loop'));
    symlinkSync('b.txt', folder.at('in/a.txt'));
    symlinkSync('a.txt', folder.at('in/b.txt'));
    symlinkSync('nowhere', folder.at('in/c.txt'));
    const { code } = await batch(folder.at('in'), '-o', folder.at('out'));
    expect([code, idsOf(folder.at('out'))]).toEqual([3, ['iyi.txt']]);
    expect(errorsOf(folder.at('out')).map(({ error }) => error.replace(/.*in\//u, ''))).toEqual([
      'a.txt: a loop of symbolic links',
      'b.txt: a loop of symbolic links',
      'c.txt: no such file or folder',
      'loop: a loop of symbolic links',
    ]);
  });

  test('more than a screen of failures is counted, all are in the log', async () => {
    const folder = folderWith({ 'in.jsonl': 'x\n'.repeat(50) });
    const { code, stderr } = await batch(folder.at('in.jsonl'), '-o', folder.at('out'));
    expect([code, errorsOf(folder.at('out')).length]).toEqual([3, 50]);
    expect(stderr).toMatch(/and 30 more; all are listed in .*errors\.jsonl\.log/u);
  });
});

describe('what is not to be lost', () => {
  test('an input that has become empty leaves the results as they are', async () => {
    const folder = folderWith({ 'in.jsonl': recordsOf(60) });
    await batch(folder.at('in.jsonl'), '-o', folder.at('out'));
    writeFileSync(folder.at('in.jsonl'), '\n');
    const { code, stderr } = await batch(folder.at('in.jsonl'), '-o', folder.at('out'));
    expect([code, stderr, linesOf(folder.at('out')).length]).toEqual([
      3,
      `kunye: no documents found any more; ${folder.at('out')} is left as it is\n`,
      60,
    ]);
  });

  test('results are no input of their own folder', async () => {
    const folder = folderWith({ 'in.jsonl': recordsOf(60) });
    await batch(folder.at('in.jsonl'), '-o', folder.at('out'));
    const [part] = readdirSync(folder.at('out')).filter((name) => name.endsWith('.jsonl'));
    const { code, stderr } = await batch(folder.at(`out/${part}`), '-o', folder.at('out'));
    expect([code, stderr]).toEqual([2, expect.stringMatching(/is input and output; choose another folder with -o/u)]);
    expect(linesOf(folder.at('out'))).toHaveLength(60);
  });

  test('a glob finds what lies below the output folder, but not the results', async () => {
    const folder = folderWith({ 'haber/a.jsonl': recordsOf(3) });
    for (const time of ['first', 'again']) {
      const { code } = await batch(folder.at('**/*.jsonl'), '-o', folder.path);
      expect([time, code, linesOf(folder.path).length]).toEqual([time, 0, 3]);
    }
  });
});

test.each([
  ['one', '{"text":"Rize"}', ['a.json']],
  ['one in a list', '[{"text":"Rize"}]', ['a.json']],
  ['several', '[{"text":"Rize"},{"text":"Kars"}]', ['a.json[0]', 'a.json[1]']],
  ['none', '[]', []],
])('records of a JSON file have its name, and their place where there are several: %s', async (_, content, ids) => {
  const folder = folderWith({ 'in/a.json': content, 'in/b.txt': TEXT });
  await batch(folder.at('in'), '-o', folder.at('out'));
  expect(idsOf(folder.at('out'))).toEqual([...ids, 'b.txt']);
});

test('a broken JSON file of very many elements fails them, the rest goes on', async () => {
  const folder = folderWith({ 'in/a.json': `[${'1,'.repeat(20_000)}1]`, 'in/b.txt': TEXT });
  const { code } = await batch(folder.at('in'), '-o', folder.at('out'), '--quiet');
  expect([code, idsOf(folder.at('out')), errorsOf(folder.at('out')).length]).toEqual([3, ['b.txt'], 20_001]);
});

test('a document for which the memory does not suffice is given up, found out, and tried again by the next run', async () => {
  const folder = folderWith({
    'in/a.txt': TEXT,
    'in/b.txt': 'Zonguldak, Rize ve Sivas. '.repeat(150_000),
    'in/c.txt': TEXT,
    // They are under way when the worker stops, and must not suffer for it.
    'in/d.jsonl': recordsOf(900),
  });
  const run = async (megabytes) => {
    const execArgv = [`--max-old-space-size=${megabytes}`];
    return (await startBatch([folder.at('in'), '-o', folder.at('out')], { execArgv }).ended).end;
  };
  expect([await run(60), idsOf(folder.at('out'))]).toEqual([3, idsOf(folder.at('out')).filter((id) => id !== 'b.txt')]);
  expect(linesOf(folder.at('out'))).toHaveLength(902);
  expect(errorsOf(folder.at('out'))).toMatchObject([
    { id: 'b.txt', error: expect.stringMatching(/stopped its worker/u) },
  ]);
  expect([await run(4000), idsOf(folder.at('out')).slice(0, 3)]).toEqual([0, ['a.txt', 'b.txt', 'c.txt']]);
  expect(existsSync(folder.at('out/errors.jsonl.log'))).toBe(false);
}, 120_000);

describe('running again', () => {
  test('does only what is not done', async () => {
    const folder = folderWith({ 'in.jsonl': recordsOf(600) });
    await batch(folder.at('in.jsonl'), '-o', folder.at('out'));
    const before = linesOf(folder.at('out'));
    const [part] = readdirSync(folder.at('out')).filter((name) => name.endsWith('.jsonl'));
    rmSync(folder.at(`out/${part}`));
    writeFileSync(folder.at('out/.kunye/tmp-1of1-left.tmp'), 'half a pa');
    await batch(folder.at('in.jsonl'), '-o', folder.at('out'));
    expect(linesOf(folder.at('out'))).toEqual(before);
    const { parts, reused } = manifestOf(folder.at('out')).counts;
    expect(parts - reused).toBe(1);
    expect(readdirSync(folder.at('out/.kunye'))).toEqual(['shards']);
  });

  test.each([
    ['a changed document of the same size and time', (records) => records.replace('4. Selin', '4. Pelin')],
    ['a document more', (records) => `${records}{"id":"yeni","text":"Rize"}\n`],
    ['a document less', (records) => records.replace(/^.*"haber-7".*\n/mu, '')],
  ])('notices %s', async (_, change) => {
    const folder = folderWith({ 'in.jsonl': recordsOf(300), 'new.jsonl': change(recordsOf(300)) });
    await batch(folder.at('in.jsonl'), '-o', folder.at('out'));
    await batch(folder.at('new.jsonl'), '-o', folder.at('fresh'));
    writeFileSync(folder.at('in.jsonl'), readFileSync(folder.at('new.jsonl')));
    await batch(folder.at('in.jsonl'), '-o', folder.at('out'));
    expect(linesOf(folder.at('out'))).toEqual(linesOf(folder.at('fresh')));
    expect(manifestOf(folder.at('out')).counts.reused).toBeGreaterThan(0);
  });

  test('says where a broken line stands now, though its part was done before', async () => {
    const folder = folderWith({ 'in.jsonl': `${recordsOf(300)}{"id":"kirik"\n` });
    await batch(folder.at('in.jsonl'), '-o', folder.at('out'));
    writeFileSync(folder.at('in.jsonl'), `{"id":"yeni","text":"Rize"}\n${readFileSync(folder.at('in.jsonl'), 'utf8')}`);
    await batch(folder.at('in.jsonl'), '-o', folder.at('out'));
    expect(manifestOf(folder.at('out')).counts.reused).toBeGreaterThan(0);
    expect(errorsOf(folder.at('out'))).toEqual([
      { id: 'kirik', code: 'INPUT_INVALID', error: expect.stringMatching(/in\.jsonl:302: not JSON/u) },
    ]);
  });

  test('redoes everything for another list, and drops what the old one gave', async () => {
    const folder = folderWith({ 'in.jsonl': recordsOf(20), 'own.tsv': 'Selin\tORG\n' });
    await batch(folder.at('in.jsonl'), '-o', folder.at('out'));
    await batch(folder.at('in.jsonl'), '-o', folder.at('out'), '--lexicon', folder.at('own.tsv'));
    expect(linesOf(folder.at('out'))).toHaveLength(20);
    expect(manifestOf(folder.at('out')).counts.reused).toBe(0);
  });

  test('leaves the results alone when nothing is found to read', async () => {
    const folder = folderWith({ 'in/a.txt': TEXT, 'none/x.png': '' });
    await batch(folder.at('in'), '-o', folder.at('out'));
    const { code, stderr } = await batch(folder.at('none'), '-o', folder.at('out'));
    expect([code, stderr]).toEqual([3, expect.stringContaining('no documents found')]);
    expect(idsOf(folder.at('out'))).toEqual(['a.txt']);
  });
});

describe('refusals', () => {
  test.each([
    [['in', '-o', 'in'], 2, /input and output/u, 'output over input'],
    [['in'], 2, /right would be -o FOLDER/u, 'no output'],
    [['in', '-o', 'in/a.txt'], 3, /is a file, not a folder/u, 'a file as output'],
    [['in', '-o', 'other'], 3, /mine\.jsonl: is not of a batch/u, "a folder with other people's results"],
    [['in', '-o', 'out', '--shard', '3/2'], 2, /right would be I\/N/u, 'a shard out of range'],
    [['in', '-o', 'out', '--workers', '0'], 2, /from 1 to/u, 'no workers'],
    [['--status', 'in'], 3, /no folder of results/u, 'the status of any folder'],
  ])('%j', async (args, code, message) => {
    const folder = folderWith({ 'in/a.txt': TEXT, 'other/mine.jsonl': '{}' });
    const result = await runCli(
      ['batch', ...args.map((arg) => (/^(?:in|out|other)/u.test(arg) ? folder.at(arg) : arg)), '--no-model'],
      { stdinIsTTY: true },
    );
    expect([result.code, result.stderr]).toEqual([code, expect.stringMatching(message)]);
    expect(existsSync(folder.at('out'))).toBe(false);
  });

  test('another number of shards in the same folder', async () => {
    const folder = folderWith({ 'in/a.txt': TEXT });
    await batch(folder.at('in'), '-o', folder.at('out'), '--shard', '1/2');
    const { code, stderr } = await batch(folder.at('in'), '-o', folder.at('out'));
    expect([code, stderr]).toEqual([3, expect.stringContaining('run with --shard I/2')]);
  });

  test('a part that another machine is doing', async () => {
    const folder = folderWith({ 'in/a.txt': TEXT, 'out/.kunye/x': '' });
    const holder = { token: 'x', host: 'elsewhere', pid: 7, beat: 0 };
    const beat = () => {
      holder.beat++;
      writeFileSync(folder.at('out/.kunye/1of1.lock'), JSON.stringify(holder));
    };
    beat();
    const heart = setInterval(beat, 100);
    const { code, stderr } = await batch(folder.at('in'), '-o', folder.at('out'));
    clearInterval(heart);
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/another run does the same part now \(elsewhere, process 7\)/u),
    ]);
    expect(linesOf(folder.at('out'))).toEqual([]);
  }, 30_000);

  test.each([
    ['', 'an empty lock: its writer was killed'],
    [JSON.stringify({ token: 'x', host: hostname(), pid: 999_999_999, beat: 3 }), 'a lock of a dead process'],
  ])(
    '%j is no refusal: %s',
    async (lock) => {
      const folder = folderWith({ 'in/a.txt': TEXT, 'out/.kunye/1of1.lock': lock });
      expect((await batch(folder.at('in'), '-o', folder.at('out'))).code).toBe(0);
      expect(existsSync(folder.at('out/.kunye/1of1.lock'))).toBe(false);
    },
    30_000,
  );
});

describe('a process that ends early', () => {
  const start = (folder) => startBatch([folder.at('in.jsonl'), '-o', folder.at('out')]);

  test.each([
    ['SIGKILL', 'SIGKILL', 'running'],
    ['SIGINT', 130, 'interrupted'],
    ['SIGTERM', 130, 'interrupted'],
  ])(
    '%s: the same command goes on, nothing twice, nothing lost',
    async (signal, end, state) => {
      const folder = folderWith({ 'in.jsonl': recordsOf(6000, TEXT.repeat(4)) });
      const run = start(folder);
      await untilParts(folder.at('out'));
      run.child.kill(signal);
      const { end: ended, stderr } = await run.ended;
      expect(ended).toBe(end);
      expect(manifestOf(folder.at('out')).state).toBe(state);
      if (signal !== 'SIGKILL') expect(stderr).toMatch(/interrupted after \d+ documents, .* the same command goes on/u);
      const half = idsOf(folder.at('out'));
      expect(half.length).toBeLessThan(6000);
      expect((await start(folder).ended).end).toBe(0);
      expect(manifestOf(folder.at('out')).counts.reused).toBeGreaterThan(0);
      const ids = idsOf(folder.at('out'));
      expect([ids.length, new Set(ids).size]).toEqual([6000, 6000]);
    },
    120_000,
  );
});
