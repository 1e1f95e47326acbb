/**
 * Hashes of word keys. Two independent 32-bit hashes stand for a word in every table: one finds the slot, the other confirms it, so that
 * tables hold no strings. With 500,000 keys a false match happens about once in 10^13 look-ups.
 */

/** First hash of `n` code units: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashUnits(units: Uint16Array, n: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < n; i++) h = Math.imul(h ^ units[i], 0x01000193);
  return h;
}

/** Second, independent hash of `n` code units: multiply-rotate as in MurmurHash3's body. */
export function checkUnits(units: Uint16Array, n: number): number {
  let h = 0x9747b28c;
  for (let i = 0; i < n; i++) {
    h = Math.imul(h ^ Math.imul(units[i], 0xcc9e2d51), 0x1b873593);
    h = (h << 13) | (h >>> 19);
  }
  return h;
}

/** Joins a phrase's hash so far with the next word's hash; the order matters. */
export function joinHash(phrase: number, word: number): number {
  let h = Math.imul(phrase ^ (phrase >>> 15), 0x85ebca6b) ^ word;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
