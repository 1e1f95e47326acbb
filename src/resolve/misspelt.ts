import { NearWords, withinOneEdit } from '../text/distance.js';
import type { Mention, Spelling, Spellings } from './mention.js';

/** Shortest word in which a misspelling is looked for; in shorter ones a letter makes another word. */
const SHORTEST_MISSPELT = 5;
/** Up to so many spellings are simply compared one by one: an index would cost more than it saves. */
const FEW = 64;

/** Finds the first spelling in a document of which a name of several words is a misspelling. */
type Search = (doubtful: Spelling) => Spelling | undefined;

/** Links names of several words in no list that are one letter away from a better known name, and what was linked to them. */
export function linkMisspelt(mentions: readonly Mention[], { all }: Spellings): void {
  let search: Search | undefined;
  let corrected: Map<string, string> | undefined;
  for (const mention of mentions) {
    if (mention.listed.any || mention.form.keys.length === 1) continue;
    search ??= searchOf(all);
    const better = search(mention.spelling);
    if (!better) continue;
    if (!mention.chained) {
      corrected ??= new Map();
      corrected.set(idOf(mention), better.first.name);
    }
    mention.follow(better.first.name);
  }
  if (!corrected) return;
  for (const mention of mentions) {
    const name = corrected.get(idOf(mention));
    if (name !== undefined) mention.follow(name);
  }
}

function idOf({ type, name }: Mention): string {
  return `${type} ${name}`;
}

function searchOf(spellings: readonly Spelling[]): Search {
  // What stands once and in no list is better known than nothing.
  const known = spellings.filter(({ count, first }) => first.form.keys.length > 1 && (count > 1 || first.listed.any));
  return known.length > FEW ? searchMany(known) : (doubtful) => known.find((better) => isMisspelt(doubtful, better));
}

/** Does a spelling differ from a better known one in one letter of one word, but not in the name's first letter? */
function isMisspelt(doubtful: Spelling, better: Spelling): boolean {
  if (better === doubtful || better.type !== doubtful.type || !isBetter(better, doubtful)) return false;
  const { keys } = doubtful.first.form;
  const others = better.first.form.keys;
  if (others.length !== keys.length) return false;
  let differing = -1;
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] === others[i]) continue;
    if (differing >= 0) return false;
    differing = i;
  }
  return keys[differing].length >= SHORTEST_MISSPELT && withinOneEdit(keys[differing], others[differing]);
}

function isBetter(better: Spelling, doubtful: Spelling): boolean {
  if (better.first.form.key[0] !== doubtful.first.form.key[0]) return false;
  return better.count > doubtful.count || better.first.listed.any;
}

/** Looks for words by the rest of the name and their near forms. */
function searchMany(known: readonly Spelling[]): Search {
  const order = new Map(known.map((spelling, i) => [spelling, i]));
  const frames = new Map<string, NearWords<Spelling>>();
  for (const spelling of known) addFrames(frames, spelling);
  return (doubtful) => {
    let best: Spelling | undefined;
    doubtful.first.form.keys.forEach((key, i) => {
      if (key.length < SHORTEST_MISSPELT) return;
      const near = frames.get(frameId(doubtful, i))?.near(key) ?? [];
      const found = near.find((better) => better !== doubtful && isBetter(better, doubtful));
      if (found && (!best || (order.get(found) as number) < (order.get(best) as number))) best = found;
    });
    return best;
  };
}

function addFrames(frames: Map<string, NearWords<Spelling>>, spelling: Spelling): void {
  spelling.first.form.keys.forEach((key, i) => {
    const id = frameId(spelling, i);
    let words = frames.get(id);
    if (!words) {
      words = new NearWords();
      frames.set(id, words);
    }
    words.add(key, spelling);
  });
}

/** Gives the name's words with one of them left open. */
function frameId({ type, first }: Spelling, open: number): string {
  return `${type} ${open} ${first.form.keys.filter((_, i) => i !== open).join(' ')}`;
}
