import { withinOneEdit } from '../text/distance.js';
import { titleCase } from '../text/fold.js';
import type { Mention } from './mention.js';

/**
 * Links the mentions of a document to names, type by type:
 * 1. a listed form gets its list's canonical name, a person's short form only when nothing in the text claims it;
 * 2. a surname or given name gets the full name met anywhere in the text (the last one before it, else the first after it);
 * 3. an acronym in parentheses behind a full name, and the same acronym elsewhere, get that name;
 * 4. an organization named with and without its place (Libya Ulusal Mutabakat Hükümeti) is one, under the form that stands more often;
 * 5. a form one letter away from a better known one of the same text (Hukümeti) is a misspelling of it.
 */
export function linkMentions(
  mentions: readonly Mention[],
  isAcronymOf: (acronym: Mention, full: Mention) => boolean,
): void {
  for (const mention of mentions) nameByList(mention);
  linkPersons(mentions.filter((mention) => mention.type === 'PER'));
  const organizations = mentions.filter((mention) => mention.type === 'ORG');
  linkAcronyms(organizations, isAcronymOf);
  linkPlaced(
    organizations,
    mentions.filter((mention) => mention.type === 'LOC'),
  );
  linkMisspelt(mentions);
}

function nameByList(mention: Mention): void {
  const full = mention.refs.filter((ref) => !ref.short);
  const names = new Set(full.map((ref) => ref.name));
  if (names.size === 1) mention.name = full[0].name;
}

/** Key of the last word without an Arabic article: es-Serrac and Serrac are one surname. */
function surnameKey(mention: Mention): string {
  return withoutArticle(mention.keys.at(-1) as string);
}

function withoutArticle(key: string): string {
  const hyphen = key.indexOf('-');
  return hyphen === 2 && key.length > 5 ? key.slice(3) : key;
}

function linkPersons(persons: readonly Mention[]): void {
  const full = persons.filter((mention) => mention.keys.length > 1);
  for (const mention of persons) {
    const anchor = findAnchor(mention, full);
    if (anchor && anchor !== mention) {
      mention.chained = anchor.name !== mention.name || mention.refs.length === 0;
      mention.name = anchor.name;
    } else if (mention.keys.length === 1) {
      const short = mention.refs.filter((ref) => ref.short);
      const sure = short.filter((ref) => !ref.weak);
      const names = new Set((sure.length > 0 ? sure : short).map((ref) => ref.name));
      if (names.size === 1 && sure.length > 0) mention.name = sure[0].name;
    }
  }
}

/** Does the longer name hold the shorter one: its last words, its first words, or given name and surname without what is between? */
function claims(full: Mention, mention: Mention): boolean {
  const long = full.keys;
  const short = mention.keys;
  if (short.length >= long.length) return false;
  if (withoutArticle(long.at(-1) as string) === surnameKey(mention)) {
    return short.slice(0, -1).every((key) => long.includes(key));
  }
  return short.every((key, i) => long[i] === key);
}

function findAnchor(mention: Mention, full: readonly Mention[]): Mention | undefined {
  let before: Mention | undefined;
  for (const candidate of full) {
    if (!claims(candidate, mention)) continue;
    if (candidate.from <= mention.from) before = candidate;
    else return before ?? candidate;
  }
  return before;
}

function linkAcronyms(
  organizations: readonly Mention[],
  isAcronymOf: (acronym: Mention, full: Mention) => boolean,
): void {
  const expansions = new Map<string, Mention>();
  organizations.forEach((mention, i) => {
    const previous = organizations[i - 1];
    if (mention.keys.length === 1 && previous && isAcronymOf(mention, previous))
      expansions.set(mention.keys[0], previous);
  });
  for (const mention of organizations) {
    const full = mention.keys.length === 1 ? expansions.get(mention.keys[0]) : undefined;
    if (!full) continue;
    mention.chained = mention.name !== full.name;
    mention.name = full.name;
  }
}

function linkPlaced(organizations: readonly Mention[], places: readonly Mention[]): void {
  const placeKeys = new Set(places.filter((place) => place.keys.length === 1).map((place) => place.keys[0]));
  const byKey = new Map<string, Mention[]>();
  for (const mention of organizations) {
    const key = mention.keys.join(' ');
    const known = byKey.get(key);
    if (known) known.push(mention);
    else byKey.set(key, [mention]);
  }
  for (const [key, group] of byKey) {
    const [first, ...rest] = group[0].keys;
    const bare = byKey.get(rest.join(' '));
    if (rest.length < 2 || !bare || key === rest.join(' ') || !placeKeys.has(first)) continue;
    const [kept, moved] = bare.length >= group.length ? [bare, group] : [group, bare];
    for (const mention of moved) {
      mention.chained = true;
      mention.name = kept[0].name;
    }
  }
}

/** Shortest word in which a misspelling is looked for; in shorter ones a letter makes another word. */
const SHORTEST_MISSPELT = 5;

function linkMisspelt(mentions: readonly Mention[]): void {
  const groups = new Map<string, { mention: Mention; count: number }>();
  for (const mention of mentions) {
    const id = `${mention.type} ${mention.keys.join(' ')}`;
    const group = groups.get(id);
    if (group) group.count++;
    else groups.set(id, { mention, count: 1 });
  }
  const bySize = new Map<string, { mention: Mention; count: number }[]>();
  for (const group of groups.values()) {
    const id = `${group.mention.type} ${group.mention.keys.length} ${group.mention.keys[0].slice(0, 1)}`;
    const size = bySize.get(id);
    if (size) size.push(group);
    else bySize.set(id, [group]);
  }
  for (const mention of mentions) {
    if (mention.refs.length > 0 || mention.keys.length < 2) continue;
    const id = `${mention.type} ${mention.keys.length} ${mention.keys[0].slice(0, 1)}`;
    const own = (groups.get(`${mention.type} ${mention.keys.join(' ')}`) as { count: number }).count;
    const better = bySize.get(id)?.find((group) => isBetterSpelling(group.mention, group.count, mention, own));
    if (!better) continue;
    mention.chained = true;
    mention.name = better.mention.name;
  }
}

function isBetterSpelling(known: Mention, knownCount: number, mention: Mention, count: number): boolean {
  if (known === mention || (knownCount <= count && known.refs.length === 0)) return false;
  let differing = 0;
  for (let i = 0; i < mention.keys.length; i++) {
    const a = mention.keys[i];
    const b = known.keys[i];
    if (a === b) continue;
    differing++;
    if (differing > 1 || a.length < SHORTEST_MISSPELT || !withinOneEdit(a, b)) return false;
  }
  return differing === 1;
}

/** Writes a name that stands in capitals only as other texts would: words of more than four letters, and all words of persons, in title case. */
export function quietName(name: string, type: Mention['type']): string {
  return name
    .split(' ')
    .map((word) =>
      word.length > 4 || (type === 'PER' && !word.includes('.')) ? word.split('-').map(titleCase).join('-') : word,
    )
    .join(' ');
}
