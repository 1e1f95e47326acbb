import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { main } from '../../dist/cli/main.js';

/** Runs the command line in this process; gives what it wrote and its exit code. */
export async function runCli(args, { stdin = '', env = {}, isTTY = false } = {}) {
  const written = { stdout: [], stderr: [] };
  const sink = (name) =>
    Object.assign(
      new Writable({
        write(chunk, _, done) {
          written[name].push(Buffer.from(chunk));
          done();
        },
      }),
      { isTTY },
    );
  const code = await main({
    argv: ['node', 'kunye', ...args],
    env,
    stdin: Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
  });
  return {
    code,
    stdout: Buffer.concat(written.stdout).toString('utf8'),
    stderr: Buffer.concat(written.stderr).toString('utf8'),
  };
}

/** Makes a temporary folder holding files, given as `{name: content}`; `at(name)` is a file's path. */
export function folderOf(files = {}) {
  const path = mkdtempSync(join(tmpdir(), 'kunye-test-'));
  const at = (name) => join(path, name);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  }
  return { path, at, remove: () => rmSync(path, { recursive: true, force: true }) };
}
