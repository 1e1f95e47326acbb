import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kunye-package-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (command, args, { cwd = folder, input = '' } = {}) => {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd, encoding: 'utf8', input, maxBuffer: 1e8 });
  assert.equal(status, 0, `${command} ${args.join(' ')}: ${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  return stdout;
};

/** What npm packs: sizes and files. The build has been run by `npm test`. */
const pack = () => {
  const report = JSON.parse(
    run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: ROOT }),
  );
  return Array.isArray(report) ? report[0] : Object.values(report)[0];
};

const ARTICLE = "Yasemin Korkmaz, Zonguldak'a gitti.\n";

/** Written from docs/api.md alone. */
const PROGRAMS = {
  'plain.js': `import { Kunye } from 'kunye';
const kunye = await Kunye.load();
console.log(kunye.recognize(${JSON.stringify(ARTICLE)}).entities.map(({ type, name }) => type + ' ' + name).join(', '));
`,
  'typed.ts': `import { type Doc, Kunye } from 'kunye';
const kunye: Kunye = await Kunye.load();
const doc: Doc = kunye.recognize(${JSON.stringify(ARTICLE)});
const names: string[] = doc.entities.map(({ type, name }) => \`\${type} \${name}\`);
console.log(names.join(', '));
`,
  'wink.js': `import winkNLP from 'wink-nlp';
import model from 'kunye/wink';
const nlp = winkNLP(model);
console.log(nlp.readDoc(${JSON.stringify(ARTICLE)}).entities().out(nlp.its.detail).map(({ type, value }) => type + ' ' + value).join(', '));
`,
};
const FOUND = 'PER Yasemin Korkmaz, LOC Zonguldak\n';

describe('the package', () => {
  let packed;
  before(() => {
    packed = pack();
  });

  test('is under 15 MB unpacked', () => {
    assert.ok(packed.unpackedSize < 15e6, `${packed.unpackedSize} bytes`);
  });

  test('holds what runs and what licences ask for, nothing else', () => {
    const allowed =
      /^(?:dist\/.*\.(?:js|d\.ts|bin|html|json)|dist\/bundle\/main\.cjs(?:\.v.*)?|bin\/(?:kunye\.js|package\.json)|models\/.*|lexicons\/SOURCES\.md|README\.md|LICENSE|NOTICE|package\.json)$/u;
    assert.deepEqual(
      packed.files.map(({ path }) => path).filter((path) => !allowed.test(path)),
      [],
    );
    const needed = [
      'dist/index.js',
      'dist/core.js',
      'dist/wink/index.js',
      'dist/lexicon.bin',
      'dist/bundle/main.cjs',
      'models/news.kunye',
      'LICENSE',
      'NOTICE',
    ];
    const paths = new Set(packed.files.map(({ path }) => path));
    assert.deepEqual(
      needed.filter((path) => !paths.has(path)),
      [],
    );
  });

  test('is clean for publint', () => {
    run('npx', ['--no-install', 'publint', '--strict', join(folder, packed.filename)], { cwd: ROOT });
  });

  test('has types that are right for every way of importing that it supports', () => {
    run('npx', ['--no-install', 'attw', join(folder, packed.filename)], { cwd: ROOT });
  });
});

const online = spawnSync('npm', ['ping'], { timeout: 20000 }).status === 0;
describe('installed in an empty folder', { skip: online ? false : 'npm reaches no registry' }, () => {
  before(() => {
    const { filename } = pack();
    for (const [name, program] of Object.entries(PROGRAMS)) writeFileSync(join(folder, name), program);
    writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}');
    run('npm', ['install', '--no-audit', '--no-fund', `./${filename}`]);
  });

  test('npx kunye reads stdin', () => {
    assert.equal(JSON.parse(run('npx', ['kunye'], { input: ARTICLE })).people[0].name, 'Yasemin Korkmaz');
  });

  test('npx kunye knows its version and its topics', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    assert.equal(run('npx', ['kunye', '--version']), `${version}\n`);
    assert.match(run('npx', ['kunye', 'help', 'exit-codes']), /^Exit codes/u);
  });

  for (const name of ['plain.js', 'wink.js'])
    test(`${name} runs`, () => {
      assert.equal(run(process.execPath, [name]), FOUND);
    });

  test('typed.ts compiles and runs', () => {
    const options = [
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--types',
      'node',
      '--typeRoots',
      join(ROOT, 'node_modules/@types'),
    ];
    run(join(ROOT, 'node_modules/.bin/tsc'), [...options, 'typed.ts']);
    assert.equal(run(process.execPath, ['typed.js']), FOUND);
  });

  for (const major of [20, 22, 24]) {
    describe(`Node.js ${major}`, () => {
      let node;
      before(() => {
        const home = join(folder, `node-${major}`);
        run('npm', ['install', '--no-audit', '--no-fund', '--prefix', home, `node@${major}`]);
        node = join(home, 'node_modules/node/bin/node');
        assert.match(run(node, ['--version']), new RegExp(`^v${major}\\.`, 'u'));
      });

      for (const name of ['plain.js', 'wink.js'])
        test(`${name} runs`, () => {
          assert.equal(run(node, [name]), FOUND);
        });

      test('the command line runs', () => {
        const kunye = join(folder, 'node_modules/kunye/bin/kunye.js');
        assert.equal(JSON.parse(run(node, [kunye], { input: ARTICLE })).places[0].name, 'Zonguldak');
      });

      const own = process.versions.node.startsWith(`${major}.`);
      test('the tests pass', { skip: own ? 'npm test runs on this version' : false }, () => {
        const jest = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--silent'];
        run(node, ['--experimental-vm-modules', '--no-warnings', ...jest], { cwd: ROOT });
      });

      if (major >= 22)
        test('require works in CommonJS', () => {
          writeFileSync(
            join(folder, 'required.cjs'),
            `const { Kunye } = require('kunye'); console.log(typeof Kunye.load);`,
          );
          assert.equal(run(node, ['--no-warnings', 'required.cjs']), 'function\n');
        });
    });
  }
});
