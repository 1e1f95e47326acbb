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
  /** Share of sentences copied with the capitals Ç, Ğ, I, İ, Ö, Ş, Ü made small, as some archives have them. */
  lossy: number;
}

/** A capital that some archives lose, with what they have for it. */
const LOSSES: Record<string, string> = { Ç: 'ç', Ğ: 'ğ', I: 'ı', İ: 'ı', Ö: 'ö', Ş: 'ş', Ü: 'ü' };

/** Makes the capitals small that some archives lose. */
function loseCapitals(text: string): string {
  return text.replace(/[ÇĞIİÖŞÜ]/gu, (letter) => LOSSES[letter]);
}

/** The change for a number drawn from [0, 1), if any. */
function changeFor(draw: number, options: DegradeOptions): ((text: string) => string) | undefined {
  if (draw < options.upper) return upper;
  if (draw < options.upper + options.lower) return lower;
  return draw < options.upper + options.lower + options.lossy ? loseCapitals : undefined;
}

/** Fewest tokens of a sentence that is copied. */
const SHORTEST = 4;

/** Copies of single sentences with their case changed, each a document of its own: the names are the same. */
export function degradedCopies(
  documents: readonly TaggedDocument[],
  options: DegradeOptions,
  random: Random,
): TaggedDocument[] {
  const copies: TaggedDocument[] = [];
  for (const { table, tags } of documents) {
    for (let s = 0; s + 1 < table.sentenceStart.length; s++) {
      const draw = random.float();
      const change = changeFor(draw, options);
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
