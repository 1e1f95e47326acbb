/** Puts a text on one line, without control characters, so that it can be quoted in a message. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ');
}
