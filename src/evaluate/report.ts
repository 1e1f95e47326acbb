import type { GoldName } from '../input/gold.js';
import { oneLine } from '../text/one-line.js';
import { ENTITY_TYPES, type EntityType } from '../types.js';
import type { Comparison } from './bootstrap.js';
import type { Pair } from './compare.js';
import type { Confusion } from './confusion.js';
import type { Score, ScoreMode, ScoreTable } from './score.js';

/** Where a document stands and what it says. */
export interface Source {
  text: string;
  file: string;
  line: number;
}

/** Headings of the tables. */
const MODE_LABELS: Record<ScoreMode, string> = {
  strict: 'strict: span and type',
  partial: 'partial: any overlap, whatever the type; half a point when the limits differ',
  type: 'type only: any overlap with the right type',
};

/** Renders a table of scores, a row a type and one of all together. */
export function renderScores(table: ScoreTable, mode: ScoreMode, types: readonly EntityType[] = ENTITY_TYPES): string {
  const rows = [...types, 'micro' as const].map((name) => {
    const { precision, recall, f1, gold } = table[name];
    const figures = [precision, recall, f1].map((figure) => figure.toFixed(2).padStart(9)).join(' ');
    return `${name.padEnd(6)} ${figures} ${String(gold).padStart(7)}`;
  });
  return `${MODE_LABELS[mode]}\n       precision    recall        F1    gold\n${rows.join('\n')}\n`;
}

/** Renders which type is taken for which. */
export function renderConfusion(confusion: Confusion): string {
  const columns = [...ENTITY_TYPES, 'missed' as const];
  const head = `gold      ${columns.map((column) => column.padStart(7)).join('')}`;
  const rows = ENTITY_TYPES.map((type) => {
    const cells = columns.map((column) => String(confusion[type][column]).padStart(7));
    return `${type.padEnd(10)}${cells.join('')}`;
  });
  const spurious = ENTITY_TYPES.map((type) => String(confusion.spurious[type]).padStart(7)).join('');
  return `predicted types of the gold names\n${head}\n${rows.join('\n')}\nspurious  ${spurious}\n`;
}

const CONTEXT = 50;

/** Renders an error in two lines: where and what, then the words around it with the gold name in [] and the predicted one in {}. */
export function renderError(pair: Pair, { text, file, line }: Source): string {
  const { relation, gold, predicted } = pair;
  const quote = ({ start, end, type }: GoldName) => `${type} '${oneLine(text.slice(start, end))}'`;
  const said = [gold && `gold ${quote(gold)}`, predicted && `found ${quote(predicted)}`].filter(Boolean).join(', ');
  return `${file}:${line}: ${relation}: ${said}\n    ${contextOf(pair, text)}\n`;
}

function contextOf({ gold, predicted }: Pair, text: string): string {
  const spans = [
    ...(gold ? [{ ...gold, open: '[', close: ']' }] : []),
    ...(predicted ? [{ ...predicted, open: '{', close: '}' }] : []),
  ].sort((a, b) => a.start - b.start);
  // Closing marks come in the opposite order, so that a stable sort nests them where both names end together.
  const marks = [
    ...spans.map(({ start, open }) => [start, open] as const),
    ...spans.reverse().map(({ end, close }) => [end, close] as const),
  ].sort((a, b) => a[0] - b[0]);
  const first = marks[0][0];
  const last = marks[marks.length - 1][0];
  let at = wordStart(text, Math.max(0, first - CONTEXT), first);
  let out = at > 0 ? '… ' : '';
  for (const [offset, mark] of marks) {
    out += text.slice(at, offset) + mark;
    at = offset;
  }
  const stop = wordEnd(text, Math.min(text.length, last + CONTEXT), last);
  return oneLine(out + text.slice(at, stop) + (stop < text.length ? ' …' : ''));
}

function wordStart(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const blank = text.indexOf(' ', from);
  return blank < 0 || blank >= limit ? from : blank + 1;
}

function wordEnd(text: string, from: number, limit: number): number {
  if (from === text.length) return from;
  const blank = text.lastIndexOf(' ', from);
  return blank <= limit ? from : blank;
}

/** Renders how a second system compares. */
export function renderComparison(
  { difference, interval, p, samples }: Comparison,
  first: Score,
  second: Score,
  name: string,
  documents: number,
): string {
  const signed = (figure: number) => `${figure < 0 ? '' : '+'}${figure.toFixed(2)}`;
  const verdict = p < 0.05 ? 'more than chance' : 'may be chance';
  return (
    `against ${name}: F1 ${first.f1.toFixed(2)} here, ${second.f1.toFixed(2)} there\n` +
    `difference ${signed(difference)}, 95% interval ${signed(interval[0])} to ${signed(interval[1])}, p = ${p.toFixed(4)}: ${verdict}\n` +
    `(paired bootstrap, ${samples} samples of ${documents} documents)\n`
  );
}

/** Rounds to two decimals, as the tables do. */
export function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
