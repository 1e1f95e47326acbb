// Joins the command line into one script, dist/bundle/main.cjs, and keeps the code compiled by reading an article beside it: loading a
// hundred modules and compiling them takes longer than reading the article. Workers have a module of their own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = `${root}dist/bundle`;
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
// commander is needed by every command; other packages stay where they are.
const { commander, ...external } = dependencies;

rmSync(bundle, { recursive: true, force: true });
mkdirSync(bundle);
await buildScript();
await buildWorker();
keepCompiled();

/** Joins all commands and commander; bin/kunye.js calls the function which the script is. */
async function buildScript() {
  const licence = readFileSync(`${root}node_modules/commander/LICENSE`, 'utf8');
  const { outputFiles } = await build({
    ...options('dist/cli/main.js', 'main.cjs'),
    format: 'cjs',
    write: false,
    define: { 'import.meta.url': 'place.url', 'import.meta.dirname': 'place.folder' },
    banner: {
      js: `/*! With commander ${commander} (https://github.com/tj/commander.js):\n\n${licence}*/
(function (require, importPackage, place) {'use strict';const module = {};`,
    },
    footer: { js: 'return module.exports;})' },
    plugins: [withoutPrograms()],
  });
  const [{ path, text }] = outputFiles;
  // A script cannot import by itself.
  writeFileSync(path, toAscii(text.replaceAll('import("', 'importPackage("')));
}

/** Escapes the letters of regular expressions, as esbuild does those of strings: ASCII is read and held at one byte a character. */
function toAscii(text) {
  return text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The thread's code is started by its file, beside what starts it. */
async function buildWorker() {
  await build({ ...options('dist/cli/batch/worker.js', 'worker.js'), format: 'esm' });
}

function options(entry, name) {
  return {
    entryPoints: [`${root}${entry}`],
    outfile: `${bundle}/${name}`,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: Object.keys(external),
    minifyWhitespace: true,
    minifySyntax: true,
    // An error that ends Node.js is shown with its whole line.
    lineLimit: 200,
    logLevel: 'warning',
  };
}

/** commander can run commands that are programs of their own. künye has none, and loading what starts programs takes time. */
function withoutPrograms() {
  return {
    name: 'without-programs',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        importer.includes('commander') ? { path: 'none', namespace: 'without-programs' } : undefined,
      );
      onLoad({ filter: /^none$/, namespace: 'without-programs' }, () => ({ contents: '' }));
    },
  };
}

/** Recognizes articles once, so that what this compiles is kept. */
function keepCompiled() {
  const articles = readdirSync(`${root}fixtures/articles`).filter((name) => name.endsWith('.txt'));
  const input = articles.map((name) => readFileSync(`${root}fixtures/articles/${name}`, 'utf8')).join('\n');
  const args = ['--require', `${root}scripts/keep-compiled.cjs`, `${root}bin/kunye.js`];
  const { status, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the bundle does not run: ${stderr}`);
}
