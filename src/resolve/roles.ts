import type { Hits } from '../evidence/hits.js';
import { FlagBit, TypeBit } from '../lexicon/entry.js';
import { foldInto, foldKey } from '../text/fold.js';
import { hashUnits } from '../text/hash.js';
import { cleanName } from '../text/slice.js';
import { isCapital } from '../tokenize/shape.js';
import { TokenFlag, TokenKind, type TokenTable } from '../types.js';
import { isKinRole } from './kin.js';
import type { Mention } from './mention.js';

/**
 * Gives the roles by which the text names each person mention: the title directly before it, with the institution or place and the
 * capitalised words that lead up to it (`Rusya Dışişleri Bakanı` Sergey Lavrov), or the person whose relative it is. Indexed as `mentions`; undefined where there is none.
 */
export function findRoles(table: TokenTable, hits: Hits, mentions: readonly Mention[]): (string | undefined)[] {
  return mentions.map(({ type, from }, i) => {
    if (type !== 'PER') return undefined;
    let to = from;
    while (to > 0 && !(table.flags[to] & TokenFlag.SentenceStart) && isHonorific(table, to - 1)) to--;
    if (table.flags[to] & TokenFlag.SentenceStart || table.flags[to - 1] & TokenFlag.Suffixed) return undefined;
    const title = titleStart(table, hits, to);
    if (title < 0) return undefined;
    const start = ownerStart(table, mentions, i, title, to) ?? extendLeft(table, hits, mentions, i, title);
    return cleanName(table.text.slice(table.start[start], table.end[to - 1]));
  });
}

/** Finds the longest title that stands before names and ends directly before a token inside a sentence: its first token, or -1. */
function titleStart(table: TokenTable, hits: Hits, token: number): number {
  const sentence = table.sentenceStart[table.sentence[token]];
  const first = Math.max(sentence, token - hits.longest);
  for (let h = hits.firstAt[first]; h < hits.firstAt[token]; h++) {
    if (hits.to(h) === token && isTitle(hits, h)) return hits.from(h);
  }
  return -1;
}

const SIDES = FlagBit.before | FlagBit.after;

function isTitle(hits: Hits, hit: number): boolean {
  if (!(hits.typeMask(hit) & TypeBit.TITLE)) return false;
  const reading = hits.reading(hit);
  // A plural belongs to all who follow (Bakanlar Ali Kaya ve Ece Tan), or is another subject (Oyuncular Ali Kaya'yı bekledi).
  if (reading && (reading.case !== 'Nom' || reading.tags.includes('A3pl'))) return false;
  const flags = hits.lexicon(hit).flagsOf(hits.phrase(hit), 'TITLE');
  return !(flags & SIDES) || (flags & FlagBit.before) !== 0;
}

/** Forms of address: they stand before a name without being a role. */
const HONORIFICS = new Set([
  'sayin',
  'sn',
  'sn.',
  'bay',
  'bayan',
  'merhum',
  'merhume',
  'rahmetli',
  'hz',
  'hz.',
  'hazreti',
  'sevgili',
  'aziz',
]);
const honorificHashes = new Set(Array.from(HONORIFICS, hashOfKey));

function hashOfKey(key: string): number {
  const units = new Uint16Array(key.length);
  return hashUnits(units, foldInto(key, 0, key.length, units));
}

function isHonorific(table: TokenTable, i: number): boolean {
  // The hash is of the word without its suffix; the word itself is cut out only where it fits.
  return honorificHashes.has(table.hash[i]) && HONORIFICS.has(foldKey(table.text.slice(table.start[i], table.end[i])));
}

/** `Turgut Özal'ın oğlu`: where the title `[title, to)` is a kin word, gives the first token of the person it belongs to. */
function ownerStart(
  table: TokenTable,
  mentions: readonly Mention[],
  index: number,
  title: number,
  to: number,
): number | undefined {
  const owner = mentions[index - 1];
  if (owner?.to !== title || owner.type !== 'PER' || !(table.flags[title - 1] & TokenFlag.Suffixed)) return undefined;
  if (!isGenitive(table, title - 1)) return undefined;
  return isKinRole(table.text.slice(table.start[title], table.end[to - 1])) ? owner.from : undefined;
}

/** Gives the first token of the words that lead up to a title before the mention with this index. */
function extendLeft(table: TokenTable, hits: Hits, mentions: readonly Mention[], index: number, title: number): number {
  let from = title;
  let m = index - 1;
  // A name that runs into the title belongs to it whole (İzmir Barosu | Başkanı).
  while (m >= 0 && mentions[m].from >= from) m--;
  if (m >= 0 && mentions[m].to > from && mentions[m].type !== 'PER') from = mentions[m].from;
  while (from > 0 && !(table.flags[from] & TokenFlag.SentenceStart)) {
    const isSuffixed = (table.flags[from - 1] & TokenFlag.Suffixed) !== 0;
    while (m >= 0 && mentions[m].to > from) m--;
    if (m >= 0 && mentions[m].to === from) {
      // A person before a title is somebody else; a suffix (Rusya'nın) breaks the phrase.
      if (mentions[m].type === 'PER' || (isSuffixed && !isGenitive(table, from - 1))) break;
      from = mentions[m].from;
      continue;
    }
    if (isSuffixed) break;
    if (isInBrackets(table, mentions, m, from)) {
      from = mentions[m - 1].to;
      continue;
    }
    const earlier = titleStart(table, hits, from);
    if (earlier >= 0) {
      from = earlier;
      continue;
    }
    const i = from - 1;
    // A sentence's first word is capitalised whatever it is.
    if (table.flags[i] & TokenFlag.SentenceStart) break;
    if (table.kind[i] !== TokenKind.Word || !isCapital(table.shape[i])) break;
    from = i;
  }
  return from;
}

/** `Tüketici Hakları Derneği (THD) Başkanı`: does the mention stand in brackets between a name and a token? */
function isInBrackets({ text, start }: TokenTable, mentions: readonly Mention[], m: number, before: number): boolean {
  if (m < 1 || mentions[m].to !== before - 1 || mentions[m - 1].type === 'PER') return false;
  const { from } = mentions[m];
  return mentions[m - 1].to === from - 1 && text[start[from - 1]] === '(' && text[start[before - 1]] === ')';
}

/** `Rusya'nın Dışişleri Bakanı`: the genitive belongs to the phrase, other cases do not. */
function isGenitive(table: TokenTable, i: number): boolean {
  const suffix = table.text.slice(table.stemEnd[i] + 1, table.end[i]);
  return /^n?[iuü]n$/u.test(foldKey(suffix));
}
