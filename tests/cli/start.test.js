import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { folderOf, runCli } from '../helpers/cli.js';
import { ROOT } from '../helpers/project.js';

/** The command line as it is installed, with compiled code of this version of Node.js; its files can be spoilt. */
const copy = folderOf({ 'haber.txt': "Vali Ece Tan, Ankara'da konuştu.", 'haber.html': '<p>Bursa soğuk.</p>' });
const BIN = copy.at('bin/kunye.js');
const BUNDLE = copy.at('dist/bundle/main.cjs');
const COMPILED = `${BUNDLE}.${process.version}-${process.arch}`;
const REPORT_REJECTED = `
  const vm = require('node:vm');
  vm.Script = class extends vm.Script {
    constructor(...given) {
      super(...given);
      process.on('exit', () => process.stderr.write('rejected: ' + this.cachedDataRejected));
    }
  };`;

function runNode(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy.path, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

beforeAll(() => {
  for (const name of ['bin', 'dist/bundle']) cpSync(`${ROOT}${name}`, copy.at(name), { recursive: true });
  for (const name of ['dist/lexicon.bin', 'dist/report', 'models', 'node_modules', 'package.json'])
    symlinkSync(`${ROOT}${name}`, copy.at(name));
  writeFileSync(copy.at('report-rejected.cjs'), REPORT_REJECTED);
  runNode(['--require', `${ROOT}scripts/keep-compiled.cjs`, BIN, 'haber.txt']);
  copyFileSync(COMPILED, copy.at('compiled'));
});
afterAll(() => copy.remove());

describe('compiled code', () => {
  test('is used when it is there', () => {
    const { stderr } = runNode(['--require', copy.at('report-rejected.cjs'), BIN, 'haber.txt']);
    expect(stderr).toBe('rejected: false');
  });

  test.each([
    ['none', () => rmSync(COMPILED)],
    ['nothing in it', () => truncateSync(COMPILED, 0)],
    ['cut short', () => truncateSync(COMPILED, 1000)],
    ['garbage', () => writeFileSync(COMPILED, 'no code')],
  ])('is not needed: %s', (_, spoil) => {
    const expected = runNode([BIN, 'haber.txt']);
    spoil();
    const seen = runNode([BIN, 'haber.txt']);
    copyFileSync(copy.at('compiled'), COMPILED);
    expect(JSON.parse(expected.stdout).people).toEqual([{ name: 'Ece Tan', count: 1, roles: ['Vali'] }]);
    expect(seen).toEqual(expected);
  });
});

test('the bundle is ASCII: its bytes are taken for its characters', () => {
  expect(readFileSync(BUNDLE).findIndex((byte) => byte > 127)).toBe(-1);
});

test.each([
  ['a short text', ['--no-model'], 'Bursa soğuk.', false],
  ['a long text', ['--no-model'], 'Bursa soğuk. '.repeat(5000), true],
  ['several texts', ['--no-model', '--from', 'jsonl'], '{"text":"Bursa"}\n{"text":"İzmir"}\n', true],
  ['another command', ['lexicon', 'why', 'Bursa'], '', true],
])('code is optimized for more than a short text: %s', async (_, args, stdin, expected) => {
  let told = false;
  await runCli(args, {
    stdin,
    expectWork: () => {
      told = true;
    },
  });
  expect(told).toBe(expected);
});

// What one command alone loads is loaded from the bundle as well.
test.each([
  [['--to', 'jsonl', `${ROOT}fixtures/articles`]],
  [['--version']],
  [['--help']],
  [['help', 'exit-codes']],
  [['--nothing']],
  [['--to', 'pretty', 'haber.txt']],
  [['--to', 'csv', '--no-model', 'haber.txt']],
  [['--from', 'html', 'haber.html']],
  [['explain', '--text', 'Deniz Baykal geldi.']],
  [['lexicon', 'why', 'Ankara']],
  [['schema']],
  [['completion', 'zsh']],
])('%p does from the bundle what it does from the modules', async (args) => {
  const there = args.map((arg) => (arg.startsWith('haber.') ? copy.at(arg) : arg));
  const { code, stdout, stderr } = await runCli(there);
  expect(runNode([BIN, ...there])).toEqual({ code, stdout, stderr });
});

test('batch, its workers and report run from the bundle', () => {
  const batch = runNode([BIN, 'batch', 'haber.txt', '-o', 'sonuc', '--quiet']);
  expect([batch.code, batch.stderr]).toEqual([0, '']);
  const [part] = readdirSync(copy.at('sonuc')).filter((name) => name.endsWith('.jsonl'));
  expect(JSON.parse(readFileSync(copy.at(`sonuc/${part}`), 'utf8')).people).toEqual([
    { name: 'Ece Tan', count: 1, roles: ['Vali'] },
  ]);
  const report = runNode([BIN, 'report', 'sonuc', '-o', '-', '--quiet']);
  expect([report.code, report.stderr, report.stdout.slice(0, 15)]).toEqual([0, '', '<!doctype html>']);
});
