import { foldKey } from '../text/fold.js';
import { hashUnits } from '../text/hash.js';
import { ARTICLES } from '../tokenize/articles.js';
import { CaseShape, SentenceCase, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import type { Columns } from './columns.js';
import { DOUBTFUL_LOWER } from './form.js';
import { ALWAYS_CAPITAL, type Words } from './words.js';

/** Small words that start the second part of a name: the article and particles of foreign names. */
const PARTICLES = hashesOf([...ARTICLES, ...'bin bint ibn von van der de da di del della la le du dos'.split(' ')]);

/** Small words that stand inside names: `Tarım ve Orman Bakanlığı`, `Mescid-i Aksa`, `Bank of America`. */
const LINKS = hashesOf([...ARTICLES, ...'ve i ı u ul na de of and the for et y'.split(' ')]);

const [AND] = hashesOf(['ve']);

/** Marks that stand inside names, when text is cut so: `Türk-İş`, `AT & T`, `Necef (Negev) Çölü`. */
const LINKING_MARKS = '-–&/.()';

const HYPHEN = 0x2d;

/** Most links between two parts of a name. */
const LONGEST_BRIDGE = 3;

function hashesOf(words: readonly string[]): ReadonlySet<number> {
  return new Set(
    words.map((word) => {
      const key = foldKey(word);
      return hashUnits(
        Uint16Array.from(key, (unit) => unit.charCodeAt(0)),
        key.length,
      );
    }),
  );
}

/** Below this value of the usage column next to no occurrence in raw text has a capital. */
const SOMETIMES_CAPITAL = 1 + 1 * 8;

/** And from this one on, half of them do. */
const MOSTLY_CAPITAL = 1 + 4 * 8;

/**
 * Marks the tokens that may belong to a name: words with a capital or an apostrophe suffix, small ones that raw text
 * writes with a capital, particles and numbers before a capital, whole sentences in lower case, and links between
 * two open tokens. Only open tokens get emissions; all others are O. docs/accuracy.md says what the gate costs.
 *
 * @param wide open every token, for models of gold whose names are often written small
 */
export function openTokens(table: TokenTable, columns: Columns, words: Words, wide: boolean): void {
  const { length, sentence } = table;
  const { open } = columns;
  if (wide) {
    open.fill(1, 0, length);
    return;
  }
  open.fill(0, 0, length);
  openSmall(table, columns, words, open);
  for (let k = 0; k < columns.otherCount; k++) openOther(table, columns, words, columns.others[k], open);
  openSmallSentences(table, open);
  for (let i = 0; i < length; i++) {
    if (open[i] !== 1) continue;
    let next = i + 1;
    const limit = Math.min(length, next + LONGEST_BRIDGE + 1);
    while (next < limit && open[next] === 0 && isLink(table, columns, next) && sentence[next] === sentence[i]) next++;
    if (next < limit && open[next] === 1 && sentence[next] === sentence[i]) open.fill(2, i + 1, next);
    else if (i + 1 < length && endsName(table, i + 1)) open[i + 1] = 2;
  }
}

/** Opens the words of sentences in small letters, whose names nothing tells from other words. */
function openSmallSentences({ sentenceStart, sentenceCase, kind, shape }: TokenTable, open: Uint8Array): void {
  for (let sentence = 0; sentence < sentenceCase.length; sentence++) {
    if (sentenceCase[sentence] !== SentenceCase.Lower) continue;
    for (let i = sentenceStart[sentence]; i < sentenceStart[sentence + 1]; i++)
      if (kind[i] === TokenKind.Word && shape[i] === CaseShape.Lower) open[i] = 1;
  }
}

/** Whether a token that opens nothing may be a name's last, behind an open one: `Schalke 04`, `A . Ş .` where stops stand apart. */
function endsName(table: TokenTable, i: number): boolean {
  if (table.kind[i] === TokenKind.Number) return true;
  return (
    table.shape[i - 1] === CaseShape.Initials && table.kind[i] === TokenKind.Punct && table.text[table.start[i]] === '.'
  );
}

/** Whether a token that opens nothing may stand between the parts of a name. */
function isLink(table: TokenTable, columns: Columns, i: number): boolean {
  const kind = table.kind[i];
  if (columns.names[i] !== 0 || kind === TokenKind.Number) return true;
  if (kind === TokenKind.Word) return LINKS.has(table.hash[i]);
  if (kind !== TokenKind.Punct) return false;
  const mark = table.text[table.start[i]];
  return LINKING_MARKS.includes(mark) || (mark === ',' && isEnumerated(table, i));
}

/** Most tokens between a comma and the `ve` that ends its enumeration. */
const LONGEST_PART = 3;

/** Whether the comma stands in an enumeration of capitalised words: `Çevre, Şehircilik ve İklim Değişikliği Bakanlığı`. */
function isEnumerated(table: TokenTable, comma: number): boolean {
  const limit = Math.min(table.length, comma + LONGEST_PART + 2);
  for (let i = comma + 1; i < limit; i++) {
    if (table.shape[i] >= CaseShape.Title) continue;
    return i > comma + 1 && (table.hash[i] === AND || table.text[table.start[i]] === ',');
  }
  return false;
}

/** Opens the words in small letters that raw text writes with a capital, or that may have lost theirs. */
function openSmall(table: TokenTable, columns: Columns, words: Words, open: Uint8Array): void {
  const { kind, shape, check, length } = table;
  const { form } = columns;
  for (let i = 0; i < length; i++) {
    if (kind[i] !== TokenKind.Word || shape[i] !== CaseShape.Lower) continue;
    if (words.mayBeCapitalised(check[i]) && words.usageOf(table, i) >= ALWAYS_CAPITAL) open[i] = 1;
    else if (form[i] === DOUBTFUL_LOWER && mayHaveLostCapital(table, words, i)) open[i] = 1;
  }
}

/** Opens what is no plain word in small letters, and a particle before it. */
function openOther(table: TokenTable, columns: Columns, words: Words, i: number, open: Uint8Array): void {
  const kind = table.kind[i];
  if (table.shape[i] >= CaseShape.Title) {
    if (!isPlainStart(table, columns, words, i)) open[i] = 1;
    const before = wordBefore(table, i);
    if (before >= 0 && table.shape[before] === CaseShape.Lower && PARTICLES.has(table.hash[before])) open[before] = 1;
  } else if (kind === TokenKind.Word) {
    if (table.shape[i] === CaseShape.Lower && table.flags[i] & TokenFlag.Suffixed) open[i] = 1;
  } else if (kind === TokenKind.Number) {
    if (capitalFollows(table, i)) open[i] = 1;
  } else if (kind === TokenKind.Url || kind === TokenKind.Email) open[i] = 1;
}

/** The word before a token in its sentence, over a hyphen; -1 where there is none. */
function wordBefore({ kind, sentence, text, start }: TokenTable, i: number): number {
  let before = i - 1;
  if (before >= 0 && kind[before] === TokenKind.Punct && text.charCodeAt(start[before]) === HYPHEN) before--;
  return before >= 0 && kind[before] === TokenKind.Word && sentence[before] === sentence[i] ? before : -1;
}

/** Whether a word has its capital only for standing first: alone, in no list of names, and never with a capital inside sentences. */
function isPlainStart(table: TokenTable, columns: Columns, words: Words, i: number): boolean {
  if (!(table.flags[i] & TokenFlag.SentenceStart) || table.shape[i] !== CaseShape.Title || columns.names[i] !== 0)
    return false;
  if (table.sentenceCase[table.sentence[i]] !== SentenceCase.Normal) return false;
  if (columns.runEnd[i] !== i + 1 || table.flags[i] & TokenFlag.Suffixed) return false;
  const usage = words.usageOf(table, i);
  return usage > 0 && usage < SOMETIMES_CAPITAL;
}

/** Whether a word that may have lost its capital stands beside a capital, and raw text does not mostly write it small. */
function mayHaveLostCapital(table: TokenTable, words: Words, i: number): boolean {
  const beside =
    capitalFollows(table, i) ||
    (i > 0 && table.shape[i - 1] >= CaseShape.Title && table.sentence[i - 1] === table.sentence[i]);
  if (!beside) return false;
  const usage = words.usageOf(table, i);
  return usage === 0 || usage >= MOSTLY_CAPITAL;
}

/** Whether the next word, over a hyphen, has a capital. */
function capitalFollows(table: TokenTable, i: number): boolean {
  const { length, kind, shape, sentence } = table;
  let next = i + 1;
  if (next < length && kind[next] === TokenKind.Punct && table.text.charCodeAt(table.start[next]) === HYPHEN) next++;
  return next < length && shape[next] >= CaseShape.Title && sentence[next] === sentence[i];
}
