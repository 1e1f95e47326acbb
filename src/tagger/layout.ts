/** Numbers that the kernel and what fills its memory agree on; both compile this file, so it holds nothing but numbers. */

/** Tags: O, then B and I of each type (see tags.ts). */
export const TAG_COUNT = 7;

/** Words on each side that a token's features look at. */
export const WINDOW = 2;

/** Bits of a token's traits. */
export enum Trait {
  Word = 1,
  /** The token holds an apostrophe and a suffix. */
  Suffixed = 2,
  /** In small letters. */
  Lower = 4,
  /** With a capital where only names have one: not first in its sentence, not in a headline. */
  Capital = 8,
}

/** Whether an apostrophe follows a token's stem: in the token, or as a token of its own. */
export enum Apostrophe {
  None = 0,
  Suffixed = 1,
  Loose = 2,
}

/** The form of no token: beyond the edge of the sentence. */
export const EDGE = 127;

/** Forms from 2 to this one have a capital. */
export const LAST_CAPITAL = 25;

/**
 * Numbers of a word's row in the kernel's cache. The first 16, a line of the processor's cache, are what is wanted again and again: the word's
 * middle cluster and, for each distance it is seen from, the sums of its weights, six 16-bit numbers each.
 */
export enum Word {
  Middle = 0,
  Sums = 1,
  Fold = 16,
  Form = 17,
  Usage = 18,
  /** Those of three and four letters follow. */
  Prefix2 = 19,
  Suffix2 = 22,
  Suffix3 = 23,
  Suffix4 = 24,
  Suffix5 = 25,
  Fine = 26,
  Coarse = 27,
  Pattern = 28,
  Check = 29,
}

/** Numbers a row. */
export const WORD_STRIDE = 32;

/** Letters an ending may have that is cut off to find a word's stem in the document. */
export const LONGEST_ENDING = 4;
