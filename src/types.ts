/** The words the whole project shares; this file imports nothing. */

/** Types of names künye tells apart. */
export const ENTITY_TYPES = ['PER', 'LOC', 'ORG'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** A piece of text by its offsets: UTF-16 code units, half-open. */
export interface Span {
  start: number;
  end: number;
}

/** Kinds of tokens. */
export const TokenKind = {
  Word: 1,
  Number: 2,
  Punct: 3,
  Url: 4,
  Email: 5,
  Hashtag: 6,
  Mention: 7,
  Symbol: 8,
} as const;

/** Letter-case shapes of a token's stem. */
export const CaseShape = {
  /** No cased letter. */
  None: 0,
  /** ankara */
  Lower: 1,
  /** Ankara, es-Serrac */
  Title: 2,
  /** TBMM */
  Upper: 3,
  /** F. or S.Ç. */
  Initials: 4,
  /** McDonald, F.Bahçe */
  Mixed: 5,
} as const;

/** Bits of {@link TokenTable.flags}. */
export const TokenFlag = {
  /** White space stands before the token. */
  SpaceBefore: 1,
  /** A line starts with the token. */
  LineStart: 2,
  /** A sentence starts with the token. */
  SentenceStart: 4,
  /** The token holds an apostrophe and a suffix after it. */
  Suffixed: 8,
} as const;

/** How a sentence is written: its case says less about names when all of it is in capitals, in title case or in lower case. */
export const SentenceCase = { Normal: 0, Upper: 1, Title: 2, Lower: 3 } as const;

/**
 * The tokens of one text as parallel arrays, one element a token; only the first `length` elements count. A token is a word with its
 * apostrophe suffix (`Serrac'la`), a number, a mark of punctuation, a URL and so on; `stemEnd` tells where the suffix's apostrophe stands.
 */
export interface TokenTable {
  readonly text: string;
  length: number;
  start: Int32Array;
  /** End of the token with its suffix. */
  end: Int32Array;
  /** End of the token without apostrophe and suffix; equals `end` when there is none. */
  stemEnd: Int32Array;
  /** A {@link TokenKind}. */
  kind: Uint8Array;
  /** A {@link CaseShape} of the stem. */
  shape: Uint8Array;
  /** Bits of {@link TokenFlag}. */
  flags: Uint8Array;
  /** Index of the token's sentence. */
  sentence: Int32Array;
  /** First hash of the stem's comparison key. */
  hash: Int32Array;
  /** Second hash of the stem's comparison key. */
  check: Int32Array;
  /** First token of each sentence, and after the last sentence the number of tokens. */
  sentenceStart: number[];
  /** A {@link SentenceCase} a sentence. */
  sentenceCase: number[];
}

/** How a mention was found: the user's list, a shipped list, a rule, the tagger, or a fuller name elsewhere in the document. */
export type Source = 'user' | 'list' | 'rule' | 'model' | 'chain';

/** One mention of a name in a text. */
export interface Entity {
  type: EntityType;
  /** UTF-16 offsets into the text, half-open; `text` is exactly that slice. */
  start: number;
  end: number;
  text: string;
  /** The name in its base form, canonical where a list or the document knows it. */
  name: string;
  /** The suffix behind the apostrophe, or cut off the last word. */
  suffix?: string;
  /** Case of the mention, given with the suffix. */
  case?: string;
  source: Source;
  /** How sure the recognizer is, 0 to 1. */
  score: number;
  /** Index of the mention's sentence; given in batches. */
  sentence?: number;
  /** The sentence itself, given in batches for the first mention of each name. */
  context?: string;
}

/** One name of a document with all its mentions counted. */
export interface NameSummary {
  name: string;
  count: number;
  /** Other forms by which the document mentions it. */
  aliases?: string[];
  /** Titles by which the document names a person. */
  roles?: string[];
}

/** What künye gives for one document: the object that is printed as JSON. */
export interface DocResult {
  id?: string;
  date?: string;
  title?: string;
  people: NameSummary[];
  places: NameSummary[];
  organizations: NameSummary[];
  entities: Entity[];
}
