import { TokenFlag, TokenKind } from '../../dist/types.js';

const KINDS = Object.fromEntries(Object.entries(TokenKind).map(([name, value]) => [value, name]));

/** The tokens as strings, a suffix after `|` in place of its apostrophe. */
export function showTokens(table) {
  return Array.from({ length: table.length }, (_, i) => {
    const stem = table.text.slice(table.start[i], table.stemEnd[i]);
    return table.stemEnd[i] < table.end[i] ? `${stem}|${table.text.slice(table.stemEnd[i] + 1, table.end[i])}` : stem;
  });
}

/** The kinds of the tokens by name. */
export function showKinds(table) {
  return Array.from({ length: table.length }, (_, i) => KINDS[table.kind[i]]);
}

/** The sentences as slices of the text. */
export function showSentences(table) {
  const { text, sentenceStart, start, end } = table;
  return sentenceStart.slice(0, -1).map((from, s) => text.slice(start[from], end[sentenceStart[s + 1] - 1]));
}

/** Everything that must hold for the table of any text; gives what does not. */
export function tableFaults(table) {
  const faults = [];
  const { text, length, start, end, stemEnd, sentence, sentenceStart, flags } = table;
  for (let i = 0; i < length; i++) {
    const previous = i === 0 ? 0 : end[i - 1];
    if (start[i] < previous) faults.push(`token ${i} starts before the one before it ends`);
    if (start[i] >= end[i] || end[i] > text.length) faults.push(`token ${i} is empty or ends outside the text`);
    if (stemEnd[i] <= start[i] || stemEnd[i] > end[i]) faults.push(`the stem of token ${i} is empty or too long`);
    if (Boolean(flags[i] & TokenFlag.Suffixed) !== stemEnd[i] < end[i]) faults.push(`suffix flag of token ${i}`);
    const s = sentence[i];
    if (!(sentenceStart[s] <= i && i < sentenceStart[s + 1])) faults.push(`token ${i} is outside its sentence ${s}`);
    if (Boolean(flags[i] & TokenFlag.SentenceStart) !== (sentenceStart[s] === i)) faults.push(`start flag of ${i}`);
  }
  if (sentenceStart.at(-1) !== length) faults.push('the sentences do not cover all tokens');
  if (length > 0 && sentenceStart[0] !== 0) faults.push('the first sentence does not start with the first token');
  return faults;
}
