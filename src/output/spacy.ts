import { offsetConverter } from '../text/offsets.js';
import type { DocResult, Span, TokenTable } from '../types.js';

/** A document in the shape of spaCy's `Doc.to_json` (https://spacy.io/api/doc#to_json); all offsets count code points, as Python does. */
export interface SpacyDoc {
  text: string;
  ents: { start: number; end: number; label: string }[];
  sents: { start: number; end: number }[];
  tokens: { id: number; start: number; end: number }[];
}

/**
 * Gives a document as spaCy writes one. spaCy wants names to begin and end with tokens, and every character but one blank after a token to be in a
 * token: so tokens are cut before their apostrophe suffix and at the limits of names, and other white space is a token of its own.
 */
export function toSpacy(table: TokenTable, result: DocResult): SpacyDoc {
  const { text } = table;
  const tokens = spacyTokens(table, result.entities);
  const convert = offsetConverter(text, 'codepoint');
  const located = ({ start, end }: Span) => ({ start: convert(start), end: convert(end) });
  return {
    text,
    ents: result.entities.map(({ start, end, type }) => ({ ...located({ start, end }), label: type })),
    sents: sentences(table, tokens).map(located),
    tokens: tokens.map((token, id) => ({ id, ...located(token) })),
  };
}

/** Renders a document as one line in the shape of spaCy's `Doc.to_json`, without a line end. */
export function renderSpacy(table: TokenTable, result: DocResult): string {
  return JSON.stringify(toSpacy(table, result));
}

function spacyTokens(table: TokenTable, entities: readonly Span[]): Span[] {
  const limits = [...new Set(entities.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const tokens: Span[] = [];
  let at = 0;
  let nextLimit = 0;
  const fillTo = (end: number) => {
    // A single blank after a token is the token's own.
    const from = at > 0 && table.text[at] === ' ' ? at + 1 : at;
    if (from < end) tokens.push({ start: from, end });
    at = end;
  };
  for (let i = 0; i < table.length; i++) {
    fillTo(table.start[i]);
    const cuts = [table.stemEnd[i], table.end[i]];
    while (nextLimit < limits.length && limits[nextLimit] <= table.start[i]) nextLimit++;
    for (let k = nextLimit; k < limits.length && limits[k] < table.end[i]; k++) cuts.push(limits[k]);
    for (const cut of cuts.sort((a, b) => a - b)) {
      if (cut > at) tokens.push({ start: at, end: cut });
      at = Math.max(at, cut);
    }
  }
  fillTo(table.text.length);
  return tokens;
}

/** Sentences over spaCy's tokens: each goes on to the next one's first word, so that white space between them belongs to the first. */
function sentences(table: TokenTable, tokens: readonly Span[]): Span[] {
  const starts = new Set(table.sentenceStart.slice(1, -1).map((first) => table.start[first]));
  const sents: Span[] = [];
  for (const { start, end } of tokens) {
    const open = sents.at(-1);
    if (open && !starts.has(start)) open.end = end;
    else sents.push({ start, end });
  }
  return sents;
}
