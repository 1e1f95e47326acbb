// Bundles the report page's script and style, its libraries inside, into dist/report/page.json.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'src', 'report', 'page');

async function bundle(file) {
  const { outputFiles } = await build({
    entryPoints: [join(folder, file)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'inline',
  });
  // The text ends up between tags, where `</script` would end it.
  const text = outputFiles[0].text.trim();
  if (/<\/(?:script|style)/u.test(text)) throw new Error(`${file}: the bundle holds a closing tag`);
  return text;
}

const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const [script, style] = await Promise.all([bundle('main.ts'), bundle('style.css')]);
const assets = { script, style, scriptHash: hash(script), styleHash: hash(style) };
writeFileSync(join(root, 'dist', 'report', 'page.json'), JSON.stringify(assets));
