import { GROUPS, Group } from './joint.js';
import { type Lookups, ROOM, type SumKeeper } from './lookups.js';
import { PACKED } from './packed.js';
import type { Site } from './site.js';

/** Combinations whose sums are kept. A power of two. */
const PLACES = 1 << 15;
/** Numbers a place: three of the key, the packed sums, and two free ones that fill half a cache line. */
const STRIDE = 8;
const KEY = 3;
const SHIFT = 32 - Math.log2(PLACES);

/** Bits of a group's number in a key. */
const GROUP_BITS = 5;

/**
 * The summed weights of the features that join words. What a group of them sums to depends on a few numbers that come again and again, so
 * it is kept by them; a combination that is met again costs one look-up instead of one a feature. Each place of the table holds the last
 * combination that fell on it: memory is bounded and forgetting never changes a result.
 */
export class JointScores implements SumKeeper {
  private readonly kept = new Int32Array(PLACES * STRIDE);
  /** The keys of the groups of one token. */
  private readonly keys = new Int32Array(GROUPS.length * KEY);
  private count = 0;
  /** Where the keys stand whose sums are not kept. */
  private readonly missing = new Int32Array(GROUPS.length);
  /** The keys of the parts whose sums are waited for. */
  private readonly waiting = new Int32Array(ROOM * KEY);

  constructor(private readonly lookups: Lookups) {}

  /**
   * Adds the sums of all groups of the first pass, which is all that joins words but the pairs.
   * @param generation the word cache's, which gives the rows of the site their meaning
   * @param token whose sums they are added to
   */
  addFirstPass(site: Site, generation: number, token: number): void {
    const { name, clue, form } = site;
    if ((name | clue) !== 0) this.key(Group.OwnList, site.list, name | (form << 12), clue);
    if ((site.nameBefore | site.clueBefore) !== 0)
      this.key(Group.ListBefore, site.nameBefore | (name << 12), site.clueBefore, clue);
    if ((site.nameAfter | site.clueAfter) !== 0)
      this.key(Group.ListAfter, site.nameAfter | (name << 12), site.clueAfter, clue);
    const formPair = (site.formBefore << 7) | form;
    this.key(Group.FormsBefore, (site.formBefore2 << 14) | formPair, 0, 0);
    const formsAfter = (formPair << 14) | (site.formAfter << 7) | site.formAfter2;
    this.key(Group.FormsAfter, formsAfter, (site.apostrophe << 2) | site.apostropheAfter, 0);
    if ((site.suffix | site.suffixAfter) !== 0) this.key(Group.Suffixes, site.suffix, 0, site.suffixAfter);
    if (site.writing >= 0) this.key(Group.Writing, site.writing, form, 0);
    if (site.inRun) this.keysOfRun(site, generation);
    this.add(site, token);
  }

  /** Adds the sums of what only the second pass has. */
  addSecondPass(site: Site, token: number): void {
    const { seen, shares, form } = site;
    if (seen < 0) return;
    const best = (((site.best * 5 + site.top) << 3) | site.bestPlace) << 4;
    const place = (site.fromStart << 2) | site.toLast;
    if (seen === 0) this.key(Group.Elsewhere, -1, form, 0);
    else this.key(Group.Elsewhere, (shares << 2) | seen, (form << 4) | place, best | site.places);
    if ((site.pairBefore | site.pairAfter) !== 0) this.key(Group.Pairs, site.pairBefore, site.pairAfter, 0);
    this.add(site, token);
  }

  private keysOfRun(site: Site, generation: number): void {
    const { place } = site;
    this.key(Group.RunPlace, site.suffixLast, (site.fromStart << 2) | site.toLast, 0);
    this.key(Group.RunLast, site.lastRow, place, generation);
    this.key(Group.RunClues, site.clueLast, (site.clueFirst << 2) | place, 0);
    this.key(Group.AroundRun, site.clueAfterRun, place, site.clueBeforeRun);
  }

  /**
   * Notes the key of a group.
   * @param a all that the group's function looks at, in three numbers; `b` must fit in 27 bits
   */
  private key(group: number, a: number, b: number, c: number): void {
    const { keys } = this;
    const at = KEY * this.count++;
    keys[at] = a;
    keys[at + 1] = (b << GROUP_BITS) | group;
    keys[at + 2] = c;
  }

  /** Adds the sums of the groups whose keys were noted. */
  private add(site: Site, token: number): void {
    const { kept, keys, missing } = this;
    const end = KEY * this.count;
    let misses = 0;
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    for (let k = 0; k < end; k += KEY) {
      const a = keys[k];
      const b = keys[k + 1];
      const c = keys[k + 2];
      const from = placeOf(a, b, c);
      if (kept[from] === a && kept[from + 1] === b && kept[from + 2] === c) {
        sumA += kept[from + KEY];
        sumB += kept[from + KEY + 1];
        sumC += kept[from + KEY + 2];
      } else missing[misses++] = k;
    }
    for (let n = 0; n < misses; n++) this.ask(missing[n], site, token);
    this.count = 0;
    const { tokenSums } = this.lookups;
    const at = token * PACKED;
    tokenSums[at] += sumA;
    tokenSums[at + 1] += sumB;
    tokenSums[at + 2] += sumC;
  }

  /** Asks for the sums of the group whose key was noted at `k`. */
  private ask(k: number, site: Site, token: number): void {
    const { lookups, keys, waiting } = this;
    const at = lookups.count * KEY;
    for (let n = 0; n < KEY; n++) waiting[at + n] = keys[k + n];
    GROUPS[keys[k + 1] & ((1 << GROUP_BITS) - 1)](site, lookups.features);
    lookups.end(token, this, placeOf(keys[k], keys[k + 1], keys[k + 2]));
  }

  /** Keeps the sums with their key: of two that wait and fall on one place, the one that came last. */
  settle(place: number, part: number, a: number, b: number, c: number): void {
    const { kept, waiting } = this;
    for (let n = 0; n < KEY; n++) kept[place + n] = waiting[part * KEY + n];
    kept[place + KEY] = a;
    kept[place + KEY + 1] = b;
    kept[place + KEY + 2] = c;
  }
}

function placeOf(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x9e3779b1);
  return (h >>> SHIFT) * STRIDE;
}
