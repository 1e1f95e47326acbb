import { describeChange, describeVerdict, placeOfChange } from '../describe.js';
import { type CheckedArticle, isRegression, type Verdict } from '../verdict.js';

/**
 * Renders a check as GitHub Actions workflow commands, which GitHub shows at the file and line
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions), and a last line that sums up.
 */
export function renderGithub(articles: readonly CheckedArticle[], verdict: Verdict): string {
  const { accepts } = verdict;
  const lines = articles.flatMap((article) => {
    const { file, comparison } = article;
    if (!comparison) {
      const message = 'no expectation yet; `kunye check DIR --update` writes one';
      return [
        command(accepts.new ? 'notice' : 'error', { file, line: article.line ?? 1, title: 'new article' }, message),
      ];
    }
    return comparison.changes.map((change) => {
      const level = !isRegression(change) ? 'notice' : accepts.changes ? 'warning' : 'error';
      const { line, column } = placeOfChange(change, article);
      const properties = { file, line, ...(column !== undefined && { col: column }), title: `name ${change.kind}` };
      return command(level, properties, describeChange(change, article.text));
    });
  });
  const sum = describeVerdict(verdict);
  return `${[...lines, verdict.passed ? sum : `::error title=kunye check::${escapeData(sum)}`].join('\n')}\n`;
}

function command(level: string, properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${level} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/gu, '%3A').replace(/,/gu, '%2C');
}
