import { addToCheck, addToHash, EMPTY_CHECK, EMPTY_HASH, joinHash } from '../text/hash.js';
import type { Shard } from './shard.js';

/** A document's id, made unique, and two independent hashes of it, 32 bits each. */
export interface Claim {
  id: string;
  first: number;
  second: number;
}

/**
 * Hands out the ids of a corpus in reading order. An id met again gets `#2`, `#3` and so on, so that no document is lost and no id names two.
 * Every share of a corpus hands out all ids, its own or not: so all agree. Ids are kept as their hashes, 16 to 32 bytes each; of ten million
 * ids two share both about once in 400,000 corpora, and then the second merely gets a needless `#2`.
 */
export class Ids {
  /** How many ids had to be made unique. */
  duplicates = 0;
  private readonly seen = new HashSet();

  /** How many ids have been handed out. */
  get count(): number {
    return this.seen.size;
  }
  private readonly counts = new Map<string, number>();

  claim(wanted: string): Claim {
    let claim = claimOf(wanted);
    if (this.seen.add(claim)) return claim;
    this.duplicates++;
    let count = this.counts.get(wanted) ?? 1;
    do {
      claim = claimOf(`${wanted}#${++count}`);
    } while (!this.seen.add(claim));
    this.counts.set(wanted, count);
    return claim;
  }
}

function claimOf(id: string): Claim {
  let hash = EMPTY_HASH;
  let check = EMPTY_CHECK;
  for (let i = 0; i < id.length; i++) {
    hash = addToHash(hash, id.charCodeAt(i));
    check = addToCheck(check, id.charCodeAt(i));
  }
  // Of ids that end alike the hashes' low bits, which shards and parts go by, are alike; joined, all bits count.
  return { id, first: joinHash(hash, check) >>> 0, second: joinHash(check, hash) >>> 0 };
}

/** Does a document belong to the share? Its id alone decides, wherever and whenever it is read. */
export function isOwn({ first }: Claim, { index, of }: Shard): boolean {
  return of === 1 || first % of === index - 1;
}

/** A set of pairs of hashes in one flat table with linear probing, at most half full. */
class HashSet {
  size = 0;
  private table = new Uint32Array(2048);

  /** Adds a claim's hashes; false when they were there. */
  add({ first, second }: Claim): boolean {
    if ((this.size + 1) * 4 > this.table.length) this.grow();
    // Zero marks a free place.
    if (!place(this.table, first, second || 1)) return false;
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
