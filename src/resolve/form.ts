import { foldKey } from '../text/fold.js';
import { cleanName } from '../text/slice.js';
import { SliceMemo } from '../text/slice-memo.js';
import type { EntityType, TokenTable } from '../types.js';
import { hasArticle } from './articles.js';
import { type Listed, NOT_LISTED } from './listed.js';

/** A name as it may stand in a text, without a suffix, and what follows from its letters alone. Shared by all mentions written so. */
export interface Form {
  /** As the text writes it. */
  readonly text: string;
  /** Cleaned of invisible characters: the base form as written. */
  readonly base: string;
  /** Comparison keys of the base's words, and all of them as one string. */
  readonly keys: readonly string[];
  readonly key: string;
  /** Does one of the words start with an Arabic article? */
  readonly hasArticle: boolean;
  /** What a lexicon said of the form the last time, by the lexicon's number, a phrase and a type. */
  listed: Listed;
  lexicon: number;
  phrase: number;
  type: EntityType | undefined;
}

/** Forms that are remembered: three of four mentions are written as one of them. */
const MOST_FORMS = 1 << 14;
const forms = new SliceMemo<Form>(MOST_FORMS, makeForm);

/** Makes the form of a name; `text` holds no suffix. */
export function makeForm(text: string): Form {
  const base = cleanName(text);
  const key = foldKey(base);
  const keys = wordsOf(key);
  return {
    text,
    base,
    keys,
    key,
    hasArticle: key.includes('-') && keys.some(hasArticle),
    listed: NOT_LISTED,
    lexicon: 0,
    phrase: 0,
    type: undefined,
  };
}

/** What stands between the blanks of a key. */
function wordsOf(key: string): string[] {
  const words: string[] = [];
  let from = 0;
  for (let to = key.indexOf(' '); to >= 0; to = key.indexOf(' ', from)) {
    words.push(key.slice(from, to));
    from = to + 1;
  }
  words.push(from === 0 ? key : key.slice(from));
  return words;
}

/** Gives the form of tokens `[from, to)` without the suffix behind the last one's apostrophe. */
export function formAt(table: TokenTable, from: number, to: number): Form {
  return forms.get(table.text, table.start[from], table.stemEnd[to - 1], hashOf(table, from, to));
}

/** Reads the forms of mentions ahead that {@link formAt} is going to be asked for. */
export function readFormsAhead(table: TokenTable, mentions: readonly { from: number; to: number }[]): void {
  for (const { from, to } of mentions) forms.readAhead(hashOf(table, from, to));
}

function hashOf({ hash }: TokenTable, from: number, to: number): number {
  return hash[from] + Math.imul(hash[to - 1], to - from);
}
