import { escapeHtml } from '../text/html.js';
import type { DocResult, Entity, EntityType, NameSummary } from '../types.js';

const TYPES: readonly { type: EntityType; one: string; many: string; names: 'people' | 'places' | 'organizations' }[] =
  [
    { type: 'PER', one: 'person', many: 'People', names: 'people' },
    { type: 'LOC', one: 'place', many: 'Places', names: 'places' },
    { type: 'ORG', one: 'organization', many: 'Organizations', names: 'organizations' },
  ];

// Each type has a colour and a kind of underline, so that neither colour blindness nor print hides it. Contrast is at least 7:1.
const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1b1b; --dim: #4d4d4d; --PER: #d9ecff; --LOC: #d8f3dc; --ORG: #ffe8bf; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #161616; --ink: #ececec; --dim: #b8b8b8; --PER: #123a5c; --LOC: #17452a; --ORG: #553a06; }
}
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 4rem; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.65 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
article p { white-space: pre-line; }
mark, .key { color: var(--ink); border-radius: .2em; padding: .05em .15em; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .2em; }
mark a { color: inherit; text-decoration: inherit; }
.PER { background: var(--PER); text-decoration-style: solid; } .LOC { background: var(--LOC); text-decoration-style: dashed; }
.ORG { background: var(--ORG); text-decoration-style: dotted; }
mark:target, li:target { outline: 3px solid currentColor; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
.legend { display: flex; flex-wrap: wrap; gap: .5rem 1rem; padding: 0; list-style: none; color: var(--dim); }
.names { padding-left: 1.25rem; } .names a { color: inherit; } .more { color: var(--dim); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`.trim();

/**
 * Renders an article as a page on its own: names marked, a legend, and below each name with its other forms, roles and links to its mentions. It has
 * no script and loads nothing; every text of the article is escaped.
 */
export function renderHtml(text: string, result: DocResult): string {
  const title = result.title ?? result.id ?? 'künye';
  const ids = nameIds(result);
  const mentions = mentionsByName(result.entities);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<header>
<h1 lang="tr">${escapeHtml(title)}</h1>
${result.date === undefined ? '' : `<p><time>${escapeHtml(result.date)}</time></p>\n`}<ul class="legend" aria-label="Legend">
${TYPES.map(({ type, many, names }) => `<li><span class="key ${type}">${many}</span> ${result[names].length}</li>`).join('\n')}
</ul>
</header>
<article lang="tr">
${renderText(text, result.entities, ids)}</article>
<section aria-label="Names">
${TYPES.map(({ type, many, names }) => renderNames(type, many, result[names], mentions, ids)).join('')}</section>
</main>
</body>
</html>
`;
}

/** An element id for every name of a type. */
function nameIds(result: DocResult): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { type, names } of TYPES)
    for (const { name } of result[names]) ids.set(`${type} ${name}`, `${type}-${ids.size + 1}`);
  return ids;
}

/** The numbers of a name's mentions, from 1, by type and name. */
function mentionsByName(entities: readonly Entity[]): Map<string, number[]> {
  const mentions = new Map<string, number[]>();
  entities.forEach(({ type, name }, i) => {
    const key = `${type} ${name}`;
    const numbers = mentions.get(key);
    if (numbers) numbers.push(i + 1);
    else mentions.set(key, [i + 1]);
  });
  return mentions;
}

function renderText(text: string, entities: readonly Entity[], ids: ReadonlyMap<string, string>): string {
  let marked = '';
  let at = 0;
  entities.forEach((entity, i) => {
    marked += escapeHtml(text.slice(at, entity.start)) + renderMention(entity, i, ids);
    at = entity.end;
  });
  marked += escapeHtml(text.slice(at));
  const paragraphs = marked.split(/(?:\r?\n[ \t]*){2,}/u).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => `<p>${paragraph.trim()}</p>\n`).join('');
}

function renderMention({ type, text, name }: Entity, i: number, ids: ReadonlyMap<string, string>): string {
  const { one } = TYPES.find((entry) => entry.type === type) as (typeof TYPES)[number];
  const title = escapeHtml(`${one}: ${name}`);
  // A blank line inside a name would end its paragraph.
  const shown = escapeHtml(text.replace(/\s+/gu, ' '));
  const unseen = `<span class="unseen" lang="en"> (${one})</span>`;
  return `<mark id="m${i + 1}" class="${type}" title="${title}"><a href="#${ids.get(`${type} ${name}`)}">${shown}</a>${unseen}</mark>`;
}

function renderNames(
  type: EntityType,
  heading: string,
  names: readonly NameSummary[],
  mentionsOf: ReadonlyMap<string, readonly number[]>,
  ids: ReadonlyMap<string, string>,
): string {
  if (names.length === 0) return '';
  const items = names.map(({ name, aliases, roles }) => {
    const mentions = mentionsOf.get(`${type} ${name}`) ?? [];
    const links = mentions.map((mention, i) => {
      const label = `mention ${i + 1} of ${mentions.length}`;
      return `<a href="#m${mention}" aria-label="${label}">↑${i + 1}</a>`;
    });
    const also = [...(roles ?? []), ...(aliases ? [`also: ${aliases.join(', ')}`] : [])].map(escapeHtml).join('; ');
    const more = also === '' ? '' : ` <span class="more">${also}</span>`;
    return `<li id="${ids.get(`${type} ${name}`)}"><span class="key ${type}" lang="tr">${escapeHtml(name)}</span>${more} <span class="more">${links.join(' ')}</span></li>`;
  });
  return `<h2>${heading}</h2>\n<ol class="names">\n${items.join('\n')}\n</ol>\n`;
}
