import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/kunye.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kunye-shells-'));
after(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'kunye'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
chmodSync(join(folder, 'kunye'), 0o755);
writeFileSync(join(folder, 'haber.txt'), '');
writeFileSync(join(folder, 'son dakika.txt'), '');

/** What is typed, and what must be among the completions, or must not. */
const ROWS = [
  { typed: 'kunye sche', has: 'schema', why: 'a command' },
  { typed: 'kunye lexicon li', has: 'lint', why: 'a command below a command' },
  { typed: 'kunye --min-s', has: '--min-score', why: 'the default command lends its options' },
  { typed: 'kunye batch --work', has: '--workers', why: 'an option of a command' },
  { typed: 'kunye batch --lexicon x --work', has: '--workers', why: "an option's value is no command" },
  { typed: 'kunye --to spa', has: 'spacy', why: 'a value' },
  { typed: 'kunye check --reporter jun', has: 'junit', why: 'a value of a command' },
  { typed: 'kunye hab', has: 'haber.txt', why: 'a file' },
  { typed: 'kunye --lexicon hab', has: 'haber.txt', why: 'a file as value' },
  { typed: 'kunye son', has: 'son dakika.txt', why: 'a file with a blank in its name' },
  { typed: 'kunye batch son', has: 'son dakika.txt', why: 'so for a command' },
  { typed: 'kunye --lexicon son', has: 'son dakika.txt', why: 'and as value' },
  { typed: 'kunye help exit', has: 'exit-codes', why: 'a topic' },
  { typed: 'kunye help bat', has: 'batch', why: 'help on a command' },
  { typed: 'kunye completion z', has: 'zsh', why: 'a shell' },
  { typed: 'kunye completion hab', hasNot: 'haber.txt', why: 'a file is no shell' },
  { typed: 'kunye schema --work', hasNot: '--workers', why: "another command's option" },
];

const run = (command, args, input) => {
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, TERM: 'dumb', HOME: folder };
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    input,
    timeout: 20000,
  });
  assert.equal(status, 0, stderr);
  return stdout;
};

const SHELLS = {
  bash: (typed) => {
    const words = typed.split(' ');
    const script = `eval "$(kunye completion bash)"; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _kunye; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return run('bash', ['--norc', '-c', script]).split('\n');
  },
  fish: (typed) =>
    run('fish', ['--no-config', '-c', `kunye completion fish | source; complete -C '${typed}'`])
      .split('\n')
      .map((line) => line.split('\t')[0]),
  // zsh completes at a prompt alone; here its script runs in zsh with the builtins that only a prompt has written out: they print what is offered.
  zsh: (typed) => {
    const words = typed.split(' ');
    const last = words.at(-1);
    const script = `
      compdef() { }
      _message() { }
      compadd() { shift; print -rl -- "$@" }
      _describe() { local name=$argv[-1] entry; for entry in \${(P)name}; do print -r -- \${entry%%:*}; done }
      _files() { print -rl -- *(N) }
      eval "$(kunye completion zsh)"
      words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}
      _kunye`;
    return run('zsh', ['-f', '-c', script])
      .split('\n')
      .filter((word) => word.startsWith(last));
  },
};

for (const [shell, complete] of Object.entries(SHELLS)) {
  const missing = spawnSync(shell, ['--version']).status !== 0;
  describe(`completion in ${shell}`, { skip: missing ? `no ${shell} here (apt-get install ${shell})` : false }, () => {
    for (const { typed, has, hasNot, why } of ROWS) {
      test(`${typed}: ${why}`, () => {
        const found = complete(typed);
        if (has) assert.ok(found.includes(has), `${has} is not among ${found.join(' ')}`);
        else assert.ok(!found.includes(hasNot), `${hasNot} is among ${found.join(' ')}`);
      });
    }
  });
}
