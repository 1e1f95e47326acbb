/**
 * Hashes of word keys. Two independent 32-bit hashes stand for a word in every table: one finds the slot, the other confirms it, so that
 * tables hold no strings. With 500,000 keys a false match happens about once in 10^13 look-ups.
 */

/** Hashes of no units: where {@link addToHash} and {@link addToCheck} start. */
export const EMPTY_HASH = 0x811c9dc5 | 0;
export const EMPTY_CHECK = 0x9747b28c | 0;

/** First hash, continued by one unit: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Second, independent hash, continued by one unit: multiply-rotate as in MurmurHash3's body. */
export function addToCheck(check: number, unit: number): number {
  const h = Math.imul(check ^ Math.imul(unit, 0xcc9e2d51), 0x1b873593);
  return (h << 13) | (h >>> 19);
}

/** First hash of `n` code units. */
export function hashUnits(units: Uint16Array, n: number): number {
  let h = EMPTY_HASH;
  for (let i = 0; i < n; i++) h = addToHash(h, units[i]);
  return h;
}

/** Second hash of `n` code units. */
export function checkUnits(units: Uint16Array, n: number): number {
  let h = EMPTY_CHECK;
  for (let i = 0; i < n; i++) h = addToCheck(h, units[i]);
  return h;
}

/** Checksum of words from `from` on, to tell damaged files, not attackers: four lanes, which a processor works on at once. */
export function checksumWords(words: Int32Array, from: number): number {
  let [a, b, c, d] = [1, 2, 3, 4];
  let i = from;
  for (; i + 4 <= words.length; i += 4) {
    a = Math.imul(a ^ words[i], 0x01000193);
    b = Math.imul(b ^ words[i + 1], 0x01000193);
    c = Math.imul(c ^ words[i + 2], 0x01000193);
    d = Math.imul(d ^ words[i + 3], 0x01000193);
  }
  for (; i < words.length; i++) a = Math.imul(a ^ words[i], 0x01000193);
  return a ^ ((b << 8) | (b >>> 24)) ^ ((c << 16) | (c >>> 16)) ^ d;
}

/** Joins a phrase's hash so far with the next word's hash; the order matters. */
export function joinHash(phrase: number, word: number): number {
  let h = Math.imul(phrase ^ (phrase >>> 15), 0x85ebca6b) ^ word;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
