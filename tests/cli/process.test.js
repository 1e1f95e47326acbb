import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { folderOf } from '../helpers/cli.js';

const BIN = fileURLToPath(new URL('../../bin/kunye.js', import.meta.url));
/** Without the tagger, which takes time to load. */
const LISTS = ['--no-model'];
const RECORD = '{"text":"Ankara soğuk."}\n';

/** Starts the program itself; what only a real process shows is tested here. */
function start(args, stdio = ['pipe', 'pipe', 'pipe']) {
  const child = spawn(process.execPath, [BIN, ...args], { stdio });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'])
    child[name]?.setEncoding('utf8').on('data', (text) => (written[name] += text));
  child.stdin?.on('error', () => {});
  return { child, written, ended: once(child, 'close').then(([code, signal]) => ({ code, signal, ...written })) };
}

test('prints JSON for a text on stdin', async () => {
  const { child, ended } = start(LISTS);
  child.stdin.end('Ankara soğuk.');
  const { code, stdout, stderr } = await ended;
  expect([code, stderr, JSON.parse(stdout).places]).toEqual([0, '', [{ name: 'Ankara', count: 1 }]]);
});

test('answers a line before the next one comes', async () => {
  const { child, ended } = start([...LISTS, '--from', 'jsonl']);
  child.stdin.write(RECORD);
  const [answer] = await once(child.stdout, 'data');
  expect(JSON.parse(answer).places).toHaveLength(1);
  child.stdin.end();
  expect((await ended).code).toBe(0);
});

test('ends quietly when nobody reads any more', async () => {
  const { child, ended } = start([...LISTS, '--from', 'jsonl']);
  const feed = () => {
    while (child.stdin.writable && child.stdin.write(RECORD));
  };
  child.stdin.on('drain', feed);
  feed();
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([0, '']);
});

test('help that nobody reads is no error', async () => {
  const { child, ended } = start(['--help']);
  child.stdout.destroy();
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([0, '']);
});

test('stops at Ctrl-C', async () => {
  const { child, ended } = start([...LISTS, '--from', 'jsonl']);
  child.stdin.write(RECORD);
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  const { code, signal, stderr } = await ended;
  // A shell shows a program that died of SIGINT as 130.
  expect([code, signal, stderr]).toEqual([null, 'SIGINT', '']);
});

const onDisk = existsSync('/dev/full') ? test : test.skip;
onDisk('a full disk is an error of one line', async () => {
  const { child, ended } = start(LISTS, ['pipe', openSync('/dev/full', 'w'), 'pipe']);
  child.stdin.end('Ankara');
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([3, 'kunye: the output cannot be written: no space left on the disk\n']);
});

const hasShell = process.platform === 'win32' ? test.skip : test;
hasShell('waits for a slow writer and a slow reader on descriptors that do not block', async () => {
  const records = 3000;
  const writer = spawn('sh', ['-c', `sleep 1; yes '${RECORD.trim()}' | head -n ${records}`]);
  const reader = spawn('sh', ['-c', 'sleep 2; wc -l']);
  // Another program that shares the descriptors makes them so.
  const sharing = `"$0" -e 'process.stdin; process.stdout; setTimeout(() => {}, 60000)' <&3`;
  const script = `exec 3<&0; ${sharing} & sleep 0.5; "$0" "$@"; code=$?; kill $!; exit $code`;
  const child = spawn('sh', ['-c', script, process.execPath, BIN, ...LISTS, '--from', 'jsonl'], {
    stdio: [writer.stdout, reader.stdin, 'inherit'],
  });
  writer.stdout.destroy();
  reader.stdin.destroy();
  const [[lines], [code]] = await Promise.all([once(reader.stdout, 'data'), once(child, 'close')]);
  expect([Number(lines), code]).toEqual([records, 0]);
});

hasShell('an output may be a pipe, by its name', async () => {
  const folder = folderOf({ 'a.tsv': 'Zambak Evi\tORG\n' });
  const command = ['lexicon', 'compile', folder.at('a.tsv'), '-o', '/dev/stdout'];
  const shell = spawn('sh', [
    '-c',
    '{ "$0" "$@" 2>&1 >&3 | cat >&2; } 3>&1 | wc -c',
    process.execPath,
    BIN,
    ...command,
  ]);
  const [[bytes], [message]] = await Promise.all([once(shell.stdout, 'data'), once(shell.stderr, 'data')]);
  folder.remove();
  expect([Number(bytes) > 0, String(message)]).toEqual([true, 'kunye: /dev/stdout: 1 entry\n']);
});

hasShell.each([
  [['--from', 'text'], 'as one text'],
  [['--from', 'jsonl'], 'as lines'],
])('a folder on stdin is no empty text: %j, %s', async (args) => {
  const { code, stdout, stderr } = await start([...LISTS, ...args], [openSync('.', 'r'), 'pipe', 'pipe']).ended;
  expect([code, stdout, stderr]).toEqual([3, '', 'kunye: <stdin>: is a folder, not a file\n']);
});

test('works with stdin closed', async () => {
  const { ended } = start(LISTS, ['ignore', 'pipe', 'pipe']);
  const { code, stdout, stderr } = await ended;
  expect([code, stderr, JSON.parse(stdout).entities]).toEqual([0, '', []]);
});
