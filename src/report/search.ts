import { foldKey } from '../text/fold.js';

const MARKS = /\p{M}/gu;
const WORD_START = /[\s\-/.('"]/u;

/** Gives the key of a word typed without Turkish letters: the folded key with ç, ğ, ö, ş, ü made c, g, o, s, u. */
export function plainKey(text: string): string {
  return foldKey(text).normalize('NFD').replace(MARKS, '');
}

/** One thing that can be found: its name first, then its other forms. */
export interface Searchable {
  forms: readonly string[];
}

/** An index of names for {@link searchNames}; the order of the names is their rank among equally good finds. */
export type SearchIndex = readonly (readonly string[])[];

/** Prepares names for searching. */
export function indexNames(names: readonly Searchable[]): SearchIndex {
  return names.map(({ forms }) => forms.map(plainKey));
}

/**
 * Finds names by a part of them, typed with or without Turkish letters and in any case: names that start with it first, then names with a
 * word that does, then names that hold it anywhere.
 * @returns positions in the index, and how many there are in all
 */
export function searchNames(index: SearchIndex, query: string, limit: number): { found: number[]; total: number } {
  const key = plainKey(query.trim());
  if (key === '') return { found: [], total: 0 };
  const ranks: number[][] = [[], [], []];
  let total = 0;
  index.forEach((forms, i) => {
    const best = Math.min(...forms.map((form) => rankOf(form, key)));
    if (best > 2) return;
    total++;
    if (ranks[best].length < limit) ranks[best].push(i);
  });
  return { found: ranks.flat().slice(0, limit), total };
}

/** 0 when the form starts with the key, 1 when one of its words does, 2 when it holds the key, 3 when it does not. */
function rankOf(form: string, key: string): number {
  let rank = 3;
  for (let at = form.indexOf(key); at >= 0; at = form.indexOf(key, at + 1)) {
    if (at === 0) return 0;
    rank = Math.min(rank, WORD_START.test(form[at - 1]) ? 1 : 2);
  }
  return rank;
}
