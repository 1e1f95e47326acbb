/** Control characters of a text made harmless for a terminal; tabs and line ends are kept, CRLF as the line end it is. */
export function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the purpose
  return text.replace(/\r\n/gu, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '·');
}

/** The same for what is to stay on its line: an id, a name. */
export function harmlessLine(text: string): string {
  return text.replace(/\p{Cc}/gu, '·');
}
