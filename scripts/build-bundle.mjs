// Joins the modules of the command line into a few files, dist/bundle: loading a hundred modules takes longer than reading an article.
// What is loaded on demand stays apart, and packages stay where they are.
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

rmSync(`${root}dist/bundle`, { recursive: true, force: true });
await build({
  // The worker is started by its file beside the module that starts it.
  entryPoints: { main: `${root}dist/cli/main.js`, worker: `${root}dist/cli/batch/worker.js` },
  outdir: `${root}dist/bundle`,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: Object.keys(dependencies),
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
});
