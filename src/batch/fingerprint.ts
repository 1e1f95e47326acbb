import { createHash } from 'node:crypto';

const DIGITS = 24;

/** Hash of the ids and contents of a part's documents, in order: what changes, is another part. */
export class Fingerprint {
  private readonly hash = createHash('sha256');

  /**
   * Adds the next document.
   * @param kind how its bytes are read
   */
  add(id: string, kind: string, bytes: Uint8Array | string): void {
    this.hash.update(`${id.length} ${id} ${kind} ${bytes.length} `).update(bytes);
  }

  /** Gives the hash, once. */
  end(): string {
    return this.hash.digest('hex').slice(0, DIGITS);
  }
}
