import type uPlot from 'uplot';
import { type Periods, REPORT_TYPES } from '../data.js';
import { el } from './dom.js';
import type { Report } from './report.js';
import { amount, drawBars, type Measure, renderTable, type Series, seriesOf } from './timeline.js';

/** Names shown side by side. */
const MOST_PANELS = 6;
const PANEL_HEIGHT = 130;
const SINGLE_HEIGHT = 220;

/** The section that shows names over time: the most frequent of a type beside each other on one scale, or the chosen one. */
export class TimelineSection {
  private chosen: number | undefined;
  private type: number;
  private measure: Measure = 'documents';
  private plots: uPlot[] = [];
  private readonly holder = el('div');

  constructor(
    private readonly report: Report,
    private readonly section: HTMLElement,
  ) {
    this.type = this.typesPresent()[0] ?? 0;
  }

  /** Shows the name, or the most frequent ones. */
  show(chosen: number | undefined): void {
    this.chosen = chosen;
    const { report, section } = this;
    const { texts, data } = report;
    const { periods } = data;
    const names = this.names();
    section.hidden = !periods || names.length === 0;
    if (!periods || section.hidden) return;
    const heading =
      chosen === undefined ? texts.overTime : report.text(texts.overTimeOf, { name: report.name(chosen) });
    const outside = report.text(texts.outside, { n: periods.outside });
    section.replaceChildren(
      el('h2', {}, heading),
      this.controls(),
      this.holder,
      ...(periods.outside > 0 ? [el('p', { class: 'quiet' }, outside)] : []),
      renderTable(report, periods, this.series(periods), this.measure),
    );
    this.redraw();
  }

  /** Draws the pictures again: in another width or other colours. */
  redraw(): void {
    const { periods } = this.report.data;
    if (!periods || this.section.hidden) return;
    for (const plot of this.plots) plot.destroy();
    const series = this.series(periods);
    const highest = Math.max(...series.flatMap(({ values }) => values));
    const most = Math.max(highest * 1.08, this.measure === 'share' ? 1 : 4);
    this.holder.className = series.length > 1 ? 'panels' : 'panels single';
    const panels = series.map((one) => this.panel(one));
    this.holder.replaceChildren(...panels.map(({ figure }) => figure));
    const height = series.length > 1 ? PANEL_HEIGHT : SINGLE_HEIGHT;
    this.plots = series.map((one, i) => {
      const { canvas, reading } = panels[i];
      return drawBars(
        this.report,
        periods,
        one,
        this.measure,
        most,
        { width: canvas.clientWidth, height },
        canvas,
        (period) => {
          reading.textContent = period === null ? '' : this.reading(one, period, periods);
        },
      );
    });
  }

  private panel({ name }: Series): { figure: HTMLElement; canvas: HTMLElement; reading: HTMLElement } {
    const { report } = this;
    const title = this.chosen === undefined ? [el('a', { href: `#${report.anchor(name)}` }, report.name(name))] : [];
    const reading = el('span', { class: 'quiet' });
    const canvas = el('div', {
      role: 'img',
      'aria-label': report.text(report.texts.overTimeOf, { name: report.name(name) }),
    });
    return {
      figure: el('figure', {}, el('p', { class: 'paneltitle' }, ...title, ' ', reading), canvas),
      canvas,
      reading,
    };
  }

  private reading({ values }: Series, period: number, periods: Periods): string {
    return `${this.report.periodLabel(periods.start + period, periods)}: ${amount(this.report, values[period], this.measure)}`;
  }

  private names(): number[] {
    const { report, chosen } = this;
    const names = chosen === undefined ? report.ofType(this.type).slice(0, MOST_PANELS) : [chosen];
    return names.filter((name) => report.detail(name)?.trend);
  }

  private series(periods: Periods): Series[] {
    return this.names().map((name) => seriesOf(this.report, periods, name, this.measure));
  }

  private typesPresent(): number[] {
    return [...REPORT_TYPES.keys()].filter((type) => this.report.ofType(type).length > 0);
  }

  private controls(): HTMLElement {
    const { texts } = this.report;
    const types = this.typesPresent().map((type): [string, string] => [String(type), texts.types[type][1]]);
    const measures: [Measure, string][] = [
      ['documents', texts.documents],
      ['share', texts.share],
    ];
    const typeField = this.choice(texts.show, types, String(this.type), (value) => {
      this.type = Number(value);
    });
    const measureField = this.choice(texts.measure, measures, this.measure, (value) => {
      this.measure = value as Measure;
    });
    return el('div', { class: 'controls' }, ...(this.chosen === undefined ? [typeField] : []), measureField);
  }

  private choice(
    label: string,
    options: [value: string, text: string][],
    current: string,
    choose: (value: string) => void,
  ): HTMLElement {
    const select = el(
      'select',
      { 'aria-label': label },
      ...options.map(([value, text]) => el('option', { value, selected: value === current }, text)),
    );
    select.addEventListener('change', () => {
      choose(select.value);
      this.show(this.chosen);
      // The field was made anew: whoever chose by keyboard goes on from there.
      this.section.querySelector<HTMLElement>(`select[aria-label="${CSS.escape(label)}"]`)?.focus();
    });
    return select;
  }
}
