import uPlot from 'uplot';
import type { Periods, PeriodUnit } from '../data.js';
import { firstDay } from '../periods.js';
import { el } from './dom.js';
import type { Report } from './report.js';

const DAY = 86_400;
const UNIT_DAYS: Record<PeriodUnit, number> = { day: 1, week: 7, month: 30, year: 365 };
/** Distances of ticks, in days; uPlot counts a month as 30 and a year as 365 and then takes real ones. */
const TICK_DAYS = [1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650, 7300, 18250, 36500];
const SYNC = 'kunye';

/** What the bars stand for: documents, or their percentage of all documents of the period. */
export type Measure = 'documents' | 'share';

/** One name over time, ready to be drawn. */
export interface Series {
  name: number;
  values: number[];
}

/** Gives a name's numbers, one a period. */
export function seriesOf(report: Report, periods: Periods, name: number, measure: Measure): Series {
  const values = report.trend(name, periods);
  if (measure === 'documents') return { name, values };
  return { name, values: values.map((value, i) => (periods.totals[i] === 0 ? 0 : (100 * value) / periods.totals[i])) };
}

/** Writes a number of a series. */
export function amount(report: Report, value: number, measure: Measure): string {
  return measure === 'documents' ? report.number(value) : report.percent(value);
}

/**
 * Draws one name over time as bars.
 * @param most upper end of the scale, the same for pictures to be compared
 * @param pointed called with the period under the pointer, of this picture or another
 */
export function drawBars(
  report: Report,
  periods: Periods,
  { name, values }: Series,
  measure: Measure,
  most: number,
  size: { width: number; height: number },
  holder: HTMLElement,
  pointed: (period: number | null) => void,
): uPlot {
  const times = periods.totals.map((_, i) => firstDay(periods.start + i, periods.unit) * DAY);
  const half = (UNIT_DAYS[periods.unit] * DAY) / 2;
  const color = colorOf(holder, `var(--${['per', 'loc', 'org'][report.type(name)]})`);
  const axis = {
    stroke: colorOf(holder, 'var(--quiet)'),
    font: `12px ${getComputedStyle(holder).fontFamily}`,
    ticks: { show: false },
  };
  return new uPlot(
    {
      ...size,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { setScale: false, x: false, y: false }, sync: { key: SYNC } },
      scales: {
        x: { range: [times[0] - half, times[times.length - 1] + half] },
        y: { range: [0, most] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          space: 64,
          size: 28,
          incrs: TICK_DAYS.filter((days) => days >= UNIT_DAYS[periods.unit]).map((days) => days * DAY),
          values: (_, splits, __, ___, step) => splits.map((split) => report.tickLabel(split, step)),
        },
        {
          ...axis,
          grid: { stroke: colorOf(holder, 'var(--rule)'), width: 1 },
          space: 36,
          size: 40,
          values: (_, splits) => splits.map((split) => tick(report, split, measure)),
        },
      ],
      series: [{}, { stroke: color, fill: color, width: 0, points: { show: false }, paths: bars() }],
      hooks: { setCursor: [({ cursor }) => pointed(cursor.idx ?? null)] },
    },
    [times, values],
    holder,
  );
}

/** The numbers of the pictures as a table, made when it is opened. */
export function renderTable(
  report: Report,
  periods: Periods,
  series: readonly Series[],
  measure: Measure,
): HTMLElement {
  const details = el('details', { class: 'aslist' }, el('summary', {}, report.texts.asTable));
  const fillTable = () => {
    const heads = [report.texts.period, ...series.map(({ name }) => report.name(name))];
    const rows = periods.totals.map((_, i) =>
      el(
        'tr',
        {},
        el('th', { scope: 'row' }, report.periodLabel(periods.start + i, periods)),
        ...series.map(({ values }) => el('td', {}, amount(report, values[i], measure))),
      ),
    );
    const head = el('tr', {}, ...heads.map((text) => el('th', { scope: 'col' }, text)));
    const table = el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows));
    details.append(el('div', { class: 'scroll', tabindex: 0 }, table));
  };
  details.addEventListener('toggle', fillTable, { once: true });
  return details;
}

function bars(): uPlot.Series.PathBuilder {
  return (uPlot.paths.bars as uPlot.Series.BarsPathBuilderFactory)({ size: [0.8, 36] });
}

/** What a colour is in the theme of now, as a canvas needs it. */
function colorOf(holder: HTMLElement, css: string): string {
  const probe = holder.appendChild(el('i'));
  probe.style.color = css;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Documents are whole: ticks between them are not written. */
function tick(report: Report, value: number, measure: Measure): string {
  if (measure === 'share') return report.percent(value);
  return Number.isInteger(value) ? report.number(value) : '';
}
