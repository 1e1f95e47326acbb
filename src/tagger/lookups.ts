import { FeatureBuffer } from './feature-buffer.js';
import type { TaggerModel } from './model.js';
import { PACKED } from './packed.js';

/** Who keeps sums of weights for later. */
export interface SumKeeper {
  /** Takes the packed sums of a part that were asked for under a place. */
  settle(place: number, part: number, a: number, b: number, c: number): void;
}

/** Features, and parts, that wait at most. */
export const ROOM = 4096;

/**
 * Features whose weights are asked for now and looked up later, many together: most of them are rare and their weights far away in
 * memory, and look-ups that follow each other closely wait for memory at the same time, not one after the other.
 */
export class Lookups {
  /** The features that wait. A caller begins a part and puts its features here. */
  readonly features = new FeatureBuffer(ROOM);
  /** Packed sums of the tokens of the document; of a token whose look-ups wait they are not complete. */
  tokenSums = new Int32Array(0);
  /** Where the features of each part end. */
  private readonly ends = new Int32Array(ROOM);
  private readonly keepers: (SumKeeper | undefined)[] = new Array<SumKeeper | undefined>(ROOM).fill(undefined);
  private readonly places = new Int32Array(ROOM);
  private readonly tokens = new Int32Array(ROOM);
  private readonly sums = new Int32Array(ROOM * PACKED);
  /** Parts that wait. */
  count = 0;

  constructor(private readonly model: TaggerModel) {}

  /** Makes room for a document's tokens, all sums 0. */
  beginDocument(length: number): void {
    if (this.tokenSums.length < length * PACKED) this.tokenSums = new Int32Array(2 * length * PACKED);
    else this.tokenSums.fill(0, 0, length * PACKED);
  }

  /**
   * Ends a part: the features put since the last one are summed for a token.
   * @param keeper is told the sums, under `place`
   */
  end(token: number, keeper?: SumKeeper, place = 0): void {
    const { features } = this;
    const part = this.count++;
    this.ends[part] = features.count;
    this.keepers[part] = keeper;
    this.places[part] = place;
    this.tokens[part] = token;
    if (features.isFull || this.count === ROOM) this.flush();
  }

  /** Looks up all that waits. */
  flush(): void {
    const { sums, tokenSums, features, count } = this;
    this.model.sumParts(features, this.ends, count, sums);
    for (let part = 0; part < count; part++) {
      const a = sums[part * PACKED];
      const b = sums[part * PACKED + 1];
      const c = sums[part * PACKED + 2];
      const at = this.tokens[part] * PACKED;
      tokenSums[at] += a;
      tokenSums[at + 1] += b;
      tokenSums[at + 2] += c;
      this.keepers[part]?.settle(this.places[part], part, a, b, c);
    }
    features.count = 0;
    this.count = 0;
  }
}
