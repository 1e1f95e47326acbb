import { escapeHtml, scriptJson } from '../text/html.js';
import type { ReportData } from './data.js';
import { fill, REPORT_TEXTS, type ReportLanguage, type ReportTexts } from './texts.js';

/** What a page is made of besides data; bundled when künye is built. */
export interface PageAssets {
  script: string;
  style: string;
  /** Hashes of both as a content security policy names them: `sha256-...`. */
  scriptHash: string;
  styleHash: string;
}

/** How a page is headed and in which language. */
export interface PageOptions {
  lang: ReportLanguage;
  title?: string;
  version: string;
}

/** What the page's script reads from the page. */
export interface PageInput {
  lang: ReportLanguage;
  title: string;
  texts: ReportTexts;
  data: ReportData;
}

/** Ids of the page's parts; the script fills them. */
export const PageId = {
  Input: 'kunye-data',
  Title: 'title',
  Subtitle: 'subtitle',
  Facts: 'facts',
  Theme: 'theme',
  Search: 'search',
  SearchStatus: 'search-status',
  SearchResults: 'search-results',
  Types: 'types',
  Detail: 'detail',
  Lists: 'lists',
  Timeline: 'timeline',
  Graph: 'graph',
} as const;

/**
 * Renders the report as one self-contained HTML page. Its content security policy allows the page's own script and style by their hashes and
 * nothing else: no request can leave it, and no markup that came in with a name can run.
 */
export function renderReport(data: ReportData, { lang, title, version }: PageOptions, assets: PageAssets): string {
  const texts = REPORT_TEXTS[lang];
  const heading = title ?? texts.title;
  const input: PageInput = { lang, title: heading, texts, data };
  const policy = [
    "default-src 'none'",
    `script-src '${assets.scriptHash}'`,
    `style-src '${assets.styleHash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const text = (key: keyof ReportTexts) => escapeHtml(String(texts[key]));
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="künye ${escapeHtml(version)}">
<link rel="icon" href="data:,">
<title>${escapeHtml(heading)}</title>
<style>${assets.style}</style>
</head>
<body>
<header>
<p class="over"><a href="#" class="home">${escapeHtml(heading)}</a><button type="button" id="${PageId.Theme}">${text('theme')}</button></p>
<h1 id="${PageId.Title}" tabindex="-1">${escapeHtml(heading)}</h1>
<p id="${PageId.Subtitle}" class="subtitle" hidden></p>
<p id="${PageId.Facts}" class="facts"></p>
</header>
<main>
<section class="tools">
<div class="finder" role="search">
<label for="${PageId.Search}">${text('search')}</label>
<input type="search" id="${PageId.Search}" autocomplete="off" spellcheck="false" placeholder="${text('searchHint')}">
<p id="${PageId.SearchStatus}" class="quiet" role="status"></p>
<ul id="${PageId.SearchResults}" class="results"></ul>
</div>
<fieldset id="${PageId.Types}" class="types"><legend>${text('show')}</legend></fieldset>
</section>
<section id="${PageId.Detail}" hidden></section>
<section id="${PageId.Lists}" class="lists"></section>
<section id="${PageId.Graph}" hidden></section>
<section id="${PageId.Timeline}" hidden></section>
<noscript><p>${text('noscript')}</p></noscript>
</main>
<footer><p>${escapeHtml(fill(texts.madeBy, { version }))}</p></footer>
<script type="application/json" id="${PageId.Input}">${scriptJson(input)}</script>
<script>${assets.script}</script>
</body>
</html>
`;
}
