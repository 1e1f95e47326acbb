// Joins the command line into one script, dist/bundle/main.cjs, and keeps the code compiled by reading an article beside it: loading a
// hundred modules and compiling them takes longer than reading the article. Workers have a module of their own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = `${root}dist/bundle`;
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const packages = Object.keys(dependencies);
const { commander } = dependencies;

/** A script does not know where it is; whoever runs it tells. */
const placedByCaller = {
  name: 'placed-by-caller',
  resolveImportMeta: (property) => ({ url: 'scriptPlace.url', dirname: 'scriptPlace.folder' })[property],
};

rmSync(bundle, { recursive: true, force: true });
mkdirSync(bundle);
await buildScript();
await buildWorker();
keepCompiled();

/**
 * Joins all commands and commander; bin/kunye.js calls the function which the script is. What finds names is one part with the command line,
 * so that its tables and kinds are constants of one function, which compiled code has in it; other commands are parts that run when they are
 * asked for.
 */
async function buildScript() {
  const { output } = await join('dist/cli/main.js', {
    format: 'cjs',
    chunkFileNames: '[name].js',
    manualChunks: { main: [`${root}dist/cli/main.js`, `${root}dist/cli/extract.js`] },
    interop: (id) => (id?.startsWith('node:') ? 'default' : 'auto'),
  });
  const parts = output.map(({ fileName, code }) => partOf(`./${fileName}`, code));
  const text = `(function (require, importPackage, scriptPlace) {
    const parts = {${[partOf('commander', await joinCommander()), ...parts].join('')}};
    const loaded = {};
    function load(name) {
      if (!(name in parts)) return require(name);
      if (!(name in loaded)) {
        loaded[name] = { exports: {} };
        parts[name](loaded[name], loaded[name].exports, load);
      }
      return loaded[name].exports;
    }
    return load('./main.js');
  })`;
  const licence = readFileSync(`${root}node_modules/commander/LICENSE`, 'utf8');
  const banner = `/*! With commander ${commander} (https://github.com/tj/commander.js):\n\n${licence}*/\n`;
  writeFileSync(`${bundle}/main.cjs`, banner + toAscii(await shorten(text)));
}

function partOf(name, code) {
  // A script cannot import by itself.
  return `'${name}'(module, exports, require) {${code.replaceAll(/\bimport\((?=')/g, 'importPackage(')}\n},`;
}

/** Escapes the letters of regular expressions, as esbuild does those of strings: ASCII is read and held at one byte a character. */
function toAscii(text) {
  return text.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The thread's code is started by its file, beside what starts it. */
async function buildWorker() {
  const { output } = await join('dist/cli/batch/worker.js', { format: 'es', inlineDynamicImports: true });
  writeFileSync(`${bundle}/worker.js`, await shorten(output[0].code));
}

/** Joins modules by rollup: unlike esbuild it leaves constants constant. Packages stay where they are. */
async function join(entry, options) {
  const joined = await rollup({
    input: `${root}${entry}`,
    external: (id) => id.startsWith('node:') || packages.includes(packageOf(id)),
    plugins: options.format === 'cjs' ? [placedByCaller] : [],
    preserveEntrySignatures: 'allow-extension',
    // The checks of lists call each other.
    onwarn: (warning, warn) => warning.code === 'CIRCULAR_DEPENDENCY' || warn(warning),
  });
  return joined.generate({ generatedCode: 'es2015', ...options });
}

/** The package of what is imported: `a` of `a/b`, `@a/b` of `@a/b/c`. */
function packageOf(id) {
  return id.split('/', id.startsWith('@') ? 2 : 1).join('/');
}

async function joinCommander() {
  const { outputFiles } = await build({
    entryPoints: [`${root}node_modules/commander/index.js`],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    plugins: [withoutPrograms()],
  });
  return outputFiles[0].text;
}

/** An error that ends Node.js is shown with its whole line. */
async function shorten(text) {
  const { code } = await transform(text, { minifyWhitespace: true, lineLimit: 200, target: 'node20' });
  return code;
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
