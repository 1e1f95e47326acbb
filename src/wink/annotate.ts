import type { Analysis } from '../pipeline.js';
import { Bases } from '../resolve/base.js';
import type { TokenTable } from '../types.js';
import { POS_SHIFT, type RawDoc, TOKEN_SIZE, VERBATIM_SPACE, type WinkEntity, type WinkSentence } from './contract.js';
import type { Vocabulary } from './vocabulary.js';

/** Parts of speech künye can tell, by wink's names; X is everything else. A number of 8 is what wink takes for unknown. */
export const PARTS_OF_SPEECH = ['X', 'PROPN', 'NUM', 'PUNCT', 'SYM'] as const;

/** Puts back together the text from which wink made its raw tokens; blanks at the text's end are lost, as wink drops them. */
export function restoreText(doc: RawDoc, vocabulary: Vocabulary): string {
  let text = '';
  for (let i = 0; i < doc.tokens.length; i += TOKEN_SIZE) {
    const space = doc.tokens[i + 1];
    text += space === VERBATIM_SPACE ? doc.nonBreakingSpaces[i / TOKEN_SIZE] : ' '.repeat(space);
    text += vocabulary.wordOf(doc.tokens[i]);
  }
  return text;
}

/**
 * Replaces what wink made of a text by künye's tokens, sentences and entities. A suffix behind an apostrophe is a token of its own, so that
 * an entity ends before it; the same goes for a suffix without an apostrophe where the name's base form is written in the text.
 */
export function annotate(doc: RawDoc, analysis: Analysis, vocabulary: Vocabulary): void {
  const { table, result } = analysis;
  const cuts = findCuts(analysis);
  const writer = new TokenWriter(doc, table.text, vocabulary);
  const firstOf = new Int32Array(table.length + 1);
  for (let i = 0; i < table.length; i++) {
    firstOf[i] = writer.length;
    writer.add(table.start[i], cuts[i]);
    if (cuts[i] < table.end[i]) writer.add(cuts[i], table.end[i]);
  }
  firstOf[table.length] = writer.length;
  writer.addRest();

  const last = writer.length - 1;
  doc.numOfTokens = writer.length;
  doc.document = [0, last, 0, 0];
  doc.sentences = sentencesOf(table, firstOf, last);
  const entities = result.entities.map(({ type, start, end }): WinkEntity => {
    const from = tokenAt(table, start);
    const to = tokenAt(table, end - 1);
    return [firstOf[from], firstOf[to], type];
  });
  for (const [first, to] of entities) for (let k = first; k <= to; k++) writer.markName(k);
  // wink assigns what its own automata found after this; künye's names stand.
  Object.defineProperty(doc, 'entities', { enumerable: true, get: () => entities, set: () => {} });
}

/** Where each token's suffix starts; the token's end when it has none. */
function findCuts({ table, hits, chosen }: Analysis): Int32Array {
  const cuts = table.stemEnd.slice(0, table.length);
  const bases = new Bases(table, hits);
  for (const { from, to, type } of chosen) {
    const i = to - 1;
    if (cuts[i] < table.end[i]) continue;
    const { form, suffix } = bases.of(from, to, type);
    if (suffix === undefined) continue;
    const cut = table.end[i] - suffix.length;
    if (form.base.endsWith(table.text.slice(table.start[i], cut))) cuts[i] = cut;
  }
  return cuts;
}

/** The token that holds an offset. */
function tokenAt(table: TokenTable, offset: number): number {
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table.end[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sentencesOf({ sentenceStart }: TokenTable, firstOf: Int32Array, last: number): WinkSentence[] {
  const sentences = sentenceStart
    .slice(0, -1)
    .map((start, i): WinkSentence => [firstOf[start], firstOf[sentenceStart[i + 1]] - 1, 0, 0]);
  if (last < 0) return [];
  if (sentences.length === 0) return [[0, last, 0, 0]];
  sentences[sentences.length - 1][1] = last;
  return sentences;
}

/** Writes wink tokens that together give the text again. */
class TokenWriter {
  private at = 0;

  constructor(
    private readonly doc: RawDoc,
    private readonly text: string,
    private readonly vocabulary: Vocabulary,
  ) {
    doc.tokens.length = 0;
    doc.nonBreakingSpaces = Object.create(null) as Record<number, string>;
  }

  get length(): number {
    return this.doc.tokens.length / TOKEN_SIZE;
  }

  /** Adds the token `[start, end)` and, before it, what stands between it and the last one. */
  add(start: number, end: number): void {
    const { doc, text, vocabulary } = this;
    const lexeme = vocabulary.numberOf(text.slice(start, end));
    let space = start - this.at;
    for (let i = this.at; i < start; i++) if (text.charCodeAt(i) !== 0x20) space = VERBATIM_SPACE;
    if (space >= VERBATIM_SPACE) {
      space = VERBATIM_SPACE;
      doc.nonBreakingSpaces[this.length] = text.slice(this.at, start);
    }
    doc.tokens.push(lexeme, space, partOfSpeech(vocabulary.typeOf(lexeme)) << POS_SHIFT, 0);
    this.at = end;
  }

  /** Adds what stands after the last token, unless it is white space, which wink trims anyway. */
  addRest(): void {
    const rest = this.text.slice(this.at);
    if (rest.trim() !== '') this.add(this.text.length - rest.trimStart().length, this.text.length);
  }

  /** Makes a token a proper noun. */
  markName(i: number): void {
    this.doc.tokens[i * TOKEN_SIZE + 2] = PARTS_OF_SPEECH.indexOf('PROPN') << POS_SHIFT;
  }
}

function partOfSpeech(type: string): number {
  const named = (name: (typeof PARTS_OF_SPEECH)[number]) => PARTS_OF_SPEECH.indexOf(name);
  switch (type) {
    case 'number':
      return named('NUM');
    case 'punctuation':
      return named('PUNCT');
    case 'emoji':
      return named('SYM');
    default:
      return named('X');
  }
}
