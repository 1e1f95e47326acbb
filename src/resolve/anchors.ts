import type { Mention, Spelling } from './mention.js';

/** Up to so many full names are simply compared one by one: an index would cost more than it saves. */
const FEW = 64;

/**
 * The full person names of a document, found by the shorter mentions they claim. Where they are many, buckets by words keep the search short;
 * in each, the names stand in text order.
 */
export class Anchors {
  /** Persons of more than one word. */
  private readonly full: readonly Mention[];
  /** Most words of one of them. */
  private readonly longest: number;
  private readonly buckets: Map<string, Mention[]> | undefined;

  /** @param persons all persons of the document in text order */
  constructor(persons: readonly Mention[]) {
    this.full = persons.filter(({ spelling }) => spelling.keys.length > 1);
    this.longest = this.full.reduce((most, { spelling }) => Math.max(most, spelling.keys.length), 0);
    if (this.full.length > FEW) this.buckets = bucketsOf(this.full);
  }

  /** Gives the full name that claims a mention: the last one before it, else the first after it. */
  find(mention: Mention): Mention | undefined {
    if (mention.spelling.keys.length >= this.longest) return undefined;
    return this.buckets ? findIn(this.buckets, mention) : this.findAmongFew(mention);
  }

  private findAmongFew({ spelling, from }: Mention): Mention | undefined {
    let before: Mention | undefined;
    for (const full of this.full) {
      if (!claims(full.spelling, spelling)) continue;
      if (full.from > from) return before ?? full;
      before = full;
    }
    return before;
  }
}

/** Does the longer name hold the shorter one: its last words, its first words, or given name and surname without what is between? */
function claims({ keys: long }: Spelling, { keys: short }: Spelling): boolean {
  const last = short.length - 1;
  if (last + 1 >= long.length) return false;
  if (long[long.length - 1] === short[last]) {
    for (let i = 0; i < last; i++) if (!long.includes(short[i])) return false;
    return true;
  }
  for (let i = 0; i <= last; i++) if (long[i] !== short[i]) return false;
  return true;
}

function findIn(buckets: ReadonlyMap<string, Mention[]>, { spelling, from }: Mention): Mention | undefined {
  const { keys } = spelling;
  const last = keys.at(-1) as string;
  const inner = keys.length === 1 ? [''] : keys.slice(0, -1);
  const ids = [
    startId(keys, keys.length),
    rarest(
      buckets,
      inner.map((key) => endId(keys.length, key, last)),
    ),
  ];
  let before: Mention | undefined;
  let after: Mention | undefined;
  for (const id of ids) {
    const bucket = buckets.get(id) ?? [];
    const split = firstAfter(bucket, from);
    const left = findClaim(bucket, split - 1, -1, spelling);
    if (left && (!before || left.from > before.from)) before = left;
    const right = before ? undefined : findClaim(bucket, split, 1, spelling);
    if (right && (!after || right.from < after.from)) after = right;
  }
  return before ?? after;
}

function findClaim(bucket: readonly Mention[], from: number, step: 1 | -1, short: Spelling): Mention | undefined {
  for (let i = from; i >= 0 && i < bucket.length; i += step) if (claims(bucket[i].spelling, short)) return bucket[i];
  return undefined;
}

function bucketsOf(names: readonly Mention[]): Map<string, Mention[]> {
  const buckets = new Map<string, Mention[]>();
  const put = (id: string, full: Mention) => {
    const bucket = buckets.get(id);
    if (bucket) bucket.push(full);
    else buckets.set(id, [full]);
  };
  for (const full of names) {
    const { keys } = full.spelling;
    const last = keys.at(-1) as string;
    // One bucket for each length of mention, so that a bucket holds longer names only.
    for (let size = 1; size < keys.length; size++) {
      put(startId(keys, size), full);
      const inner = size === 1 ? [''] : new Set(keys);
      for (const key of inner) put(endId(size, key, last), full);
    }
  }
  return buckets;
}

function rarest(buckets: ReadonlyMap<string, Mention[]>, ids: readonly string[]): string {
  const size = (id: string) => buckets.get(id)?.length ?? 0;
  return ids.reduce((best, id) => (size(id) < size(best) ? id : best));
}

/** Names that start with the first words of `keys`. */
function startId(keys: readonly string[], size: number): string {
  return `start ${keys.slice(0, size).join(' ')}`;
}

/** Names that end with a surname and hold a word besides, for mentions of so many words. */
function endId(size: number, inner: string, last: string): string {
  return `end ${size} ${inner} ${last}`;
}

/** Index of the first name that starts behind a token. */
function firstAfter(bucket: readonly Mention[], token: number): number {
  let low = 0;
  let high = bucket.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bucket[middle].from <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}
