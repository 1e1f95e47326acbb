import { TypeBit } from '../lexicon/entry.js';
import { PHRASE_MASK, PhraseBit } from '../lexicon/format.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { innerCheck, innerHash, pairHash } from '../lexicon/phrase.js';
import type { Reading } from '../morphology/analyser.js';
import { joinHash } from '../text/hash.js';
import { isCapital } from '../tokenize/shape.js';
import { CaseShape, TokenFlag, type TokenTable } from '../types.js';
import type { Hits } from './hits.js';
import { type Inflection, inflectionsOf, mayBeInflected } from './inflections.js';

/** Words remembered; a power of two. */
const SLOTS = 1 << 15;

/** Columns of a remembered word. */
const Word = { Hash: 0, Check: 1, Form: 2, Found: 3 } as const;
const COLUMNS = 4;

/** Bits of {@link Word.Form}, above the three of the token's case shape. */
const Form = { Short: 1 << 3, Inflectable: 1 << 4, Suffixed: 1 << 5, Seen: 1 << 6 } as const;
/** Spreads the forms of a word over the slots. */
const FORM_FACTOR = 0x9e3779b1;

/** Found inflected. Above the bits of a look-up, of which it keeps Prefix. */
const INFLECTED = 1 << 30;

/** Acronyms of this length or more are also written as words (Unesco, Nato); shorter ones then are other words (Ama is no AMA). */
const SHORTEST_SPOKEN = 4;
/** Fewest letters of a one-word name that is found with a suffix but no apostrophe. */
const SHORTEST_NAME = 4;
const HEADS = TypeBit.ORGHEAD | TypeBit.LOCHEAD | TypeBit.TITLE;

/**
 * Finds the phrases of one lexicon. What a word is by itself depends on the word and the form it has in the text alone, and so do the ways
 * to read it as a later word of a phrase: both are remembered, since news repeats its words. Each slot holds the last word that fell on it,
 * so that memory stays bounded.
 */
export class Matcher {
  private readonly words = new Int32Array(SLOTS * COLUMNS);
  private readonly readings: (Reading | undefined)[] = new Array(SLOTS);
  private readonly laterWords = new Int32Array(SLOTS * 2);
  private readonly inflections: (readonly Inflection[] | undefined)[] = new Array(SLOTS);
  private readonly mayStart = (check: number) => this.lexicon.mayStart(check);

  constructor(private readonly lexicon: Lexicon) {}

  /** Adds the phrases that start at a token; `index` is the lexicon's among those of the hits. */
  findAt(table: TokenTable, from: number, index: number, hits: Hits): void {
    const shape = table.shape[from];
    const suffixed = table.flags[from] & TokenFlag.Suffixed;
    // Most words, small and without a suffix: only their own look-up matters.
    if (!isCapital(shape) && !suffixed && !this.lexicon.mayStart(table.check[from])) return;
    let form = shape | Form.Seen;
    if (table.stemEnd[from] - table.start[from] < SHORTEST_SPOKEN) form |= Form.Short;
    if (mayBeInflected(table, from)) form |= Form.Inflectable;
    if (suffixed) form |= Form.Suffixed;
    const hash = table.hash[from];
    const slot = (hash + Math.imul(form, FORM_FACTOR)) & (SLOTS - 1);
    if (!this.knows(slot, hash, table.check[from], form)) this.learn(slot, table, from, form);
    const found = this.words[slot * COLUMNS + Word.Found];
    const phrase = phraseOf(found);
    if (phrase >= 0) hits.add(from, from + 1, index, phrase, found & INFLECTED ? this.readings[slot] : undefined);
    if (found & PhraseBit.Prefix) this.findLonger(table, from, index, hits);
  }

  private knows(slot: number, hash: number, check: number, form: number): boolean {
    const { words } = this;
    const at = slot * COLUMNS;
    return words[at] === hash && words[at + Word.Check] === check && words[at + Word.Form] === form;
  }

  /** Works out what a word is by itself: the phrase index + 1 or 0, whether inflected, and whether longer phrases may start with it. */
  private learn(slot: number, table: TokenTable, i: number, form: number): void {
    const { words, lexicon } = this;
    const at = slot * COLUMNS;
    words[at] = table.hash[i];
    words[at + Word.Check] = table.check[i];
    words[at + Word.Form] = form;
    const single = lexicon.lookUpWord(table.hash[i], table.check[i]);
    const prefix = form & Form.Suffixed ? lexicon.lookUpWord(innerHash(0, true, table, i), innerCheck(0, true, table, i)) : single;
    let found = prefix & PhraseBit.Prefix;
    if (single & PhraseBit.Whole && !this.isOtherWord(table.shape[i], table.stemEnd[i] - table.start[i], single)) {
      found |= single & PHRASE_MASK;
    } else if (isCapital(table.shape[i]) && form & Form.Inflectable) {
      for (const { hash, check, reading } of inflectionsOf(table, i, this.mayStart)) {
        const base = lexicon.lookUp(hash, check);
        if (!(base & PhraseBit.Whole) || this.isOtherWord(table.shape[i], reading.base, base)) continue;
        if (table.shape[i] === CaseShape.Title && this.isUnlikelyCut(reading, phraseOf(base))) continue;
        found |= (base & PHRASE_MASK) | INFLECTED;
        this.readings[slot] = reading;
        break;
      }
    }
    words[at + Word.Found] = found;
  }

  /** Is a word of this shape, of which `length` units stand for the phrase, written as an ordinary word where the phrase is an acronym (Mide is not MİT-e)? */
  private isOtherWord(shape: number, length: number, found: number): boolean {
    if (!(found & PhraseBit.Acronym)) return false;
    if (shape === CaseShape.Lower) return true;
    return (
      shape === CaseShape.Title && (length < SHORTEST_SPOKEN || (this.lexicon.share(phraseOf(found)) ?? 1) < 0.95)
    );
  }

  /**
   * Is the suffix more likely a part of another name? On the annotated training texts no one-word name of three letters, and hardly one in
   * the possessive, was right without an apostrophe; head words (İline, Vakfına) stand so all the time, acronyms (MİTe) show where they end.
   */
  private isUnlikelyCut(reading: Reading, phrase: number): boolean {
    if ((this.lexicon.strongMask(phrase) | this.lexicon.weakMask(phrase)) & HEADS) return false;
    return reading.base < SHORTEST_NAME || reading.tags[0] === 'P3sg';
  }

  /** Adds the phrases of two or more words that start at a token. */
  private findLonger(table: TokenTable, from: number, index: number, hits: Hits): void {
    const { lexicon } = this;
    let hash = innerHash(0, true, table, from);
    let check = innerCheck(0, true, table, from);
    const sentence = table.sentence[from];
    const last = Math.min(table.length, from + lexicon.maxWords);
    let prefix: number = PhraseBit.Prefix;
    for (let to = from + 1; prefix & PhraseBit.Prefix && to < last && table.sentence[to] === sentence; to++) {
      if (!lexicon.mayContinue(pairHash(hash, table, to))) return;
      const wholeHash = joinHash(hash, table.hash[to]);
      const wholeCheck = joinHash(check, table.check[to]);
      const phrase = lexicon.lookUp(wholeHash, wholeCheck);
      if (phrase & PhraseBit.Whole) hits.add(from, to + 1, index, phraseOf(phrase));
      else this.addInflected(table, from, to, hash, check, index, hits);
      if (table.flags[to] & TokenFlag.Suffixed) {
        hash = innerHash(hash, false, table, to);
        check = innerCheck(check, false, table, to);
        prefix = lexicon.lookUp(hash, check);
      } else {
        hash = wholeHash;
        check = wholeCheck;
        prefix = phrase;
      }
    }
  }

  /** Adds the phrase whose last token is inflected, if there is one; the longest base wins. `hash` and `check` are those of the tokens before. */
  private addInflected(
    table: TokenTable,
    from: number,
    last: number,
    hash: number,
    check: number,
    index: number,
    hits: Hits,
  ): void {
    if (!mayBeInflected(table, last)) return;
    for (const inflection of this.laterInflections(table, last)) {
      const found = this.lexicon.lookUp(joinHash(hash, inflection.hash), joinHash(check, inflection.check));
      if (!(found & PhraseBit.Whole)) continue;
      hits.add(from, last + 1, index, phraseOf(found), inflection.reading);
      return;
    }
  }

  /** The ways to read a token as the inflected last word of a phrase. */
  private laterInflections(table: TokenTable, token: number): readonly Inflection[] {
    const { laterWords, inflections } = this;
    const hash = table.hash[token];
    const check = table.check[token];
    const slot = hash & (SLOTS - 1);
    const known = inflections[slot];
    if (known && laterWords[slot * 2] === hash && laterWords[slot * 2 + 1] === check) return known;
    const found = inflectionsOf(table, token, () => true);
    laterWords[slot * 2] = hash;
    laterWords[slot * 2 + 1] = check;
    inflections[slot] = found;
    return found;
  }
}

/** The phrase index in what a look-up found, or -1. */
function phraseOf(found: number): number {
  return (found & PHRASE_MASK) - 1;
}
