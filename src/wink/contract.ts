/**
 * The part of wink-nlp 2.4.0's model contract that künye fulfils. It is documented nowhere; this is what wink-nlp/src/wink-nlp.js,
 * cache.js and dd-wrapper.js ask of a model.
 */

/** Numbers a token takes in {@link RawDoc.tokens}: lexeme, white space before, part of speech and lemma, flags. */
export const TOKEN_SIZE = 4;

/** Bit at which a token's part of speech starts in its third number. */
export const POS_SHIFT = 20;

/** In a token's second number: the white space is not a number of blanks, {@link RawDoc.nonBreakingSpaces} holds it. */
export const VERBATIM_SPACE = 0xffff;

/** First and last token, then what wink keeps of them: two numbers of a sentence, the type of an entity. */
export type WinkSentence = [first: number, last: number, negation: number, sentiment: number];
export type WinkEntity = [first: number, last: number, type: string];

/** The document under construction that wink passes from step to step. */
export interface RawDoc {
  /** wink's words by their numbers. */
  cache: { value(lexeme: number): string };
  tokens: number[];
  numOfTokens: number;
  document: WinkSentence;
  sentences: WinkSentence[];
  entities: WinkEntity[];
  /** White space before a token, by the token's index. */
  nonBreakingSpaces: Record<number, string>;
}

/** Place of a lexeme's property: word, mask, shift, and 1 for a number or 0 for an index into the feature's list. */
export type Layout = readonly [word: number, mask: number, shift: number, isNumber: 0 | 1];

/** An automaton that finds nothing, in the form wink imports. */
export const EMPTY_MACHINE = '[100,0,{"0":{}},{},{},{}]';

/** What wink's custom entity recognizer passes to its transformer. */
export interface CustomEntityConfig {
  matchValue: boolean;
  usePOS: boolean;
  rdd: RawDoc;
  /** Words that patterns name literally. */
  preserve: Record<string, string>;
}
