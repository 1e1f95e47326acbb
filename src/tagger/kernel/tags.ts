/** The tags by number (see ../tags.ts): O, then B and I of each type. */

export const OUTSIDE: i32 = 0;
export const TYPES: i32 = 3;

export function beginOf(type: i32): i32 {
  return 1 + 2 * type;
}

export function isInside(tag: i32): bool {
  return tag > 0 && (tag & 1) === 0;
}
