import type { Candidate } from './evidence/candidate.js';
import { chooseCandidates, THRESHOLD } from './evidence/choose.js';
import { findHits } from './evidence/gazetteer.js';
import type { Hits } from './evidence/hits.js';
import { proposeByRules } from './evidence/recognise.js';
import { proposeUserNames } from './evidence/user.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { resolveDoc } from './resolve/resolve.js';
import { tableOfTokens, tokenize } from './tokenize/tokenizer.js';
import type { DocResult, EntityType, TokenTable } from './types.js';

/** What recognition works with; loaded once, passed in, never changed. */
export interface Resources {
  /** The shipped lists. */
  lexicon: Lexicon;
  /** The user's own lists, the most important first; they win over everything. */
  userLexicons: readonly Lexicon[];
}

/** Settings of one recognition. */
export interface RecognizeOptions {
  /** Types to report; all by default. */
  types?: readonly EntityType[];
  /** Least score of a reported name, 0 to 1; names below 0.5 are never proposed as names. */
  minScore?: number;
}

/** All that was found on the way from a text to its names. */
export interface Analysis {
  table: TokenTable;
  hits: Hits;
  candidates: Candidate[];
  chosen: Candidate[];
  result: DocResult;
}

/** Recognizes the names of a text. Never fails: any string has a result. */
export function analyseText(text: string, resources: Resources, options: RecognizeOptions = {}): Analysis {
  return analyseTable(tokenize(text), resources, options);
}

/** Recognizes names in tokens given from outside: one list a sentence, all sentences one document. */
export function analyseTokens(
  sentences: readonly (readonly string[])[],
  resources: Resources,
  options: RecognizeOptions = {},
): Analysis {
  return analyseTable(tableOfTokens(sentences), resources, options);
}

/** The order of the pipeline: tokens, listed phrases, candidates with evidence, chosen names, resolved document. */
function analyseTable(
  table: TokenTable,
  { lexicon, userLexicons }: Resources,
  { types, minScore = THRESHOLD }: RecognizeOptions,
): Analysis {
  const hits = findHits(table, [...userLexicons, lexicon]);
  const candidates = [...proposeUserNames(table, hits, userLexicons), ...proposeByRules(table, hits)];
  const chosen = chooseCandidates(candidates, Math.max(minScore, THRESHOLD)).filter(
    ({ type }) => !types || types.includes(type),
  );
  return { table, hits, candidates, chosen, result: resolveDoc(table, hits, chosen) };
}
