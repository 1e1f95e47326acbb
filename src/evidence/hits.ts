import type { Lexicon } from '../lexicon/lexicon.js';
import type { Reading } from '../morphology/analyser.js';

/** One place where a text holds a phrase of a lexicon. */
export interface Hit {
  /** First token. */
  from: number;
  /** Token after the last one. */
  to: number;
  lexicon: Lexicon;
  /** Phrase index in that lexicon. */
  phrase: number;
  /** How the last token was read when it carries a suffix without an apostrophe; undefined when it stands as listed. */
  reading: Reading | undefined;
  /** Only a derivation of the phrase (Libya-lı): speaks against a name. */
  derived: boolean;
}

/** All hits of a text, ordered by first token, shorter ones first. */
export interface Hits {
  all: Hit[];
  /** Index of the first hit that starts at or after each token; one element more than there are tokens. */
  firstAt: Int32Array;
}
