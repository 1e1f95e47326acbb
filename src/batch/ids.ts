import { createHash } from 'node:crypto';
import type { Shard } from './shard.js';

/** A document's id, made unique, and its hash. */
export interface Claim {
  id: string;
  hash: Uint8Array;
}

/**
 * Hands out the ids of a corpus in reading order. An id met again gets `#2`, `#3` and so on, so that no document is lost and no id names two.
 * Every share of a corpus hands out all ids, its own or not: so all agree. Ids are kept as 64-bit hashes, 16 to 32 bytes each; of ten million
 * ids two share a hash about once in 400,000 corpora, and then the second merely gets a needless `#2`.
 */
export class Ids {
  /** How many ids had to be made unique. */
  duplicates = 0;
  private readonly seen = new HashSet();
  private readonly counts = new Map<string, number>();

  claim(wanted: string): Claim {
    let claim = { id: wanted, hash: hashOf(wanted) };
    if (this.seen.add(claim.hash)) return claim;
    this.duplicates++;
    let count = this.counts.get(wanted) ?? 1;
    do {
      const id = `${wanted}#${++count}`;
      claim = { id, hash: hashOf(id) };
    } while (!this.seen.add(claim.hash));
    this.counts.set(wanted, count);
    return claim;
  }
}

/** Does a document belong to the share? Its id alone decides, wherever and whenever it is read. */
export function isOwn({ hash }: Claim, { index, of }: Shard): boolean {
  return of === 1 || wordAt(hash, 2) % of === index - 1;
}

function hashOf(id: string): Uint8Array {
  return createHash('sha256').update(id).digest();
}

/** The `i`-th 32-bit word of a hash. */
export function wordAt(hash: Uint8Array, i: number): number {
  const at = i * 4;
  return ((hash[at] << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3]) >>> 0;
}

/** A set of 64-bit hashes in one flat table with linear probing, at most half full. */
class HashSet {
  private table = new Uint32Array(2048);
  private size = 0;

  /** Adds a hash's first 64 bits; false when they were there. */
  add(hash: Uint8Array): boolean {
    if ((this.size + 1) * 4 > this.table.length) this.grow();
    if (!place(this.table, wordAt(hash, 0), wordAt(hash, 1) || 1)) return false;
    this.size++;
    return true;
  }

  private grow(): void {
    const larger = new Uint32Array(this.table.length * 2);
    for (let i = 0; i < this.table.length; i += 2)
      if (this.table[i + 1] !== 0) place(larger, this.table[i], this.table[i + 1]);
    this.table = larger;
  }
}

function place(table: Uint32Array, first: number, second: number): boolean {
  const slots = table.length / 2;
  for (let slot = first % slots; ; slot = (slot + 1) % slots) {
    const at = slot * 2;
    if (table[at + 1] === 0) {
      table[at] = first;
      table[at + 1] = second;
      return true;
    }
    if (table[at] === first && table[at + 1] === second) return false;
  }
}
