import { titleCase, upper } from '../text/fold.js';
import { Anchors } from './anchors.js';
import { takeOffArticles } from './articles.js';
import { isKinRole } from './kin.js';
import type { Mention, Spelling, Spellings } from './mention.js';
import { linkMisspelt } from './misspelt.js';

/**
 * Links the mentions of a document to names, type by type:
 * 1. a listed form gets its list's canonical name, a person's short form only when nothing in the text claims it;
 * 2. names that differ in an Arabic article only are one; a surname or given name gets the full name met anywhere in the text (the last one before it, else the first after it; a relative's only when nobody else is meant);
 * 3. an acronym in parentheses behind a full name, and the same acronym elsewhere, get that name;
 * 4. an organization named with and without its place (Libya Ulusal Mutabakat Hükümeti) is one, under the form that stands more often;
 * 5. a form one letter away from a better known one of the same text (Hukümeti) is a misspelling of it.
 */
export function linkMentions(
  mentions: readonly Mention[],
  spellings: Spellings,
  isAcronymOf: (acronym: Mention, full: Mention) => boolean,
): void {
  const persons: Mention[] = [];
  const organizations: Mention[] = [];
  for (const mention of mentions) {
    if (mention.listed.name !== undefined) mention.name = mention.listed.name;
    if (mention.type === 'PER') persons.push(mention);
    else if (mention.type === 'ORG') organizations.push(mention);
  }
  if (persons.length > 0) linkPersons(persons, spellings);
  if (organizations.length > 0) {
    linkAcronyms(organizations, isAcronymOf);
    linkPlaced(organizations, spellings);
  }
  linkMisspelt(mentions, spellings);
}

function linkPersons(persons: readonly Mention[], spellings: Spellings): void {
  if (persons.some(({ form }) => form.hasArticle)) {
    const ofPersons = spellings.all.filter(({ type }) => type === 'PER');
    takeOffArticles(ofPersons);
    linkArticles(persons, ofPersons);
  }
  const anchors = new Anchors(persons);
  const others = persons.some(isRelative) ? new Anchors(persons.filter((person) => !isRelative(person))) : undefined;
  for (const mention of persons) {
    const { listed, form } = mention;
    let anchor = anchors.find(mention);
    if (others && anchor && isRelative(anchor) && sharesSurname(mention, anchor))
      anchor = others.find(mention) ?? (isHeadOfFamily(mention, anchor) ? undefined : anchor);
    if (anchor) {
      mention.chained = anchor.name !== mention.name || !listed.any;
      mention.name = anchor.name;
    } else if (form.keys.length === 1 && listed.shortFor !== undefined) {
      mention.name = listed.shortFor;
    }
  }
}

/** Is a person first named as somebody's relative (Gül'ün eşi Hayrünnisa Gül)? */
function isRelative({ spelling: { first } }: Mention): boolean {
  return first.role !== undefined && isKinRole(first.role);
}

function sharesSurname({ spelling: short }: Mention, { spelling: long }: Mention): boolean {
  return short.keys[short.keys.length - 1] === long.keys[long.keys.length - 1];
}

/** Is a surname one that stood before its relative was named, or that lists give to somebody? */
function isHeadOfFamily({ listed, spelling }: Mention, relative: Mention): boolean {
  return listed.shortFor !== undefined || spelling.first.from < relative.spelling.first.from;
}

/** Names that differ in an Arabic article only get one spelling: the listed one, else the one that stands most often. */
function linkArticles(persons: readonly Mention[], spellings: readonly Spelling[]): void {
  const groups = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    const id = spelling.keys.join(' ');
    const group = groups.get(id);
    if (group) group.push(spelling);
    else if (id.includes(' ')) groups.set(id, [spelling]);
  }
  for (const mention of persons) {
    const group = groups.get(mention.spelling.keys.join(' '));
    if (!group || group.length === 1) continue;
    const listed = group.find(({ first }) => first.listed.whole);
    const best = listed ?? group.reduce((known, spelling) => (spelling.count > known.count ? spelling : known));
    if (mention.spelling !== best) mention.follow(best.first.name);
  }
}

function linkAcronyms(
  organizations: readonly Mention[],
  isAcronymOf: (acronym: Mention, full: Mention) => boolean,
): void {
  let expansions: Map<Spelling, Mention> | undefined;
  for (let i = 1; i < organizations.length; i++) {
    const mention = organizations[i];
    if (mention.form.keys.length > 1 || !isAcronymOf(mention, organizations[i - 1])) continue;
    expansions ??= new Map();
    expansions.set(mention.spelling, organizations[i - 1]);
  }
  if (!expansions) return;
  for (const mention of organizations) {
    const full = expansions.get(mention.spelling);
    if (full) mention.follow(full.name);
  }
}

/** Fewest words of an organization named with its place. */
const FEWEST_PLACED = 3;

function linkPlaced(organizations: readonly Mention[], spellings: Spellings): void {
  let names: Map<Spelling, string> | undefined;
  for (const spelling of spellings.all) {
    if (spelling.type !== 'ORG' || spelling.keys.length < FEWEST_PLACED) continue;
    if (!spellings.find('LOC', spelling.keys[0])) continue;
    const bare = spellings.find('ORG', spelling.keys.slice(1).join(' '));
    if (!bare) continue;
    const [kept, moved] = bare.count >= spelling.count ? [bare, spelling] : [spelling, bare];
    names ??= new Map();
    names.set(moved, names.get(kept) ?? kept.first.name);
  }
  if (!names) return;
  for (const mention of organizations) {
    const name = names.get(mention.spelling);
    if (name === undefined) continue;
    mention.chained = true;
    mention.name = name;
  }
}

/** Writes words in capitals as other texts would: those of more than four letters, and all words of persons, in title case. */
export function quietName(name: string, type: Mention['type']): string {
  return name
    .split(' ')
    .map((word) => (isLoudWord(word, type) ? word.split('-').map(titleCase).join('-') : word))
    .join(' ');
}

function isLoudWord(word: string, type: Mention['type']): boolean {
  return word === upper(word) && (word.length > 4 || (type === 'PER' && !word.includes('.')));
}
