import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { main } from '../../dist/cli/main.js';

/**
 * Runs the command line in this process; gives what it wrote and its exit code.
 * @param stdin text, bytes, or a stream
 */
export async function runCli(
  args,
  { stdin = '', env = {}, isTTY = false, columns, stdinIsTTY = false, onStdout, expectWork } = {},
) {
  const written = { stdout: [], stderr: [] };
  const sink = (name) =>
    Object.assign(
      new Writable({
        write(chunk, _, done) {
          written[name].push(Buffer.from(chunk));
          if (name === 'stdout') onStdout?.(Buffer.from(chunk).toString('utf8'));
          done();
        },
      }),
      { isTTY, columns },
    );
  const input = stdin instanceof Readable ? stdin : Readable.from(stdin.length === 0 ? [] : [Buffer.from(stdin)]);
  const code = await main({
    argv: ['node', 'kunye', ...args],
    env,
    stdin: Object.assign(input, { isTTY: stdinIsTTY }),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    ...(expectWork && { expectWork }),
  });
  return {
    code,
    stdout: Buffer.concat(written.stdout).toString('utf8'),
    stderr: Buffer.concat(written.stderr).toString('utf8'),
  };
}

/** Makes a named pipe, which nobody writes to: reading it would never end. */
export function makePipe(path) {
  execFileSync('mkfifo', [path]);
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
