// What the machine may do to kunye batch: a full disk, a file nobody may read, two runs at once.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { errorsOf, idsOf, linesOf, manifestOf, recordsOf, startBatch, TEXT, untilParts } from '../helpers/batch.js';
import { folderOf, runCli } from '../helpers/cli.js';

let made = [];
let mounted = [];
afterEach(() => {
  for (const path of mounted) execFileSync('umount', [path]);
  for (const folder of made) folder.remove();
  mounted = [];
  made = [];
});
const folderWith = (files) => {
  const folder = folderOf(files);
  made.push(folder);
  return folder;
};

/** Does a command run here? */
function runs(command, ...args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const canMount = (() => {
  const folder = folderOf();
  const can = runs('mount', '-t', 'tmpfs', '-o', 'size=64k', 'none', folder.path);
  if (can) execFileSync('umount', [folder.path]);
  folder.remove();
  return can;
})();
const onSmallDisk = canMount ? test : test.skip;

describe(`a full disk${canMount ? '' : ' (skipped: needs the right to mount one)'}`, () => {
  const smallDisk = (path, size) => {
    mkdirSync(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', path]);
    mounted.push(path);
  };
  const run = (folder, ...args) =>
    runCli(['batch', ...args, '-o', folder.at('out'), '--workers', '2', '--no-model'], { stdinIsTTY: true });

  onSmallDisk('what does not fit is named, the rest goes on, and the same command goes on from there', async () => {
    const folder = folderWith({ 'in/a.jsonl': recordsOf(40, TEXT.repeat(200)), 'in/b.jsonl': '' });
    writeFileSync(folder.at('in/b.jsonl'), recordsOf(300).replaceAll('haber-', 'kisa-'));
    smallDisk(folder.at('out'), '700k');
    const { code, stderr } = await run(folder, folder.at('in'));
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/a\.jsonl:\d+: its result could not be written \(ENOSPC/u),
    ]);
    expect(stderr).toMatch(/no space left on the disk; what is done stays: free some space and run the same command/u);
    expect(idsOf(folder.at('out')).filter((id) => id.startsWith('kisa-')).length).toBeGreaterThan(100);
    expect(idsOf(folder.at('out')).length).toBeLessThan(340);
    expect(manifestOf(folder.at('out')).state).not.toBe('complete');
    execFileSync('mount', ['-o', 'remount,size=30m', folder.at('out')]);
    expect((await run(folder, folder.at('in'))).code).toBe(0);
    expect(manifestOf(folder.at('out'))).toMatchObject({ state: 'complete', counts: { lines: 340, failed: 0 } });
    expect(manifestOf(folder.at('out')).counts.reused).toBeGreaterThan(0);
    expect(new Set(idsOf(folder.at('out'))).size).toBe(340);
    expect(existsSync(folder.at('out/errors.jsonl.log'))).toBe(false);
  });

  onSmallDisk('when nothing fits any more, the run ends before it has tried everything', async () => {
    const folder = folderWith({ 'in.jsonl': recordsOf(4000, TEXT.repeat(5)) });
    smallDisk(folder.at('out'), '256k');
    const { code, stderr } = await run(folder, folder.at('in.jsonl'));
    expect([code, stderr]).toEqual([3, expect.stringContaining('no space left on the disk')]);
    execFileSync('mount', ['-o', 'remount,size=30m', folder.at('out')]);
    expect((await run(folder, folder.at('in.jsonl'))).code).toBe(0);
    expect(new Set(idsOf(folder.at('out'))).size).toBe(4000);
  });
});

/** How to run a process that heeds file permissions: root does not, unless it gives up its privileges. */
const bound = process.getuid() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] : [];
const heedsPermissions = process.platform !== 'win32' && (bound.length === 0 || runs(...bound, 'true'));

describe(`a file nobody may read${heedsPermissions ? '' : ' (skipped: root, and no setpriv)'}`, () => {
  const unreadable = ['a.txt', 'b.jsonl', 'c.json', 'd.html', 'e.txt.gz', 'f.jsonl.gz'];
  (heedsPermissions ? test : test.skip)(
    'fails, the rest goes on, and once it can be read it is done',
    async () => {
      const folder = folderWith({ 'in/iyi.txt': TEXT });
      for (const name of unreadable) writeFileSync(folder.at(`in/${name}`), recordsOf(1), { mode: 0 });
      mkdirSync(folder.at('in/klasor'), { mode: 0 });
      const run = () => startBatch([folder.at('in'), '-o', folder.at('out')], { wrap: bound }).ended;
      for (const time of ['first', 'again']) {
        expect([time, (await run()).end, idsOf(folder.at('out'))]).toEqual([time, 3, ['iyi.txt']]);
        const failures = errorsOf(folder.at('out')).sort((a, b) => (a.error < b.error ? -1 : 1));
        expect(failures).toEqual(
          [...unreadable, 'klasor'].map((name) => ({
            id: expect.any(String),
            code: 'INPUT_UNREADABLE',
            error: `${folder.at(`in/${name}`)}: no permission to read it`,
          })),
        );
      }
      chmodSync(folder.at('in/a.txt'), 0o600);
      expect([(await run()).end, idsOf(folder.at('out'))]).toEqual([3, ['a.txt', 'iyi.txt']]);
      expect(errorsOf(folder.at('out'))).toHaveLength(unreadable.length);
    },
    60_000,
  );
});

describe(`a results folder nobody may write${heedsPermissions ? '' : ' (skipped: root, and no setpriv)'}`, () => {
  const DEAD = JSON.stringify({ token: 'x', host: 'x', pid: 1, beat: 1 });
  (heedsPermissions ? test : test.skip).each([
    ['with no lock', undefined],
    ["with a dead run's lock", DEAD],
  ])(
    '%s: said at once',
    async (_, lock) => {
      const folder = folderWith({ 'in/iyi.txt': TEXT, 'out/.kunye/shards': '1' });
      if (lock) writeFileSync(folder.at('out/.kunye/1of1.lock'), lock);
      chmodSync(folder.at('out/.kunye'), 0o500);
      const { end, stderr } = await startBatch([folder.at('in'), '-o', folder.at('out')], { wrap: bound }).ended;
      chmodSync(folder.at('out/.kunye'), 0o700);
      expect([end, stderr]).toEqual([3, `kunye: ${folder.at('out')}: no permission to write here\n`]);
    },
    60_000,
  );
});

describe('two runs at once', () => {
  const corpus = () => folderWith({ 'in.jsonl': recordsOf(8000, TEXT.repeat(30)) });
  const start = (folder) => startBatch([folder.at('in.jsonl'), '-o', folder.at('out'), '--quiet']);

  test('into the same folder: one is refused, the other does it all', async () => {
    const folder = corpus();
    const ends = await Promise.all([start(folder).ended, start(folder).ended]);
    const [done, refused] = ends.sort((a, b) => a.end - b.end);
    expect([done.end, done.stderr]).toEqual([0, '']);
    expect([refused.end, refused.stderr]).toEqual([
      3,
      expect.stringMatching(/^kunye: another run does the same part now \(.*, process \d+\); wait for it, or stop it/u),
    ]);
    const ids = idsOf(folder.at('out'));
    expect([ids.length, new Set(ids).size]).toEqual([8000, 8000]);
    expect(manifestOf(folder.at('out'))).toMatchObject({ state: 'complete', counts: { lines: 8000 } });
  }, 180_000);

  test('one that stood still for long gives way to the other that took over', async () => {
    const folder = corpus();
    const stopped = start(folder);
    await untilParts(folder.at('out'));
    stopped.child.kill('SIGSTOP');
    const other = await start(folder).ended;
    stopped.child.kill('SIGCONT');
    expect([other.end, other.stderr]).toEqual([0, '']);
    expect(await stopped.ended).toEqual({ end: 3, stderr: expect.stringContaining('another run has taken over') });
    expect(new Set(idsOf(folder.at('out'))).size).toBe(8000);
    expect(linesOf(folder.at('out'))).toHaveLength(8000);
  }, 240_000);
});
