import { oneLine } from '../../text/one-line.js';
import type { Change } from '../compare.js';
import { describeChange, describeVerdict, placeOfChange } from '../describe.js';
import type { CheckedArticle, Verdict } from '../verdict.js';

/** Colours of a terminal; each function may give its text back unchanged. */
export interface Paint {
  bad(text: string): string;
  good(text: string): string;
  changed(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

/** Renders a check for people: each difference with its sentence and the name in colour, then the sum. */
export function renderPretty(articles: readonly CheckedArticle[], verdict: Verdict, paint: Paint): string {
  const parts = articles.flatMap((article) => {
    const where = article.line === undefined ? article.file : `${article.file}:${article.line}`;
    if (!article.comparison) return [`${paint.changed('new')} ${paint.bold(where)}: no expectation yet\n`];
    const { changes } = article.comparison;
    if (changes.length === 0) return [];
    return [`${paint.bold(where)}\n${changes.map((change) => renderChange(change, article, paint)).join('')}`];
  });
  const sum = describeVerdict(verdict);
  return `${[...parts, `${verdict.passed ? paint.good(sum) : paint.bad(sum)}\n`].join('\n')}`;
}

function painterOf(kind: Change['kind'], paint: Paint): (text: string) => string {
  if (kind === 'lost') return paint.bad;
  if (kind === 'gained' || kind === 'fixed') return paint.good;
  return kind === 'known' ? paint.dim : paint.changed;
}

function renderChange(change: Change, article: CheckedArticle, paint: Paint): string {
  const { line, column } = placeOfChange(change, article);
  const color = painterOf(change.kind, paint);
  const place = column === undefined ? '' : ` ${paint.dim(`(line ${line}, column ${column})`)}`;
  return `  ${color(describeChange(change, article.text))}${place}\n    ${quoteSentence(change, article.text, color)}\n`;
}

const LONGEST = 100;

/** The sentence around a name, the name in colour and brackets, both ends cut when they are long. */
function quoteSentence({ sentence, expected, found }: Change, text: string, color: (text: string) => string): string {
  const name = (found ?? expected) as { start: number; end: number };
  const start = Math.min(sentence.start, name.start);
  const end = Math.max(sentence.end, name.end);
  const before = oneLine(text.slice(start, name.start));
  const after = oneLine(text.slice(name.end, end));
  const head = before.length > LONGEST ? `…${before.slice(-LONGEST)}` : before;
  const tail = after.length > LONGEST ? `${after.slice(0, LONGEST)}…` : after;
  return `${head}${color(`[${oneLine(text.slice(name.start, name.end))}]`)}${tail}`;
}
