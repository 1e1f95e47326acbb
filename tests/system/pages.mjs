// What the browser tests and the pictures share: making the pages, and opening them in Debian's Chromium.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { makeArticles } from './corpus.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CHROMIUM = '/usr/bin/chromium';
const SETUP = fileURLToPath(new URL('setup-browser.sh', import.meta.url));
/** Chromium must not look for its own servers, which a closed network refuses. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Installs Chromium where that is possible; gives the reason when there is none. */
export function browserMissing() {
  if (existsSync(CHROMIUM)) return undefined;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return `no ${CHROMIUM}; right would be Debian and root, to run ${SETUP}`;
  try {
    execFileSync('sh', [SETUP], { stdio: 'ignore', timeout: 600_000 });
  } catch (error) {
    return `${SETUP} failed (${error.message})`;
  }
  return existsSync(CHROMIUM) ? undefined : `${SETUP} brought no ${CHROMIUM}`;
}

/** Starts the browser. */
export function startBrowser() {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** Runs `kunye` and gives what it printed. */
export function kunye(args, cwd = ROOT) {
  return execFileSync(process.execPath, [join(ROOT, 'bin/kunye.js'), ...args], { cwd, input: '', encoding: 'utf8' });
}

/** Makes a folder with the pages of the invented articles: `article.html`, `report.html`, `report-en.html`. */
export function makePages() {
  const folder = mkdtempSync(join(tmpdir(), 'kunye-pages-'));
  const at = (name) => join(folder, name);
  const articles = makeArticles();
  writeFileSync(at('articles.jsonl'), articles.map((article) => JSON.stringify(article)).join('\n'));
  kunye(['batch', at('articles.jsonl'), '-o', at('out'), '--quiet']);
  kunye(['report', at('out'), '-o', at('report.html'), '--title', 'Uydurma haberlerdeki adlar', '--quiet']);
  kunye(['report', at('out'), '-o', at('report-en.html'), '--lang', 'en', '--quiet']);
  const [, , , article] = articles;
  writeFileSync(at('haber.txt'), `${article.title}\n\n${article.text}\n`);
  writeFileSync(at('article.html'), kunye(['haber.txt', '--to', 'html'], folder));
  return { folder, at, url: (name) => pathToFileURL(at(name)).href, remove: () => rmSync(folder, { recursive: true }) };
}

/** Folder for screenshots, kept after the run. */
export function screenshotFolder() {
  const folder = join(ROOT, 'build', 'screenshots');
  mkdirSync(folder, { recursive: true });
  return folder;
}
