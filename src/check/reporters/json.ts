import type { Change } from '../compare.js';
import { placeOfChange } from '../describe.js';
import type { CheckedArticle, Verdict } from '../verdict.js';

/** Renders a check as JSON. Offsets are UTF-16 code units, F1 is in percent. */
export function renderJsonReport(articles: readonly CheckedArticle[], verdict: Verdict): string {
  const { passed, reasons, counts, score } = verdict;
  const report = {
    passed,
    reasons,
    counts,
    f1: Math.round(score.f1 * 100) / 100,
    articles: articles.map((article) => ({
      file: article.file,
      ...(article.line !== undefined && { line: article.line }),
      status: article.comparison ? (article.comparison.changes.length > 0 ? 'changed' : 'same') : 'new',
      changes: (article.comparison?.changes ?? []).map((change) => asObject(change, article)),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function asObject(change: Change, article: CheckedArticle): Record<string, unknown> {
  const { kind, expected, found, sentence } = change;
  const withText = ({ type, start, end, name }: { type: string; start: number; end: number; name?: string }) => ({
    type,
    start,
    end,
    text: article.text.slice(start, end),
    ...(name !== undefined && { name }),
  });
  return {
    kind,
    ...placeOfChange(change, article),
    ...(expected && { expected: withText(expected) }),
    ...(found && { found: withText(found) }),
    sentence: article.text.slice(sentence.start, sentence.end),
  };
}
