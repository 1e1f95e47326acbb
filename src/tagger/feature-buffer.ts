import { mix } from './mix.js';

/** Most features a token has. */
const MOST = 160;

/** Features of tokens: their hashes, and for explanations the template of each. Reused again and again. */
export class FeatureBuffer {
  readonly hashes: Int32Array;
  readonly templates: Uint16Array;
  count = 0;

  /** @param room most features it has to hold at once */
  constructor(room = MOST) {
    this.hashes = new Int32Array(room);
    this.templates = new Uint16Array(room);
  }

  /** Adds the feature that a template makes of a value. */
  put(template: number, value: number): void {
    const n = this.count++;
    this.hashes[n] = mix(template + 1, value);
    this.templates[n] = template;
  }

  /** Whether there is no room for all the features of one more token. */
  get isFull(): boolean {
    return this.count + MOST > this.hashes.length;
  }
}
