import type { Hits } from './evidence/hits.js';
import type { InputDoc } from './input/document.js';
import { ordered, withRecord } from './output/json.js';
import type { Analysis } from './pipeline.js';
import { type Base, baseOf } from './resolve/base.js';
import {
  CaseShape,
  type DocResult,
  type Entity,
  type NameSummary,
  TokenFlag,
  TokenKind,
  type TokenTable,
} from './types.js';

/** What a token is. */
export type TokenType = 'word' | 'number' | 'punct' | 'url' | 'email' | 'hashtag' | 'mention' | 'symbol';

/** How the letters of a token's stem are written: `ankara`, `Ankara`, `TBMM`, `S.Ç.`, `McDonald`; `none` without a cased letter. */
export type TokenShape = 'none' | 'lower' | 'title' | 'upper' | 'initials' | 'mixed';

const TYPE_NAMES = namesOf<TokenType>(TokenKind);
const SHAPE_NAMES = namesOf<TokenShape>(CaseShape);

/** The names of an enumeration's values, in small letters. They are ASCII: no Turkish casing is wanted. */
function namesOf<Name extends string>(values: Readonly<Record<string, number>>): Record<number, Name> {
  const lowered = (name: string) => String.fromCharCode(name.charCodeAt(0) + 32) + name.slice(1);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [value, lowered(name) as Name]));
}

/** The method by which Node.js shows an object; elsewhere it means nothing. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** A token as JSON: what stands there, and where. */
export interface TokenFields
  extends Pick<
    Token,
    'i' | 'start' | 'end' | 'text' | 'base' | 'suffix' | 'case' | 'type' | 'shape' | 'spaceBefore' | 'entity'
  > {
  /** Index of the token's sentence. */
  sentence: number;
}

/** A sentence as JSON. */
export type SentenceFields = Pick<Sentence, 'i' | 'start' | 'end' | 'text' | 'entities'>;

/** A word with its suffix, a number, a mark of punctuation: a view of the document's token table. All offsets are UTF-16, half-open. */
export class Token {
  // Truly private, as the document is: whatever walks an object's fields would else walk the tables of the whole text for each token.
  readonly #doc: Doc;
  readonly #table: TokenTable;
  readonly #hits: Hits;
  #parts: Base | undefined;

  constructor(
    doc: Doc,
    /** Index of the token in the document. */
    readonly i: number,
    table: TokenTable,
    hits: Hits,
  ) {
    this.#doc = doc;
    this.#table = table;
    this.#hits = hits;
  }

  /** The document the token belongs to. */
  get doc(): Doc {
    return this.#doc;
  }

  get start(): number {
    return this.#table.start[this.i];
  }

  /** End of the token, suffix included. */
  get end(): number {
    return this.#table.end[this.i];
  }

  /** The token as written, suffix included: `Moskova'da`. */
  get text(): string {
    return this.doc.text.slice(this.start, this.end);
  }

  /** The token without its suffix: `Moskova`. Without an apostrophe a suffix is cut only where a list knows the word: `Bakanlığı` of `Bakanlığına`. */
  get base(): string {
    return this.#reading.form.base;
  }

  /** The suffix without its apostrophe: `da`. */
  get suffix(): string | undefined {
    return this.#reading.suffix;
  }

  /** Case of the suffix: Nom, Acc, Dat, Loc, Abl, Gen, Ins or Equ; undefined without a suffix, or when it is none Turkish has. */
  get case(): string | undefined {
    return this.#reading.case;
  }

  get type(): TokenType {
    return TYPE_NAMES[this.#table.kind[this.i]];
  }

  get shape(): TokenShape {
    return SHAPE_NAMES[this.#table.shape[this.i]];
  }

  /** Does white space stand before the token? */
  get spaceBefore(): boolean {
    return (this.#table.flags[this.i] & TokenFlag.SpaceBefore) !== 0;
  }

  /** The sentence the token stands in. */
  get sentence(): Sentence {
    return this.#doc.sentences[this.#table.sentence[this.i]];
  }

  /** The mention the token is part of, if any. */
  get entity(): Entity | undefined {
    return entityAt(this.doc.entities, this.start);
  }

  /** The token's fields, for `JSON.stringify`; its sentence is given by index. */
  toJSON(): TokenFields {
    const { i, start, end, text, base, suffix, case: kase, type, shape, spaceBefore, sentence, entity } = this;
    return { i, start, end, text, base, suffix, case: kase, type, shape, spaceBefore, sentence: sentence.i, entity };
  }

  /** What `console.log(token)` shows in Node.js. */
  [INSPECT](): TokenFields {
    return this.toJSON();
  }

  get #reading(): Base {
    this.#parts ??= baseOf(this.#table, this.#hits, this.i, this.i + 1);
    return this.#parts;
  }
}

/** A sentence: a view of the document's token table. All offsets are UTF-16, half-open. */
export class Sentence {
  readonly #doc: Doc;
  readonly #first: number;
  readonly #last: number;

  constructor(
    doc: Doc,
    /** Index of the sentence in the document. */
    readonly i: number,
    first: number,
    last: number,
  ) {
    this.#doc = doc;
    this.#first = first;
    this.#last = last;
  }

  /** The document the sentence belongs to. */
  get doc(): Doc {
    return this.#doc;
  }

  get start(): number {
    return this.#doc.tokens[this.#first].start;
  }

  get end(): number {
    return this.#doc.tokens[this.#last - 1].end;
  }

  get text(): string {
    return this.doc.text.slice(this.start, this.end);
  }

  get tokens(): readonly Token[] {
    return this.#doc.tokens.slice(this.#first, this.#last);
  }

  /** The mentions that stand in the sentence, in text order. */
  get entities(): readonly Entity[] {
    const { entities } = this.#doc;
    return entities.slice(firstFrom(entities, this.start), firstFrom(entities, this.end));
  }

  /** The sentence's fields, for `JSON.stringify`; its tokens are those of the document that give its index. */
  toJSON(): SentenceFields {
    const { i, start, end, text, entities } = this;
    return { i, start, end, text, entities };
  }

  /** What `console.log(sentence)` shows in Node.js. */
  [INSPECT](): SentenceFields {
    return this.toJSON();
  }
}

/** Finds the mention that holds an offset; mentions are sorted and do not overlap. */
function entityAt(entities: readonly Entity[], offset: number): Entity | undefined {
  const last = entities[firstFrom(entities, offset + 1) - 1] as Entity | undefined;
  return last && last.end > offset ? last : undefined;
}

/** Index of the first mention that starts at an offset or after it. */
function firstFrom(entities: readonly Entity[], offset: number): number {
  let low = 0;
  let high = entities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entities[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A text with all that was found in it. Tokens and sentences are views of one table, made when first asked for; who wants
 * names alone does not pay for them.
 */
export class Doc {
  readonly #analysis: Analysis;
  readonly #record: Pick<InputDoc, 'id' | 'date' | 'title'>;
  #tokens: Token[] | undefined;
  #sentences: Sentence[] | undefined;

  constructor(analysis: Analysis, record: Pick<InputDoc, 'id' | 'date' | 'title'> = {}) {
    this.#analysis = analysis;
    this.#record = record;
  }

  /** Id of the record the text came from, if it had one. */
  get id(): string | undefined {
    return this.#record.id;
  }

  /** The text as given: `text.slice(start, end)` of any token or entity is what stands there. */
  get text(): string {
    return this.#analysis.table.text;
  }

  /** All mentions of names, in text order, not overlapping. */
  get entities(): readonly Entity[] {
    return this.#analysis.result.entities;
  }

  /** The persons named, the most often named first. */
  get people(): readonly NameSummary[] {
    return this.#analysis.result.people;
  }

  /** The places named, the most often named first. */
  get places(): readonly NameSummary[] {
    return this.#analysis.result.places;
  }

  /** The organizations named, the most often named first. */
  get organizations(): readonly NameSummary[] {
    return this.#analysis.result.organizations;
  }

  get tokens(): readonly Token[] {
    const { table, hits } = this.#analysis;
    this.#tokens ??= Array.from({ length: table.length }, (_, i) => new Token(this, i, table, hits));
    return this.#tokens;
  }

  get sentences(): readonly Sentence[] {
    const { sentenceStart } = this.#analysis.table;
    this.#sentences ??= sentenceStart
      .slice(0, -1)
      .map((first, i) => new Sentence(this, i, first, sentenceStart[i + 1]));
    return this.#sentences;
  }

  /** The document as the command line prints it; see `kunye schema`. */
  toJSON(): DocResult {
    return ordered(withRecord(this.#record, this.#analysis.result));
  }

  /** What `console.log(doc)` shows in Node.js: the result, not the tables behind it. */
  [INSPECT](): DocResult {
    return this.toJSON();
  }
}
