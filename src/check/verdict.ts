import { type Score, scoreOf, Tally } from '../evaluate/score.js';
import { type Change, type Comparison, REGRESSIONS } from './compare.js';

/** What was done with one article. */
export interface CheckedArticle {
  /** The article's file, or the gold file it stands in. */
  file: string;
  /** Line of the gold file, when the article stands in one. */
  line?: number;
  text: string;
  /** Absent for an article that has no expectation yet. */
  comparison?: Comparison;
}

/** Limits within which differences are accepted; none given means that none is. */
export interface Limits {
  minF1?: number;
  maxLost?: number;
  allowNew: boolean;
}

/** The outcome of a check. */
export interface Verdict {
  passed: boolean;
  /** Why it did not pass, a sentence each. */
  reasons: string[];
  counts: Record<Change['kind'] | 'articles' | 'changed' | 'new', number>;
  score: Score;
  /** What did not fail it by itself: changes, when limits decide, and new articles, when they are allowed. */
  accepts: { changes: boolean; new: boolean };
}

/**
 * Decides whether a check passed. Without limits every regression fails it; with `minF1` or `maxLost` the limits alone decide over names.
 * Articles without an expectation fail it unless they are allowed; files that could not be read always do.
 */
export function judge(articles: readonly CheckedArticle[], limits: Limits, unread = 0): Verdict {
  const counts: Verdict['counts'] = {
    articles: articles.length,
    changed: 0,
    new: 0,
    lost: 0,
    gained: 0,
    moved: 0,
    retyped: 0,
    renamed: 0,
    known: 0,
    fixed: 0,
  };
  const tally = new Tally('strict');
  for (const { comparison } of articles) {
    if (!comparison) {
      counts.new++;
      continue;
    }
    tally.add(comparison.pairs);
    for (const { kind } of comparison.changes) counts[kind]++;
    if (comparison.changes.some(isRegression)) counts.changed++;
  }
  const score = scoreOf(tally.total());
  const reasons = reasonsOf(counts, score, limits);
  if (unread > 0) reasons.push(`${unread} ${unread === 1 ? 'file' : 'files'} could not be read`);
  const accepts = { changes: limits.minF1 !== undefined || limits.maxLost !== undefined, new: limits.allowNew };
  return { passed: reasons.length === 0, reasons, counts, score, accepts };
}

/** Is the change one of those that make a check fail? */
export function isRegression({ kind }: Change): boolean {
  return (REGRESSIONS as readonly string[]).includes(kind);
}

function reasonsOf(counts: Verdict['counts'], score: Score, { minF1, maxLost, allowNew }: Limits): string[] {
  const reasons: string[] = [];
  if (minF1 === undefined && maxLost === undefined && counts.changed > 0)
    reasons.push(`the names of ${counts.changed} ${counts.changed === 1 ? 'article' : 'articles'} changed`);
  if (minF1 !== undefined && score.f1 < minF1) reasons.push(`F1 ${score.f1.toFixed(2)} is below ${minF1}`);
  if (maxLost !== undefined && counts.lost > maxLost)
    reasons.push(`${counts.lost} names lost, ${maxLost} were allowed`);
  if (!allowNew && counts.new > 0)
    reasons.push(`${counts.new} new ${counts.new === 1 ? 'article has' : 'articles have'} no expectation`);
  return reasons;
}
