import { TokenKind, type TokenTable } from '../types.js';
import type { Columns } from './columns.js';
import type { FeatureBuffer } from './feature-buffer.js';
import { mix } from './mix.js';
import type { Site } from './site.js';
import { Word } from './words.js';

/** Templates of texts of one sentence. */
export const LonelyTemplate = {
  Form: 360,
  Fold: 361,
  Middle: 362,
  Name: 363,
  Clue: 364,
  Last: 365,
  LastMiddle: 366,
  LastClue: 367,
  TextStart: 368,
  TextEnd: 369,
  TextEdges: 370,
} as const;

/** Puts what holds only in texts of one sentence, where no document says what its words are elsewhere; nothing in others. */
export function lonelyFeatures(table: TokenTable, columns: Columns, site: Site, i: number, out: FeatureBuffer): void {
  if (table.sentenceStart.length !== 2) return;
  const kind = isFragment(table) ? FRAGMENT : 0;
  ownFeatures(site, kind, out);
  textFeatures(table, columns, site, i, out);
}

/** Mixed into the features of texts that end without a stop. */
const FRAGMENT = 0x5f356495;

/** Whether the text ends without a stop, as headlines and cut-out sentences do. */
function isFragment(table: TokenTable): boolean {
  const last = table.length - 1;
  return last < 0 || table.kind[last] !== TokenKind.Punct;
}

function ownFeatures(site: Site, kind: number, out: FeatureBuffer): void {
  const { rows, lastRow, place } = site;
  out.put(LonelyTemplate.Form, kind ^ site.form);
  out.put(LonelyTemplate.Fold, kind ^ site.fold);
  out.put(LonelyTemplate.Middle, kind ^ site.middle);
  out.put(LonelyTemplate.Name, kind ^ site.name);
  out.put(LonelyTemplate.Clue, kind ^ site.clue);
  if (!site.inRun) return;
  out.put(LonelyTemplate.Last, kind ^ (rows[lastRow + Word.Fold] + place));
  out.put(LonelyTemplate.LastMiddle, kind ^ (rows[lastRow + Word.Middle] * 4 + place));
  out.put(LonelyTemplate.LastClue, kind ^ (site.clueLast * 4 + place));
}

/** What a text of one sentence begins and ends with: a page title's `( futbolcu )` says what the title names. */
function textFeatures(table: TokenTable, columns: Columns, { form }: Site, i: number, out: FeatureBuffer): void {
  let last = table.length - 1;
  while (last > 0 && table.kind[last] === TokenKind.Punct) last--;
  const place = (i === 0 ? 1 : 0) + (i === table.length - 1 ? 2 : 0) + (i > last ? 4 : 0);
  const edges = columns.form[0] * 128 + columns.form[table.length - 1];
  out.put(LonelyTemplate.TextStart, mix(table.hash[0], form));
  out.put(LonelyTemplate.TextEnd, mix(table.hash[last], place));
  out.put(LonelyTemplate.TextEdges, mix(edges, form * 8 + place));
}
