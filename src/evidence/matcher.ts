import { TypeBit } from '../lexicon/entry.js';
import { PHRASE_MASK, PhraseBit } from '../lexicon/format.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { innerCheck, innerHash, pairHash } from '../lexicon/phrase.js';
import type { Reading } from '../morphology/analyser.js';
import { joinHash } from '../text/hash.js';
import { isCapital } from '../tokenize/shape.js';
import { CaseShape, TokenFlag, TokenKind, type TokenTable } from '../types.js';
import type { Hits } from './hits.js';
import { inflectionsOf, mayBeInflected } from './inflections.js';
import { PhraseMemo } from './phrase-memo.js';

/** All that a token's phrases depend on beside its hashes: bits above the three of its case shape. */
const Form = { Short: 1 << 3, Inflectable: 1 << 4, Suffixed: 1 << 5, First: 1 << 6, Later: 1 << 7 } as const;

/** Found only when its suffix was cut: a bit above those of a look-up. */
const INFLECTED = 1 << 30;

/** Acronyms of this length or more are also written as words (Unesco, Nato); shorter ones then are other words (Ama is no AMA). */
const SHORTEST_SPOKEN = 4;
/** Fewest letters of a one-word name that is found with a suffix but no apostrophe. */
const SHORTEST_NAME = 4;
const HEADS = TypeBit.ORGHEAD | TypeBit.LOCHEAD | TypeBit.TITLE;

/** Finds the phrases of one lexicon in one text after another. */
export class Matcher {
  private readonly memo = new PhraseMemo();
  /** Of each token of the text its slot in the memo, -1 where no phrase can start, and its form. */
  private slots = new Int32Array(1024);
  private forms = new Uint8Array(1024);
  private readonly mayStart = (check: number) => this.lexicon.mayStart(check);
  private readonly mayContinue = (check: number) => this.lexicon.mayContinue(check);
  /** How the word learned last was read. */
  private reading: Reading | undefined;

  constructor(private readonly lexicon: Lexicon) {}

  /**
   * Reads a text ahead, in loops so short that the processor fetches the memory of many words at once: neither the memo nor the lexicon fits
   * its first caches.
   */
  prepare(table: TokenTable): void {
    const { length, kind, shape, flags, hash, check } = table;
    if (this.slots.length < length) {
      this.slots = new Int32Array(length * 2);
      this.forms = new Uint8Array(length * 2);
    }
    const { slots, forms, memo, lexicon } = this;
    for (let i = 0; i < length; i++) {
      slots[i] = -1;
      if (kind[i] === TokenKind.Punct) continue;
      // Most words, small and without a suffix, start nothing.
      if (!isCapital(shape[i]) && !(flags[i] & TokenFlag.Suffixed) && !lexicon.mayStart(check[i])) continue;
      const form = formOf(table, i) | Form.First | shape[i];
      forms[i] = form;
      slots[i] = memo.slotOf(hash[i], form);
    }
    memo.fetch(slots, length);
  }

  /** Adds the phrases that start at a token; `index` is the lexicon's among those of the hits. */
  findAt(table: TokenTable, from: number, index: number, hits: Hits): void {
    const slot = this.slots[from];
    if (slot < 0) return;
    const found = this.findWord(table, from, slot);
    this.add(found, slot, from, from + 1, index, hits);
    if (found & PhraseBit.Prefix) this.findLonger(table, from, index, hits);
  }

  private add(found: number, slot: number, from: number, to: number, index: number, hits: Hits): void {
    const phrase = phraseOf(found);
    if (phrase < 0) return;
    const { memo } = this;
    const reading = found & INFLECTED ? memo.reading(slot) : undefined;
    hits.add(from, to, index, phrase, memo.types(slot), memo.usage(slot), reading);
  }

  /** What a token is by itself: bits over a phrase index + 1 or 0. */
  private findWord(table: TokenTable, i: number, slot: number): number {
    const { memo } = this;
    const hash = table.hash[i];
    const check = table.check[i];
    const form = this.forms[i];
    if (memo.has(slot, hash, check, form)) return memo.found(slot);
    memo.put(slot, hash, check, form);
    return this.learn(slot, this.lookUpFirst(table, i));
  }

  /** Adds the phrases of two or more words that start at a token. */
  private findLonger(table: TokenTable, from: number, index: number, hits: Hits): void {
    const { lexicon, memo } = this;
    let hash = innerHash(0, true, table, from);
    let check = innerCheck(0, true, table, from);
    const sentence = table.sentence[from];
    const last = Math.min(table.length, from + lexicon.maxWords);
    for (let to = from + 1; to < last && table.sentence[to] === sentence; to++) {
      if (!lexicon.mayFollow(pairHash(hash, table, to))) return;
      const form = formOf(table, to) | Form.Later;
      const wholeHash = joinHash(hash, table.hash[to]);
      const wholeCheck = joinHash(check, table.check[to]);
      const slot = memo.slotOf(wholeHash, form);
      let found: number;
      if (memo.has(slot, wholeHash, wholeCheck, form)) {
        found = memo.found(slot);
      } else {
        memo.put(slot, wholeHash, wholeCheck, form);
        found = this.learn(slot, this.lookUpLater(table, to, hash, check));
      }
      this.add(found, slot, from, to + 1, index, hits);
      if (!(found & PhraseBit.Prefix)) return;
      hash = form & Form.Suffixed ? innerHash(hash, false, table, to) : wholeHash;
      check = form & Form.Suffixed ? innerCheck(check, false, table, to) : wholeCheck;
    }
  }

  private learn(slot: number, found: number): number {
    const phrase = phraseOf(found);
    if (phrase < 0) this.memo.fill(slot, found, 0, 0, undefined);
    else this.memo.fill(slot, found, this.lexicon.typesOf(phrase), this.lexicon.usageOf(phrase), this.reading);
    return found;
  }

  /** Looks up a word by itself: as it stands or, with a capital, inflected. */
  private lookUpFirst(table: TokenTable, i: number): number {
    const { lexicon } = this;
    const hash = table.hash[i];
    const check = table.check[i];
    const shape = table.shape[i];
    const single = lexicon.lookUpWord(hash, check);
    const inside =
      table.flags[i] & TokenFlag.Suffixed
        ? lexicon.lookUpWord(innerHash(0, true, table, i), innerCheck(0, true, table, i))
        : single;
    const prefix = inside & PhraseBit.Prefix;
    this.reading = undefined;
    if (single & PhraseBit.Whole && !this.isOtherWord(shape, table.stemEnd[i] - table.start[i], single))
      return prefix | (single & PHRASE_MASK);
    if (!isCapital(shape) || !mayBeInflected(table, i)) return prefix;
    for (const inflection of inflectionsOf(table, i, this.mayStart)) {
      const { reading } = inflection;
      const found = lexicon.lookUp(inflection.hash, inflection.check);
      if (!(found & PhraseBit.Whole) || this.isOtherWord(shape, reading.base, found)) continue;
      if (shape === CaseShape.Title && this.isUnlikelyCut(reading, phraseOf(found))) continue;
      this.reading = reading;
      return prefix | INFLECTED | (found & PHRASE_MASK);
    }
    return prefix;
  }

  /** Looks up a phrase, whose words before the token have these hashes: as it stands, or with the token inflected; the longest base wins. */
  private lookUpLater(table: TokenTable, i: number, hash: number, check: number): number {
    const { lexicon } = this;
    const whole = lexicon.lookUp(joinHash(hash, table.hash[i]), joinHash(check, table.check[i]));
    const inside =
      table.flags[i] & TokenFlag.Suffixed
        ? lexicon.lookUp(innerHash(hash, false, table, i), innerCheck(check, false, table, i))
        : whole;
    const prefix = inside & PhraseBit.Prefix;
    this.reading = undefined;
    if (whole & PhraseBit.Whole) return prefix | (whole & PHRASE_MASK);
    if (!mayBeInflected(table, i)) return prefix;
    for (const inflection of inflectionsOf(table, i, this.mayContinue)) {
      const found = lexicon.lookUp(joinHash(hash, inflection.hash), joinHash(check, inflection.check));
      if (!(found & PhraseBit.Whole)) continue;
      this.reading = inflection.reading;
      return prefix | INFLECTED | (found & PHRASE_MASK);
    }
    return prefix;
  }

  /**
   * Is a word of this shape, of which `length` units stand for the phrase, written as an ordinary word where the phrase is an acronym
   * (Mide is not MİT-e)?
   */
  private isOtherWord(shape: number, length: number, found: number): boolean {
    if (!(found & PhraseBit.Acronym)) return false;
    if (shape === CaseShape.Lower) return true;
    return shape === CaseShape.Title && (length < SHORTEST_SPOKEN || (this.lexicon.share(phraseOf(found)) ?? 1) < 0.95);
  }

  /**
   * Is the suffix more likely a part of another name? On the annotated training texts no one-word name of three letters, and hardly one in
   * the possessive, was right without an apostrophe; head words (İline, Vakfına) stand so all the time, acronyms (MİTe) show where they end.
   */
  private isUnlikelyCut(reading: Reading, phrase: number): boolean {
    if ((this.lexicon.strongMask(phrase) | this.lexicon.weakMask(phrase)) & HEADS) return false;
    return reading.base < SHORTEST_NAME || reading.tags[0] === 'P3sg';
  }
}

function formOf(table: TokenTable, i: number): number {
  let form = 0;
  if (table.stemEnd[i] - table.start[i] < SHORTEST_SPOKEN) form |= Form.Short;
  if (mayBeInflected(table, i)) form |= Form.Inflectable;
  if (table.flags[i] & TokenFlag.Suffixed) form |= Form.Suffixed;
  return form;
}

/** The phrase index in what a look-up found, or -1. */
function phraseOf(found: number): number {
  return (found & PHRASE_MASK) - 1;
}
