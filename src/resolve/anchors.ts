import type { Mention } from './mention.js';

/** Removes an Arabic article: es-Serrac and Serrac are one surname. */
function withoutArticle(key: string): string {
  const hyphen = key.indexOf('-');
  return hyphen === 2 && key.length > 5 ? key.slice(3) : key;
}

/** Key of the last word without an Arabic article. */
function surnameKey(mention: Mention): string {
  return withoutArticle(mention.keys.at(-1) as string);
}

/** Does the longer name hold the shorter one: its last words, its first words, or given name and surname without what is between? */
function claims(full: Mention, mention: Mention): boolean {
  const long = full.keys;
  const short = mention.keys;
  if (short.length >= long.length) return false;
  if (surnameKey(full) === surnameKey(mention)) return short.slice(0, -1).every((key) => long.includes(key));
  return short.every((key, i) => long[i] === key);
}

/**
 * The full person names of a document, found by the shorter mentions they claim. Buckets by words keep the search short however many names
 * there are; in each, the names stand in text order.
 */
export class Anchors {
  private readonly buckets = new Map<string, Mention[]>();

  /** @param persons all persons of the document in text order */
  constructor(persons: readonly Mention[]) {
    for (const full of persons) {
      const { keys } = full;
      const last = surnameKey(full);
      // One bucket for each length of mention, so that a bucket holds longer names only.
      for (let size = 1; size < keys.length; size++) {
        this.put(startId(keys, size), full);
        const inner = size === 1 ? [''] : new Set(keys);
        for (const key of inner) this.put(endId(size, key, last), full);
      }
    }
  }

  private put(id: string, full: Mention): void {
    const bucket = this.buckets.get(id);
    if (bucket) bucket.push(full);
    else this.buckets.set(id, [full]);
  }

  /** Gives the full name that claims a mention: the last one before it, else the first after it. */
  find(mention: Mention): Mention | undefined {
    const { keys } = mention;
    const last = surnameKey(mention);
    const inner = keys.length === 1 ? [''] : keys.slice(0, -1);
    const ids = [startId(keys, keys.length), this.rarest(inner.map((key) => endId(keys.length, key, last)))];
    let before: Mention | undefined;
    let after: Mention | undefined;
    for (const id of ids) {
      const bucket = this.buckets.get(id) ?? [];
      const split = firstAfter(bucket, mention.from);
      const left = findClaim(bucket, split - 1, -1, mention);
      if (left && (!before || left.from > before.from)) before = left;
      const right = before ? undefined : findClaim(bucket, split, 1, mention);
      if (right && (!after || right.from < after.from)) after = right;
    }
    return before ?? after;
  }

  private rarest(ids: readonly string[]): string {
    const size = (id: string) => this.buckets.get(id)?.length ?? 0;
    return ids.reduce((best, id) => (size(id) < size(best) ? id : best));
  }
}

/** Names that start with the first words of `keys`. */
function startId(keys: readonly string[], size: number): string {
  return `start ${keys.slice(0, size).join(' ')}`;
}

/** Names that end with a surname and hold a word besides, for mentions of so many words. */
function endId(size: number, inner: string, last: string): string {
  return `end ${size} ${inner} ${last}`;
}

function findClaim(bucket: readonly Mention[], from: number, step: 1 | -1, mention: Mention): Mention | undefined {
  for (let i = from; i >= 0 && i < bucket.length; i += step) if (claims(bucket[i], mention)) return bucket[i];
  return undefined;
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
