import { foldCode, foldInto } from '../text/fold.js';
import { TokenFlag, TokenKind, type TokenTable } from '../types.js';
import type { Columns } from './columns.js';
import { LONGEST_ENDING } from './layout.js';

/** Endings that an inflected name without apostrophe may have beyond a name the document holds elsewhere. */
export const ENDINGS = (
  'i u ü yi yu yü in un ün nin nun nün a e ya ye na ne da de ta te nda nde dan den tan ten ndan nden la le yla yle ki daki deki taki teki ' +
  'ni nu nü ca ce ça çe dir tir dur tur'
).split(' ');

/** By code, whether no ending has this last letter: half of the words need no second look. */
const endsOtherwise = new Uint8Array(0x180).fill(1);
for (const ending of ENDINGS) endsOtherwise[ending.charCodeAt(ending.length - 1)] = 0;

const SHORTEST_STEM = 4;

/** The units of an ending from the last on, then 0: as they stand in the tails. */
export function unitsOf(ending: string): number[] {
  return Array.from({ length: LONGEST_ENDING }, (_, k) =>
    k < ending.length ? ending.charCodeAt(ending.length - 1 - k) : 0,
  );
}

const scratch = new Uint16Array(2 * LONGEST_ENDING);

/** Writes the last letters of the open words that may be inflected without an apostrophe, so that their stems can be looked for. */
export function writeTails(table: TokenTable, columns: Columns, opens: Int32Array, openCount: number): void {
  const { tails, tailLength } = columns;
  for (let k = 0; k < openCount; k++) {
    const i = opens[k];
    const longest = table.kind[i] === TokenKind.Word ? longestEnding(table, i) : 0;
    tailLength[i] = longest;
    if (longest === 0) continue;
    const end = table.end[i];
    // No letter has more than one mark behind it that Turkish is spelled with.
    const n = foldInto(table.text, Math.max(table.start[i], end - 2 * LONGEST_ENDING), end, scratch);
    const length = Math.min(longest, n);
    tailLength[i] = length;
    for (let unit = 0; unit < LONGEST_ENDING; unit++)
      tails[LONGEST_ENDING * i + unit] = unit < length ? scratch[n - 1 - unit] : 0;
  }
}

/** Letters that an ending of a word may have; 0 where it can have none. */
function longestEnding({ text, start, end, flags }: TokenTable, i: number): number {
  const size = end[i] - start[i];
  if (flags[i] & TokenFlag.Suffixed || size <= SHORTEST_STEM) return 0;
  const last = foldCode(text.charCodeAt(end[i] - 1));
  if (last < endsOtherwise.length && endsOtherwise[last] === 1) return 0;
  return Math.min(LONGEST_ENDING, size - SHORTEST_STEM);
}
