/** What a terminal does not give a column of its own: combining marks and invisible characters. */
const NO_WIDTH = /[\p{M}\p{Cf}]/u;

/**
 * Breaks lines between words so that none is wider than `width` columns; a longer word stays whole. Only blanks become line ends, so the
 * result has the same length and every offset stays what it was.
 */
export function wrapLines(text: string, width: number): string {
  let wrapped = '';
  let written = 0;
  let column = 0;
  let blank = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] === '\n')) {
      column = 0;
      blank = -1;
      continue;
    }
    if (text[i] === ' ') blank = i;
    if (!NO_WIDTH.test(text[i])) column++;
    if (column <= width || blank < 0) continue;
    wrapped += `${text.slice(written, blank)}\n`;
    written = blank + 1;
    column = i - blank;
    blank = -1;
  }
  return wrapped + text.slice(written);
}
