import { foldCode, foldInto } from '../text/fold.js';
import { withoutUnit } from '../text/hash.js';
import { CaseShape, SentenceCase, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { mix } from './mix.js';
import type { Site } from './site.js';
import { isInside, OUTSIDE, TAG_COUNT, TAG_TYPES } from './tags.js';

/** Numbers an entry: how the document writes a word, then how the first pass tagged it. */
const Field = {
  /** Occurrences in small letters. */
  Lower: 0,
  /** With a capital where only names have one. */
  Capital: 1,
  /** With an apostrophe suffix. */
  Suffixed: 2,
  /** Occurrences where a name can be. */
  Seen: 3,
  /** Sums of the probabilities of each type. */
  Types: 4,
  /** Occurrences as the only, first, last and middle word of a name. */
  Places: 7,
} as const;
const STRIDE = 12;

const PLACES = 4;
const Place = { Only: 0, First: 1, Last: 2, Middle: 3 } as const;

/** Endings that an inflected name without apostrophe may have beyond a name the document holds elsewhere. */
const ENDINGS = new Set(
  (
    'i u ü yi yu yü in un ün nin nun nün a e ya ye na ne da de ta te nda nde dan den tan ten ndan nden la le yla yle ki daki deki taki teki ' +
    'ni nu nü ca ce ça çe dir tir dur tur'
  ).split(' '),
);
/** By code, whether no ending has this last letter: half of the words need no second look. */
const endsOtherwise = new Uint8Array(0x180).fill(1);
for (const ending of ENDINGS) endsOtherwise[ending.charCodeAt(ending.length - 1)] = 0;

/** A word met so many times besides is met often. */
const OFTEN = 4;

const LONGEST_ENDING = 4;
const SHORTEST_STEM = 4;

/**
 * What one document tells about its words: how each is written elsewhere in it, and how the first pass tagged it there.
 * Words are compared by their folded stems; an inflected word without an apostrophe joins the stem when the document
 * holds that too. A token's own occurrence never counts for it.
 */
export class DocumentMemory {
  /** Entry of each token, 0 for none. */
  private entry = new Int32Array(0);
  /** Entry of each pair of a token and the one before. */
  private pairs = new Int32Array(0);
  private keys = new Int32Array(1024);
  private slots = new Int32Array(2048);
  private values = new Float32Array(1024 * STRIDE);
  /** Where each entry lies in the slots, so that a short document after a long one need not clear them all. */
  private slotOf = new Int32Array(1024);
  private used = 1;
  private readonly units = new Uint16Array(2 * LONGEST_ENDING);
  private places = new Uint8Array(0);

  /** Reads how the document writes its words. */
  read(table: TokenTable, open: Uint8Array, opens: Int32Array, openCount: number): void {
    this.forget();
    if (this.entry.length < table.length) {
      this.entry = new Int32Array(2 * table.length);
      this.pairs = new Int32Array(2 * table.length);
      this.places = new Uint8Array(2 * table.length);
    }
    this.entry.fill(0, 0, table.length);
    this.pairs.fill(0, 0, table.length);
    for (let k = 0; k < openCount; k++)
      if (table.kind[opens[k]] === TokenKind.Word) this.entry[opens[k]] = this.intern(table.hash[opens[k]]);
    this.countSmall(table, open);
    for (let k = 0; k < openCount; k++)
      if (table.kind[opens[k]] === TokenKind.Word) this.readWord(table, open, opens[k]);
  }

  /** Counts the words that can be no names and are met elsewhere as words that can. */
  private countSmall({ kind, hash, length }: TokenTable, open: Uint8Array): void {
    const { slots, keys, values } = this;
    const mask = slots.length - 1;
    for (let i = 0; i < length; i++) {
      let at = hash[i] & mask;
      if (slots[at] === 0 || open[i] !== 0 || kind[i] !== TokenKind.Word) continue;
      while (slots[at] !== 0 && keys[slots[at]] !== hash[i]) at = (at + 1) & mask;
      if (slots[at] !== 0) values[slots[at] * STRIDE + Field.Lower]++;
    }
  }

  private readWord(table: TokenTable, open: Uint8Array, i: number): void {
    const { values } = this;
    const stem = this.stemEntry(table, i);
    if (stem !== 0) this.entry[i] = stem;
    const at = this.entry[i] * STRIDE;
    values[at + Field.Seen]++;
    const written = writingOf(table, i);
    if (written >= 0) values[at + written]++;
    if (table.flags[i] & TokenFlag.Suffixed) values[at + Field.Suffixed]++;
    if (i > 0 && open[i - 1] !== 0 && table.sentence[i - 1] === table.sentence[i]) {
      const pair = this.intern(mix(this.entry[i - 1], this.entry[i]));
      this.pairs[i] = pair;
      this.values[pair * STRIDE + Field.Seen]++;
    }
  }

  /** Whether the document holds token i's word more than once where a name can be. */
  isRepeated(i: number): boolean {
    return this.values[this.entry[i] * STRIDE + Field.Seen] > 1;
  }

  /** Tells the site of token i how often the document writes its word elsewhere small, with a capital and with a suffix. */
  recallWriting(table: TokenTable, i: number, site: Site): void {
    const entry = this.entry[i];
    site.writing = -1;
    if (entry === 0) return;
    const at = entry * STRIDE;
    const written = writingOf(table, i);
    const own = table.flags[i] & TokenFlag.Suffixed ? 1 : 0;
    const lower = this.values[at + Field.Lower] - (written === Field.Lower ? 1 : 0);
    const capital = this.values[at + Field.Capital] - (written === Field.Capital ? 1 : 0);
    const suffixed = this.values[at + Field.Suffixed] - own;
    site.writing = Math.min(lower, 2) * 9 + Math.min(capital, 2) * 3 + Math.min(suffixed, 2);
  }

  /**
   * Takes in the first pass; of words met once nothing is read.
   * @param length of the document in tokens
   * @param tags the tag of each token
   * @param probabilities TAG_COUNT numbers a token
   */
  learn(opens: Int32Array, openCount: number, length: number, tags: Uint8Array, probabilities: Float32Array): void {
    const { entry, pairs, places, values } = this;
    for (let k = 0; k < openCount; k++) {
      const i = opens[k];
      if (entry[i] === 0 || !this.isRepeated(i)) continue;
      places[i] = placeOf(tags, i, length);
      const at = entry[i] * STRIDE;
      for (let type = 0; type < TAG_TYPES.length; type++)
        values[at + Field.Types + type] += typeProbability(probabilities, i, type);
      if (tags[i] !== OUTSIDE) values[at + Field.Places + places[i]]++;
      if (pairs[i] !== 0) values[pairs[i] * STRIDE + Field.Types] += insideProbability(probabilities, i);
    }
  }

  /** Tells the site of token i how the first pass tagged its word elsewhere in the document. */
  recallTags(table: TokenTable, tags: Uint8Array, probabilities: Float32Array, i: number, site: Site): void {
    const entry = this.entry[i];
    site.seen = -1;
    site.pairBefore = 0;
    site.pairAfter = 0;
    if (entry === 0) return;
    const { values } = this;
    const at = entry * STRIDE;
    const others = values[at + Field.Seen] - 1;
    site.seen = others >= OFTEN ? 3 : Math.min(others, 2);
    if (others < 1) return;
    site.shares = 0;
    site.best = 0;
    let most = 0;
    for (let type = 0; type < TAG_TYPES.length; type++) {
      const share = (values[at + Field.Types + type] - typeProbability(probabilities, i, type)) / others;
      if (share > most) {
        most = share;
        site.best = type + 1;
      }
      site.shares = site.shares * 5 + bucket(share);
    }
    site.top = bucket(most);
    site.bestPlace = 0;
    site.places = 0;
    most = 0;
    for (let place = 0; place < PLACES; place++) {
      const own = tags[i] !== OUTSIDE && this.places[i] === place ? 1 : 0;
      const times = values[at + Field.Places + place] - own;
      if (times > 0) site.places |= 1 << place;
      if (times > most) {
        most = times;
        site.bestPlace = place + 1;
      }
    }
    site.pairBefore = this.pairShare(i, probabilities);
    site.pairAfter = i + 1 < table.length ? this.pairShare(i + 1, probabilities) : 0;
  }

  /** The step of the share in which the pair of token i and the one before was one name elsewhere, + 1; 0 where it is met here alone. */
  private pairShare(i: number, probabilities: Float32Array): number {
    const at = this.pairs[i] * STRIDE;
    const others = this.values[at + Field.Seen] - 1;
    if (this.pairs[i] === 0 || others < 1) return 0;
    return 1 + bucket((this.values[at + Field.Types] - insideProbability(probabilities, i)) / others);
  }

  private forget(): void {
    for (let entry = 1; entry < this.used; entry++) this.slots[this.slotOf[entry]] = 0;
    this.values.fill(0, 0, this.used * STRIDE);
    this.used = 1;
  }

  /** The entry of the longest stem of an inflected word that the document holds as a word of its own, or 0. */
  private stemEntry(table: TokenTable, i: number): number {
    const start = table.start[i];
    const end = table.end[i];
    if (table.flags[i] & TokenFlag.Suffixed || end - start <= SHORTEST_STEM) return 0;
    const last = foldCode(table.text.charCodeAt(end - 1));
    if (last < endsOtherwise.length && endsOtherwise[last] === 1) return 0;
    // No letter has more than one mark behind it that Turkish is spelled with.
    const tail = Math.max(start, end - 2 * LONGEST_ENDING);
    const { units } = this;
    const n = foldInto(table.text, tail, end, units);
    let hash = table.hash[i];
    const longest = Math.min(LONGEST_ENDING, end - start - SHORTEST_STEM, n);
    for (let length = 1; length <= longest; length++) {
      hash = withoutUnit(hash, units[n - length]);
      const entry = this.search(hash);
      if (entry !== 0 && ENDINGS.has(String.fromCharCode(...units.subarray(n - length, n)))) return entry;
    }
    return 0;
  }

  private search(key: number): number {
    const { slots, keys } = this;
    const mask = slots.length - 1;
    for (let at = key & mask; slots[at] !== 0; at = (at + 1) & mask) if (keys[slots[at]] === key) return slots[at];
    return 0;
  }

  private intern(key: number): number {
    const known = this.search(key);
    if (known !== 0) return known;
    if (2 * this.used + 2 > this.slots.length) this.grow();
    const mask = this.slots.length - 1;
    let at = key & mask;
    while (this.slots[at] !== 0) at = (at + 1) & mask;
    this.keys[this.used] = key;
    this.slots[at] = this.used;
    this.slotOf[this.used] = at;
    return this.used++;
  }

  private grow(): void {
    const keys = new Int32Array(this.keys.length * 2);
    keys.set(this.keys);
    const values = new Float32Array(this.values.length * 2);
    values.set(this.values);
    this.keys = keys;
    this.values = values;
    this.slotOf = new Int32Array(keys.length);
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let entry = 1; entry < this.used; entry++) {
      let at = keys[entry] & mask;
      while (this.slots[at] !== 0) at = (at + 1) & mask;
      this.slots[at] = entry;
      this.slotOf[entry] = at;
    }
  }
}

/** Which count of an entry an occurrence adds to by its case, or -1: first words and headlines say nothing. */
function writingOf(table: TokenTable, i: number): number {
  if (table.shape[i] === CaseShape.Lower) return Field.Lower;
  const plain =
    table.sentenceCase[table.sentence[i]] === SentenceCase.Normal && !(table.flags[i] & TokenFlag.SentenceStart);
  return plain ? Field.Capital : -1;
}

function placeOf(tags: Uint8Array, i: number, length: number): number {
  const continues = i + 1 < length && isInside(tags[i + 1]);
  if (isInside(tags[i])) return continues ? Place.Middle : Place.Last;
  return continues ? Place.First : Place.Only;
}

function typeProbability(probabilities: Float32Array, i: number, type: number): number {
  const row = i * TAG_COUNT + 1 + 2 * type;
  return probabilities[row] + probabilities[row + 1];
}

function insideProbability(probabilities: Float32Array, i: number): number {
  const row = i * TAG_COUNT;
  return probabilities[row + 2] + probabilities[row + 4] + probabilities[row + 6];
}

/** A share as one of five: next to none, some, about half, most, nearly all. */
function bucket(share: number): number {
  return share < 0.05 ? 0 : share < 0.35 ? 1 : share < 0.65 ? 2 : share < 0.95 ? 3 : 4;
}
