/** Arrays of numbers in the kernel's memory, without bounds: a pointer with an index. */

@unmanaged
export class Ints {
  @inline @operator('[]') get(i: i32): i32 {
    return load<i32>(changetype<usize>(this) + ((<usize>i) << 2));
  }
  @inline @operator('[]=') set(i: i32, value: i32): void {
    store<i32>(changetype<usize>(this) + ((<usize>i) << 2), value);
  }
}

@unmanaged
export class Bytes {
  @inline @operator('[]') get(i: i32): i32 {
    return <i32>load<u8>(changetype<usize>(this) + <usize>i);
  }
  @inline @operator('[]=') set(i: i32, value: i32): void {
    store<u8>(changetype<usize>(this) + <usize>i, <u8>value);
  }
}

/** Numbers of 32 bits that are reckoned with in 64. */
@unmanaged
export class Floats {
  @inline @operator('[]') get(i: i32): f64 {
    return <f64>load<f32>(changetype<usize>(this) + ((<usize>i) << 2));
  }
  @inline @operator('[]=') set(i: i32, value: f64): void {
    store<f32>(changetype<usize>(this) + ((<usize>i) << 2), <f32>value);
  }
}

/** Numbers of 64 bits. */
@unmanaged
export class Doubles {
  @inline @operator('[]') get(i: i32): f64 {
    return load<f64>(changetype<usize>(this) + ((<usize>i) << 3));
  }
  @inline @operator('[]=') set(i: i32, value: f64): void {
    store<f64>(changetype<usize>(this) + ((<usize>i) << 3), value);
  }
}

/** Grows whenever an array was made: whoever holds views of the memory must make them anew. */
export let layout: i32 = 0;

/** Where free memory begins. */
let free: u64 = __heap_base;

/** Bytes that arrays may lose to the lines of the processor's cache they start at. */
const LINE: u64 = 64;

/**
 * Sees to memory for so many bytes in so many arrays. Fails where memory ends, at 4 GB, and then nothing has changed: arrays that belong together
 * are all made, or none.
 */
export function demand(bytes: u64, arrays: i32): void {
  const end = free + bytes + LINE * <u64>arrays;
  const size = (<u64>memory.size()) << 16;
  if (end > 0xffff0000 || (end > size && memory.grow(<i32>((end - size + 0xffff) >> 16)) < 0)) abort();
}

/** Room of so many bytes, all 0, from a whole line of the processor's cache on. It is never given back. */
export function allot(bytes: u64): usize {
  demand(bytes, 1);
  const from = (free + LINE - 1) & ~(LINE - 1);
  free = from + bytes;
  layout++;
  return <usize>from;
}

export function ints(count: i32): Ints {
  return changetype<Ints>(allot((<u64>count) << 2));
}

export function bytes(count: i32): Bytes {
  return changetype<Bytes>(allot(<u64>count));
}

export function floats(count: i32): Floats {
  return changetype<Floats>(allot((<u64>count) << 2));
}

export function doubles(count: i32): Doubles {
  return changetype<Doubles>(allot((<u64>count) << 3));
}
