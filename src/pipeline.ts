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

/**
 * Recognizes several documents, texts or given tokens. Each step is done for all of them before the next one: the code and the tables of a step
 * then stay in the processor's caches.
 */
export function analyseAll(
  documents: readonly (string | readonly (readonly string[])[])[],
  resources: Resources,
  options: RecognizeOptions = {},
): Analysis[] {
  const tables = documents.map((document) =>
    typeof document === 'string' ? tokenize(document) : tableOfTokens(document),
  );
  return analyseTables(tables, resources, options);
}

/** The order of the pipeline: tokens, listed phrases, candidates with evidence, chosen names, resolved document. */
function analyseTables(
  tables: readonly TokenTable[],
  { lexicon, userLexicons, tagger }: Resources,
  { types, minScore }: RecognizeOptions,
): Analysis[] {
  const lexicons = [...userLexicons, lexicon];
  const allHits = tables.map((table) => findHits(table, lexicons));
  const allFound = tables.map((table, i) =>
    tagger ? taggedCandidates(tagger.tag(table, allHits[i])) : proposeByRules(table, allHits[i]),
  );
  // The tagger has weighed a name against its alternatives already: its choice needs no threshold.
  const threshold = Math.max(minScore ?? 0, tagger ? 0 : THRESHOLD);
  return tables.map((table, i) => {
    const hits = allHits[i];
    const own = userLexicons.length > 0 ? proposeUserNames(table, hits, userLexicons) : [];
    const candidates = [...own, ...allFound[i]];
    const chosen = chooseCandidates(candidates, threshold);
    const result = resolveDoc(table, hits, chosen);
    return { table, hits, candidates, chosen, threshold, result: types ? ofTypes(result, types) : result };
  });
}

function analyseTable(table: TokenTable, resources: Resources, { reasons, ...options }: AnalyseOptions): Analysis {
  const [analysis] = analyseTables([table], resources, options);
  if (reasons !== undefined && resources.tagger) addReasons(analysis, resources.tagger, reasons);
  return analysis;
}

/** Adds what the tagger did not find to the candidates of the document tagged last, and its reasons. */
function addReasons({ table, hits, candidates }: Analysis, tagger: Tagger, most: number): void {
  const found = candidates.filter(({ tagged }) => tagged);
  const others = passedOver(tagger, found, proposeByRules(table, hits));
  for (const candidate of [...found, ...others])
    candidate.evidence = [opinionOn(candidate), ...featureEvidence(tagger, table, candidate, most)];
  candidates.push(...others);
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
