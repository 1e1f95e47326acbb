import type { Candidate } from '../evidence/candidate.js';
import type { Hits } from '../evidence/hits.js';
import { CaseShape, type DocResult, type Entity, type Source, type TokenTable } from '../types.js';
import { Bases } from './base.js';
import { readFormsAhead } from './form.js';
import { linkMentions, quietName } from './link.js';
import { lookUpListed } from './listed.js';
import { Mention, Spellings } from './mention.js';
import { findRoles } from './roles.js';
import { summariseDoc } from './summary.js';

/** Longest acronym of an organization: a longer word in capitals is written small. */
const LONGEST_ACRONYM = 5;

/** Turns the chosen candidates of a document into its result: base forms, canonical names, roles and counts. */
export function resolveDoc(table: TokenTable, hits: Hits, chosen: readonly Candidate[]): DocResult {
  if (chosen.length === 0) return { people: [], places: [], organizations: [], entities: [] };
  const spellings = new Spellings();
  const bases = new Bases(table, hits);
  const mentions: Mention[] = [];
  readFormsAhead(table, chosen);
  for (const candidate of chosen) {
    const { from, to, type } = candidate;
    const base = bases.of(from, to, type);
    mentions.push(new Mention(candidate, base, lookUpListed(hits, from, to, type, base.form), spellings));
  }
  const roles = findRoles(table, hits, mentions);
  for (let i = 0; i < mentions.length; i++) mentions[i].role = roles[i];
  quietCapitals(table, mentions);
  linkMentions(mentions, spellings, (acronym, full) => isParenthesised(table, full.to, acronym));
  const entities = mentions.map((mention, i) => toEntity(table, mention, chosen[i]));
  return summariseDoc(entities, mentions);
}

/** `Ulusal Mutabakat Hükümeti (UMH)`: does the mention stand in parentheses right behind the name? */
function isParenthesised(table: TokenTable, fullEnd: number, acronym: Mention): boolean {
  if (acronym.from !== fullEnd + 1 || acronym.to >= table.length) return false;
  return table.text[table.start[fullEnd]] === '(' && table.text[table.start[acronym.to]] === ')';
}

/** A name in capitals, or with a surname in capitals, takes the form other mentions have; without one it is written as text would write it. */
function quietCapitals(table: TokenTable, mentions: readonly Mention[]): void {
  const loud: Mention[] = [];
  for (const mention of mentions) {
    if (isLoud(table, mention)) loud.push(mention);
    else mention.spelling.quiet = mention.form.base;
  }
  for (const mention of loud) mention.name = mention.spelling.quiet ?? quietBase(table, mention);
}

function isLoud(table: TokenTable, { from, to, type }: Mention): boolean {
  const { shape } = table;
  for (let i = from; i < to; i++) {
    if (shape[i] !== CaseShape.Upper && shape[i] !== CaseShape.Initials && shape[i] !== CaseShape.None)
      return type === 'PER' && hasLoudSurname(table, from, to);
  }
  return shape[from] === CaseShape.Upper || to - from > 1;
}

/** Shortest surname in capitals; what is shorter may be initials. */
const SHORTEST_LOUD = 3;
const ROMAN = /^[IVX]+$/u;

/** `Mehmet YAMAN`, as agencies and court files have it; but not `Karl XVI`. */
function hasLoudSurname({ text, shape, start, stemEnd }: TokenTable, from: number, to: number): boolean {
  const last = to - 1;
  return (
    shape[from] === CaseShape.Title &&
    shape[last] === CaseShape.Upper &&
    stemEnd[last] - start[last] >= SHORTEST_LOUD &&
    !ROMAN.test(text.slice(start[last], stemEnd[last]))
  );
}

function quietBase(table: TokenTable, { form, from, type }: Mention): string {
  const isShort = type === 'ORG' && form.key.length <= LONGEST_ACRONYM && form.keys.length === 1;
  const inCapitals = table.sentenceCase[table.sentence[from]] !== 0 || type === 'PER' || form.keys.length > 1;
  return inCapitals && !isShort ? quietName(form.base, type) : form.base;
}

function toEntity(table: TokenTable, mention: Mention, candidate: Candidate): Entity {
  const { type, base, name, from, to } = mention;
  const start = table.start[from];
  const end = table.stemEnd[to - 1];
  const { form, suffix, case: kase } = base;
  // A suffix without an apostrophe is part of the mention; its form is shorter then.
  const text = form.text.length === end - start ? form.text : table.text.slice(start, end);
  const source = sourceOf(mention, candidate);
  const score = Math.round(candidate.score * 100) / 100;
  // With the fields in the order in which they are printed.
  if (suffix === undefined) return { type, start, end, text, name, source, score };
  if (kase === undefined) return { type, start, end, text, name, suffix, source, score };
  return { type, start, end, text, name, suffix, case: kase, source, score };
}

function sourceOf({ chained }: Mention, { certain, tagged, evidence }: Candidate): Source {
  if (certain) return 'user';
  if (chained) return 'chain';
  if (tagged) return 'model';
  return evidence.some((item) => item.rule === 'list') ? 'list' : 'rule';
}
