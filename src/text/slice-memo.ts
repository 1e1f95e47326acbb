/** What is remembered of a slice of text; `text` is the slice. */
interface Remembered {
  readonly text: string;
}

/**
 * Remembers what was made of slices of texts: news repeats its names. A slice that is remembered is found without being cut out. Of two
 * slices that fall on one place the later one stays, so the memory is bounded.
 */
export class SliceMemo<T extends Remembered> {
  private readonly places: (T | undefined)[];
  /** Takes up what is read ahead, which would not be read for nothing. */
  private read = 0;

  /**
   * @param size a power of two
   * @param make makes what is remembered of a slice; it must follow from the slice alone
   */
  constructor(
    private readonly size: number,
    private readonly make: (text: string) => T,
  ) {
    this.places = new Array(size).fill(undefined);
  }

  /** Reads ahead for a {@link get} to come: several together wait for memory at the same time. */
  readAhead(hash: number): void {
    const known = this.places[this.placeOf(hash)];
    if (known) this.read ^= known.text.length;
  }

  private placeOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.size - 1);
  }

  /**
   * Gives what belongs to `text.slice(start, end)`.
   * @param hash any number that is the same for the same slice, most of the time
   */
  get(text: string, start: number, end: number, hash: number): T {
    const place = this.placeOf(hash);
    const known = this.places[place];
    if (known && isSlice(text, start, end, known.text)) return known;
    const made = this.make(copyOf(text.slice(start, end)));
    this.places[place] = made;
    return made;
  }
}

/** V8 copies shorter slices by itself. */
const SHORTEST_SHARED = 13;

/** A string of its own: a slice would keep the whole text it was cut from. */
function copyOf(slice: string): string {
  return slice.length < SHORTEST_SHARED ? slice : [slice.slice(0, 1), slice.slice(1)].join('');
}

function isSlice(text: string, start: number, end: number, slice: string): boolean {
  const { length } = slice;
  if (length !== end - start) return false;
  for (let i = 0; i < length; i++) if (slice.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
