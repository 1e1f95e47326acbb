import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commentExamples, consoleSteps, fencedBlocks, withChecks } from './helpers/examples.js';
import { projectOf, ROOT, runNode } from './helpers/project.js';

/** A fence that says this is shown, not run: it installs, needs a cluster, or never ends. */
const NOT_RUN = 'norun';

const ARTICLE = `Yasemin Korkmaz, Zonguldak'a gitti. Korkmaz, Sağlık Bakanlığına seslendi.\n`;
const TAGGED = {
  tokens: ['Yasemin', 'Korkmaz', "Zonguldak'a", 'gitti', '.'],
  tags: ['B-PER', 'I-PER', 'B-LOC', 'O', 'O'],
};

const GOLD = {
  id: '1',
  text: ARTICLE,
  entities: [
    { type: 'PER', start: 0, end: 15, text: 'Yasemin Korkmaz' },
    { type: 'LOC', start: 17, end: 26, text: 'Zonguldak' },
    { type: 'PER', start: 36, end: 43, text: 'Korkmaz' },
    { type: 'ORG', start: 45, end: 63, text: 'Sağlık Bakanlığına' },
  ],
};

/** The list that the page on lists begins with: its commands are run with that very list. */
const LIST = fencedBlocks(readFileSync(join(ROOT, 'docs/lexicons.md'), 'utf8'))[0].code;

/** What the commands of the documentation find in their folder. */
const FILES = {
  'haber.txt': ARTICLE,
  'haberler/bir.txt': ARTICLE,
  'haberler/iki.txt': "Sivas'ta kar yağdı.\n",
  'articles/bir.txt': ARTICLE,
  'akis.jsonl': `${JSON.stringify({ id: '1', text: ARTICLE })}\n`,
  'gold.jsonl': `${JSON.stringify(GOLD)}\n`,
  'gold.conll': `${TAGGED.tokens.map((token, i) => `${token}\t${TAGGED.tags[i]}`).join('\n')}\n`,
  'adlar.tsv': LIST,
};

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(`${ROOT}docs`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

function shell(folder, command) {
  // A reader's shell, not a CI: `check --update` is refused there.
  const { CI, ...reader } = process.env;
  const env = { ...reader, PATH: `${folder.at('bin')}:${process.env.PATH}`, NO_COLOR: '1' };
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], {
    cwd: folder.path,
    env,
    encoding: 'utf8',
    input: '',
  });
}

/** The commands a block starts with that this machine lacks. */
function missingTools(code) {
  const tools = new Set(code.match(/(?<![\w./-])(?:jq|sbatch|parallel|zsh|fish|man)(?= )/gu));
  return [...tools].filter((tool) => spawnSync('bash', ['-c', `command -v ${tool}`]).status !== 0);
}

describe.each(documents)('%s', (file) => {
  const blocks = fencedBlocks(readFileSync(join(ROOT, file), 'utf8')).filter(({ note }) => note !== NOT_RUN);
  let folder;

  beforeAll(() => {
    folder = projectOf(FILES, ['wink-nlp', '@types/node']);
    mkdirSync(folder.at('bin'));
    const programs = {
      kunye: `exec "${process.execPath}" "${ROOT}bin/kunye.js" "$@"`,
      npm: `echo "a block that installs is fenced with '${NOT_RUN}'" >&2; exit 1`,
    };
    for (const [name, script] of Object.entries({ ...programs, npx: programs.npm })) {
      writeFileSync(folder.at(`bin/${name}`), `#!/bin/sh\n${script}\n`);
      chmodSync(folder.at(`bin/${name}`), 0o755);
    }
  });
  afterAll(() => folder.remove());

  test('has no fence that is left open or says what is not known', () => {
    const known = ['', NOT_RUN];
    const all = fencedBlocks(readFileSync(join(ROOT, file), 'utf8'));
    expect(all.filter(({ note }) => !known.includes(note))).toEqual([]);
  });

  test('leads somewhere with every link inside the project', () => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/gu)].map(([, target]) => target);
    expect(targets.filter((target) => !existsSync(join(ROOT, dirname(file), target)))).toEqual([]);
  });

  for (const { code, line } of blocks.filter(({ language }) => language === 'sh')) {
    const missing = missingTools(code);
    const run = missing.length === 0 ? test : test.skip;
    run(`line ${line} runs${missing.length === 0 ? '' : ` (skipped: no ${missing.join(', ')} here)`}`, () => {
      const { status, stderr } = shell(folder, code);
      expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    });
  }

  for (const { code, line } of blocks.filter(({ language }) => language === 'console')) {
    test.each(consoleSteps(code))(`line ${line}: $ $command`, ({ command, output }) => {
      const { stdout, stderr } = shell(folder, command);
      if (output !== '') expect((stdout + stderr).trimEnd()).toBe(output);
      else expect(stderr).toBe('');
    });
  }

  for (const { code, line, language } of blocks.filter(({ language }) => language === 'js' || language === 'ts')) {
    test(`line ${line} does what it says`, () => {
      const name = `example-${line}`;
      writeFileSync(folder.at(`${name}.${language}`), withChecks(code, language));
      if (language === 'ts') {
        const options = '--strict --module nodenext --target es2022 --types node --skipLibCheck';
        const { stdout } = shell(folder, `"${ROOT}node_modules/.bin/tsc" ${options} ${name}.ts || true`);
        expect(stdout).toBe('');
      }
      expect(() => runNode(folder, [`${name}.js`])).not.toThrow();
    });
  }
});

describe('examples of doc comments', () => {
  const sources = readdirSync(`${ROOT}src`, { recursive: true }).filter((file) => file.endsWith('.ts'));
  const examples = sources.flatMap((file) =>
    commentExamples(readFileSync(join(ROOT, 'src', file), 'utf8')).map((example) => ({ file, ...example })),
  );
  let folder;
  beforeAll(() => {
    folder = projectOf({}, ['wink-nlp']);
  });
  afterAll(() => folder.remove());

  test('there are some', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  test.each(examples)('src/$file:$line does what it says', ({ code, line, file }) => {
    const name = `${file.replaceAll('/', '-')}-${line}.js`;
    writeFileSync(folder.at(name), withChecks(code));
    expect(() => runNode(folder, [name])).not.toThrow();
  });
});

test('a wrong example is found', () => {
  const folder = projectOf({ 'wrong.js': withChecks('1 + 1; // => 3') });
  expect(() => runNode(folder, ['wrong.js'])).toThrow(/ended with 1/u);
  folder.remove();
});
