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
  const keys = key.includes(' ') ? key.split(' ') : [key];
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

/** Gives the form of tokens `[from, to)` without the suffix behind the last one's apostrophe. */
export function formAt(table: TokenTable, from: number, to: number): Form {
  const last = to - 1;
  const hash = table.hash[from] + Math.imul(table.hash[last], to - from);
  return forms.get(table.text, table.start[from], table.stemEnd[last], hash);
}
