import type { Ref } from '../lexicon/lexicon.js';
import { NearWords } from '../text/distance.js';
import { titleCase } from '../text/fold.js';
import { Anchors } from './anchors.js';
import type { Mention } from './mention.js';

/**
 * Links the mentions of a document to names, type by type:
 * 1. a listed form gets its list's canonical name, a person's short form only when nothing in the text claims it;
 * 2. names that differ in an Arabic article only are one; a surname or given name gets the full name met anywhere in the text (the last one before it, else the first after it);
 * 3. an acronym in parentheses behind a full name, and the same acronym elsewhere, get that name;
 * 4. an organization named with and without its place (Libya Ulusal Mutabakat Hükümeti) is one, under the form that stands more often;
 * 5. a form one letter away from a better known one of the same text (Hukümeti) is a misspelling of it.
 */
export function linkMentions(
  mentions: readonly Mention[],
  isAcronymOf: (acronym: Mention, full: Mention) => boolean,
): void {
  for (const mention of mentions) nameByList(mention);
  const persons = mentions.filter((mention) => mention.type === 'PER');
  if (persons.length > 0) linkPersons(persons);
  const organizations = mentions.filter((mention) => mention.type === 'ORG');
  if (organizations.length > 0) linkAcronyms(organizations, isAcronymOf);
  const places = mentions.filter((mention) => mention.type === 'LOC');
  if (organizations.length > 0 && places.length > 0) linkPlaced(organizations, places);
  linkMisspelt(mentions);
}

function nameByList(mention: Mention): void {
  const name = commonName(mention.refs.filter((ref) => !ref.short));
  if (name !== undefined) mention.name = name;
}

/** The name that all refs have, if there is one. */
function commonName(refs: readonly Ref[]): string | undefined {
  return refs.length > 0 && refs.every((ref) => ref.name === refs[0].name) ? refs[0].name : undefined;
}

function linkPersons(persons: readonly Mention[]): void {
  const anchors = new Anchors(persons);
  linkArticles(persons, anchors);
  for (const mention of persons) {
    const anchor = anchors.find(mention);
    if (anchor) {
      mention.chained = anchor.name !== mention.name || mention.refs.length === 0;
      mention.name = anchor.name;
    } else if (mention.keys.length === 1) {
      const name = commonName(mention.refs.filter((ref) => ref.short && !ref.weak));
      if (name !== undefined) mention.name = name;
    }
  }
}

/** Names that differ in an Arabic article only get one spelling: the listed one, else the one that stands most often. */
function linkArticles(persons: readonly Mention[], anchors: Anchors): void {
  const groups = new Map<string, Spelling[]>();
  for (const spelling of countSpellings(persons).values()) {
    const id = anchors.keysOf(spelling.mention).join(' ');
    const group = groups.get(id);
    if (group) group.push(spelling);
    else if (id.includes(' ')) groups.set(id, [spelling]);
  }
  for (const mention of persons) {
    const group = groups.get(anchors.keysOf(mention).join(' '));
    if (!group || group.length === 1) continue;
    const listed = group.find((spelling) => spelling.mention.refs.some((ref) => !ref.short));
    const best = listed ?? group.reduce((known, spelling) => (spelling.count > known.count ? spelling : known));
    if (mention.id === best.mention.id) continue;
    mention.chained = mention.name !== best.mention.name;
    mention.name = best.mention.name;
  }
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
  const byId = new Map<string, Mention[]>();
  for (const mention of organizations) {
    const known = byId.get(mention.id);
    if (known) known.push(mention);
    else byId.set(mention.id, [mention]);
  }
  for (const group of byId.values()) {
    const [first, ...rest] = group[0].keys;
    if (rest.length < 2 || !placeKeys.has(first)) continue;
    const bare = byId.get(`ORG ${rest.join(' ')}`);
    if (!bare) continue;
    const [kept, moved] = bare.length >= group.length ? [bare, group] : [group, bare];
    for (const mention of moved) {
      mention.chained = true;
      mention.name = kept[0].name;
    }
  }
}

/** Shortest word in which a misspelling is looked for; in shorter ones a letter makes another word. */
const SHORTEST_MISSPELT = 5;

/** Mentions with the same words: one spelling of a name. */
interface Spelling {
  mention: Mention;
  count: number;
  /** Place among the spellings of the document, by first mention. */
  order: number;
}

/** Gives the name's words with one of them left open. */
function frameId({ type, keys }: Mention, open: number): string {
  return `${type} ${open} ${keys.filter((_, i) => i !== open).join(' ')}`;
}

function linkMisspelt(mentions: readonly Mention[]): void {
  const doubtful = mentions.filter((mention) => mention.refs.length === 0 && mention.keys.length > 1);
  if (doubtful.length === 0) return;
  const spellings = countSpellings(mentions);
  const frames = new Map<string, NearWords<Spelling>>();
  for (const spelling of spellings.values()) {
    // What stands once and in no list is better known than nothing.
    if (spelling.count > 1 || spelling.mention.refs.length > 0) addFrames(frames, spelling);
  }
  for (const mention of doubtful) {
    const better = findBetter(frames, mention, spellings.get(mention.id) as Spelling);
    if (!better) continue;
    mention.chained = true;
    mention.name = better.mention.name;
  }
}

function countSpellings(mentions: readonly Mention[]): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const mention of mentions) {
    const spelling = spellings.get(mention.id);
    if (spelling) spelling.count++;
    else spellings.set(mention.id, { mention, count: 1, order: spellings.size });
  }
  return spellings;
}

function addFrames(frames: Map<string, NearWords<Spelling>>, spelling: Spelling): void {
  spelling.mention.keys.forEach((key, i) => {
    const id = frameId(spelling.mention, i);
    let words = frames.get(id);
    if (!words) {
      words = new NearWords();
      frames.set(id, words);
    }
    words.add(key, spelling);
  });
}

/** Finds the first better known spelling that differs in one letter of one word, but not in the name's first letter. */
function findBetter(
  frames: ReadonlyMap<string, NearWords<Spelling>>,
  mention: Mention,
  own: Spelling,
): Spelling | undefined {
  let best: Spelling | undefined;
  mention.keys.forEach((key, i) => {
    if (key.length < SHORTEST_MISSPELT) return;
    for (const spelling of frames.get(frameId(mention, i))?.near(key) ?? []) {
      if (spelling === own || spelling.mention.keys[0][0] !== mention.keys[0][0]) continue;
      if (spelling.count <= own.count && spelling.mention.refs.length === 0) continue;
      if (!best || spelling.order < best.order) best = spelling;
      break;
    }
  });
  return best;
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
