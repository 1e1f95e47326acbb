/** Hashes a value under a salt (a template's number, or a hash so far): the finalizer of MurmurHash3 over both. */
export function mix(salt: i32, value: i32): i32 {
  let h = (value ^ (salt * 0x9e3779b1)) * 0x85ebca6b;
  h = (h ^ <i32>(<u32>h >> 13)) * 0xc2b2ae35;
  return h ^ <i32>(<u32>h >> 16);
}

/** A word's hash before its last unit was added (addToHash in text/hash.ts): the multiplication undone by the inverse of its number modulo 2^32. */
export function withoutUnit(hash: i32, unit: i32): i32 {
  return (hash * 0x359c449b) ^ unit;
}
