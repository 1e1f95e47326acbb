import type { EntityType, TokenTable } from '../types.js';

/** Gives the IOB2 tag of every token: a token has a name's tag when its stem lies in the name. */
export function bioTags(
  table: TokenTable,
  spans: readonly { start: number; end: number; type: EntityType }[],
): string[] {
  const tags: string[] = new Array(table.length).fill('O');
  let i = 0;
  for (const { start, end, type } of spans) {
    while (i < table.length && table.start[i] < start) i++;
    let prefix = 'B';
    while (i < table.length && table.start[i] < end) {
      tags[i++] = `${prefix}-${type}`;
      prefix = 'I';
    }
  }
  return tags;
}

/** Renders `token<TAB>tag` lines with a blank line after each sentence; a token cannot hold white space. */
export function renderConll(
  table: TokenTable,
  spans: readonly { start: number; end: number; type: EntityType }[],
): string {
  const tags = bioTags(table, spans);
  let out = '';
  for (let s = 0; s + 1 < table.sentenceStart.length; s++) {
    for (let i = table.sentenceStart[s]; i < table.sentenceStart[s + 1]; i++) {
      out += `${table.text.slice(table.start[i], table.end[i])}\t${tags[i]}\n`;
    }
    out += '\n';
  }
  return out;
}
