import { PageId } from '../page.js';
import { indexNames, type SearchIndex, searchNames } from '../search.js';
import { el, part } from './dom.js';
import type { Report } from './report.js';

const SHOWN = 12;

/** Makes the search field work: results below it, arrow keys walk through them, Enter takes the first, Escape clears. */
export function startFinder(report: Report): void {
  const input = part<HTMLInputElement>(PageId.Search);
  const status = part(PageId.SearchStatus);
  const results = part(PageId.SearchResults);
  let index: SearchIndex | undefined;

  const search = () => {
    index ??= indexNames(
      report.data.rows.map(([, name], i) => ({ forms: [name, ...(report.detail(i)?.aliases ?? [])] })),
    );
    const { found, total } = searchNames(index, input.value, SHOWN);
    results.replaceChildren(...found.map((i) => resultOf(report, i)));
    status.textContent = statusOf(report, input.value.trim() !== '', found.length, total);
  };
  const clear = () => {
    input.value = '';
    search();
  };
  input.addEventListener('input', search);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') clear();
    if (event.key === 'ArrowDown') focus(results.querySelector('a'), event);
    if (event.key === 'Enter') results.querySelector('a')?.click();
  });
  results.addEventListener('keydown', (event) => {
    const item = (event.target as Element).closest('li');
    if (event.key === 'ArrowDown') focus(item?.nextElementSibling?.querySelector('a'), event);
    if (event.key === 'ArrowUp') focus(item?.previousElementSibling?.querySelector('a') ?? input, event);
    if (event.key === 'Escape') {
      clear();
      focus(input, event);
    }
  });
  results.addEventListener('click', (event) => {
    // The address changes first: the link is still there when the browser follows it.
    if ((event.target as Element).closest('a')) setTimeout(clear);
  });
}

function focus(element: HTMLElement | null | undefined, event: Event): void {
  if (!element) return;
  event.preventDefault();
  element.focus();
}

function statusOf(report: Report, asked: boolean, shown: number, total: number): string {
  const { texts } = report;
  if (!asked) return '';
  if (total === 0) return texts.nothingFound;
  return total > shown ? report.text(texts.foundOf, { n: total, shown }) : report.text(texts.found, { n: total });
}

function resultOf(report: Report, i: number): HTMLElement {
  return el(
    'li',
    { class: `type-${report.type(i)}` },
    el(
      'a',
      { href: `#${report.anchor(i)}` },
      el('span', { class: 'glyph', 'aria-hidden': 'true' }),
      el('span', { class: 'name' }, report.name(i)),
      el('span', { class: 'quiet kind' }, report.texts.types[report.type(i)][0]),
      el('span', { class: 'number' }, report.number(report.docs(i))),
    ),
  );
}
