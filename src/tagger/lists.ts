import type { Hits } from '../evidence/hits.js';
import { TypeBit } from '../lexicon/entry.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { Columns } from './columns.js';
import { mix } from './mix.js';

const NAMES = TypeBit.PER | TypeBit.LOC | TypeBit.ORG;

/** Where a token stands in a list's phrase. */
const Place = { Begin: 0, Inside: 1, End: 2, Single: 3 } as const;

/** Bits of {@link Columns.clues} above the types GIVEN to MISC. */
const DERIVED = 1 << 8;
const STRONG_CLUE = 9;

/**
 * Writes what the lists say into the columns. `names`: of the longest listed name that covers a token, its types (with
 * and without need of more evidence), the token's place in it, whether it is inflected, and how often the word is a name
 * in running text. `clues`: the types of all words that announce or deny names. `list`: the hash of the list's name, so
 * that a model outlives a change in the number of lists.
 */
export function listColumns(length: number, hits: Hits, columns: Columns): void {
  const { names, clues, list, covered } = columns;
  names.fill(0, 0, length);
  clues.fill(0, 0, length);
  list.fill(0, 0, length);
  covered.fill(0, 0, length);
  for (let hit = 0; hit < hits.length; hit++) {
    const any = hits.typeMask(hit);
    if (hits.isDerived(hit)) {
      if (any & NAMES) clues[hits.from(hit)] |= DERIVED;
      continue;
    }
    if (any & ~NAMES) {
      const bits = (any >> 3) | ((hits.strongMask(hit) >> 3) << STRONG_CLUE);
      const to = hits.to(hit);
      for (let i = hits.from(hit); i < to; i++) clues[i] |= bits;
    }
    if (any & NAMES) addName(hits, hit, columns);
  }
}

function addName(hits: Hits, hit: number, { names, list, covered }: Columns): void {
  const from = hits.from(hit);
  const to = hits.to(hit);
  const size = to - from;
  const share = hits.share(hit);
  const strong = hits.strongMask(hit) & NAMES;
  const weak = hits.weakMask(hit) & NAMES;
  const usage = share === undefined ? 0 : 1 + Math.min(2, Math.floor(share * 3));
  const code = 1 | (strong << 1) | (weak << 4) | ((hits.reading(hit) ? 1 : 0) << 9) | (usage << 10);
  const listHash = listHashes(hits.lexicon(hit))[hits.listOf(hit)];
  for (let i = from; i < to; i++) {
    if (covered[i] >= size) continue;
    covered[i] = Math.min(size, 255);
    const place = size === 1 ? Place.Single : i === from ? Place.Begin : i === to - 1 ? Place.End : Place.Inside;
    names[i] = code | (place << 7);
    list[i] = listHash * 4 + place;
  }
}

const known = new WeakMap<Lexicon, Int32Array>();

function listHashes(lexicon: Lexicon): Int32Array {
  let hashes = known.get(lexicon);
  if (!hashes) {
    hashes = Int32Array.from(lexicon.listNames, (name) => {
      let h = 7;
      for (let i = 0; i < name.length; i++) h = mix(h, name.charCodeAt(i));
      return h;
    });
    known.set(lexicon, hashes);
  }
  return hashes;
}
