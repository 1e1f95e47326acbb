import { foldInto } from '../text/fold.js';
import { CaseShape, SentenceCase, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import type { Columns } from './columns.js';
import type { FeatureBuffer } from './feature-buffer.js';
import { mix } from './mix.js';
import { isInside, OUTSIDE, TAG_COUNT, TAG_TYPES } from './tags.js';

/** Templates about the rest of the document. */
export const MemoryTemplate = {
  Writing: 320,
  Shares: 321,
  SharesCount: 322,
  BestForm: 323,
  BestPlaces: 324,
  BestRun: 325,
  Alone: 326,
  PairBefore: 327,
  PairAfter: 328,
} as const;

/** Numbers an entry: how the document writes a word, then how the first pass tagged it. */
const Field = {
  /** Occurrences in small letters. */
  Lower: 0,
  /** With a capital where only names have one. */
  Capital: 1,
  /** With an apostrophe suffix. */
  Suffixed: 2,
  /** Occurrences the first pass has tagged. */
  Tagged: 3,
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
  private used = 1;
  private units = new Uint16Array(64);
  private places = new Uint8Array(0);

  /** Reads how the document writes its words. */
  read(table: TokenTable, open: Uint8Array): void {
    this.slots.fill(0);
    this.values.fill(0, 0, this.used * STRIDE);
    this.used = 1;
    if (this.entry.length < table.length) {
      this.entry = new Int32Array(2 * table.length);
      this.pairs = new Int32Array(2 * table.length);
      this.places = new Uint8Array(2 * table.length);
    }
    this.entry.fill(0, 0, table.length);
    this.pairs.fill(0, 0, table.length);
    for (let i = 0; i < table.length; i++)
      if (table.kind[i] === TokenKind.Word && open[i] !== 0) this.entry[i] = this.intern(table.hash[i]);
    for (let i = 0; i < table.length; i++) {
      if (table.kind[i] !== TokenKind.Word) continue;
      if (open[i] === 0) {
        const entry = this.search(table.hash[i]);
        if (entry !== 0) this.values[entry * STRIDE + Field.Lower]++;
        continue;
      }
      const stem = this.stemEntry(table, i);
      if (stem !== 0) this.entry[i] = stem;
      const at = this.entry[i] * STRIDE;
      const written = writingOf(table, i);
      if (written >= 0) this.values[at + written]++;
      if (table.flags[i] & TokenFlag.Suffixed) this.values[at + Field.Suffixed]++;
      if (i > 0 && open[i - 1] !== 0 && table.sentence[i - 1] === table.sentence[i]) {
        this.pairs[i] = this.intern(mix(this.entry[i - 1], this.entry[i]));
      }
    }
  }

  /** Puts the features of how the document writes token i elsewhere. */
  writingFeatures(table: TokenTable, columns: Columns, i: number, out: FeatureBuffer): void {
    const entry = this.entry[i];
    if (entry === 0) return;
    const at = entry * STRIDE;
    const written = writingOf(table, i);
    const own = table.flags[i] & TokenFlag.Suffixed ? 1 : 0;
    const lower = this.values[at + Field.Lower] - (written === Field.Lower ? 1 : 0);
    const capital = this.values[at + Field.Capital] - (written === Field.Capital ? 1 : 0);
    const suffixed = this.values[at + Field.Suffixed] - own;
    const code = Math.min(lower, 2) * 9 + Math.min(capital, 2) * 3 + Math.min(suffixed, 2);
    out.put(MemoryTemplate.Writing, code * 128 + columns.form[i]);
  }

  /**
   * Takes in the first pass.
   * @param tags the tag of each token
   * @param probabilities TAG_COUNT numbers a token; those of closed tokens are not read
   */
  learn(table: TokenTable, tags: Uint8Array, probabilities: Float32Array): void {
    const { entry, pairs, places, values } = this;
    for (let i = 0; i < table.length; i++) {
      if (entry[i] === 0) continue;
      places[i] = placeOf(tags, i, table.length);
      this.addTo(entry[i] * STRIDE, i, tags, probabilities, 1);
      if (pairs[i] !== 0) {
        const at = pairs[i] * STRIDE;
        values[at + Field.Tagged]++;
        values[at + Field.Types] += insideProbability(probabilities, i);
      }
    }
  }

  /** Puts the features of how the first pass tagged token i's word elsewhere. */
  tagFeatures(
    table: TokenTable,
    columns: Columns,
    tags: Uint8Array,
    probabilities: Float32Array,
    i: number,
    out: FeatureBuffer,
  ): void {
    const entry = this.entry[i];
    if (entry === 0) return;
    const { values, pairs } = this;
    const at = entry * STRIDE;
    const seen = values[at + Field.Tagged] - 1;
    if (seen >= 1) {
      // The token's own part is taken out for the time of looking.
      this.addTo(at, i, tags, probabilities, -1);
      const form = columns.form[i];
      const many = seen >= 4 ? 2 : seen >= 2 ? 1 : 0;
      let shares = 0;
      let best = 0;
      let top = 0;
      for (let type = 0; type < TAG_TYPES.length; type++) {
        const share = values[at + Field.Types + type] / seen;
        if (share > top) {
          top = share;
          best = type + 1;
        }
        shares = shares * 5 + bucket(share);
      }
      let most = 0;
      let place = 0;
      let placeBits = 0;
      for (let p = 0; p < PLACES; p++) {
        const times = values[at + Field.Places + p];
        if (times > 0) placeBits |= 1 << p;
        if (times > most) {
          most = times;
          place = p + 1;
        }
      }
      out.put(MemoryTemplate.Shares, shares);
      out.put(MemoryTemplate.SharesCount, shares * 4 + many);
      out.put(MemoryTemplate.BestForm, (best * 8 + place) * 128 + form);
      out.put(MemoryTemplate.BestPlaces, (best * 5 + bucket(top)) * 16 + placeBits);
      out.put(
        MemoryTemplate.BestRun,
        (best * 5 + bucket(top)) * 64 +
          Math.min(i - columns.runStart[i], 3) * 4 +
          Math.min(columns.runEnd[i] - 1 - i, 3),
      );
      this.addTo(at, i, tags, probabilities, 1);
    } else {
      out.put(MemoryTemplate.Alone, columns.form[i]);
    }
    this.pairFeature(i, probabilities, MemoryTemplate.PairBefore, out);
    if (i + 1 < table.length && pairs[i + 1] !== 0)
      this.pairFeature(i + 1, probabilities, MemoryTemplate.PairAfter, out);
  }

  /** Whether elsewhere the pair of token i and the one before was one name. */
  private pairFeature(i: number, probabilities: Float32Array, template: number, out: FeatureBuffer): void {
    const pair = this.pairs[i];
    if (pair === 0) return;
    const at = pair * STRIDE;
    const seen = this.values[at + Field.Tagged] - 1;
    if (seen < 1) return;
    const share = (this.values[at + Field.Types] - insideProbability(probabilities, i)) / seen;
    out.put(template, bucket(share));
  }

  private addTo(at: number, i: number, tags: Uint8Array, probabilities: Float32Array, sign: number): void {
    const { values } = this;
    values[at + Field.Tagged] += sign;
    for (let type = 0; type < TAG_TYPES.length; type++) {
      const row = i * TAG_COUNT + 1 + 2 * type;
      values[at + Field.Types + type] += sign * (probabilities[row] + probabilities[row + 1]);
    }
    if (tags[i] !== OUTSIDE) values[at + Field.Places + this.places[i]] += sign;
  }

  /** The entry of the longest stem of an inflected word that the document holds as a word of its own, or 0. */
  private stemEntry(table: TokenTable, i: number): number {
    const start = table.start[i];
    const end = table.end[i];
    if (table.flags[i] & TokenFlag.Suffixed || end - start <= SHORTEST_STEM || end - start > 40) return 0;
    const n = foldInto(table.text, start, end, this.units);
    let hash = 0x811c9dc5;
    let found = 0;
    for (let k = 0; k < n - 1; k++) {
      hash = Math.imul(hash ^ this.units[k], 0x01000193);
      if (k + 1 < SHORTEST_STEM || n - k - 1 > LONGEST_ENDING) continue;
      const entry = this.search(hash);
      if (entry === 0) continue;
      let ending = '';
      for (let u = k + 1; u < n; u++) ending += String.fromCharCode(this.units[u]);
      if (ENDINGS.has(ending)) found = entry;
    }
    return found;
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
    return this.used++;
  }

  private grow(): void {
    const keys = new Int32Array(this.keys.length * 2);
    keys.set(this.keys);
    const values = new Float32Array(this.values.length * 2);
    values.set(this.values);
    this.keys = keys;
    this.values = values;
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let entry = 1; entry < this.used; entry++) {
      let at = keys[entry] & mask;
      while (this.slots[at] !== 0) at = (at + 1) & mask;
      this.slots[at] = entry;
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

function insideProbability(probabilities: Float32Array, i: number): number {
  const row = i * TAG_COUNT;
  return probabilities[row + 2] + probabilities[row + 4] + probabilities[row + 6];
}

/** A share as one of five: next to none, some, about half, most, nearly all. */
function bucket(share: number): number {
  return share < 0.05 ? 0 : share < 0.35 ? 1 : share < 0.65 ? 2 : share < 0.95 ? 3 : 4;
}
