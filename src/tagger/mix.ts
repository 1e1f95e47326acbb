/** Hashes a value under a salt (a template's number, or a hash so far): the finalizer of MurmurHash3 over both. */
export function mix(salt: number, value: number): number {
  let h = Math.imul(value ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
