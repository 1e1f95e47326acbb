import { WINDOW, Word } from '../layout';
import { Bytes, bytes, Ints, ints } from './arrays';
import { row, sentence, sums } from './columns';
import { clearFeatures, featureCount, hashes, isFull, ROOM, wordFeatures } from './features';
import { Group, middlePairs, putGroup, wordPairs } from './joint';
import { lonelyFeatures } from './lonely';
import {
  best,
  bestPlace,
  pairAfter,
  pairBefore,
  placesElsewhere,
  recallTags,
  recallWriting,
  seen,
  shares,
  top,
  writing,
} from './memory';
import { firstRow, mayHold, weightsOf } from './model';
import {
  apostropheAfter,
  apostropheHere,
  clue,
  clueAfter,
  clueAfterRun,
  clueBefore,
  clueBeforeRun,
  clueFirst,
  clueLast,
  formAfter,
  formAfter2,
  formBefore,
  formBefore2,
  formHere,
  fromStart,
  inRun,
  lastRow,
  listed,
  name,
  nameAfter,
  nameBefore,
  place,
  readPlace,
  readSite,
  suffixAfter,
  suffixHere,
  suffixLast,
  toLast,
} from './site';
import { generation, rows, UNKNOWN } from './words';

/**
 * The summed weights of the tokens' features, as eight 16-bit numbers added at once, the tags but O from the third on. What a word's own features
 * sum to is kept in the word's row; what a group of joined ones sums to depends on a few numbers that come again and again, so it is kept by
 * them. Weights are whole numbers: no order of adding makes a difference, and no cache changes a result.
 *
 * Features whose sums are not kept are asked for now and looked up later, many together: most are rare and their weights far away in memory, and
 * look-ups that follow each other closely wait for memory at the same time, not one after the other.
 */

/** Combinations whose sums are kept. A power of two. */
const PLACES: i32 = 1 << 15;
const SHIFT: i32 = 32 - 15;
/** Bytes a place: three numbers of the key, a free one, the sums from the fourth byte before the fifth number on, and a free one. */
const PLACE: usize = 32;
const KEPT_SUMS: usize = 12;
/** Bits of a group's number in a key. */
const GROUP_BITS: i32 = 5;
let kept: usize = 0;

/** Who keeps a part's sums. */
enum Keeper {
  None,
  WordRow,
  Place,
}

/** Parts that wait: where their features end, whose token's sums they are added to, who keeps them and where, and the rest of the key. */
let parts: i32 = 0;
let ends: Ints = changetype<Ints>(0);
let tokens: Ints = changetype<Ints>(0);
let keepers: Bytes = changetype<Bytes>(0);
let addresses: Ints = changetype<Ints>(0);
let keysA: Ints = changetype<Ints>(0);
let keysB: Ints = changetype<Ints>(0);
let keysC: Ints = changetype<Ints>(0);
/** Features that pass the filter, and the rows where their search starts. */
let passing: Ints = changetype<Ints>(0);
let starts: usize = 0;

/** The token whose sums are added up. */
let token: i32 = 0;

export function initSums(): void {
  kept = changetype<usize>(ints(PLACES * 8));
  ends = ints(ROOM);
  tokens = ints(ROOM);
  keepers = bytes(ROOM);
  addresses = ints(ROOM);
  keysA = ints(ROOM);
  keysB = ints(ROOM);
  keysC = ints(ROOM);
  passing = ints(ROOM);
  starts = changetype<usize>(ints(2 * ROOM));
}

/** Sets the sums of a document's tokens to 0. */
export function beginSums(length: i32): void {
  memory.fill(sums, 0, (<usize>length) << 4);
}

/** Begins a token's sums with the scores of single words, its own and those around it in the sentence. */
export function addWords(i: i32, length: i32): void {
  token = i;
  let sum = i16x8.splat(0);
  const own = sentence[i];
  for (let distance = -WINDOW; distance <= WINDOW; distance++) {
    const at = i + distance;
    const word = at >= 0 && at < length && sentence[at] === own ? <usize>row[at] : changetype<usize>(rows);
    const from = word + <usize>(4 * Word.Sums + 12 * (distance + WINDOW));
    if (load<i32>(from) === UNKNOWN) {
      wordFeatures(word, distance);
      end(Keeper.WordRow, from);
    } else sum = i16x8.add(sum, v128.load(from - 4));
  }
  add(i, sum);
}

/** Adds what joins words, of the first pass. */
export function addJoints(i: i32, length: i32): void {
  token = i;
  readSite(i, length);
  recallWriting(i);
  let sum = i16x8.splat(0);
  if ((name | clue) !== 0) sum = i16x8.add(sum, sumOf(Group.OwnList, listed, name | (formHere << 12), clue));
  if ((nameBefore | clueBefore) !== 0)
    sum = i16x8.add(sum, sumOf(Group.ListBefore, nameBefore | (name << 12), clueBefore, clue));
  if ((nameAfter | clueAfter) !== 0)
    sum = i16x8.add(sum, sumOf(Group.ListAfter, nameAfter | (name << 12), clueAfter, clue));
  const formPair = (formBefore << 7) | formHere;
  sum = i16x8.add(sum, sumOf(Group.FormsBefore, (formBefore2 << 14) | formPair, 0, 0));
  const formsAfter = (formPair << 14) | (formAfter << 7) | formAfter2;
  sum = i16x8.add(sum, sumOf(Group.FormsAfter, formsAfter, (apostropheHere << 2) | apostropheAfter, 0));
  if ((suffixHere | suffixAfter) !== 0) sum = i16x8.add(sum, sumOf(Group.Suffixes, suffixHere, 0, suffixAfter));
  if (writing >= 0) sum = i16x8.add(sum, sumOf(Group.Writing, writing, formHere, 0));
  if (inRun) {
    sum = i16x8.add(sum, sumOf(Group.RunPlace, suffixLast, (fromStart << 2) | toLast, 0));
    sum = i16x8.add(sum, sumOf(Group.RunLast, <i32>lastRow, place, generation));
    sum = i16x8.add(sum, sumOf(Group.RunClues, clueLast, (clueFirst << 2) | place, 0));
    sum = i16x8.add(sum, sumOf(Group.AroundRun, clueAfterRun, place, clueBeforeRun));
  }
  add(i, sum);
  wordPairs();
  middlePairs();
  lonelyFeatures(i, length);
  end(Keeper.None, 0);
}

/** Adds what only the second pass has: how the first pass tagged the word elsewhere. */
export function addSecondPass(i: i32, length: i32): void {
  token = i;
  readPlace(i);
  recallTags(i, length);
  if (seen < 0) return;
  let sum: v128;
  if (seen === 0) sum = sumOf(Group.Elsewhere, -1, formHere, 0);
  else {
    const common = (((best * 5 + top) << 3) | bestPlace) << 4;
    const where = (fromStart << 2) | toLast;
    sum = sumOf(Group.Elsewhere, (shares << 2) | seen, (formHere << 4) | where, common | placesElsewhere);
  }
  if ((pairBefore | pairAfter) !== 0) sum = i16x8.add(sum, sumOf(Group.Pairs, pairBefore, pairAfter, 0));
  add(i, sum);
}

/**
 * The sums of a group; 0 when they are not kept: then they are asked for.
 * @param a all that the group's function looks at, in three numbers; `b` must fit in 27 bits
 */
function sumOf(group: i32, a: i32, b: i32, c: i32): v128 {
  const tagged = (b << GROUP_BITS) | group;
  const at = placeOf(a, tagged, c);
  if (load<i32>(at) === a && load<i32>(at, 4) === tagged && load<i32>(at, 8) === c) return v128.load(at, KEPT_SUMS);
  keysA[parts] = a;
  keysB[parts] = tagged;
  keysC[parts] = c;
  putGroup(group);
  end(Keeper.Place, at);
  return i16x8.splat(0);
}

function placeOf(a: i32, b: i32, c: i32): usize {
  let h: u32 = (<u32>a * 0x9e3779b1) ^ (<u32>b * 0x85ebca6b) ^ (<u32>c * 0xc2b2ae35);
  h = (h ^ (h >> 15)) * 0x9e3779b1;
  return kept + <usize>(h >> SHIFT) * PLACE;
}

function add(token: i32, sum: v128): void {
  const at = sums + ((<usize>token) << 4);
  v128.store(at, i16x8.add(v128.load(at), sum));
}

/** Ends a part: the features put since the last one are summed for the token, and kept. */
function end(keeper: Keeper, address: usize): void {
  ends[parts] = featureCount;
  tokens[parts] = token;
  keepers[parts] = keeper;
  addresses[parts] = <i32>address;
  parts++;
  if (isFull() || parts === ROOM) flush();
}

/** Looks up all that waits. */
export function flush(): void {
  let passed = 0;
  // Without a branch: a quarter of the features are unknown, and no processor guesses which.
  for (let k = 0; k < featureCount; k++) {
    passing[passed] = k;
    passed += mayHold(hashes[k]);
  }
  // All first rows are read before any is looked at, so that the reads wait for memory together.
  for (let n = 0; n < passed; n++) store<u64>(starts + ((<usize>n) << 3), firstRow(hashes[passing[n]]));
  let n = 0;
  for (let part = 0; part < parts; part++) {
    const end = ends[part];
    let sum = i16x8.splat(0);
    for (; n < passed && passing[n] < end; n++)
      sum = i16x8.add(sum, weightsOf(hashes[passing[n]], load<u64>(starts + ((<usize>n) << 3))));
    add(tokens[part], sum);
    if (keepers[part] !== Keeper.None) keep(part, sum);
  }
  clearFeatures();
  parts = 0;
}

/** Keeps a part's sums: of two that wait and fall on one place, those that came last. */
function keep(part: i32, sum: v128): void {
  let at = <usize>addresses[part];
  if (keepers[part] === Keeper.Place) {
    store<i32>(at, keysA[part]);
    store<i32>(at, keysB[part], 4);
    store<i32>(at, keysC[part], 8);
    at += KEPT_SUMS + 4;
  }
  v128.store_lane<i32>(at, sum, 1);
  v128.store_lane<i64>(at, sum, 1, 4);
}

/** Whether every tag but O of a token has a sum below a limit. */
export function isBelow(token: i32, limit: i32): bool {
  return (i16x8.bitmask(i16x8.lt_s(v128.load(sums + ((<usize>token) << 4)), i16x8.splat(<i16>limit))) & 0xfc) === 0xfc;
}
