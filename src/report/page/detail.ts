import { fold } from '../../text/fold.js';
import { el } from './dom.js';
import type { Report } from './report.js';

/** What is known of the chosen name: roles, other forms, example sentences. */
export function renderDetail(report: Report, i: number): HTMLElement[] {
  const { texts, data } = report;
  const detail = report.detail(i);
  const parts: HTMLElement[] = [];
  if (!detail) return [el('p', { class: 'quiet' }, texts.countsOnly)];
  if (detail.roles) parts.push(el('p', { class: 'roles' }, detail.roles.join(' · ')));
  if (detail.aliases)
    parts.push(
      el('p', { class: 'aliases' }, el('span', { class: 'quiet' }, `${texts.also} `), detail.aliases.join(' · ')),
    );
  const forms = [report.name(i), ...(detail.aliases ?? [])];
  const examples = (detail.examples ?? []).map((at) => exampleOf(data.sentences[at], data.sources, forms));
  if (examples.length > 0)
    parts.push(el('div', { class: 'examples' }, el('h2', { class: 'small' }, texts.examples), ...examples));
  else if (data.sentences.length === 0) parts.push(el('p', { class: 'quiet' }, texts.noExamples));
  return parts;
}

function exampleOf(
  [sentence, source]: readonly [string, number],
  sources: readonly (readonly [string, string])[],
  forms: readonly string[],
): HTMLElement {
  const from = sources[source].filter((text) => text !== '').join(', ');
  const quote = el('blockquote', {}, ...marked(sentence, forms));
  return el('figure', {}, quote, ...(from === '' ? [] : [el('figcaption', { class: 'quiet' }, from)]));
}

/** The sentence with the name's first mention marked. */
function marked(sentence: string, forms: readonly string[]): (Node | string)[] {
  // Folding keeps the length, so places in the folded sentence are places in the sentence.
  const folded = fold(sentence);
  for (const form of [...forms].sort((a, b) => b.length - a.length)) {
    const at = folded.indexOf(fold(form));
    if (at < 0) continue;
    const end = at + form.length;
    return [sentence.slice(0, at), el('mark', {}, sentence.slice(at, end)), sentence.slice(end)];
  }
  return [sentence];
}
