import { REPORT_TYPES } from '../data.js';
import { el } from './dom.js';
import type { Report } from './report.js';

const FIRST = 12;
const MORE = 48;

/** One name of a list and the number beside it. */
interface Item {
  name: number;
  count: number;
}

/** The three lists: all names, or those met together with the chosen one. */
export function renderLists(report: Report, types: ReadonlySet<number>, chosen?: number): HTMLElement[] {
  const { texts } = report;
  const ties = chosen === undefined ? [] : report.tiesOf(chosen);
  if (chosen !== undefined && ties.length === 0) return [el('p', { class: 'quiet' }, texts.noTies)];
  return REPORT_TYPES.flatMap((_, type) => {
    if (!types.has(type)) return [];
    const items =
      chosen === undefined
        ? report.ofType(type).map((name) => ({ name, count: report.docs(name) }))
        : ties
            .filter(({ b }) => report.type(b) === type)
            .map(({ b, docs }) => ({ name: b, count: docs }))
            .sort((a, b) => b.count - a.count);
    return [
      el(
        'section',
        { class: `list type-${type}` },
        el('h2', {}, chosen === undefined ? texts.types[type][1] : texts.together[type]),
        items.length > 0 ? listOf(report, items) : el('p', { class: 'quiet' }, texts.noNames),
      ),
    ];
  });
}

function listOf(report: Report, items: readonly Item[]): HTMLElement {
  const most = Math.max(...items.slice(0, FIRST).map(({ count }) => count));
  const list = el('ol');
  const holder = el('div', {}, list);
  const show = (count: number) => {
    const from = list.children.length;
    list.append(...items.slice(from, from + count).map((item) => rowOf(report, item, most)));
  };
  const more = el('button', {
    type: 'button',
    class: 'more',
    onclick: () => {
      const next = list.children.length;
      show(MORE);
      label();
      list.children[next]?.querySelector('a')?.focus();
    },
  });
  const label = () => {
    const left = items.length - list.children.length;
    more.textContent = report.text(report.texts.more, { n: Math.min(MORE, left) });
    more.hidden = left <= 0;
  };
  show(FIRST);
  label();
  holder.append(more);
  return holder;
}

function rowOf(report: Report, { name, count }: Item, most: number): HTMLElement {
  const bar = el('span', { class: 'bar' });
  bar.style.setProperty('--part', String(count / most));
  return el(
    'li',
    {},
    el(
      'a',
      { href: `#${report.anchor(name)}`, title: report.text(report.texts.inDocs, { n: count }) },
      el('span', { class: 'name' }, report.name(name)),
      el('span', { class: 'number' }, report.number(count)),
      bar,
    ),
  );
}
