import { describeChange, describeVerdict, placeOfChange } from '../describe.js';
import { type CheckedArticle, isRegression, type Verdict } from '../verdict.js';

/**
 * Renders a check as JUnit XML, a test case an article (the form Jenkins and GitLab read,
 * https://github.com/testmoapp/junitxml). Where limits decide, a last case stands for them.
 */
export function renderJunit(articles: readonly CheckedArticle[], verdict: Verdict): string {
  const { accepts } = verdict;
  const cases = articles.map((article) => renderCase(article, accepts));
  if (accepts.changes) cases.push({ failed: !verdict.passed, xml: limitsCase(verdict) });
  const failures = cases.filter(({ failed }) => failed).length;
  const totals = `tests="${cases.length}" failures="${failures}" errors="0"`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<testsuites name="kunye check" ${totals}>\n` +
    `  <testsuite name="kunye check" ${totals}>\n` +
    cases.map(({ xml }) => xml).join('') +
    '  </testsuite>\n</testsuites>\n'
  );
}

interface Case {
  failed: boolean;
  xml: string;
}

function renderCase(article: CheckedArticle, accepts: Verdict['accepts']): Case {
  const name = article.line === undefined ? article.file : `${article.file}:${article.line}`;
  const head = `    <testcase name="${escapeXml(name)}" classname="kunye.check"`;
  if (!article.comparison) {
    const message = 'new article without an expectation';
    const xml = accepts.new ? `<skipped message="${message}"/>` : `<failure message="${message}"/>`;
    return { failed: !accepts.new, xml: `${head}>${xml}</testcase>\n` };
  }
  const lines = article.comparison.changes.map((change) => {
    const { line, column } = placeOfChange(change, article);
    const place = column === undefined ? `${article.file}:${line}` : `${article.file}:${line}:${column}`;
    return `${place}: ${describeChange(change, article.text)}`;
  });
  if (lines.length === 0) return { failed: false, xml: `${head}/>\n` };
  const text = escapeXml(lines.join('\n'));
  const regressions = article.comparison.changes.filter(isRegression).length;
  if (accepts.changes || regressions === 0)
    return { failed: false, xml: `${head}><system-out>${text}</system-out></testcase>\n` };
  return {
    failed: true,
    xml: `${head}><failure message="${regressions} names changed">${text}</failure></testcase>\n`,
  };
}

function limitsCase(verdict: Verdict): string {
  const head = '    <testcase name="limits" classname="kunye.check"';
  if (verdict.passed) return `${head}/>\n`;
  const { reasons } = verdict;
  return `${head}><failure message="${escapeXml(reasons.join('; '))}">${escapeXml(describeVerdict(verdict))}</failure></testcase>\n`;
}

/** Text as XML 1.0 may hold it: marks escaped, control characters that XML forbids left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');
}
