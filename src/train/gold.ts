import type { GoldDoc } from '../input/gold.js';
import type { TaggedName } from '../tagger/tagger.js';
import { beginOf, insideOf, isInside, OUTSIDE, TAG_TYPES } from '../tagger/tags.js';
import { tableOfTokens, tokenize } from '../tokenize/tokenizer.js';
import type { TokenTable } from '../types.js';

/** One document to learn from: its tokens and the tag of each. */
export interface TaggedDocument {
  table: TokenTable;
  tags: Uint8Array;
  /** How much it counts in learning; 1 when not given. */
  weight?: number;
}

/** Turns gold into tags of our tokens. A name that starts or ends inside a token covers it whole. */
export function tagDocument({ text, sentences, names }: GoldDoc): TaggedDocument {
  const table = sentences ? tableOfTokens(sentences) : tokenize(text);
  const tags = new Uint8Array(table.length);
  for (const { start, end, type } of names) mark(table, tags, start, end, TAG_TYPES.indexOf(type));
  return { table, tags };
}

/** Cuts a document into its sentences, each a document of its own, as gold without document limits has them. */
export function sentencesOf({ table, tags }: TaggedDocument): TaggedDocument[] {
  const { sentenceStart, text, start, end } = table;
  return sentenceStart.slice(0, -1).map((from, s) => {
    const to = sentenceStart[s + 1];
    const tokens = Array.from({ length: to - from }, (_, k) => text.slice(start[from + k], end[from + k]));
    return { table: tableOfTokens([tokens]), tags: tags.slice(from, to) };
  });
}

/** Tags the tokens that a name touches; at a sentence's end it begins anew. */
function mark(table: TokenTable, tags: Uint8Array, start: number, end: number, type: number): void {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table.end[middle] <= start) low = middle + 1;
    else high = middle;
  }
  let i = low;
  for (; i < table.length && table.start[i] < end; i++) {
    const begins = i === low || table.sentence[i] !== table.sentence[i - 1];
    tags[i] = begins ? beginOf(type) : insideOf(type);
  }
  // A name that shared its first token with this one begins at its second.
  if (i < table.length && isInside(tags[i])) tags[i]--;
}

/** The names in a row of tags as [first token, token after, type]; a name ends where no I of its type follows. */
export function namesOf(tags: Uint8Array): [from: number, to: number, type: number][] {
  const names: [number, number, number][] = [];
  for (let i = 0; i < tags.length; ) {
    if (tags[i] === OUTSIDE) {
      i++;
      continue;
    }
    const type = (tags[i] - 1) >> 1;
    let to = i + 1;
    while (to < tags.length && tags[to] === insideOf(type)) to++;
    names.push([i, to, type]);
    i = to;
  }
  return names;
}

/** The tags of `length` tokens that hold these names. */
export function tagsOf(length: number, names: readonly TaggedName[]): Uint8Array {
  const tags = new Uint8Array(length);
  for (const { from, to, type } of names) {
    const number = TAG_TYPES.indexOf(type);
    tags.fill(insideOf(number), from, to);
    tags[from] = beginOf(number);
  }
  return tags;
}
