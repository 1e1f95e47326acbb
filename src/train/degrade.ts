import { OUTSIDE } from '../tagger/tags.js';
import { lower, upper } from '../text/fold.js';
import { tableOfTokens } from '../tokenize/tokenizer.js';
import type { TaggedDocument } from './gold.js';
import type { Random } from './random.js';

/** Which share of the gold is copied with its case changed. */
export interface DegradeOptions {
  /** Share of sentences copied in capitals, as headlines are. */
  upper: number;
  /** Share of sentences copied in lower case, as tag lines and careless writers have them. */
  lower: number;
}

/** Fewest tokens of a sentence that is copied. */
const SHORTEST = 4;

/** Copies of single sentences in capitals and in lower case, each a document of its own: their case says nothing, their names are the same. */
export function degradedCopies(
  documents: readonly TaggedDocument[],
  options: DegradeOptions,
  random: Random,
): TaggedDocument[] {
  const copies: TaggedDocument[] = [];
  for (const { table, tags } of documents) {
    for (let s = 0; s + 1 < table.sentenceStart.length; s++) {
      const draw = random.float();
      const change = draw < options.upper ? upper : draw < options.upper + options.lower ? lower : undefined;
      const from = table.sentenceStart[s];
      const to = table.sentenceStart[s + 1];
      if (!change || to - from < SHORTEST || tags.subarray(from, to).every((tag) => tag === OUTSIDE)) continue;
      const tokens = Array.from({ length: to - from }, (_, k) =>
        change(table.text.slice(table.start[from + k], table.end[from + k])),
      );
      copies.push({ table: tableOfTokens([tokens]), tags: tags.slice(from, to) });
    }
  }
  return copies;
}
