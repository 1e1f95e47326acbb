import { foldKey } from '../text/fold.js';
import { hashUnits } from '../text/hash.js';
import { CaseShape, SentenceCase, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import type { Columns } from './columns.js';
import { DOUBTFUL_LOWER } from './form.js';
import { Word } from './words.js';

/** Small words that start the second part of a name: the article and particles of foreign names. */
const PARTICLES = new Set(
  [
    'el',
    'al',
    'es',
    'bin',
    'bint',
    'ibn',
    'von',
    'van',
    'der',
    'de',
    'da',
    'di',
    'del',
    'della',
    'la',
    'le',
    'du',
    'dos',
  ].map((word) => {
    const key = foldKey(word);
    return hashUnits(
      Uint16Array.from(key, (unit) => unit.charCodeAt(0)),
      key.length,
    );
  }),
);

/** Most closed tokens between two open ones that are opened with them: `Tarım ve Orman Bakanlığı`. */
const BRIDGE = 3;

/** From this value of the usage column on, seven of eight occurrences of a word in raw text have a capital. */
const ALWAYS_CAPITAL = 1 + 7 * 8;

/** And from this one on, half of them. */
const MOSTLY_CAPITAL = 1 + 4 * 8;

/**
 * Marks the tokens that may belong to a name: words with a capital or an apostrophe suffix, small ones that raw text
 * writes with a capital, particles and numbers before a capital, whole sentences in lower case, and what stands between
 * two open tokens. Only open tokens get emissions; all others are O. docs/accuracy.md says what the gate costs.
 *
 * @param wide open every token, for models of gold whose names are often written small
 */
export function openTokens(
  table: TokenTable,
  columns: Columns,
  rows: Int32Array,
  wide: boolean,
  open: Uint8Array,
): void {
  const { length, sentence } = table;
  if (wide) {
    open.fill(1, 0, length);
    return;
  }
  for (let i = 0; i < length; i++) open[i] = opensByItself(table, columns, rows, i) ? 1 : 0;
  for (let i = 0; i < length; i++) {
    if (open[i] !== 1) continue;
    const limit = Math.min(length, i + BRIDGE + 2);
    let next = i + 1;
    while (next < limit && open[next] !== 1 && sentence[next] === sentence[i]) next++;
    if (next < limit && open[next] === 1 && sentence[next] === sentence[i]) open.fill(2, i + 1, next);
    else if (i + 1 < length && table.kind[i + 1] === TokenKind.Number) open[i + 1] = 2;
  }
}

function opensByItself(table: TokenTable, columns: Columns, rows: Int32Array, i: number): boolean {
  const shape = table.shape[i];
  if (shape >= CaseShape.Title) return true;
  const kind = table.kind[i];
  if (kind === TokenKind.Word) {
    if (shape !== CaseShape.Lower) return false;
    if (table.flags[i] & TokenFlag.Suffixed || rows[columns.row[i] + Word.Usage] >= ALWAYS_CAPITAL) return true;
    if (table.sentenceCase[table.sentence[i]] === SentenceCase.Lower) return true;
    if (columns.form[i] === DOUBTFUL_LOWER && mayHaveLostCapital(table, i, rows[columns.row[i] + Word.Usage]))
      return true;
    return capitalFollows(table, i) && PARTICLES.has(table.hash[i]);
  }
  if (kind === TokenKind.Number) return capitalFollows(table, i);
  return kind === TokenKind.Url || kind === TokenKind.Email;
}

/** Whether a word that may have lost its capital stands beside a capital, and raw text does not mostly write it small. */
function mayHaveLostCapital(table: TokenTable, i: number, usage: number): boolean {
  if (usage !== 0 && usage < MOSTLY_CAPITAL) return false;
  return (
    capitalFollows(table, i) ||
    (i > 0 && table.shape[i - 1] >= CaseShape.Title && table.sentence[i - 1] === table.sentence[i])
  );
}

/** Whether the next word, over a hyphen, has a capital. */
function capitalFollows(table: TokenTable, i: number): boolean {
  let next = i + 1;
  if (next < table.length && table.text.charCodeAt(table.start[next]) === 0x2d) next++;
  return next < table.length && table.shape[next] >= CaseShape.Title && table.sentence[next] === table.sentence[i];
}
