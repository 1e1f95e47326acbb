import { CharClass, classOf } from '../text/chars.js';
import { CaseShape } from '../types.js';

/** Tells the {@link CaseShape} of a slice. Particles before a hyphen (es-Serrac) do not count. */
export function caseShape(text: string, start: number, end: number): number {
  let upper = 0;
  let lower = 0;
  let firstUpper = false;
  let dots = false;
  for (let i = start; i < end; i++) {
    const c = classOf(text.charCodeAt(i));
    if (c === CharClass.Upper) {
      if (upper + lower === 0) firstUpper = true;
      upper++;
    } else if (c === CharClass.Lower) {
      lower++;
    } else if (text.charCodeAt(i) === 0x2e) {
      dots = true;
    } else if (text.charCodeAt(i) === 0x2d && upper === 0 && lower > 0 && lower <= 3) {
      lower = 0;
    }
  }
  if (upper === 0) return lower === 0 ? CaseShape.None : CaseShape.Lower;
  if (lower === 0) return upper === 1 || (dots && upper <= 4) ? CaseShape.Initials : CaseShape.Upper;
  if (!firstUpper) return CaseShape.Mixed;
  return upper === 1 ? CaseShape.Title : CaseShape.Mixed;
}

/** Is a token of this shape written with a capital? */
export function isCapital(shape: number): boolean {
  return shape >= CaseShape.Title;
}
