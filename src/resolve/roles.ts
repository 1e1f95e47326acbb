import type { Hits } from '../evidence/hits.js';
import { FlagBit, TypeBit } from '../lexicon/entry.js';
import { foldKey } from '../text/fold.js';
import { cleanName } from '../text/slice.js';
import { isCapital } from '../tokenize/shape.js';
import { TokenFlag, TokenKind, type TokenTable } from '../types.js';
import type { Mention } from './mention.js';

const SIDES = FlagBit.before | FlagBit.after;

/** Finds the title that stands directly before a token: its first token, or -1. */
function titleStart(table: TokenTable, titles: ReadonlyMap<number, number>, token: number): number {
  if (token >= table.length || table.flags[token] & TokenFlag.SentenceStart) return -1;
  return titles.get(token) ?? -1;
}

/** Maps the token after each title that stands before names to the title's first token; the longest title wins. */
function titleEnds(hits: Hits): Map<number, number> {
  const ends = new Map<number, number>();
  for (let h = 0; h < hits.length; h++) {
    if (!(hits.typeMask(h) & TypeBit.TITLE)) continue;
    const reading = hits.reading(h);
    if (reading && reading.case !== 'Nom') continue;
    const flags = hits.lexicon(h).flagsOf(hits.phrase(h), 'TITLE');
    if (flags & SIDES && !(flags & FlagBit.before)) continue;
    if (!ends.has(hits.to(h))) ends.set(hits.to(h), hits.from(h));
  }
  return ends;
}

/**
 * Gives the roles by which the text names each person mention: the title directly before it, with the institution or place and the
 * capitalised words that lead up to it (`Rusya Dışişleri Bakanı` Sergey Lavrov). Indexed as `mentions`; undefined where there is none.
 */
export function findRoles(table: TokenTable, hits: Hits, mentions: readonly Mention[]): (string | undefined)[] {
  const roles: (string | undefined)[] = new Array(mentions.length).fill(undefined);
  if (!mentions.some((mention) => mention.type === 'PER')) return roles;
  const titles = titleEnds(hits);
  const mentionEnding = new Map(mentions.map((mention) => [mention.to, mention]));
  mentions.forEach((mention, i) => {
    if (mention.type !== 'PER') return;
    let to = mention.from;
    while (to > 0 && !(table.flags[to] & TokenFlag.SentenceStart) && isHonorific(table, to - 1)) to--;
    const title = titleStart(table, titles, to);
    if (title < 0 || table.flags[to - 1] & TokenFlag.Suffixed) return;
    const from = extendLeft(table, mentionEnding, titles, title);
    roles[i] = cleanName(table.text.slice(table.start[from], table.end[to - 1]));
  });
  return roles;
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

function isHonorific(table: TokenTable, i: number): boolean {
  return HONORIFICS.has(foldKey(table.text.slice(table.start[i], table.end[i])));
}

function extendLeft(
  table: TokenTable,
  mentionEnding: ReadonlyMap<number, Mention>,
  titles: ReadonlyMap<number, number>,
  title: number,
): number {
  let from = title;
  while (from > 0 && !(table.flags[from] & TokenFlag.SentenceStart)) {
    const before = mentionEnding.get(from);
    if (before) {
      // A person before a title is somebody else; a suffix (Rusya'nın) breaks the phrase.
      if (before.type === 'PER' || (table.flags[from - 1] & TokenFlag.Suffixed && !isGenitive(table, from - 1))) break;
      from = before.from;
      continue;
    }
    const earlier = titles.get(from);
    if (earlier !== undefined && !(table.flags[from - 1] & TokenFlag.Suffixed)) {
      from = earlier;
      continue;
    }
    const i = from - 1;
    // A sentence's first word is capitalised whatever it is.
    if (table.flags[i] & TokenFlag.SentenceStart) break;
    if (table.kind[i] !== TokenKind.Word || !isCapital(table.shape[i]) || table.flags[i] & TokenFlag.Suffixed) break;
    from = i;
  }
  return from;
}

/** `Rusya'nın Dışişleri Bakanı`: the genitive belongs to the phrase, other cases do not. */
function isGenitive(table: TokenTable, i: number): boolean {
  const suffix = table.text.slice(table.stemEnd[i] + 1, table.end[i]);
  return /^n?[iuü]n$/u.test(foldKey(suffix));
}
