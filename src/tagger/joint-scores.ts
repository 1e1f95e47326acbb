import { GROUPS, Group, wordPairs } from './joint.js';
import type { Lookups, SumKeeper } from './lookups.js';
import { PACKED } from './packed.js';
import type { Site } from './site.js';

/** Combinations whose sums are kept. A power of two. */
const PLACES = 1 << 15;
/** Numbers a place: three of the key, the packed sums, whether they are waited for, and a free one that fills half a cache line. */
const STRIDE = 8;
const KEY = 3;
const WAITING = KEY + PACKED;
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

  constructor(private readonly lookups: Lookups) {}

  /**
   * Adds the sums of all groups of the first pass.
   * @param generation the word cache's, which gives the rows of the site their meaning
   * @param token whose sums they are added to
   */
  addFirstPass(site: Site, generation: number, token: number): void {
    const { name, clue, form } = site;
    if ((name | clue) !== 0) this.add(Group.OwnList, site.list, name | (form << 12), clue, site, token);
    if ((site.nameBefore | site.clueBefore) !== 0)
      this.add(Group.ListBefore, site.nameBefore | (name << 12), site.clueBefore, clue, site, token);
    if ((site.nameAfter | site.clueAfter) !== 0)
      this.add(Group.ListAfter, site.nameAfter | (name << 12), site.clueAfter, clue, site, token);
    const formPair = (site.formBefore << 7) | form;
    this.add(Group.FormsBefore, (site.formBefore2 << 14) | formPair, 0, 0, site, token);
    const formsAfter = (formPair << 14) | (site.formAfter << 7) | site.formAfter2;
    this.add(Group.FormsAfter, formsAfter, (site.apostrophe << 2) | site.apostropheAfter, 0, site, token);
    this.add(Group.MiddleBefore, site.middleBefore, site.middle, 0, site, token);
    this.add(Group.MiddleAfter, site.middle, site.middleAfter, 0, site, token);
    if ((site.suffix | site.suffixAfter) !== 0) this.add(Group.Suffixes, site.suffix, 0, site.suffixAfter, site, token);
    if (site.writing >= 0) this.add(Group.Writing, site.writing, form, 0, site, token);
    if (site.inRun) this.addRun(site, generation, token);
    this.addPairs(site, token);
  }

  /** Adds the sums of what only the second pass has. */
  addSecondPass(site: Site, token: number): void {
    const { seen, shares, form } = site;
    if (seen < 0) return;
    const best = (((site.best * 5 + site.top) << 3) | site.bestPlace) << 4;
    const place = (site.fromStart << 2) | site.toLast;
    if (seen === 0) this.add(Group.Elsewhere, -1, form, 0, site, token);
    else this.add(Group.Elsewhere, (shares << 2) | seen, (form << 4) | place, best | site.places, site, token);
    if ((site.pairBefore | site.pairAfter) !== 0)
      this.add(Group.Pairs, site.pairBefore, site.pairAfter, 0, site, token);
  }

  private addRun(site: Site, generation: number, token: number): void {
    const { place } = site;
    this.add(Group.RunPlace, site.suffixLast, (site.fromStart << 2) | site.toLast, 0, site, token);
    this.add(Group.RunLast, site.lastRow, place, generation, site, token);
    this.add(Group.RunClues, site.clueLast, (site.clueFirst << 2) | place, 0, site, token);
    this.add(Group.AroundRun, site.clueAfterRun, place, site.clueBeforeRun, site, token);
  }

  private addPairs(site: Site, token: number): void {
    const { lookups } = this;
    const first = lookups.features.count;
    wordPairs(site, lookups.features);
    lookups.end(first, token);
  }

  /**
   * Adds the sums of one group.
   * @param a the key: all that the group's function looks at, in three numbers; `b` must fit in 27 bits
   */
  private add(group: number, a: number, b: number, c: number, site: Site, token: number): void {
    const { kept, lookups } = this;
    const second = (b << GROUP_BITS) | group;
    const from = placeOf(a, second, c);
    if (kept[from] !== a || kept[from + 1] !== second || kept[from + 2] !== c) {
      kept[from] = a;
      kept[from + 1] = second;
      kept[from + 2] = c;
      kept[from + WAITING] = 1;
      const first = lookups.features.count;
      GROUPS[group](site, lookups.features);
      lookups.end(first, token, this, from);
      return;
    }
    if (kept[from + WAITING] !== 0) lookups.flush();
    const { tokenSums } = lookups;
    const at = token * PACKED;
    tokenSums[at] += kept[from + KEY];
    tokenSums[at + 1] += kept[from + KEY + 1];
    tokenSums[at + 2] += kept[from + KEY + 2];
  }

  /** When two combinations that fall on one place wait at once, the one that came last is settled last: it is the one the key names. */
  settle(place: number, a: number, b: number, c: number): void {
    const { kept } = this;
    kept[place + KEY] = a;
    kept[place + KEY + 1] = b;
    kept[place + KEY + 2] = c;
    kept[place + WAITING] = 0;
  }
}

function placeOf(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x9e3779b1);
  return (h >>> SHIFT) * STRIDE;
}
