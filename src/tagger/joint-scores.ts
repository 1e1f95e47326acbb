import { FeatureBuffer } from './feature-buffer.js';
import { GROUPS, Group, wordPairs } from './joint.js';
import type { TaggerModel } from './model.js';
import { PACKED } from './packed.js';
import type { Site } from './site.js';

/** Combinations whose sums are kept. A power of two. */
const PLACES = 1 << 15;
/** Numbers a place: three of the key, the packed sums, two free ones that fill half a cache line. */
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
export class JointScores {
  private readonly kept = new Int32Array(PLACES * STRIDE);
  private readonly features = new FeatureBuffer();

  constructor(private readonly model: TaggerModel) {}

  /**
   * Adds the sums of all groups of the first pass.
   * @param generation the word cache's, which gives the rows of the site their meaning
   */
  addFirstPass(site: Site, generation: number, sums: Int32Array, at: number): void {
    const { name, clue, form } = site;
    if ((name | clue) !== 0) this.add(Group.OwnList, site.list, name | (form << 12), clue, site, sums, at);
    if ((site.nameBefore | site.clueBefore) !== 0)
      this.add(Group.ListBefore, site.nameBefore | (name << 12), site.clueBefore, clue, site, sums, at);
    if ((site.nameAfter | site.clueAfter) !== 0)
      this.add(Group.ListAfter, site.nameAfter | (name << 12), site.clueAfter, clue, site, sums, at);
    const formPair = (site.formBefore << 7) | form;
    this.add(Group.FormsBefore, (site.formBefore2 << 14) | formPair, 0, 0, site, sums, at);
    const formsAfter = (formPair << 14) | (site.formAfter << 7) | site.formAfter2;
    this.add(Group.FormsAfter, formsAfter, (site.apostrophe << 2) | site.apostropheAfter, 0, site, sums, at);
    this.add(Group.MiddleBefore, site.middleBefore, site.middle, 0, site, sums, at);
    this.add(Group.MiddleAfter, site.middle, site.middleAfter, 0, site, sums, at);
    if ((site.suffix | site.suffixAfter) !== 0)
      this.add(Group.Suffixes, site.suffix, 0, site.suffixAfter, site, sums, at);
    if (site.writing >= 0) this.add(Group.Writing, site.writing, form, 0, site, sums, at);
    if (site.inRun) this.addRun(site, generation, sums, at);
    this.addPairs(site, sums, at);
  }

  /** Adds the sums of what only the second pass has. */
  addSecondPass(site: Site, sums: Int32Array, at: number): void {
    const { seen, shares, form } = site;
    if (seen < 0) return;
    const best = (((site.best * 5 + site.top) << 3) | site.bestPlace) << 4;
    const place = (site.fromStart << 2) | site.toLast;
    if (seen === 0) this.add(Group.Elsewhere, -1, form, 0, site, sums, at);
    else this.add(Group.Elsewhere, (shares << 2) | seen, (form << 4) | place, best | site.places, site, sums, at);
    if ((site.pairBefore | site.pairAfter) !== 0)
      this.add(Group.Pairs, site.pairBefore, site.pairAfter, 0, site, sums, at);
  }

  private addRun(site: Site, generation: number, sums: Int32Array, at: number): void {
    const { place } = site;
    this.add(Group.RunPlace, site.suffixLast, (site.fromStart << 2) | site.toLast, 0, site, sums, at);
    this.add(Group.RunLast, site.lastRow, place, generation, site, sums, at);
    this.add(Group.RunFirst, site.firstRow, place, generation, site, sums, at);
    this.add(Group.RunAfter, site.afterRow, place, generation, site, sums, at);
    this.add(Group.RunBefore, site.beforeRow, place, generation, site, sums, at);
    this.add(Group.RunClues, site.clueLast, (site.clueFirst << 2) | place, 0, site, sums, at);
    this.add(Group.AroundRun, site.clueAfterRun, place, site.clueBeforeRun, site, sums, at);
  }

  private addPairs(site: Site, sums: Int32Array, at: number): void {
    const { features } = this;
    features.count = 0;
    wordPairs(site, features);
    this.model.addWeights(features, sums, at);
  }

  /**
   * Adds the sums of one group.
   * @param a the key: all that the group's function looks at, in three numbers; `b` must fit in 27 bits
   */
  private add(group: number, a: number, b: number, c: number, site: Site, sums: Int32Array, at: number): void {
    const { kept } = this;
    const second = (b << GROUP_BITS) | group;
    const from = placeOf(a, second, c);
    if (kept[from] !== a || kept[from + 1] !== second || kept[from + 2] !== c)
      this.fill(from, a, second, c, group, site);
    sums[at] += kept[from + KEY];
    sums[at + 1] += kept[from + KEY + 1];
    sums[at + 2] += kept[from + KEY + 2];
  }

  private fill(from: number, a: number, second: number, c: number, group: number, site: Site): void {
    const { kept, features } = this;
    features.count = 0;
    GROUPS[group](site, features);
    kept[from] = a;
    kept[from + 1] = second;
    kept[from + 2] = c;
    kept.fill(0, from + KEY, from + KEY + PACKED);
    this.model.addWeights(features, kept, from + KEY);
  }
}

function placeOf(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x9e3779b1);
  return (h >>> SHIFT) * STRIDE;
}
