// Bundles the report page's script and style, its libraries and their licences inside, into dist/report/page.json.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'src', 'report', 'page');

async function bundle(file) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(folder, file)],
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
  });
  const text = `${licences(Object.keys(metafile.inputs))}${outputFiles[0].text.trim()}`;
  // The text ends up between tags, where `</script` would end it.
  if (/<\/(?:script|style)/u.test(text)) throw new Error(`${file}: the bundle holds a closing tag`);
  return text;
}

/** The licences of the packages that files come from, as a comment; a text that several share stands once. */
function licences(files) {
  const packages = new Set(files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(file)?.[1] ?? []));
  const byText = new Map();
  for (const name of [...packages].sort()) {
    const text = readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim();
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join(', ')}:\n${text}`);
  return parts.length === 0 ? '' : `/*\n${parts.join('\n\n').replaceAll('*/', '* /')}\n*/\n`;
}

const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const [script, style] = await Promise.all([bundle('main.ts'), bundle('style.css')]);
const assets = { script, style, scriptHash: hash(script), styleHash: hash(style) };
writeFileSync(join(root, 'dist', 'report', 'page.json'), JSON.stringify(assets));
