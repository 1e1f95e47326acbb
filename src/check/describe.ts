import { oneLine } from '../text/one-line.js';
import { type Change, REGRESSIONS } from './compare.js';
import type { CheckedArticle, Verdict } from './verdict.js';

/** Says in a line what became of a name. */
export function describeChange({ kind, expected, found }: Change, text: string): string {
  const quoted = ({ start, end }: { start: number; end: number }) => `'${oneLine(text.slice(start, end))}'`;
  const was = expected && `${expected.type} ${quoted(expected)}`;
  const is = found && `${found.type} ${quoted(found)}`;
  switch (kind) {
    case 'lost':
      return `lost ${was}`;
    case 'gained':
      return `gained ${is}`;
    case 'moved':
    case 'retyped':
      return `${kind} ${was} is now ${is}`;
    case 'renamed':
      return `renamed ${was}: was '${expected?.name}', is now '${found?.name}'`;
    case 'known':
      return `still missing, as known: ${was}`;
    case 'fixed':
      return `now found: ${was}; its "knownMissing" mark can go`;
  }
}

/** Where in its file a change is, counted from 1; an article inside a gold file has the line of its record. */
export function placeOfChange(
  { expected, found }: Change,
  { text, line }: CheckedArticle,
): { line: number; column?: number } {
  if (line !== undefined) return { line };
  const start = (expected ?? found)?.start ?? 0;
  const before = text.slice(0, start).split(/\r\n|\n|\r/u);
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

/** Sums a check up in a line. */
export function describeVerdict({ counts, score, passed, reasons }: Verdict): string {
  const changes = REGRESSIONS.filter((kind) => counts[kind] > 0).map((kind) => `${counts[kind]} ${kind}`);
  const also = [
    ...(counts.new > 0 ? [`${counts.new} new`] : []),
    ...(counts.known > 0 ? [`${counts.known} known missing`] : []),
    ...(counts.fixed > 0 ? [`${counts.fixed} now found`] : []),
  ];
  const names = [...changes, ...also].join(', ') || 'all names as expected';
  const articles = `${counts.articles} ${counts.articles === 1 ? 'article' : 'articles'}`;
  const verdict = passed ? 'passed' : `failed: ${reasons.join('; ')}`;
  return `${articles}: ${names}; F1 ${score.f1.toFixed(2)}; ${verdict}`;
}
