import { isApostrophe, isLower } from '../text/chars.js';
import { CaseShape, SentenceCase, TokenFlag, TokenKind, type TokenTable } from '../types.js';

/** What a mark does to a sentence, as bits. */
const Role = { Closer: 1, Opener: 2, Ender: 4 } as const;
const roles = new Uint8Array(0x10000);
function setRoles(marks: string, role: number): void {
  for (let i = 0; i < marks.length; i++) roles[marks.charCodeAt(i)] |= role;
}
setRoles('"”’\')]»}\u0094', Role.Closer);
setRoles('"“‘\'([«-–—•*\u0093', Role.Opener);
// U+0085 is the windows-1252 ellipsis read as Latin-1.
setRoles('.!?…\u0085', Role.Ender);

/**
 * Marks sentence starts. A sentence ends at `.`, `!`, `?` or an ellipsis, with closing quotes and brackets, unless a small letter follows
 * (`"Hayır." dedi.`), and always at a line end. Stops of abbreviations, initials and ordinals lie inside their tokens and end nothing.
 * `starts`, when given, are the first tokens of the sentences and nothing is searched.
 */
export function markSentences(table: TokenTable, starts?: readonly number[]): void {
  const { flags, length } = table;
  const sentenceStart = starts ? [...new Set(starts)].filter((start) => start < length) : findStarts(table);
  const sentenceCase: number[] = [];
  for (let s = 0; s < sentenceStart.length; s++) {
    const from = sentenceStart[s];
    flags[from] |= TokenFlag.SentenceStart;
    sentenceCase.push(readSentence(table, s, from, s + 1 < sentenceStart.length ? sentenceStart[s + 1] : length));
  }
  sentenceStart.push(length);
  table.sentenceStart = sentenceStart;
  table.sentenceCase = sentenceCase;
}

function findStarts(table: TokenTable): number[] {
  const { flags, length, kind } = table;
  const starts: number[] = [];
  // Did the sentence end before this token, closing marks after its stop left out?
  let ended = true;
  for (let i = 0; i < length; i++) {
    if (flags[i] & TokenFlag.LineStart || (ended && mayStart(table, i))) starts.push(i);
    if (kind[i] !== TokenKind.Punct) ended = false;
    else if (i === 0 || !isCloser(table, i)) ended = isEnder(table, i);
  }
  return starts;
}

/** May a sentence start with this token, after the end of another? */
function mayStart(table: TokenTable, i: number): boolean {
  if (i === 0) return true;
  const { text, start, kind } = table;
  if (kind[i] !== TokenKind.Punct) return !isLower(text.charCodeAt(start[i]));
  // An opening quote starts the sentence only if its first word does.
  return isOpener(table, i) && !(i + 1 < table.length && isLower(text.charCodeAt(start[i + 1])));
}

/** Bits of {@link Role} of a token's first unit. */
function roleOf(table: TokenTable, i: number): number {
  return roles[table.text.charCodeAt(table.start[i])];
}

function isEnder(table: TokenTable, i: number): boolean {
  return table.kind[i] === TokenKind.Punct && (roleOf(table, i) & Role.Ender) !== 0;
}

function isCloser(table: TokenTable, i: number): boolean {
  if (table.kind[i] !== TokenKind.Punct || table.flags[i] & TokenFlag.SpaceBefore) return false;
  return (roleOf(table, i) & Role.Closer) !== 0 || isApostrophe(table.text.charCodeAt(table.start[i]));
}

function isOpener(table: TokenTable, i: number): boolean {
  return table.kind[i] === TokenKind.Punct && !isCloser(table, i) && (roleOf(table, i) & Role.Opener) !== 0;
}

/** A line of key words in small letters: no capital at its start, no stop at its end, few capitals. */
function isTagLine(table: TokenTable, from: number, to: number, lower: number, words: number): boolean {
  const whole =
    (table.flags[from] & TokenFlag.LineStart) !== 0 &&
    (to === table.length || (table.flags[to] & TokenFlag.LineStart) !== 0);
  return (
    whole &&
    to - from <= LONGEST_TAG_LINE &&
    table.shape[from] === CaseShape.Lower &&
    !isEnder(table, to - 1) &&
    lower * 2 >= words
  );
}

const LONGEST_TAG_LINE = 12;

/** Shortest word that says how a sentence is written: those of one or two letters (ve, de) say little. */
const SHORTEST_WORD = 3;
/** Words of the sentence by their shape. */
const counts = new Int32Array(8);

/** Gives its tokens the sentence's index and tells how it is written. */
function readSentence(table: TokenTable, index: number, from: number, to: number): number {
  const { shape, start, stemEnd, sentence } = table;
  counts.fill(0);
  for (let i = from; i < to; i++) {
    sentence[i] = index;
    // Without a branch, which could not be predicted: the sign tells whether the word is long enough.
    counts[shape[i]] += (SHORTEST_WORD - 1 - (stemEnd[i] - start[i])) >>> 31;
  }
  const upper = counts[CaseShape.Upper];
  const title = counts[CaseShape.Title] + counts[CaseShape.Mixed];
  const lower = counts[CaseShape.Lower];
  const words = upper + title + lower;
  if (words >= 3 && upper >= words * 0.8) return SentenceCase.Upper;
  if (words >= 4 && title >= words * 0.85) return SentenceCase.Title;
  if (words >= 2 && (lower === words || isTagLine(table, from, to, lower, words))) return SentenceCase.Lower;
  return SentenceCase.Normal;
}
