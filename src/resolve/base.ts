import type { Hits } from '../evidence/hits.js';
import type { Reading } from '../morphology/analyser.js';
import { readSuffix } from '../morphology/analyser.js';
import { cleanName, replaceLast, sliceOfUnits } from '../text/slice.js';
import { TokenFlag, type TokenTable } from '../types.js';

/** A mention without its suffix. */
export interface Base {
  /** Base form as written, cleaned of invisible characters. */
  text: string;
  suffix?: string;
  case?: string;
}

/**
 * Takes the suffix off a mention `[from, to)`: at the apostrophe, or, without one, where a list licenses the cut (a listed name or head word
 * ends with the mention, inflected). Unknown names stay whole.
 */
export function baseOf(table: TokenTable, hits: Hits, from: number, to: number): Base {
  const last = to - 1;
  const start = table.start[from];
  if (table.flags[last] & TokenFlag.Suffixed) {
    const suffix = table.text.slice(table.stemEnd[last] + 1, table.end[last]);
    const base: Base = { text: cleanName(table.text.slice(start, table.stemEnd[last])), suffix };
    const kase = caseOf(suffix);
    if (kase !== undefined) base.case = kase;
    return base;
  }
  const reading = licensedReading(hits, from, to);
  if (!reading) return { text: cleanName(table.text.slice(start, table.end[last])) };
  const cut = sliceOfUnits(table.text, table.start[last], table.end[last], reading.base);
  const word = reading.last === 0 ? cut : replaceLast(cut, reading.last);
  return {
    text: cleanName(table.text.slice(start, table.start[last]) + word),
    suffix: table.text.slice(table.start[last] + cut.length, table.end[last]),
    case: reading.case,
  };
}

/** Most suffixes of which the case is kept; a text has few, and damaged ones must not fill the memory. */
const MOST_CASES = 4096;
const cases = new Map<string, string | undefined>();

/** The case that a suffix behind an apostrophe stands for; undefined when it is none. */
function caseOf(suffix: string): string | undefined {
  if (cases.has(suffix)) return cases.get(suffix);
  const kase = readSuffix(suffix, 0, suffix.length)?.case;
  if (cases.size >= MOST_CASES) cases.clear();
  cases.set(suffix, kase);
  return kase;
}

/** The reading of the longest listed phrase that ends with the mention; a phrase that stands there uncut forbids any cut. */
function licensedReading(hits: Hits, from: number, to: number): Reading | undefined {
  for (let start = from; start < to; start++) {
    for (let h = hits.firstAt[start]; h < hits.firstAt[start + 1]; h++) {
      if (hits.to(h) === to && !hits.isDerived(h)) return hits.reading(h);
    }
  }
  return undefined;
}
