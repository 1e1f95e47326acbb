import type { Hits } from '../evidence/hits.js';
import type { Reading } from '../morphology/analyser.js';
import { readSuffix } from '../morphology/analyser.js';
import { replaceLast, sliceOfUnits } from '../text/slice.js';
import { SliceMemo } from '../text/slice-memo.js';
import { TokenFlag, type TokenTable } from '../types.js';
import { type Form, formAt, makeForm } from './form.js';

/** A mention without its suffix. */
export interface Base {
  readonly form: Form;
  readonly suffix: string | undefined;
  /** Case of the suffix; undefined when there is none, or when it is none Turkish has. */
  readonly case: string | undefined;
}

/**
 * Takes the suffix off a mention `[from, to)`: at the apostrophe, or, without one, where a list licenses the cut (a listed name or head word
 * ends with the mention, inflected). Unknown names stay whole.
 */
export function baseOf(table: TokenTable, hits: Hits, from: number, to: number): Base {
  const last = to - 1;
  if (table.flags[last] & TokenFlag.Suffixed) {
    const { text, case: kase } = suffixAt(table, last);
    return { form: formAt(table, from, to), suffix: text, case: kase };
  }
  const reading = licensedReading(hits, from, to);
  if (!reading) return { form: formAt(table, from, to), suffix: undefined, case: undefined };
  const cut = sliceOfUnits(table.text, table.start[last], table.end[last], reading.base);
  const word = reading.last === 0 ? cut : replaceLast(cut, reading.last);
  return {
    form: makeForm(table.text.slice(table.start[from], table.start[last]) + word),
    suffix: table.text.slice(table.start[last] + cut.length, table.end[last]),
    case: reading.case,
  };
}

interface Suffix {
  text: string;
  case: string | undefined;
}

/** Suffixes that are remembered; a text has few. */
const MOST_SUFFIXES = 1 << 10;
const suffixes = new SliceMemo<Suffix>(MOST_SUFFIXES, (text) => ({
  text,
  case: readSuffix(text, 0, text.length)?.case,
}));

/** Gives the suffix behind the apostrophe of a token. */
function suffixAt({ text, stemEnd, end }: TokenTable, token: number): Suffix {
  const from = stemEnd[token] + 1;
  const to = end[token];
  let hash = 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i);
  return suffixes.get(text, from, to, hash);
}

/** The reading of the longest listed phrase that ends with the mention; a phrase that stands there uncut forbids any cut. */
function licensedReading(hits: Hits, from: number, to: number): Reading | undefined {
  const end = hits.firstAt[to];
  for (let h = hits.firstAt[from]; h < end; h++) {
    if (hits.to(h) === to && !hits.isDerived(h)) return hits.reading(h);
  }
  return undefined;
}
