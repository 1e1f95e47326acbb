import { Ints, ints } from './arrays';

/** The model's feature table, as in the model file (see ../model.ts). */
export let modelRows: Ints = changetype<Ints>(0);
export let filter: Ints = changetype<Ints>(0);
let mask: u32 = 0;
let filterMask: u32 = 0;

/** Makes room for the table; the host copies it. */
export function initModel(slots: i32, filterWords: i32): void {
  modelRows = ints(2 * slots);
  filter = ints(filterWords);
  mask = slots - 1;
  filterMask = filterWords - 1;
}

/** Whether the model may hold a feature: 0 is certain. */
export function mayHold(hash: u32): u32 {
  return (load<u32>(changetype<usize>(filter) + ((<usize>((hash >> 5) & filterMask)) << 2)) >> (hash & 31)) & 1;
}

/** The row where a feature's search starts. */
export function firstRow(hash: u32): u64 {
  return load<u64>(changetype<usize>(modelRows) + ((<usize>(hash & mask)) << 3));
}

/** A feature's six weights as 16-bit numbers, from the third on; all 0 when the model does not hold it. */
export function weightsOf(hash: u32, first: u64): v128 {
  let row = first;
  const check = max(hash >> 16, 1);
  let slot = hash & mask;
  while ((<u32>row & 0xffff) !== check) {
    if ((<u32>row & 0xffff) === 0) return i16x8.splat(0);
    slot = (slot + 1) & mask;
    row = load<u64>(changetype<usize>(modelRows) + ((<usize>slot) << 3));
  }
  return i16x8.extend_low_i8x16_s(i64x2(row, 0));
}
