import type { Hits } from '../evidence/hits.js';
import { TypeBit } from '../lexicon/entry.js';
import type { Reading } from '../morphology/analyser.js';
import { readSuffix } from '../morphology/analyser.js';
import { foldInto } from '../text/fold.js';
import { hashUnits } from '../text/hash.js';
import { replaceLast, sliceOfUnits } from '../text/slice.js';
import { SliceMemo } from '../text/slice-memo.js';
import { type EntityType, TokenFlag, type TokenTable } from '../types.js';
import { type Form, formAt, makeForm } from './form.js';

/** A mention without its suffix. */
export interface Base {
  readonly form: Form;
  readonly suffix: string | undefined;
  /** Case of the suffix; undefined when there is none, or when it is none Turkish has. */
  readonly case: string | undefined;
}

/**
 * Takes the suffix off a mention `[from, to)`: at the apostrophe, or, without one, where a list licenses the cut (a listed name or head word
 * ends with the mention, inflected). Unknown names stay whole.
 */
export function baseOf(table: TokenTable, hits: Hits, from: number, to: number): Base {
  return cutBy(table, readingOf(hits, lastHit(hits, from, to)), from, to);
}

/**
 * Takes the suffixes off the mentions of a document as {@link baseOf} does, but without an apostrophe only where the mention's type and the
 * rest of the document bear it out: many a name looks like another one inflected (Novikova, Markin, Salehi).
 */
export class Bases {
  private words: Words | undefined;

  constructor(
    private readonly table: TokenTable,
    private readonly hits: Hits,
  ) {}

  /** Gives the base of a mention `[from, to)` of a type. */
  of(from: number, to: number, type: EntityType): Base {
    const { table, hits } = this;
    const hit = lastHit(hits, from, to);
    const reading = readingOf(hits, hit);
    return cutBy(table, reading && this.bearsOut(hit, reading, from, to, type) ? reading : undefined, from, to);
  }

  private bearsOut(hit: number, reading: Reading, from: number, to: number, type: EntityType): boolean {
    const { table, hits } = this;
    // A plural, a possessive or a copula alone is a part of the name (Erkoçlar, Devlet Hastaneleri).
    if (reading.case === 'Nom') return false;
    this.words ??= new Words(table);
    const last = to - 1;
    if (this.words.hasSuffixed(table.hash[last])) return false;
    const isListed = hits.from(hit) === from && (hits.typeMask(hit) & TypeBit[type]) !== 0;
    const isLong = to - from > 1;
    if (type === 'PER') {
      if (isLong && (isListed || isCertainGenitive(table, last, reading))) return true;
    } else {
      if (isListed) return true;
      if (this.endsWithHead(hit, reading, to)) return !mayBePossessive(table, last, reading);
    }
    return reading.base <= LONGEST && this.words.has(hashOfBase(table, last, reading));
  }

  /** Does a head word end at `to`, inflected in the same way as the hit, which is not shorter? */
  private endsWithHead(hit: number, { base }: Reading, to: number): boolean {
    const { hits } = this;
    for (let h = hit; h < hits.firstAt[to]; h++)
      if (hits.to(h) === to && hits.typeMask(h) & HEADS && hits.reading(h)?.base === base) return true;
    return false;
  }
}

const HEADS = TypeBit.ORGHEAD | TypeBit.LOCHEAD;

/** The words of a document without what stands behind their apostrophes, by their hashes. */
class Words {
  private readonly all = new Set<number>();
  private readonly suffixed = new Set<number>();

  constructor({ hash, flags, length }: TokenTable) {
    for (let i = 0; i < length; i++) {
      this.all.add(hash[i]);
      if (flags[i] & TokenFlag.Suffixed) this.suffixed.add(hash[i]);
    }
  }

  has(hash: number): boolean {
    return this.all.has(hash);
  }

  /** Does the word stand before an apostrophe? Then it is whole. */
  hasSuffixed(hash: number): boolean {
    return this.suffixed.has(hash);
  }
}

/** The longest word that is looked at. */
const LONGEST = 256;
const units = new Uint16Array(LONGEST);

function hashOfBase({ text, start, end }: TokenTable, token: number, { base, last }: Reading): number {
  foldInto(text, start[token], end[token], units);
  if (last !== 0) units[base - 1] = last;
  return hashUnits(units, base);
}

const N = 0x6e;

/** Does the suffix begin with n? */
function beginsWithN({ text, start, end }: TokenTable, token: number, { base }: Reading): boolean {
  return base < LONGEST && foldInto(text, start[token], end[token], units) > base && units[base] === N;
}

/** Can what reads as an accusative of a head word be its possessive (İhtiyarlar Heyet-i)? Not behind n (Müdürlüğü-nü) or a softened consonant (Bakanlığ-ı). */
function mayBePossessive(table: TokenTable, token: number, reading: Reading): boolean {
  return reading.case === 'Acc' && reading.last === 0 && !beginsWithN(table, token, reading);
}

/** `Uslu-nun`: few names end so, unlike in what else a case may look like (Mark-in, Usmanov-a, Miran-da). */
function isCertainGenitive(table: TokenTable, token: number, reading: Reading): boolean {
  return reading.case === 'Gen' && beginsWithN(table, token, reading);
}

function cutBy(table: TokenTable, reading: Reading | undefined, from: number, to: number): Base {
  const last = to - 1;
  if (table.flags[last] & TokenFlag.Suffixed) {
    const { text, case: kase } = suffixAt(table, last);
    return { form: formAt(table, from, to), suffix: text, case: kase };
  }
  if (!reading) return { form: formAt(table, from, to), suffix: undefined, case: undefined };
  const cut = sliceOfUnits(table.text, table.start[last], table.end[last], reading.base);
  const word = reading.last === 0 ? cut : replaceLast(cut, reading.last);
  return {
    form: makeForm(table.text.slice(table.start[from], table.start[last]) + word),
    suffix: table.text.slice(table.start[last] + cut.length, table.end[last]),
    case: reading.case,
  };
}

interface Suffix {
  text: string;
  case: string | undefined;
}

/** Suffixes that are remembered; a text has few. */
const MOST_SUFFIXES = 1 << 10;
const suffixes = new SliceMemo<Suffix>(MOST_SUFFIXES, (text) => ({
  text,
  case: readSuffix(text, 0, text.length)?.case,
}));

/** Gives the suffix behind the apostrophe of a token. */
function suffixAt({ text, stemEnd, end }: TokenTable, token: number): Suffix {
  const from = stemEnd[token] + 1;
  const to = end[token];
  let hash = 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i);
  return suffixes.get(text, from, to, hash);
}

/** The longest listed phrase that ends with a mention, or -1; where it stands uncut, it forbids any cut. */
function lastHit(hits: Hits, from: number, to: number): number {
  const end = hits.firstAt[to];
  for (let h = hits.firstAt[from]; h < end; h++) if (hits.to(h) === to && !hits.isDerived(h)) return h;
  return -1;
}

function readingOf(hits: Hits, hit: number): Reading | undefined {
  return hit < 0 ? undefined : hits.reading(hit);
}
