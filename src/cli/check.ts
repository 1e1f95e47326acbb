import { existsSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { compareWithExpectation } from '../check/compare.js';
import { type Expectation, expectationOf, parseExpectation, renderExpectation } from '../check/expectation.js';
import { renderGithub } from '../check/reporters/github.js';
import { renderJsonReport } from '../check/reporters/json.js';
import { renderJunit } from '../check/reporters/junit.js';
import { type Paint, renderPretty } from '../check/reporters/pretty.js';
import { type CheckedArticle, judge, type Verdict } from '../check/verdict.js';
import { KunyeError } from '../errors.js';
import { parseObject } from '../input/gold.js';
import { hasEnding, withoutEnding } from '../text/ending.js';
import { fold } from '../text/fold.js';
import type { EntityType } from '../types.js';
import { Exit } from './exit.js';
import { analyseDoc } from './extract.js';
import { readText } from './gold-files.js';
import type { Listener } from './inputs.js';
import type { RecognizeFlags } from './options.js';
import { writeOutput } from './output-file.js';
import { loadResources, readFile, unreadable } from './resources.js';
import { type Session, wantsColor } from './session.js';
import { EXPECTATION, isRegular, walk } from './walk.js';

/** Options of `kunye check`. */
export interface CheckFlags extends RecognizeFlags {
  update?: boolean;
  allowNew?: boolean;
  minF1?: number;
  maxLost?: number;
  only?: EntityType[];
  reporter?: 'pretty' | 'json' | 'junit' | 'github';
  color?: boolean;
}

const GOLD = 'gold.jsonl';
const TEXT = '.txt';

/** An article of the folder, with what is expected of it once there is something. */
interface Article {
  file: string;
  /** Line in the gold file, for articles that stand in one. */
  line?: number;
  text: string;
  /** The file its expectation has or gets; articles that stand in a gold file have none. */
  expected?: string;
  expectation?: Expectation;
}

/** `kunye check`: compares what is found in a folder's articles with what was expected. */
export async function check(folder: string, flags: CheckFlags, session: Session): Promise<void> {
  const { env } = session.io;
  if (flags.update && env.CI && env.CI !== 'false')
    throw new KunyeError('USAGE', '--update is refused where CI is set: expectations are updated and read by people');
  if (flags.update && (flags.types || flags.minScore !== undefined))
    throw new KunyeError(
      'USAGE',
      '--update with --types or --min-score would delete what they leave out; right would be --update without them, and --only when checking',
    );
  const { articles, unread } = readArticles(folder, flags.update === true, session);
  if (flags.update) return update(folder, articles, flags, session);
  if (!articles.some(({ expectation }) => expectation)) {
    // What was there and could not be read has been reported already.
    if (session.exitCode !== Exit.Ok) return;
    const right = articles.length > 0 ? '`kunye check DIR --update` writes them' : 'right would be NAME.txt files';
    throw new KunyeError('GOLD_INVALID', `no expectations in this folder; ${right}`, { file: folder });
  }
  const resources = loadResources(flags);
  const checked = articles.map(({ file, line, text, expectation }): CheckedArticle => {
    const article = { file, text, ...(line !== undefined && { line }) };
    if (!expectation) return article;
    const { table, result } = analyseDoc({ text }, resources, flags);
    const only = flags.only ?? flags.types;
    return { ...article, comparison: compareWithExpectation(table, expectation, result.entities, only) };
  });
  const { minF1, maxLost, allowNew = false } = flags;
  const verdict = judge(
    checked,
    {
      allowNew,
      ...(minF1 !== undefined && { minF1 }),
      ...(maxLost !== undefined && { maxLost }),
    },
    unread,
  );
  await session.out.write(await report(checked, verdict, flags, session));
  if (!verdict.passed) session.fail();
}

async function report(
  articles: readonly CheckedArticle[],
  verdict: Verdict,
  flags: CheckFlags,
  { io }: Session,
): Promise<string> {
  switch (flags.reporter ?? (io.env.GITHUB_ACTIONS === 'true' ? 'github' : 'pretty')) {
    case 'json':
      return renderJsonReport(articles, verdict);
    case 'junit':
      return renderJunit(articles, verdict);
    case 'github':
      return renderGithub(articles, verdict);
    case 'pretty': {
      const { Chalk } = await import('chalk');
      const chalk = new Chalk({ level: wantsColor(io, flags.color) ? 1 : 0 });
      const paint: Paint = {
        bad: chalk.red,
        good: chalk.green,
        changed: chalk.yellow,
        dim: chalk.dim,
        bold: chalk.bold,
      };
      return renderPretty(articles, verdict, paint);
    }
  }
}

/** Reads the articles of a folder and its subfolders, in name order. What cannot be read is reported and left out. */
function readArticles(folder: string, updating: boolean, session: Session): { articles: Article[]; unread: number } {
  const articles: Article[] = [];
  let unread = 0;
  const listener: Listener = {
    error: (error) => {
      session.error(error);
      unread++;
    },
    note: (message) => session.note(message),
  };
  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof KunyeError)) throw error;
      listener.error(error);
    }
  };
  const names = namesIn(folder, listener);
  const texts = byStem(names, TEXT);
  const expectations = byStem(names, EXPECTATION);
  for (const name of names) {
    const file = join(folder, name);
    if (hasEnding(name, TEXT)) {
      const stem = withoutEnding(name, TEXT);
      const expected = join(folder, expectations.get(stem) ?? `${stem}${EXPECTATION}`);
      attempt(() => articles.push(readArticle(file, expected, updating ? session : undefined)));
    } else if (hasEnding(name, EXPECTATION)) {
      const stem = withoutEnding(name, EXPECTATION);
      if (!texts.has(stem)) attempt(() => checkHasArticle(file, join(folder, `${stem}${TEXT}`)));
    } else attempt(() => articles.push(...readGoldArticles(file, attempt)));
  }
  return { articles, unread };
}

/** The paths inside a folder of all that has a part in a check, in order. @throws KunyeError USAGE, INPUT_UNREADABLE */
function namesIn(folder: string, listener: Listener): string[] {
  try {
    if (!statSync(folder).isDirectory()) throw new KunyeError('USAGE', `${folder} is no folder`);
  } catch (error) {
    throw error instanceof KunyeError ? error : unreadable(folder, error as NodeJS.ErrnoException);
  }
  const isWanted = (path: string) =>
    hasEnding(path, TEXT) || hasEnding(path, EXPECTATION) || fold(basename(path)) === GOLD;
  return [...walk(folder, listener, { isWanted })].map(({ path }) => relative(folder, path)).sort();
}

/** The names with an ending, in whatever case, by what stands before it. */
function byStem(names: readonly string[], ending: string): Map<string, string> {
  return new Map(names.filter((name) => hasEnding(name, ending)).map((name) => [withoutEnding(name, ending), name]));
}

/** @param listener told of an expectation that does not fit, which is then passed over because it is written anew */
function readArticle(file: string, expected: string, listener?: Listener): Article {
  const text = readText(file);
  if (!isRegular(expected)) return { file, text, expected };
  try {
    return { file, text, expected, expectation: parseExpectation(readText(expected), text, expected) };
  } catch (error) {
    if (!listener || !(error instanceof KunyeError)) throw error;
    listener.note(`${error.message} (written anew; its marks are gone)`);
    return { file, text, expected };
  }
}

function checkHasArticle(file: string, article: string): void {
  // An article that cannot be read has been reported already.
  if (!existsSync(article)) throw new KunyeError('GOLD_INVALID', `its article ${article} is missing`, { file });
}

function readGoldArticles(file: string, attempt: (work: () => void) => void): Article[] {
  const articles: Article[] = [];
  const lines = readText(file).split('\n');
  lines.forEach((raw, index) => {
    if (raw.trim() === '') return;
    attempt(() => {
      const place = { file, line: index + 1 };
      const record = parseObject(raw, place);
      if (typeof record.text !== 'string')
        throw new KunyeError('GOLD_INVALID', 'no "text"; right would be {"text":"...","entities":[...]}', place);
      articles.push({ ...place, text: record.text, expectation: expectationOf(record, record.text, () => place) });
    });
  });
  return articles;
}

/** Writes what is found now as the expectation of every article file; `gold.jsonl` is marked by hand and stays. */
async function update(
  folder: string,
  articles: readonly Article[],
  flags: CheckFlags,
  session: Session,
): Promise<void> {
  const files = articles.filter(hasFile);
  if (files.length === 0) {
    throw new KunyeError('INPUT_INVALID', 'no articles in this folder; right would be NAME.txt files', {
      file: folder,
    });
  }
  const resources = loadResources(flags);
  let written = 0;
  for (const { text, expected: target, expectation } of files) {
    const content = renderExpectation(text, analyseDoc({ text }, resources, flags).result.entities, expectation);
    if (existsSync(target) && readFile(target).equals(Buffer.from(content))) continue;
    writeOutput(target, content);
    written++;
  }
  await session.out.write(`${written} of ${files.length} expectations written in ${folder}\n`);
}

function hasFile(article: Article): article is Article & { expected: string } {
  return article.expected !== undefined;
}
