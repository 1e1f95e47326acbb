import { afterAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { projectOf, runNode } from './helpers/project.js';

const PRINT = 'process.stdout.write(JSON.stringify(kunye.recognize("Zonguldak\'a gitti.").places));';
const PLACES = '[{"name":"Zonguldak","count":1}]';

const folder = projectOf(
  {
    'esm.js': `import { Kunye } from 'kunye'; const kunye = await Kunye.load(); ${PRINT}`,
    'import.cjs': `import('kunye').then(async ({ Kunye }) => { const kunye = await Kunye.load(); ${PRINT} });`,
    'require.cjs': `const { Kunye } = require('kunye'); Kunye.load().then((kunye) => { ${PRINT} });`,
    'bytes.js': `import lexicon from 'kunye/lexicon.bin'; import { Kunye } from 'kunye/core'; const kunye = Kunye.from({ lexicon }); ${PRINT}`,
    'bundled.js': `import { readFileSync } from 'node:fs'; import { Kunye } from 'kunye';
      const kunye = await Kunye.load({ lexicon: readFileSync(process.argv[2]), model: false }); ${PRINT}`,
    'wink.js': `import winkNLP from 'wink-nlp'; import model from 'kunye/wink';
      const nlp = winkNLP(model); process.stdout.write(nlp.readDoc("Zonguldak'a gitti.").entities().out().join());`,
    'workers.js': `import { readFileSync } from 'node:fs'; import { fileURLToPath } from 'node:url'; import { isMainThread, Worker, workerData, parentPort } from 'node:worker_threads';
      import { Kunye } from 'kunye';
      if (isMainThread) {
        const bytes = readFileSync(fileURLToPath(import.meta.resolve('kunye/lexicon.bin')));
        const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
        shared.set(bytes);
        const run = () => new Promise((resolve, reject) => new Worker(new URL(import.meta.url), { workerData: shared }).on('message', resolve).on('error', reject));
        process.stdout.write((await Promise.all([run(), run(), run()])).join(';'));
      } else {
        const kunye = Kunye.from({ lexicon: workerData });
        const loaded = await Kunye.load();
        const places = [kunye, loaded].map((one) => one.recognize("Zonguldak'a gitti.").places[0].name);
        parentPort.postMessage(places.join());
      }`,
  },
  ['wink-nlp'],
);
afterAll(() => folder.remove());

test('an ESM program imports it', () => {
  expect(runNode(folder, ['esm.js'])).toBe(PLACES);
});

test('a CommonJS program imports it', () => {
  expect(runNode(folder, ['import.cjs'])).toBe(PLACES);
});

// Asked of a process of its own: Jest's copy of `process` lacks what is newer than Jest.
const requiresEsm = runNode(folder, ['-p', 'process.features.require_module']).trim() === 'true';
(requiresEsm ? test : test.skip)('a CommonJS program requires it where Node.js can (20.19, 22.12 and later)', () => {
  expect(runNode(folder, ['--no-warnings', 'require.cjs'])).toBe(PLACES);
});

test('wink-nlp takes the model as it is', () => {
  expect(runNode(folder, ['wink.js'])).toBe('Zonguldak');
});

test('worker threads share one lexicon and load each their own', () => {
  expect(runNode(folder, ['workers.js'])).toBe('Zonguldak,Zonguldak;Zonguldak,Zonguldak;Zonguldak,Zonguldak');
});

describe('bundled by esbuild', () => {
  const bundle = (entry, options) =>
    build({
      entryPoints: [folder.at(entry)],
      outfile: folder.at(`out/${entry}.mjs`),
      absWorkingDir: folder.path,
      bundle: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'silent',
      ...options,
    });

  test('the core is one file for browsers, lexicon included', async () => {
    const { errors, warnings } = await bundle('bytes.js', { platform: 'browser', loader: { '.bin': 'binary' } });
    expect([...errors, ...warnings]).toEqual([]);
    expect(runNode(folder, ['out/bytes.js.mjs'])).toBe(PLACES);
  });

  test('the library is one file for Node.js, with the lexicon passed in', async () => {
    const { errors, warnings } = await bundle('bundled.js', { platform: 'node' });
    expect([...errors, ...warnings]).toEqual([]);
    const lexicon = runNode(folder, ['-p', "require.resolve('kunye/lexicon.bin')"]).trim();
    expect(runNode(folder, ['out/bundled.js.mjs', lexicon])).toBe(PLACES);
  });
});
