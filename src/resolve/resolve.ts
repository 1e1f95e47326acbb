import type { Candidate } from '../evidence/candidate.js';
import type { Hits } from '../evidence/hits.js';
import type { Ref } from '../lexicon/lexicon.js';
import { signatureOf } from '../lexicon/phrase.js';
import { foldKey } from '../text/fold.js';
import { CaseShape, type DocResult, type Entity, type Source, type TokenTable } from '../types.js';
import { baseOf } from './base.js';
import { linkMentions, quietName } from './link.js';
import type { Mention } from './mention.js';
import { findRoles } from './roles.js';
import { summariseDoc } from './summary.js';

/** Turns the chosen candidates of a document into its result: base forms, canonical names, roles and counts. */
export function resolveDoc(table: TokenTable, hits: Hits, chosen: readonly Candidate[]): DocResult {
  if (chosen.length === 0) return { people: [], places: [], organizations: [], entities: [] };
  const bases = chosen.map(({ from, to }) => baseOf(table, hits, from, to));
  const mentions = chosen.map((candidate, i) => toMention(hits, candidate, bases[i].text));
  quietCapitals(table, mentions);
  linkMentions(mentions, (acronym, full) => isParenthesised(table, full.to, acronym));
  const entities = mentions.map((mention, i) => toEntity(table, mention, chosen[i], bases[i]));
  return summariseDoc(
    entities,
    bases.map((base) => base.text),
    findRoles(table, hits, mentions),
  );
}

function toMention(hits: Hits, { from, to, type, score }: Candidate, base: string): Mention {
  const key = foldKey(base);
  return {
    from,
    to,
    type,
    score,
    base,
    keys: key.split(' '),
    id: `${type} ${key}`,
    refs: spelledAs(refsOf(hits, from, to, type), base),
    name: base,
    chained: false,
  };
}

/** `Ulusal Mutabakat Hükümeti (UMH)`: does the mention stand in parentheses right behind the name? */
function isParenthesised(table: TokenTable, fullEnd: number, acronym: Mention): boolean {
  if (acronym.from !== fullEnd + 1 || acronym.to >= table.length) return false;
  return table.text[table.start[fullEnd]] === '(' && table.text[table.start[acronym.to]] === ')';
}

function refsOf(hits: Hits, from: number, to: number, type: Mention['type']): Ref[] {
  const refs: Ref[] = [];
  for (let h = hits.firstAt[from]; h < hits.firstAt[from + 1]; h++) {
    if (hits.to(h) !== to || hits.isDerived(h)) continue;
    for (const ref of hits.lexicon(h).refsOf(hits.phrase(h))) if (ref.type === type) refs.push(ref);
  }
  return refs;
}

/** Of forms that fold alike (MİT, MIT), keeps those spelled as the text spells them, if there are any. */
function spelledAs(refs: Ref[], text: string): Ref[] {
  if (refs.length < 2) return refs;
  const signature = signatureOf(text);
  const same = refs.filter((ref) => ref.signature === signature);
  return same.length > 0 ? same : refs;
}

/** A name in capitals takes the form other mentions have; without one it is written as text would write it. */
function quietCapitals(table: TokenTable, mentions: readonly Mention[]): void {
  const loud = mentions.filter((mention) => isLoud(table, mention));
  if (loud.length === 0) return;
  const written = new Map<string, string>();
  for (const mention of mentions) if (!isLoud(table, mention)) written.set(mention.id, mention.base);
  for (const mention of loud) {
    const known = written.get(mention.id);
    const inCapitals =
      table.sentenceCase[table.sentence[mention.from]] !== 0 || mention.type === 'PER' || mention.keys.length > 1;
    mention.name =
      known ?? (inCapitals && !isAcronymLike(mention) ? quietName(mention.base, mention.type) : mention.base);
  }
}

function isLoud(table: TokenTable, { from, to }: Mention): boolean {
  for (let i = from; i < to; i++) {
    const shape = table.shape[i];
    if (shape !== CaseShape.Upper && shape !== CaseShape.Initials && shape !== CaseShape.None) return false;
  }
  return table.shape[from] === CaseShape.Upper || to - from > 1;
}

function isAcronymLike({ keys, type }: Mention): boolean {
  return type === 'ORG' && keys.length === 1 && keys[0].length <= 5;
}

function toEntity(
  table: TokenTable,
  mention: Mention,
  candidate: Candidate,
  base: { suffix?: string; case?: string },
): Entity {
  const start = table.start[mention.from];
  const end = table.stemEnd[mention.to - 1];
  const entity: Entity = {
    type: mention.type,
    start,
    end,
    text: table.text.slice(start, end),
    name: mention.name,
    source: sourceOf(mention, candidate),
    score: Math.round(mention.score * 100) / 100,
  };
  if (base.suffix !== undefined) entity.suffix = base.suffix;
  if (base.case !== undefined) entity.case = base.case;
  return entity;
}

function sourceOf(mention: Mention, candidate: Candidate): Source {
  if (candidate.certain) return 'user';
  if (mention.chained) return 'chain';
  if (candidate.evidence.some((item) => item.rule === 'model')) return 'model';
  return candidate.evidence.some((item) => item.rule === 'list') ? 'list' : 'rule';
}
