import { mix } from './mix.js';

/** Most features a token has. */
const ROOM = 160;

/** The features of one token: their hashes, and for explanations the template of each. Reused from token to token. */
export class FeatureBuffer {
  readonly hashes = new Int32Array(ROOM);
  readonly templates = new Uint16Array(ROOM);
  /** Work space of the look-up: the features that pass the model's filter, and the rows they lead to. */
  readonly passing = new Int32Array(ROOM);
  readonly found = new Int32Array(ROOM);
  count = 0;

  /** Adds the feature that a template makes of a value. */
  put(template: number, value: number): void {
    const n = this.count++;
    this.hashes[n] = mix(template + 1, value);
    this.templates[n] = template;
  }
}
