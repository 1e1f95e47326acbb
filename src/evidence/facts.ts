import { FlagBit, TypeBit } from '../lexicon/entry.js';
import { isCapital } from '../tokenize/shape.js';
import { CaseShape, SentenceCase, TokenKind, type TokenTable } from '../types.js';
import type { Hits } from './hits.js';

/** What the lists say of each token by itself and of the titles and heads it stands in; all arrays have one element a token. */
export interface Facts {
  /** Types (TypeBit) for which the token alone suffices, uncut. */
  strong: Uint16Array;
  /** Types for which the token alone needs more evidence. */
  weak: Uint16Array;
  /** Share of the word's occurrences that are names, in percent; 100 when nothing is known against it. */
  share: Uint8Array;
  /** Longest title that starts at the token: the token after it, or 0. */
  titleTo: Int32Array;
  /** Longest title that ends before the token: its first token + 1, or 0. */
  titleBefore: Int32Array;
  /** Longest title that starts at the token and stands after names (Bey, Hoca): the token after it, or 0. */
  titleAfter: Int32Array;
  /** Is the token inside a title that stands before names? */
  inTitle: Uint8Array;
  /** Organization head that ends with the token: its first token + 1, or 0; the same for place heads. */
  orgHead: Int32Array;
  locHead: Int32Array;
  /** Is that head also an ordinary word? */
  weakHead: Uint8Array;
  /** Is the token inside a listed non-name (league, law, work), or a derivation of a name? */
  misc: Uint8Array;
  /** Is the token a derivation of a listed name (Libyalı)? */
  derived: Uint8Array;
}

const SIDES = FlagBit.before | FlagBit.after;

/** Gathers the facts of a text from its hits. */
export function gatherFacts(table: TokenTable, hits: Hits): Facts {
  const n = table.length;
  const facts: Facts = {
    strong: new Uint16Array(n),
    weak: new Uint16Array(n),
    share: new Uint8Array(n).fill(100),
    titleTo: new Int32Array(n + 1),
    titleBefore: new Int32Array(n + 1),
    titleAfter: new Int32Array(n + 1),
    inTitle: new Uint8Array(n),
    orgHead: new Int32Array(n),
    locHead: new Int32Array(n),
    weakHead: new Uint8Array(n),
    misc: new Uint8Array(n),
    derived: new Uint8Array(n),
  };
  for (let hit = 0; hit < hits.length; hit++) addHit(table, facts, hits, hit);
  return facts;
}

function addHit(table: TokenTable, facts: Facts, hits: Hits, hit: number): void {
  const from = hits.from(hit);
  const to = hits.to(hit);
  const strong = hits.strongMask(hit);
  if (hits.isDerived(hit)) {
    const names = TypeBit.LOC | TypeBit.ORG | TypeBit.PER;
    if (to - from === 1 && (strong & names) !== 0) facts.derived[from] = 1;
    return;
  }
  const weak = hits.weakMask(hit);
  const any = strong | weak;
  if (to - from === 1) {
    facts.strong[from] |= strong;
    facts.weak[from] |= weak;
    const share = isAcronym(table, from) && hits.lexicon(hit).isAcronym(hits.phrase(hit)) ? undefined : hits.share(hit);
    if (share !== undefined) facts.share[from] = Math.min(facts.share[from], Math.round(share * 100));
  }
  if (any & TypeBit.TITLE && mayBeTitle(table, hits, hit)) {
    const flags = hits.lexicon(hit).flagsOf(hits.phrase(hit), 'TITLE');
    if (facts.titleTo[from] < to) facts.titleTo[from] = to;
    if (flags & FlagBit.after && facts.titleAfter[from] < to) facts.titleAfter[from] = to;
    if (!(flags & SIDES) || flags & FlagBit.before) {
      if (facts.titleBefore[to] === 0) facts.titleBefore[to] = from + 1;
      // A name held by a title (MİT Başkanı) stays a name; its field (Dışişleri Bakanı) does not become one.
      if (flags & FlagBit.name) facts.inTitle[to - 1] = 1;
      else facts.inTitle.fill(1, from, to);
    }
  }
  const last = to - 1;
  if (isCapital(table.shape[last])) {
    if (any & TypeBit.ORGHEAD) takeHead(facts, facts.orgHead, from, last, (strong & TypeBit.ORGHEAD) === 0);
    if (any & TypeBit.LOCHEAD) takeHead(facts, facts.locHead, from, last, (strong & TypeBit.LOCHEAD) === 0);
  }
  if (any & TypeBit.MISC && isCapital(table.shape[from])) facts.misc.fill(1, from, to);
}

function takeHead(facts: Facts, heads: Int32Array, from: number, last: number, weak: boolean): void {
  if (heads[last] === 0 || heads[last] > from + 1) {
    heads[last] = from + 1;
    facts.weakHead[last] = weak ? 1 : 0;
  }
}

/** A title whose last word carries a suffix names nobody after it, and a small weak word (usta, kaptan) is no title by itself. */
function mayBeTitle(table: TokenTable, hits: Hits, hit: number): boolean {
  const reading = hits.reading(hit);
  if (reading && reading.case !== 'Nom') return false;
  if (hits.strongMask(hit) & TypeBit.TITLE) return true;
  const from = hits.from(hit);
  return hits.to(hit) - from > 1 || isCapital(table.shape[from]);
}

/** May a name start with or run through this token, by the way it is written? */
export function isNameToken(table: TokenTable, i: number): boolean {
  return table.kind[i] === TokenKind.Word && isCapital(table.shape[i]);
}

/** Does the case of the token's sentence say nothing (headlines in capitals)? */
export function isShouted(table: TokenTable, i: number): boolean {
  const kind = table.sentenceCase[table.sentence[i]];
  return kind === SentenceCase.Upper || kind === SentenceCase.Title;
}

/** Is the token an acronym: two to seven capitals, in a sentence that is not all capitals? */
export function isAcronym(table: TokenTable, i: number): boolean {
  const length = table.stemEnd[i] - table.start[i];
  return (
    table.kind[i] === TokenKind.Word &&
    table.shape[i] === CaseShape.Upper &&
    length >= 2 &&
    length <= 7 &&
    !isShouted(table, i)
  );
}
