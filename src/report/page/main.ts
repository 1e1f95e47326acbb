import { REPORT_TYPES } from '../data.js';
import { PageId, type PageInput } from '../page.js';
import { renderDetail } from './detail.js';
import { el, part } from './dom.js';
import { startFinder } from './finder.js';
import { chooseTies, renderGraph, renderTieList } from './graph.js';
import { renderLists } from './lists.js';
import { Report } from './report.js';
import { startTheme } from './theme.js';
import { TimelineSection } from './timeline-section.js';

const report = new Report(JSON.parse(part(PageId.Input).textContent ?? '') as PageInput);
const { texts, data } = report;
const types = new Set(REPORT_TYPES.keys());
const timeline = new TimelineSection(report, part(PageId.Timeline));
let chosen: number | undefined;
let graphWidth = 0;

/** The name that the address chooses. */
function chosenByAddress(): number | undefined {
  return report.ofAnchor(location.hash.slice(1));
}

function renderHead(): void {
  const title = part(PageId.Title);
  const subtitle = part(PageId.Subtitle);
  const facts = part(PageId.Facts);
  document.body.classList.toggle('chosen', chosen !== undefined);
  subtitle.hidden = chosen === undefined;
  if (chosen === undefined) {
    title.textContent = report.title;
    document.title = report.title;
    facts.textContent = factsOfAll();
    return;
  }
  title.textContent = report.name(chosen);
  document.title = `${report.name(chosen)} · ${report.title}`;
  subtitle.textContent = texts.types[report.type(chosen)][0];
  facts.replaceChildren(
    `${report.text(texts.inDocs, { n: report.docs(chosen) })}, ${report.text(texts.count, { n: report.mentions(chosen) })} · `,
    el('a', { href: '#' }, texts.back),
  );
}

function factsOfAll(): string {
  const names = data.namesCut ? report.text(texts.atLeast, { n: data.names }) : report.number(data.names);
  const values = { documents: data.documents, mentions: data.mentions, names };
  const { periods } = data;
  if (!periods) return report.text(texts.facts, values);
  const last = periods.start + periods.totals.length - 1;
  const [from, to] = [report.periodLabel(periods.start, periods), report.periodLabel(last, periods)];
  return report.text(texts.factsDated, { ...values, from, to });
}

function renderTypes(): void {
  const buttons = REPORT_TYPES.map((_, type) =>
    el(
      'button',
      {
        type: 'button',
        class: `type-${type}`,
        'aria-pressed': 'true',
        onclick: ({ currentTarget }) => {
          if (types.has(type)) types.delete(type);
          else types.add(type);
          (currentTarget as Element).setAttribute('aria-pressed', String(types.has(type)));
          renderNames();
        },
      },
      el('span', { class: 'glyph', 'aria-hidden': 'true' }),
      ' ',
      texts.types[type][1],
    ),
  );
  part(PageId.Types).append(...buttons);
}

function renderGraphSection(): void {
  const section = part(PageId.Graph);
  const ties = chooseTies(report, types, chosen);
  section.hidden = ties.length === 0;
  if (section.hidden) return;
  const heading = chosen === undefined ? texts.graph : report.text(texts.graphOf, { name: report.name(chosen) });
  const holder = el('div', { class: 'picture' });
  section.replaceChildren(
    el('h2', {}, heading),
    el('p', { class: 'quiet' }, `${data.bySentence ? texts.graphSentence : texts.graphDocument} ${texts.graphHint}`),
    holder,
    renderTieList(report, ties),
  );
  graphWidth = section.clientWidth;
  holder.append(renderGraph(report, ties, graphWidth, chosen));
}

/** Everything that depends on the types shown and the chosen name. */
function renderNames(): void {
  part(PageId.Lists).replaceChildren(...renderLists(report, types, chosen));
  renderGraphSection();
}

function renderAll(): void {
  chosen = chosenByAddress();
  const detail = part(PageId.Detail);
  detail.hidden = chosen === undefined;
  detail.replaceChildren(...(chosen === undefined ? [] : renderDetail(report, chosen)));
  renderHead();
  renderNames();
  timeline.show(chosen);
}

renderTypes();
startFinder(report);
startTheme(() => timeline.redraw());
renderAll();
addEventListener('hashchange', () => {
  renderAll();
  part(PageId.Title).focus({ preventScroll: true });
  scrollTo({ top: 0 });
});
addEventListener('resize', () => {
  if (part(PageId.Graph).clientWidth !== graphWidth) renderGraphSection();
  timeline.redraw();
});
