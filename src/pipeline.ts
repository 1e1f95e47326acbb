import type { Candidate } from './evidence/candidate.js';
import { chooseCandidates, THRESHOLD } from './evidence/choose.js';
import { findHits } from './evidence/gazetteer.js';
import type { Hits } from './evidence/hits.js';
import { proposeByRules } from './evidence/recognise.js';

import { proposeUserNames } from './evidence/user.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { resolveDoc } from './resolve/resolve.js';
import { featureEvidence, opinionOn, passedOver, taggedCandidates } from './tagger/candidates.js';
import type { Tagger } from './tagger/tagger.js';
import { tableOfTokens, tokenize } from './tokenize/tokenizer.js';
import type { DocResult, EntityType, TokenTable } from './types.js';

/** What recognition works with; loaded once and passed in. A tagger holds work space: one set of resources serves one thread. */
export interface Resources {
  /** The shipped lists. */
  lexicon: Lexicon;
  /** The user's own lists, the most important first; they win over everything. */
  userLexicons: readonly Lexicon[];
  /** The trained tagger; without it lists and rules decide. */
  tagger?: Tagger;
}

/** Settings of one recognition. */
export interface RecognizeOptions {
  /** Types to report; all by default. */
  types?: readonly EntityType[];
  /** Least score of a reported name, 0 to 1; by default what the tagger or the rules hold likelier than not. */
  minScore?: number;
}

/** Settings of one analysis. */
export interface AnalyseOptions extends RecognizeOptions {
  /**
   * For explanations: also consider what the tagger did not find, and tell so many of the features that weigh most in each of its
   * candidates. What is found stays the same.
   */
  reasons?: number;
}

/** All that was found on the way from a text to its names. */
export interface Analysis {
  table: TokenTable;
  hits: Hits;
  candidates: Candidate[];
  chosen: Candidate[];
  /** Least score a candidate needed. */
  threshold: number;
  result: DocResult;
}

/** Recognizes the names of a text. Never fails: any string has a result. */
export function analyseText(text: string, resources: Resources, options: AnalyseOptions = {}): Analysis {
  return analyseTable(tokenize(text), resources, options);
}

/** Recognizes names in tokens given from outside: one list a sentence, all sentences one document. */
export function analyseTokens(
  sentences: readonly (readonly string[])[],
  resources: Resources,
  options: AnalyseOptions = {},
): Analysis {
  return analyseTable(tableOfTokens(sentences), resources, options);
}

/** The order of the pipeline: tokens, listed phrases, candidates with evidence, chosen names, resolved document. */
function analyseTable(
  table: TokenTable,
  { lexicon, userLexicons, tagger }: Resources,
  { types, minScore, reasons }: AnalyseOptions,
): Analysis {
  const hits = findHits(table, [...userLexicons, lexicon]);
  const own = userLexicons.length > 0 ? proposeUserNames(table, hits, userLexicons) : [];
  const found = tagger ? taggedCandidates(tagger.tag(table, hits)) : proposeByRules(table, hits);
  const candidates = own.length > 0 ? [...own, ...found] : found;
  // The tagger has weighed a name against its alternatives already: its choice needs no threshold.
  const threshold = Math.max(minScore ?? 0, tagger ? 0 : THRESHOLD);
  const chosen = chooseCandidates(candidates, threshold);
  const result = resolveDoc(table, hits, chosen);
  if (tagger && reasons !== undefined) {
    const others = passedOver(tagger, table, found, proposeByRules(table, hits));
    for (const candidate of [...found, ...others])
      candidate.evidence = [opinionOn(candidate), ...featureEvidence(tagger, table, candidate, reasons)];
    candidates.push(...others);
  }
  return { table, hits, candidates, chosen, threshold, result: types ? ofTypes(result, types) : result };
}

/** Keeps the names of some types. Roles and links come from all names, so this is done last. */
function ofTypes(result: DocResult, types: readonly EntityType[]): DocResult {
  return {
    ...result,
    people: types.includes('PER') ? result.people : [],
    places: types.includes('LOC') ? result.places : [],
    organizations: types.includes('ORG') ? result.organizations : [],
    entities: result.entities.filter(({ type }) => types.includes(type)),
  };
}
