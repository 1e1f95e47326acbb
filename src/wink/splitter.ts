const APOSTROPHES = "'\\u2019\\u2018`\\u00b4\\u02bc\\uff07\\u0092";
/** What wink keeps as white space: blanks, and the others word for word. */
const BLANKS = ' \\u00a0\\u2002-\\u2005\\u2009\\u200a\\u202f\\u205f';

/**
 * The expression by which wink splits a text into raw pieces, nothing left out: blanks, a suffix behind its apostrophe, words, numbers, any other
 * character by itself. It serves patterns of custom entities and pipes without sentence detection; everywhere else künye's tokens replace its pieces.
 */
export const splitter = [
  `([${BLANKS}]+|(?<=[\\p{L}\\p{N}])[${APOSTROPHES}]\\p{L}+|[\\p{L}\\p{M}\\u00ad]+|\\p{N}+(?:[.,:]\\p{N}+)*|[^])`,
  'u',
] as const;
