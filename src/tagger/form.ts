import { isApostrophe, isUpper } from '../text/chars.js';
import { CaseShape, SentenceCase, TokenFlag, TokenKind, type TokenTable } from '../types.js';

/** Forms of marks that say something about names; other marks share one. */
const MARKS = '.,:;!?()[]"-/%&*…“”';
/** The form of an apostrophe that is a token of its own. */
export const APOSTROPHE = 64;
const OTHER_MARK = APOSTROPHE + 1;
const FIRST_KIND = 40;
/** The form of each mark, by its code. */
const markForms = new Uint8Array(0x2100).fill(OTHER_MARK);
for (let i = 0; i < MARKS.length; i++) markForms[MARKS.charCodeAt(i)] = OTHER_MARK + 1 + i;

/** The form of a small word that may have lost its capital: some archives write every Ç, I, İ, Ö, Ş, Ü small (`öDTü`, `ızmir`). */
export const DOUBTFUL_LOWER = 26;

/** Letters whose capitals such archives lose; by code: whether a letter is one, and whether a word may start with it. */
const lossy = codesOf('çğıöşüi');
const lossyFirst = codesOf('çıöşü');

function codesOf(letters: string): Uint8Array {
  const codes = new Uint8Array(0x180);
  for (let i = 0; i < letters.length; i++) codes[letters.charCodeAt(i)] = 1;
  return codes;
}

/**
 * How a token is written, as a number below 128: its case with its length in letters, where case says something; whether
 * it stands first in its sentence; or which mark it is.
 */
export function formOf(table: TokenTable, i: number): number {
  const kind = table.kind[i];
  if (kind === TokenKind.Word || kind === TokenKind.Mention || kind === TokenKind.Hashtag) return wordForm(table, i);
  if (kind === TokenKind.Number) return numberForm(table, i);
  if (kind === TokenKind.Punct) {
    const code = table.text.charCodeAt(table.start[i]);
    if (isApostrophe(code)) return APOSTROPHE;
    return code < markForms.length ? markForms[code] : OTHER_MARK;
  }
  return FIRST_KIND + kind;
}

function wordForm(table: TokenTable, i: number): number {
  const length = table.stemEnd[i] - table.start[i];
  let shape = table.shape[i];
  if (shape === CaseShape.None) return shape;
  if (shape === CaseShape.Mixed && isLossyUpper(table.text, table.start[i], table.stemEnd[i])) shape = CaseShape.Upper;
  if (shape === CaseShape.Lower) return smallForm(table.text.charCodeAt(table.start[i]));
  // Six forms a case of sentence; the first word's capital and the capitals of a headline are worth less.
  let form =
    shape === CaseShape.Title
      ? 0
      : shape === CaseShape.Mixed
        ? 1
        : shape === CaseShape.Initials
          ? 2
          : length <= 3
            ? 3
            : length <= 5
              ? 4
              : 5;
  const sentence = table.sentenceCase[table.sentence[i]];
  if (sentence === SentenceCase.Upper) form += 6;
  else if (sentence === SentenceCase.Title) form += 12;
  else if (table.flags[i] & TokenFlag.SentenceStart) form += 18;
  return 2 + form;
}

/** The form of a word in small letters that starts with a code unit. */
export function smallForm(code: number): number {
  return isOf(lossyFirst, code) ? DOUBTFUL_LOWER : CaseShape.Lower;
}

function isOf(codes: Uint8Array, code: number): boolean {
  return code < codes.length && codes[code] === 1;
}

/** Whether a word is all capitals but for letters whose capitals get lost. */
function isLossyUpper(text: string, start: number, end: number): boolean {
  let capitals = 0;
  for (let k = start; k < end; k++) {
    const code = text.charCodeAt(k);
    if (isUpper(code)) capitals++;
    else if (!isOf(lossy, code)) return false;
  }
  return capitals >= 2;
}

function numberForm(table: TokenTable, i: number): number {
  const { text, start, stemEnd } = table;
  const length = stemEnd[i] - start[i];
  for (let k = start[i]; k < stemEnd[i]; k++) {
    const code = text.charCodeAt(k);
    if (code > 0x39 && table.shape[i] !== CaseShape.None) return 34;
  }
  return length === 4 ? 30 : length <= 2 ? 31 : 32;
}
