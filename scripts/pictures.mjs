// Makes the pictures of the documentation from invented articles: docs/images/*.png. Needs Chromium and tmux.
import { execFileSync } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { browserMissing, kunye, makePages, startBrowser } from '../tests/system/pages.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const IMAGES = join(ROOT, 'docs', 'images');
const ARTICLE = 'fixtures/articles/world.txt';
const MOST_BYTES = 200_000;
const COLUMNS = 88;
const ROWS = 42;
const COLORS = { 32: '#7fc79b', 33: '#e0b060', 36: '#74c7dc' };

const missing = browserMissing();
if (missing) throw new Error(missing);
const pages = makePages();
const browser = await startBrowser();
try {
  writeFileSync(pages.at('world.html'), kunye(['world.txt', '--to', 'html'], join(ROOT, 'fixtures/articles')));
  writeFileSync(pages.at('terminal.html'), terminalPage(await terminalOutput()));
  await shoot('article', pages.at('world.html'), { width: 860, height: 760 });
  await shoot('report', pages.at('report.html'), { width: 900, height: 1420 });
  await shoot('terminal', pages.at('terminal.html'), { width: 800, height: 700, whole: 'pre' });
} finally {
  await browser.close();
  pages.remove();
}

async function shoot(name, file, { width, height, whole }) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(pathToFileURL(file).href);
  const path = join(IMAGES, `${name}.png`);
  await (whole ? page.locator(whole) : page).screenshot({ path });
  const { size } = statSync(path);
  if (size > MOST_BYTES) rmSync(path);
  console.log(`${name}.png: ${size} bytes${size > MOST_BYTES ? ', too large' : ''}`);
}

/** What künye shows in a terminal, colours included. */
async function terminalOutput() {
  const session = `kunye-${process.pid}`;
  const command = `node bin/kunye.js ${ARTICLE}; sleep 60`;
  execFileSync('tmux', ['new-session', '-d', '-s', session, '-x', COLUMNS, '-y', ROWS, command].map(String), {
    cwd: ROOT,
  });
  try {
    await wait(3000);
    return execFileSync('tmux', ['capture-pane', '-e', '-p', '-t', session], { encoding: 'utf8' }).trimEnd();
  } finally {
    execFileSync('tmux', ['kill-session', '-t', session]);
  }
}

/** Renders text with SGR codes as a page that looks like a terminal. */
function terminalPage(output) {
  const styles = { weight: '', color: '', line: '', slant: '' };
  const apply = (code) => {
    if (code === 0) Object.assign(styles, { weight: '', color: '', line: '', slant: '' });
    if (code === 1) styles.weight = 'font-weight:700;';
    if (code === 2) styles.color = 'color:#9a9a9a;';
    if (code === 3) styles.slant = 'font-style:italic;';
    if (code === 4) styles.line = 'text-decoration:underline;';
    if (code === 39) styles.color = '';
    if (COLORS[code]) styles.color = `color:${COLORS[code]};`;
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with a control character
  const pieces = output.split(/\u001b\[([\d;]*)m/u).map((piece, i) => {
    if (i % 2 === 0)
      return `<span style="${Object.values(styles).join('')}">${piece.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')}</span>`;
    for (const code of piece.split(';')) apply(Number(code));
    return '';
  });
  const prompt = `<span style="color:#9a9a9a">$</span> kunye ${ARTICLE.split('/').at(-1)}\n`;
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0}pre{margin:0;padding:16px 20px;display:inline-block;background:#1b1d21;color:#e4e4e4;font:13px/1.4 "DejaVu Sans Mono","Noto Sans Mono",monospace}</style><pre>${prompt}${pieces.join('')}</pre>`;
}
