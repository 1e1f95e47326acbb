import type { Mention } from './mention.js';

const ARTICLE_LETTERS = 2;

/** Does the key start with an Arabic article and a hyphen? */
function hasArticle(key: string): boolean {
  return key.indexOf('-') === ARTICLE_LETTERS && key.length > ARTICLE_LETTERS + 3;
}

function withoutArticle(key: string): string {
  return hasArticle(key) ? key.slice(ARTICLE_LETTERS + 1) : key;
}

/**
 * The full person names of a document, found by the shorter mentions they claim. Buckets by words keep the search short however many names
 * there are; in each, the names stand in text order.
 */
export class Anchors {
  private readonly buckets = new Map<string, Mention[]>();
  /** Words that the document writes with an article somewhere. */
  private readonly articled = new Set<string>();
  private readonly plain = new Map<Mention, readonly string[]>();

  /** @param persons all persons of the document in text order */
  constructor(persons: readonly Mention[]) {
    for (const { keys } of persons) for (const key of keys) if (hasArticle(key)) this.articled.add(withoutArticle(key));
    for (const full of persons) {
      const keys = this.keysOf(full);
      const last = keys.at(-1) as string;
      // One bucket for each length of mention, so that a bucket holds longer names only.
      for (let size = 1; size < keys.length; size++) {
        this.put(startId(keys, size), full);
        const inner = size === 1 ? [''] : new Set(keys);
        for (const key of inner) this.put(endId(size, key, last), full);
      }
    }
  }

  /** The words of a name without Arabic articles: es-Serrac, el-Serrac, es Serrac and Serrac are one surname. */
  keysOf(mention: Mention): readonly string[] {
    let keys = this.plain.get(mention);
    if (!keys) {
      keys = mention.keys
        .filter((key, i) => key.length !== ARTICLE_LETTERS || !this.articled.has(mention.keys[i + 1]))
        .map(withoutArticle);
      this.plain.set(mention, keys);
    }
    return keys;
  }

  /** Does the longer name hold the shorter one: its last words, its first words, or given name and surname without what is between? */
  private claims(full: Mention, mention: Mention): boolean {
    const long = this.keysOf(full);
    const short = this.keysOf(mention);
    if (short.length >= long.length) return false;
    if (long.at(-1) === short.at(-1)) return short.slice(0, -1).every((key) => long.includes(key));
    return short.every((key, i) => long[i] === key);
  }

  private put(id: string, full: Mention): void {
    const bucket = this.buckets.get(id);
    if (bucket) bucket.push(full);
    else this.buckets.set(id, [full]);
  }

  /** Gives the full name that claims a mention: the last one before it, else the first after it. */
  find(mention: Mention): Mention | undefined {
    const keys = this.keysOf(mention);
    const last = keys.at(-1) as string;
    const inner = keys.length === 1 ? [''] : keys.slice(0, -1);
    const ids = [startId(keys, keys.length), this.rarest(inner.map((key) => endId(keys.length, key, last)))];
    let before: Mention | undefined;
    let after: Mention | undefined;
    for (const id of ids) {
      const bucket = this.buckets.get(id) ?? [];
      const split = firstAfter(bucket, mention.from);
      const left = this.findClaim(bucket, split - 1, -1, mention);
      if (left && (!before || left.from > before.from)) before = left;
      const right = before ? undefined : this.findClaim(bucket, split, 1, mention);
      if (right && (!after || right.from < after.from)) after = right;
    }
    return before ?? after;
  }

  private findClaim(bucket: readonly Mention[], from: number, step: 1 | -1, mention: Mention): Mention | undefined {
    for (let i = from; i >= 0 && i < bucket.length; i += step) if (this.claims(bucket[i], mention)) return bucket[i];
    return undefined;
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
