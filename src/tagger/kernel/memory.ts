import { TAG_COUNT, Trait } from '../layout';
import { demand, Floats, floats, Ints, ints } from './arrays';
import {
  entry,
  hash,
  open,
  opens,
  pairs,
  places,
  probabilities,
  sentence,
  tags,
  tailLength,
  tails,
  traits,
} from './columns';
import { mix, withoutUnit } from './hash';
import { isInside, OUTSIDE, TYPES } from './tags';

/**
 * What one document tells about its words: how each is written elsewhere in it, and how the first pass tagged it there. Words are compared by
 * their folded stems; an inflected word without an apostrophe joins the stem when the document holds that too. A token's own occurrence never
 * counts for it.
 */

/** Numbers an entry: how the document writes a word, then how the first pass tagged it. */
enum Field {
  /** Occurrences in small letters. */
  Lower = 0,
  /** With a capital where only names have one. */
  Capital = 1,
  /** With an apostrophe suffix. */
  Suffixed = 2,
  /** Occurrences where a name can be. */
  Seen = 3,
  /** Sums of the probabilities of each type. */
  Types = 4,
  /** Occurrences as the only, first, last and middle word of a name. */
  Places = 7,
}
const STRIDE: i32 = 12;

const PLACES: i32 = 4;
enum Place {
  Only,
  First,
  Last,
  Middle,
}

/** A word met so many times besides is met often. */
const OFTEN: f64 = 4;

/** Slots looked in at least. */
const FEWEST: i32 = 1 << 10;

let keys: Ints = changetype<Ints>(0);
let values: Floats = changetype<Floats>(0);
/** Entries by their keys, and where each entry lies, so that a short document after a long one need not clear them all. */
let slots: Ints = changetype<Ints>(0);
let slotOf: Ints = changetype<Ints>(0);
let mask: i32 = 0;
let used: i32 = 1;
/** Open tokens there is room for, and there is at first. */
let room: i32 = 0;
const AT_FIRST: i32 = 1 << 12;

/** Endings that an inflected name without apostrophe may have beyond a name the document holds elsewhere: their units from the last on. */
let endings: usize = 0;
let endingCount: i32 = 0;

/** How the document writes a token's word elsewhere; -1 where it has nothing to tell. */
export let writing: i32 = -1;
/** How the first pass tagged it elsewhere: -1 nothing to tell, 0 met here alone, then 1 to 3 for once, a few times, often. */
export let seen: i32 = -1;
/** The share of each type, in steps. */
export let shares: i32 = 0;
/** The commonest type + 1, or 0, and the step of its share. */
export let best: i32 = 0;
export let top: i32 = 0;
/** The commonest place in names + 1, or 0, and a bit for each place. */
export let bestPlace: i32 = 0;
export let placesElsewhere: i32 = 0;
/** The step of the share in which the pair with the word before, and after, was one name, + 1; 0 where it is met here alone. */
export let pairBefore: i32 = 0;
export let pairAfter: i32 = 0;

/** @param count of endings, which the host writes to the address given back: LONGEST_ENDING 16-bit units each, from the last on, then 0 */
export function initEndings(count: i32): usize {
  endings = changetype<usize>(ints(2 * count));
  endingCount = count;
  return endings;
}

/** Makes room for the words and pairs of so many open tokens. */
function reserve(openCount: i32): void {
  if (openCount <= room) return;
  const wanted = max(AT_FIRST, openCount + (openCount >> 1));
  const entries = 2 * wanted + 1;
  demand(4 * (<u64>entries * (STRIDE + 2) + slotsFor(wanted)), 4);
  keys = ints(entries);
  values = floats(entries * STRIDE);
  slotOf = ints(entries);
  slots = ints(slotsFor(wanted));
  used = 1;
  room = wanted;
}

/** Slots for the words and pairs of so many open tokens: at most half of them full. */
function slotsFor(openCount: i32): i32 {
  let count = FEWEST;
  while (count < 4 * openCount + 4) count *= 2;
  return count;
}

/** Reads how the document writes its words. */
export function readWords(length: i32, openCount: i32): void {
  forget();
  reserve(openCount);
  mask = slotsFor(openCount) - 1;
  memory.fill(changetype<usize>(entry), 0, (<usize>length) << 2);
  memory.fill(changetype<usize>(pairs), 0, (<usize>length) << 2);
  for (let k = 0; k < openCount; k++) {
    const i = opens[k];
    if (traits[i] & Trait.Word) entry[i] = intern(hash[i]);
  }
  countSmall(length);
  for (let k = 0; k < openCount; k++) {
    const i = opens[k];
    if (traits[i] & Trait.Word) readWord(i);
  }
}

/** Counts the words that can be no names and are met elsewhere as words that can. */
function countSmall(length: i32): void {
  for (let i = 0; i < length; i++) {
    let slot = slots[hash[i] & mask];
    if (slot === 0 || open[i] !== 0 || (traits[i] & Trait.Word) === 0) continue;
    slot = search(hash[i]);
    if (slot !== 0) values[slot * STRIDE + Field.Lower] += 1;
  }
}

function readWord(i: i32): void {
  const stem = stemEntry(i);
  if (stem !== 0) entry[i] = stem;
  const at = entry[i] * STRIDE;
  values[at + Field.Seen] += 1;
  const trait = traits[i];
  if (trait & Trait.Lower) values[at + Field.Lower] += 1;
  else if (trait & Trait.Capital) values[at + Field.Capital] += 1;
  if (trait & Trait.Suffixed) values[at + Field.Suffixed] += 1;
  if (i > 0 && open[i - 1] !== 0 && sentence[i - 1] === sentence[i]) {
    const pair = intern(mix(entry[i - 1], entry[i]));
    pairs[i] = pair;
    values[pair * STRIDE + Field.Seen] += 1;
  }
}

/** Whether the document holds a word of these tokens once more where a name can be, so that the first pass over them has something to tell. */
export function hasRepeated(first: i32, length: i32): bool {
  for (let i = first; i < first + length; i++) if (isRepeated(i)) return true;
  return false;
}

function isRepeated(i: i32): bool {
  return values[entry[i] * STRIDE + Field.Seen] > 1;
}

/** Reads how often the document writes token i's word elsewhere small, with a capital and with a suffix. */
export function recallWriting(i: i32): void {
  writing = -1;
  if (entry[i] === 0) return;
  const at = entry[i] * STRIDE;
  const trait = traits[i];
  const lower = <i32>values[at + Field.Lower] - (trait & Trait.Lower ? 1 : 0);
  const capital = <i32>values[at + Field.Capital] - (trait & Trait.Capital ? 1 : 0);
  const suffixed = <i32>values[at + Field.Suffixed] - (trait & Trait.Suffixed ? 1 : 0);
  writing = min(lower, 2) * 9 + min(capital, 2) * 3 + min(suffixed, 2);
}

/** Takes in the first pass; of words met once nothing is read. */
export function learnFirstPass(openCount: i32, length: i32): void {
  for (let k = 0; k < openCount; k++) {
    const i = opens[k];
    if (entry[i] === 0 || !isRepeated(i)) continue;
    const place = placeOf(i, length);
    places[i] = place;
    const at = entry[i] * STRIDE;
    for (let type = 0; type < TYPES; type++) values[at + Field.Types + type] += typeProbability(i, type);
    if (tags[i] !== OUTSIDE) values[at + Field.Places + place] += 1;
    if (pairs[i] !== 0) values[pairs[i] * STRIDE + Field.Types] += insideProbability(i);
  }
}

/** Reads how the first pass tagged token i's word elsewhere in the document. */
export function recallTags(i: i32, length: i32): void {
  seen = -1;
  pairBefore = 0;
  pairAfter = 0;
  if (entry[i] === 0) return;
  const at = entry[i] * STRIDE;
  const others = values[at + Field.Seen] - 1;
  seen = others >= OFTEN ? 3 : <i32>min(others, 2);
  if (others < 1) return;
  shares = 0;
  best = 0;
  let most: f64 = 0;
  for (let type = 0; type < TYPES; type++) {
    const share = (values[at + Field.Types + type] - typeProbability(i, type)) / others;
    if (share > most) {
      most = share;
      best = type + 1;
    }
    shares = shares * 5 + bucket(share);
  }
  top = bucket(most);
  bestPlace = 0;
  placesElsewhere = 0;
  most = 0;
  for (let place = 0; place < PLACES; place++) {
    const own = tags[i] !== OUTSIDE && places[i] === place ? 1 : 0;
    const times = values[at + Field.Places + place] - <f64>own;
    if (times > 0) placesElsewhere |= 1 << place;
    if (times > most) {
      most = times;
      bestPlace = place + 1;
    }
  }
  pairBefore = pairShare(i);
  pairAfter = i + 1 < length ? pairShare(i + 1) : 0;
}

/** The step of the share in which the pair of token i and the one before was one name elsewhere, + 1; 0 where it is met here alone. */
function pairShare(i: i32): i32 {
  if (pairs[i] === 0) return 0;
  const at = pairs[i] * STRIDE;
  const others = values[at + Field.Seen] - 1;
  if (others < 1) return 0;
  return 1 + bucket((values[at + Field.Types] - insideProbability(i)) / others);
}

function forget(): void {
  for (let e = 1; e < used; e++) slots[slotOf[e]] = 0;
  memory.fill(changetype<usize>(values), 0, (<usize>used * STRIDE) << 2);
  used = 1;
}

/** The entry of the longest stem of an inflected word that the document holds as a word of its own, or 0. */
function stemEntry(i: i32): i32 {
  const longest = tailLength[i];
  let stem = hash[i];
  for (let length = 1; length <= longest; length++) {
    stem = withoutUnit(stem, load<u16>(tails + ((<usize>i) << 3) + ((<usize>(length - 1)) << 1)));
    const known = search(stem);
    if (known !== 0 && isEnding(load<u64>(tails + ((<usize>i) << 3)) & (<u64>-1 >> (64 - 16 * length)))) return known;
  }
  return 0;
}

function isEnding(units: u64): bool {
  for (let k = 0; k < endingCount; k++) if (load<u64>(endings + ((<usize>k) << 3)) === units) return true;
  return false;
}

function search(key: i32): i32 {
  for (let at = key & mask; slots[at] !== 0; at = (at + 1) & mask) if (keys[slots[at]] === key) return slots[at];
  return 0;
}

function intern(key: i32): i32 {
  let at = key & mask;
  for (; slots[at] !== 0; at = (at + 1) & mask) if (keys[slots[at]] === key) return slots[at];
  keys[used] = key;
  slots[at] = used;
  slotOf[used] = at;
  return used++;
}

function placeOf(i: i32, length: i32): i32 {
  const continues = i + 1 < length && isInside(tags[i + 1]);
  if (isInside(tags[i])) return continues ? Place.Middle : Place.Last;
  return continues ? Place.First : Place.Only;
}

function typeProbability(i: i32, type: i32): f64 {
  const at = i * TAG_COUNT + 1 + 2 * type;
  return probabilities[at] + probabilities[at + 1];
}

function insideProbability(i: i32): f64 {
  const at = i * TAG_COUNT;
  return probabilities[at + 2] + probabilities[at + 4] + probabilities[at + 6];
}

/** A share as one of five: next to none, some, about half, most, nearly all. */
function bucket(share: f64): i32 {
  return share < 0.05 ? 0 : share < 0.35 ? 1 : share < 0.65 ? 2 : share < 0.95 ? 3 : 4;
}
