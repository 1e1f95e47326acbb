import { CharClass, classOf, isLower } from '../text/chars.js';
import { CaseShape, SentenceCase, TokenFlag, TokenKind, type TokenTable } from '../types.js';

const CLOSERS = '"”’\')]»}\u0094';

/**
 * Marks sentence starts. A sentence ends at `.`, `!`, `?` or an ellipsis, with closing quotes and brackets, unless a small letter follows
 * (`"Hayır." dedi.`), and always at a line end. Stops of abbreviations, initials and ordinals lie inside their tokens and end nothing.
 * `starts`, when given, are the first tokens of the sentences and nothing is searched.
 */
export function markSentences(table: TokenTable, starts?: readonly number[]): void {
  const { flags, length } = table;
  if (starts) {
    for (const start of starts) if (start < length) flags[start] |= TokenFlag.SentenceStart;
  } else {
    for (let i = 0; i < length; i++) if (startsSentence(table, i)) flags[i] |= TokenFlag.SentenceStart;
  }
  table.sentenceStart = [];
  for (let i = 0; i < length; i++) {
    if (flags[i] & TokenFlag.SentenceStart) table.sentenceStart.push(i);
    table.sentence[i] = table.sentenceStart.length - 1;
  }
  table.sentenceStart.push(length);
  table.sentenceCase = [];
  for (let s = 0; s + 1 < table.sentenceStart.length; s++) {
    table.sentenceCase.push(sentenceCase(table, table.sentenceStart[s], table.sentenceStart[s + 1]));
  }
}

function startsSentence(table: TokenTable, i: number): boolean {
  if (i === 0 || table.flags[i] & TokenFlag.LineStart) return true;
  const { text, start, kind } = table;
  const first = text.charCodeAt(start[i]);
  if (kind[i] === TokenKind.Punct && !isOpener(table, i)) return false;
  if (isLower(first)) return false;
  let j = i - 1;
  while (j > 0 && isCloser(table, j)) j--;
  if (!isEnder(table, j)) return false;
  // An opening quote starts the sentence only if its first word does.
  return !(isOpener(table, i) && i + 1 < table.length && isLower(text.charCodeAt(start[i + 1])));
}

function isEnder(table: TokenTable, i: number): boolean {
  if (table.kind[i] !== TokenKind.Punct) return false;
  const char = table.text[table.start[i]];
  return char === '.' || char === '!' || char === '?' || char === '…' || char === '\u0085';
}

function isCloser(table: TokenTable, i: number): boolean {
  if (table.kind[i] !== TokenKind.Punct || table.flags[i] & TokenFlag.SpaceBefore) return false;
  const code = table.text.charCodeAt(table.start[i]);
  return classOf(code) === CharClass.Apostrophe || CLOSERS.includes(String.fromCharCode(code));
}

function isOpener(table: TokenTable, i: number): boolean {
  if (table.kind[i] !== TokenKind.Punct || isCloser(table, i)) return false;
  const char = table.text[table.start[i]];
  return '"“‘\'([«-–—•*\u0093'.includes(char);
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

function sentenceCase(table: TokenTable, from: number, to: number): number {
  let upper = 0;
  let title = 0;
  let lower = 0;
  for (let i = from; i < to; i++) {
    const shape = table.shape[i];
    // Words of one or two letters (ve, de) say little.
    if (table.stemEnd[i] - table.start[i] < 3) continue;
    if (shape === CaseShape.Upper) upper++;
    else if (shape === CaseShape.Title || shape === CaseShape.Mixed) title++;
    else if (shape === CaseShape.Lower) lower++;
  }
  const words = upper + title + lower;
  if (words >= 3 && upper >= words * 0.8) return SentenceCase.Upper;
  if (words >= 4 && title >= words * 0.85) return SentenceCase.Title;
  if (words >= 2 && (lower === words || isTagLine(table, from, to, lower, words))) return SentenceCase.Lower;
  return SentenceCase.Normal;
}
