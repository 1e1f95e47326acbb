/**
 * Sums of weights for the tags other than O, two tags a number: `low + 65536 * high`. Packed numbers are added as they are; every sum
 * must stay within 16 bits, which the most features a token can have, each of 8 bits, do.
 */

/** Packed numbers a token. */
export const PACKED = 3;

/** Packs two sums. */
export const pack = (low: number, high: number): number => low + (high << 16);

/** The sum of the first tag of a packed number. */
export const lowOf = (packed: number): number => (packed << 16) >> 16;

/** The sum of the second tag of a packed number. */
export const highOf = (packed: number): number => (packed - lowOf(packed)) >> 16;
